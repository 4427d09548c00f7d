/// A day of the calendar, in no time zone.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01 in the proleptic Gregorian calendar.
    public let daysSince1970: Int

    public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

    public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.daysSince1970 < right.daysSince1970 }

    public func adding(days: Int) -> CalendarDay { CalendarDay(daysSince1970: daysSince1970 + days) }

    /// Year, month (1–12) and day of the month.
    public var civil: (year: Int, month: Int, day: Int) {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
        let shifted = daysSince1970 + 719_468
        let era = shifted.flooredDivision(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    public var year: Int { civil.year }

    /// The month that the day lies in.
    public var month: CalendarMonth {
        let civil = civil
        return CalendarMonth(year: civil.year, month: civil.month)
    }

    /// `2026-11-20`.
    public var iso: String {
        let (year, month, day) = civil
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + "\(digits)-\(padded(month))-\(padded(day))"
    }

    /// `20 November 2026`.
    public var words: String { "\(civil.day) \(month.name) \(civil.year)" }

    /// `20 Nov 2026`, on one line.
    public var shortWords: String { "\(civil.day)\u{A0}\(month.name.prefix(3))\u{A0}\(civil.year)" }

    /// `Friday`.
    public var weekday: String {
        // 1970-01-01 was a Thursday.
        let names = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"]
        return names[daysSince1970 - daysSince1970.flooredDivision(by: 7) * 7]
    }
}

/// A month of the calendar.
public struct CalendarMonth: Hashable, Comparable, Sendable {
    public let year: Int
    /// 1 to 12.
    public let month: Int

    public init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// The month that lies `months` later.
    public func adding(months: Int) -> CalendarMonth {
        let index = year * 12 + month - 1 + months
        let year = index.flooredDivision(by: 12)
        return CalendarMonth(year: year, month: index - year * 12 + 1)
    }

    /// `November`.
    public var name: String {
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
            "December",
        ][month - 1]
    }

    /// `Nov 2026`.
    public var shortWords: String { "\(name.prefix(3)) \(year)" }

    public static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }
}
