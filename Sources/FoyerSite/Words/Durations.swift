/// Minutes as minutes: `150 min`.
func runtime(minutes: Int) -> String { phrase("time.minutes", ["minutes": String(minutes)]) }

/// Minutes in words, to the minute below ten hours: `45 min`, `2 h 5 min`, `1,234 h`.
///
/// Why one rule for all: what is longer is never told as shorter, so that no part stands above its whole.
func duration(minutes: Int) -> String {
    if minutes < 60 { return runtime(minutes: minutes) }
    if minutes >= 600 { return phrase("time.hours", ["hours": ((minutes + 30) / 60).grouped]) }
    let hours = String(minutes / 60)
    return minutes % 60 == 0
        ? phrase("time.hours", ["hours": hours])
        : phrase("time.hoursAndMinutes", ["hours": hours, "minutes": String(minutes % 60)])
}

/// `17 days and 4 hours`.
func daysAndHours(minutes: Int) -> String {
    let hours = (minutes + 30) / 60
    let days = phrase("count.days", count: hours / 24)
    return hours % 24 == 0 ? days : [days, phrase("count.hours", count: hours % 24)].inWords
}

/// Hours as a drawing has room for, whole from ten on: `9.5 h`, `1,234 h`.
///
/// - Parameter count: how many are averaged.
func roundedHours(minutes: Int, over count: Int = 1) -> String {
    let number =
        minutes >= 600 * count
        ? ((2 * minutes + 60 * count) / (120 * count)).grouped : decimal(tenths: (20 * minutes + 60 * count) / (120 * count))
    return phrase("time.hours", ["hours": number])
}

/// Hours to one decimal: `1,234.5`.
func decimalHours(minutes: Int) -> String { decimal(tenths: tenthsOfHours(minutes: minutes)) }

/// Rounded to the nearest.
func tenthsOfHours(minutes: Int) -> Int { (minutes * 10 + 30) / 60 }

extension Sample {
    /// Of minutes: `45 min`.
    var medianWords: String { duration(minutes: Int(median.rounded())) }

    /// Of minutes: `median; mean 1 h 5 min`.
    var meanWords: String { phrase("time.meanBesideMedian", ["mean": duration(minutes: Int(mean.rounded()))]) }
}

extension LengthClass {
    /// `under 15 min`, `15–29 min`, `from 150 min`.
    public var name: String {
        let (first, end) = (String(minutes.lowerBound), minutes.upperBound)
        if minutes.lowerBound == 0 { return phrase("time.under", ["minutes": String(end)]) }
        if end == .max { return phrase("time.from", ["minutes": first]) }
        return phrase("time.range", ["first": first, "last": String(end - 1)])
    }
}
