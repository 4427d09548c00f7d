import GFM

/// One mark of a drawing: what it is called, and its number.
struct ChartMark: Hashable {
    let label: String
    /// Nil where there is none yet.
    let number: ChartNumber?
    /// What is counted.
    let unit: String

    var value: Double { number?.value ?? 0 }
    var text: String { number?.text ?? "–" }

    /// What a pointer that rests on the mark is told, as HTML.
    var title: String { HTMLText.escape("\(label): \(text) \(unit)") }
}
