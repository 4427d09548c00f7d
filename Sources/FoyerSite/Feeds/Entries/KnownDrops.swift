/// What came out and what is to come of the titles that are followed, by time: each once, watched or not, and several episodes of a title on
/// one day together.
///
/// Shape: without what nobody numbers, which nothing but its date tells from others.
struct KnownDrops: Sendable {
    let all: [Known]

    /// A drop, with its title.
    struct Known: Sendable {
        let drop: Drop
        let title: Title
        let day: CalendarDay
        let start: Moment
    }

    init(_ site: Site) {
        let (library, days) = (site.library, site.library.days)
        var airings: [NewsPlace: Airing] = [:]
        func add(_ airing: Airing) {
            guard let place = NewsPlace(airing), !airings.hasTold(airing, at: place, days) else { return }
            airings[place] = airing
        }
        // Calendars forget what has aired, and builds do not; of what both know, the calendars have the newest word.
        site.news.arrivals.forEach(add)
        for title in library.titles where title.isFollowed { title.schedule.forEach(add) }
        let byDay = Dictionary(grouping: airings.values) { $0.time.day(days) }
        let known = byDay.flatMap { day, airings in
            Drop.all(of: airings.sorted { $0.precedesOnOneDay($1) }).compactMap { drop -> Known? in
                guard let title = library.title(drop.first.title), title.isFollowed else { return nil }
                return Known(drop: drop, title: title, day: day, start: drop.first.time.start(days))
            }
        }
        let ordered = known.map { (order: ($0.start, $0.title.id, NewsSlot($0.drop.first)?.key ?? ""), known: $0) }
        all = ordered.sorted { $0.order < $1.order }.map(\.known)
    }
}
