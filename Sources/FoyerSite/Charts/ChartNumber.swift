/// A number as it is drawn, exactly, and as it is written.
struct ChartNumber: Hashable, Sendable {
    let value: Double
    /// As its table has it.
    let text: String
    /// As it stands in the drawing.
    let label: String

    init(value: Double, text: String, label: String? = nil) {
        self.value = value
        self.text = text
        self.label = label ?? text
    }

    static func count(_ count: Int) -> ChartNumber { ChartNumber(value: Double(count), text: count.grouped) }

    static func hours(minutes: Int) -> ChartNumber {
        ChartNumber(
            value: Double(minutes) / 60, text: decimalHours(minutes: minutes), label: roundedHours(minutes: minutes))
    }
}

extension ChartNumber {
    /// The mean of some hours.
    static func hours(minutes: Int, over count: Int) -> ChartNumber {
        let text = roundedHours(minutes: minutes, over: count)
        return ChartNumber(value: Double(minutes) / 60 / Double(count), text: text)
    }

    /// The mean of some counts.
    static func mean(_ total: Int, over count: Int) -> ChartNumber {
        ChartNumber(
            value: Double(total) / Double(count),
            text: total >= 10 * count
                ? ((2 * total + count) / (2 * count)).grouped : decimal(tenths: (20 * total + count) / (2 * count)))
    }
}
