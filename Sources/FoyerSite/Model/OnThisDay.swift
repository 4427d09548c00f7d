/// What was watched on the same day of the calendar in the years before.
///
/// Why 28 February of a common year has 29 February too: what was watched on a leap day would come back only every fourth year.
struct OnThisDay: Sendable {
    /// The nearest first.
    let days: [Day]

    /// A day on which something was watched.
    struct Day: Sendable {
        let day: CalendarDay
        let yearsAgo: Int
        let entries: [DiaryEntry]
    }

    init(_ library: Library, today: CalendarDay) {
        guard let first = library.plays.firstDay, first.year < today.year else {
            days = []
            return
        }
        let years = stride(from: today.year - 1, through: first.year, by: -1)
        days = years.flatMap { today.anniversaries(in: $0) }.compactMap { day in
            let entries = (library.diary(day...day)[day] ?? []).filter { !$0.isMarked }
            return entries.isEmpty ? nil : Day(day: day, yearsAgo: today.year - day.year, entries: entries)
        }
    }
}

extension CalendarDay {
    /// The days of a year that are told of on this one, the later first.
    fileprivate func anniversaries(in year: Int) -> [CalendarDay] {
        let month = CalendarMonth(year: year, month: civil.month)
        let isLastOfCommonFebruary = civil.month == 2 && civil.day == 28 && self.month.length == 28
        let days = isLastOfCommonFebruary ? [29, 28] : [civil.day]
        return days.filter { $0 <= month.length }.map { CalendarDay(month, day: $0) }
    }
}
