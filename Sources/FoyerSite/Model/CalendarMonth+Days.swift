extension CalendarDay {
    /// - Parameter day: of the month, from 1; a number beyond the month's end counts on into the next.
    public init(_ month: CalendarMonth, day: Int) {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
        let year = month.month <= 2 ? month.year - 1 : month.year
        let era = year.flooredDivision(by: 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month.month > 2 ? month.month - 3 : month.month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(daysSince1970: era * 146_097 + dayOfEra - 719_468)
    }

    /// 0 for Monday to 6 for Sunday.
    public var weekdayIndex: Int {
        // 1970-01-01 was a Thursday.
        let days = daysSince1970 + 3
        return days - days.flooredDivision(by: 7) * 7
    }

    /// `20 Nov 2026`.
    var plainShortWords: String { shortWords.replacing("\u{A0}", with: " ") }
}

extension CalendarMonth {
    public var firstDay: CalendarDay { CalendarDay(self, day: 1) }
    public var lastDay: CalendarDay { adding(months: 1).firstDay.adding(days: -1) }
    /// How many days it has.
    public var length: Int { lastDay.daysSince1970 - firstDay.daysSince1970 + 1 }
}
