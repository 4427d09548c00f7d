/// Minutes as minutes: `150 min`.
func runtime(minutes: Int) -> String { "\(minutes)\u{A0}min" }

/// Minutes in words: `1,234 h`, or `45 min` below two hours.
func duration(minutes: Int) -> String {
    minutes < 120 ? runtime(minutes: minutes) : "\(((minutes + 30) / 60).grouped)\u{A0}h"
}

/// Minutes in words, to the minute below a day: `45 min`, `2 h 5 min`, `30 h`.
func span(minutes: Int) -> String {
    if minutes < 60 || minutes >= 1440 { return duration(minutes: minutes) }
    return "\(minutes / 60)\u{A0}h" + (minutes % 60 > 0 ? "\u{A0}" + runtime(minutes: minutes % 60) : "")
}

/// `17 days and 4 hours`.
func daysAndHours(minutes: Int) -> String {
    let hours = (minutes + 30) / 60
    let parts = [counted(hours / 24, "day", "days"), hours % 24 > 0 ? counted(hours % 24, "hour", "hours") : nil]
    return parts.compactMap { $0 }.inWords
}

/// Hours to one decimal: `1,234.5`.
func decimalHours(minutes: Int) -> String { decimal(tenths: (minutes * 10 + 30) / 60) }

extension Sample {
    /// Of minutes: `median 45 min, mean 1 h 5 min`.
    var durations: String {
        "median \(span(minutes: Int(median.rounded()))), mean \(span(minutes: Int(mean.rounded())))"
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
