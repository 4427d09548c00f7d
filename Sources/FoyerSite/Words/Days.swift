extension CalendarDay {
    /// `20 November 2026`.
    public var words: String { "\(civil.day) \(month.words)" }

    /// `20 Nov 2026`, on one line.
    public var shortWords: String { "\(dayAndMonth)\u{A0}\(year)" }

    /// `20 Nov 2026`, in text that keeps nothing together.
    var plainShortWords: String { shortWords.withPlainSpaces }

    /// `20 Nov`, on one line.
    var dayAndMonth: String { "\(civil.day)\u{A0}\(month.shortName)" }

    /// `Friday`.
    public var weekday: String { Self.weekdays[weekdayIndex] }

    /// Monday first.
    static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    /// `today`, `tomorrow`, `in 3 days`, or `2 days ago`.
    func countdown(from today: CalendarDay) -> String {
        switch daysSince1970 - today.daysSince1970 {
        case 0: "today"
        case 1: "tomorrow"
        case -1: "yesterday"
        case let days where days > 0: "in \(days) days"
        case let days: "\(-days) days ago"
        }
    }
}

extension CalendarMonth {
    /// `November`.
    public var name: String {
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
            "December",
        ][month - 1]
    }

    var shortName: Substring { name.prefix(3) }

    /// `November 2026`.
    var words: String { "\(name) \(year)" }

    /// `Nov 2026`.
    public var shortWords: String { "\(shortName) \(year)" }
}

extension DaySpan {
    /// `5 days, 13 Jan 2024 to 17 Jan 2024`.
    var words: String { "\(counted(length, "day", "days")), \(first.shortWords) to \(last.shortWords)" }
}

extension Period {
    /// `2026`, or `November 2026`.
    public var name: String {
        switch self {
        case .allTime: "All time"
        case .year(let year): String(year)
        case .month(let month): month.words
        }
    }
}
