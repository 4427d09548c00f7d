extension CalendarDay {
    /// `20 November 2026`.
    public var words: String {
        phrase("date.long", ["day": String(civil.day), "month": month.name, "year": String(year)])
    }

    /// `Friday 20 November 2026`.
    var wordsWithWeekday: String { phrase("label.weekdayAndDay", ["weekday": weekday, "day": words]) }

    /// `20 Nov 2026`, on one line.
    public var shortWords: String {
        phrase("date.short", ["day": String(civil.day), "month": month.shortName, "year": String(year)])
    }

    /// `20 Nov 2026`, in text that keeps nothing together.
    var plainShortWords: String { shortWords.withPlainSpaces }

    /// `20 Nov`, on one line.
    var dayAndMonth: String { phrase("date.dayAndMonth", ["day": String(civil.day), "month": month.shortName]) }

    /// `Fri 20 Nov`, on one line but for the space between.
    var shortWordsWithWeekday: String { "\(phrase("days.weekdaysShort", at: weekdayIndex)) \(dayAndMonth)" }

    /// `Friday`.
    public var weekday: String { phrase("days.weekdays", at: weekdayIndex) }

    /// `today`, `tomorrow`, `in 3 days`, or `2 days ago`.
    func countdown(from today: CalendarDay) -> String {
        switch daysSince1970 - today.daysSince1970 {
        case 0: phrase("countdown.today")
        case 1: phrase("countdown.tomorrow")
        case -1: phrase("countdown.yesterday")
        case let days where days > 0: phrase("countdown.future", count: days)
        case let days: phrase("countdown.past", count: -days)
        }
    }
}

extension CalendarMonth {
    /// `November`.
    public var name: String { phrase("days.months", at: month - 1) }

    var shortName: String { phrase("days.monthsShort", at: month - 1) }

    /// `November 2026`.
    var words: String { phrase("date.month", ["month": name, "year": String(year)]) }

    /// `Nov 2026`.
    public var shortWords: String { phrase("date.shortMonth", ["month": shortName, "year": String(year)]) }
}

extension DaySpan {
    /// `5 days, 13 Jan 2024 to 17 Jan 2024`.
    var words: String { phrase("date.span", count: length, ["first": first.shortWords, "last": last.shortWords]) }

    /// `13 Jan 2024 to 17 Jan 2024`; of a day alone that day.
    var range: String {
        first == last ? first.shortWords : phrase("date.range", ["first": first.shortWords, "last": last.shortWords])
    }
}

extension Period {
    /// `2026`, or `November 2026`.
    public var name: String {
        switch self {
        case .allTime: phrase("date.allTime")
        case .year(let year): String(year)
        case .month(let month): month.words
        }
    }
}
