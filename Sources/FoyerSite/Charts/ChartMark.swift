import GFM

/// One mark of a drawing: what it is called, and its number.
struct ChartMark: Hashable {
    let label: String
    /// The label as it stands below a bar.
    let short: String
    /// What it is of has a page, and where its name stands alone, a picture before it.
    var address: Address?
    var poster: Address?
    /// Nil where there is none yet.
    let number: ChartNumber?
    /// What is counted.
    let measure: Measure
    /// The number by kind of media, where more than one is drawn.
    var parts: [Part] = []

    struct Part: Hashable {
        let kind: MediaKind
        let number: ChartNumber
    }

    var value: Double { number?.value ?? 0 }
    var text: String { number?.label ?? "–" }

    /// What a pointer that rests on the mark is told, as HTML.
    var title: String {
        let words = measure.words(of: label, number?.text ?? "–")
        let parts = parts.map { phrase("chart.namedNumber", ["name": $0.kind.plural, "number": $0.number.text]) }
        return HTMLText.escape(
            parts.isEmpty ? words : phrase("chart.markOfKinds", ["mark": words, "kinds": parts.joined(separator: ", ")]))
    }
}
