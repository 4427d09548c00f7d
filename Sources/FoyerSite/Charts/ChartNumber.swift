/// A number as it is drawn, exactly, and as it is written.
struct ChartNumber: Hashable, Sendable {
    let value: Double
    let text: String

    static func count(_ count: Int) -> ChartNumber { ChartNumber(value: Double(count), text: count.grouped) }

    static func hours(minutes: Int) -> ChartNumber {
        ChartNumber(value: Double(minutes) / 60, text: decimalHours(minutes: minutes))
    }
}
