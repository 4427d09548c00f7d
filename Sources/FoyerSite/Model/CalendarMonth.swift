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

    public static func < (left: CalendarMonth, right: CalendarMonth) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }

    public var firstDay: CalendarDay { CalendarDay(self, day: 1) }
    public var lastDay: CalendarDay { adding(months: 1).firstDay.adding(days: -1) }
    /// How many days it has.
    public var length: Int { lastDay.daysSince1970 - firstDay.daysSince1970 + 1 }
}
