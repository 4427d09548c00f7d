// Days and moments as machines read them: Source: ISO 8601; RFC 3339, 5.6.

extension CalendarDay {
    /// `2026-11-20`.
    public var iso: String {
        let (year, month, day) = civil
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + "\(digits)-\(padded(month))-\(padded(day))"
    }
}

extension Moment {
    /// As in `2026-11-20T21:30:00Z`.
    ///
    /// Source: RFC 3339, 5.6
    public var rfc3339: String {
        let seconds = Int(secondsSince1970 - Int64(utcDay.daysSince1970) * 86_400)
        return "\(utcDay.iso)T\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))Z"
    }
}

extension AirTime {
    /// As in `2026-11-20T21:30:00Z` or `2026-11-20`.
    var text: String {
        switch self {
        case .moment(let moment): moment.rfc3339
        case .day(let day): day.iso
        }
    }
}

/// A number below 100 with two digits.
func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
