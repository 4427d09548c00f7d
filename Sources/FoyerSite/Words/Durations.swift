/// Minutes as minutes: `150 min`.
func runtime(minutes: Int) -> String { "\(minutes)\u{A0}min" }

/// Minutes in words, to the minute below a day: `45 min`, `2 h 5 min`, `1,234 h`.
///
/// Why one rule for all: what is longer is never told as shorter, so that no part stands above its whole.
func duration(minutes: Int) -> String {
    if minutes < 60 { return runtime(minutes: minutes) }
    if minutes >= 1440 { return "\(((minutes + 30) / 60).grouped)\u{A0}h" }
    return "\(minutes / 60)\u{A0}h" + (minutes % 60 > 0 ? "\u{A0}" + runtime(minutes: minutes % 60) : "")
}

/// `17 days and 4 hours`.
func daysAndHours(minutes: Int) -> String {
    let hours = (minutes + 30) / 60
    let parts = [counted(hours / 24, "day", "days"), hours % 24 > 0 ? counted(hours % 24, "hour", "hours") : nil]
    return parts.compactMap { $0 }.inWords
}

/// Hours as a drawing has room for, whole from ten on: `9.5 h`, `1,234 h`.
///
/// - Parameter count: how many are averaged.
func roundedHours(minutes: Int, over count: Int = 1) -> String {
    let number =
        minutes >= 600 * count
        ? ((2 * minutes + 60 * count) / (120 * count)).grouped : decimal(tenths: (20 * minutes + 60 * count) / (120 * count))
    return number + "\u{A0}h"
}

/// Hours to one decimal: `1,234.5`.
func decimalHours(minutes: Int) -> String { decimal(tenths: (minutes * 10 + 30) / 60) }

extension Sample {
    /// Of minutes: `median 45 min, mean 1 h 5 min`.
    var durations: String {
        "median \(duration(minutes: Int(median.rounded()))), mean \(duration(minutes: Int(mean.rounded())))"
    }
}

extension LengthClass {
    /// `under 15 min`, `15–29 min`, `from 150 min`.
    public var name: String {
        if minutes.lowerBound == 0 { return "under \(minutes.upperBound) min" }
        if minutes.upperBound == .max { return "from \(minutes.lowerBound) min" }
        return "\(minutes.lowerBound)–\(minutes.upperBound - 1) min"
    }
}
