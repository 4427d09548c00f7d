/// What comes for the library, from yesterday on: what the calendar files say, and the films that come out in the owner's country.
struct Agenda: Sendable {
    let days: [Day]

    /// A day on which something comes; first what has no time, then by time.
    struct Day: Sendable {
        let day: CalendarDay
        let airings: [Airing]
    }

    init(_ site: Site) {
        let rule = site.library.days
        let first = site.today.adding(days: -1)
        let coming = site.library.titles.flatMap(\.schedule).filter { site.isToWatch($0) && $0.time.day(rule) >= first }
        days = Dictionary(grouping: coming) { $0.time.day(rule) }.sorted { $0.key < $1.key }.map { day, airings in
            Day(day: day, airings: airings.sorted { $0.precedesOnOneDay($1) })
        }
    }

    /// The titles that something comes of.
    var titles: Set<TitleID> { Set(days.flatMap { $0.airings.map(\.title) }) }
}
