import GFM

/// One mark of a drawing: what it is called, and its number.
struct ChartMark: Hashable {
    let label: String
    /// Nil where there is none yet.
    let number: ChartNumber?
    /// What is counted.
    let unit: String
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
        let parts = parts.map { "\($0.kind.plural) \($0.number.text)" }.joined(separator: ", ")
        return HTMLText.escape("\(label): \(number?.text ?? "–") \(unit)" + (parts.isEmpty ? "" : " (\(parts))"))
    }
}
