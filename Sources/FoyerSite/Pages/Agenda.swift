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
        let releases = Dictionary(
            grouping: site.library.titles.flatMap(\.releases).filter { $0.time.day(rule) >= first }, by: { $0.time.day(rule) })
        let airings = Dictionary(
            grouping: site.library.airings.filter { site.isFollowed($0) && $0.time.day(rule) >= first },
            by: { $0.time.day(rule) })
        days = Set(releases.keys).union(airings.keys).sorted().map { day in
            let released = releases[day] ?? []
            let titles = Set(released.map(\.title))
            // Of a film that comes out on this day, the calendar's word says less.
            let aired = (airings[day] ?? []).filter { $0.episode != nil || !titles.contains($0.title) }
            return Day(day: day, airings: released + aired)
        }
    }

    /// The titles that something comes of.
    var titles: Set<TitleID> { Set(days.flatMap { $0.airings.map(\.title) }) }
}

extension Title {
    /// When a film that is still to be watched comes out, in the cinema and at home.
    var releases: [Airing] {
        guard id.kind == .movie, let details, let status, status != .dropped, status != .completed else { return [] }
        let dates: [(CalendarDay?, Airing.Release)] = [(details.cinemaRelease, .cinema), (details.homeRelease, .home)]
        return dates.compactMap { day, release in
            day.map { day in
                Airing(
                    title: id, episode: nil, time: .day(day), name: nil, finale: nil, isPremiere: false, runtimeMinutes: nil,
                    release: release)
            }
        }
    }
}
