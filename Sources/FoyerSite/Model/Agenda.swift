/// What comes for the library, from today on: what the calendar files say, and the films that come out in the owner's country.
struct Agenda: Sendable {
    let days: [Day]

    /// A day on which something comes; first what has no time, then by time.
    struct Day: Sendable {
        let day: CalendarDay
        let airings: [Airing]
        /// The same, with several episodes of a title as one.
        let drops: [Drop]
    }

    init(_ library: Library, today: CalendarDay) {
        let rule = library.days
        let coming = library.titles.flatMap(\.schedule).filter { library.isToWatch($0) && $0.time.day(rule) >= today }
        days = Dictionary(grouping: coming) { $0.time.day(rule) }.sorted { $0.key < $1.key }.map { day, airings in
            let sorted = airings.sorted { $0.precedesOnOneDay($1) }
            return Day(day: day, airings: sorted, drops: Drop.all(of: sorted))
        }
    }

    /// The titles that something comes of.
    var titles: Set<TitleID> { Set(days.flatMap { $0.airings.map(\.title) }) }
}

extension Library {
    /// Whether an airing is still to be watched: of a title on a list, not dropped, and not watched already; a film's in the owner's
    /// country.
    public func isToWatch(_ airing: Airing) -> Bool {
        guard let title = title(airing.title), title.isFollowed else { return false }
        return !title.hasWatched(airing) && !title.isElsewhere(airing)
    }
}
