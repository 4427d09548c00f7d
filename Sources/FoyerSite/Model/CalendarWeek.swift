/// A week of the calendar, Monday to Sunday; it belongs to the year that has its Thursday.
///
/// Source: ISO 8601.
public struct CalendarWeek: Hashable, Comparable, Sendable {
    public let year: Int
    /// 1 to 53.
    public let week: Int

    /// The week that the day lies in.
    public init(_ day: CalendarDay) {
        let thursday = day.adding(days: 3 - day.weekdayIndex)
        year = thursday.year
        let first = CalendarDay(CalendarMonth(year: year, month: 1), day: 1)
        week = (thursday.daysSince1970 - first.daysSince1970) / 7 + 1
    }

    /// Its Monday.
    public var firstDay: CalendarDay {
        // 4 January is always in the first week.
        let fourth = CalendarDay(CalendarMonth(year: year, month: 1), day: 4)
        return fourth.adding(days: (week - 1) * 7 - fourth.weekdayIndex)
    }

    public static func < (left: CalendarWeek, right: CalendarWeek) -> Bool {
        (left.year, left.week) < (right.year, right.week)
    }
}
