/// A part of the calendar that others of its kind can be held against: a year, a season, which is a quarter of one, or a month.
struct Stretch: Hashable, Sendable {
    let first: CalendarMonth
    let kind: Kind

    enum Kind: Int, CaseIterable, Sendable {
        case month = 1
        case season = 3
        case year = 12

        /// How many months it has.
        var months: Int { rawValue }
    }

    /// That of a kind which a month lies in.
    init(_ kind: Kind, of month: CalendarMonth) {
        self.kind = kind
        first = CalendarMonth(year: month.year, month: (month.month - 1) / kind.months * kind.months + 1)
    }

    var last: CalendarMonth { first.adding(months: kind.months - 1) }

    var days: ClosedRange<CalendarDay> { first.firstDay...last.lastDay }

    /// The one of its kind that begins so much earlier.
    func before(months: Int) -> Stretch { Stretch(kind, of: first.adding(months: -months)) }

    /// Its days up to one of them; all where that lies behind it.
    func days(upTo day: CalendarDay) -> ClosedRange<CalendarDay> {
        days.lowerBound...max(days.lowerBound, min(day, days.upperBound))
    }

    /// As much of it as another one of its kind has up to a day: all of it where that one is over by then, else up to the same day of its
    /// month, or to the last that this month has.
    func days(as other: Stretch, upTo day: CalendarDay) -> ClosedRange<CalendarDay> {
        let last = other.days(upTo: day).upperBound
        guard last < other.days.upperBound else { return days }
        let civil = last.civil
        let passed = (civil.year - other.first.year) * 12 + civil.month - other.first.month
        let month = first.adding(months: passed)
        return days.lowerBound...CalendarDay(month, day: min(civil.day, month.length))
    }
}

/// What was watched on some days that follow each other.
struct StretchNumbers: Hashable, Sendable {
    let days: ClosedRange<CalendarDay>
    let totals: Statistics.Totals
    /// How many of the days have a play.
    let watchedDays: Int

    init(_ days: ClosedRange<CalendarDay>, of plays: PlayIndex) {
        self.days = days
        let own = plays.plays(on: days)
        totals = own.lazy.map(\.totals).sum
        watchedDays = Set(own.lazy.compactMap(\.day)).count
    }

    var length: Int { DaySpan(first: days.lowerBound, last: days.upperBound).length }
}
