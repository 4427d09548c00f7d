/// A number as it is drawn, exactly, and as it is written.
struct ChartNumber: Hashable, Sendable {
    let value: Double
    let text: String

    static func count(_ count: Int) -> ChartNumber { ChartNumber(value: Double(count), text: count.grouped) }

    static func hours(minutes: Int) -> ChartNumber {
        ChartNumber(value: Double(minutes) / 60, text: decimalHours(minutes: minutes))
    }
}

extension Double {
    /// A coordinate of a drawing: `12.5`, or `12`.
    var coordinate: String {
        let text = oneDecimal
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
