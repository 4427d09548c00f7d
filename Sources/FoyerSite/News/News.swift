/// What happened to the titles on the lists, as builds have seen it: what came out, and what changed from one night to the next.
struct News: Hashable, Codable, Sendable {
    /// Of the file that it is kept in.
    static let version = 1

    /// What was known at the last build of the titles that were followed then, by title.
    private(set) var facts: [TitleFacts] = []
    /// By time.
    private(set) var arrivals = NewsLog<NewsArrival>()
    /// By the time when they were noticed.
    private(set) var changes = NewsLog<NewsChange>()

    /// How long a date is remembered that no calendar has any more: an episode that was put off may come back with another one. And
    /// how long ago something may have come out to be news for whoever sees it first.
    private static let daysOfPatience = 30

    /// What is known after a build that sees this library. It is the same for every build until the library, or the day, is another.
    func after(_ library: Library, now: Moment) -> News {
        let today = library.days.calendarDay(of: now)
        let known = Dictionary(facts.map { ($0.id, $0) }) { first, _ in first }
        var next = self
        next.facts = []
        var changed: [NewsChange] = []
        for title in library.titles where title.isFollowed {
            var own = TitleFacts(title)
            if let before = known[title.id] {
                let comparison = Comparison(before: before, now: own, days: library.days, today: today, moment: now)
                changed += comparison.changes
                own = comparison.remembered(until: today.adding(days: -Self.daysOfPatience))
            }
            if own.isWorthKeeping { next.facts.append(own) }
        }
        next.changes.append(changed)
        next.arrivals = arrivals(of: library, today: today, now: now)
        return next
    }

    /// What has come out by now, of what is followed: what was remembered, with the calendar's newest word.
    private func arrivals(of library: Library, today: CalendarDay, now: Moment) -> NewsLog<NewsArrival> {
        var found: [Place: NewsArrival] = [:]
        for arrival in arrivals.entries { found[Place(arrival)] = arrival }
        for title in library.titles where title.isFollowed {
            for airing in title.schedule {
                guard let arrival = NewsArrival(airing) else { continue }
                let isOut =
                    switch airing.time {
                    case .moment(let moment): moment <= now
                    case .day(let day): day <= today
                    }
                let place = Place(arrival)
                if !isOut {
                    // What was to come out and was put off has not come out.
                    found[place] = nil
                } else if found[place] != nil || airing.time.day(library.days) >= today.adding(days: -Self.daysOfPatience) {
                    found[place] = arrival
                }
            }
        }
        let sorted = found.values.map { (start: $0.time.time.start(library.days), arrival: $0) }
            .sorted { ($0.start, $0.arrival.title, $0.arrival.slot) < ($1.start, $1.arrival.title, $1.arrival.slot) }
        return arrivals.holding(sorted.map(\.arrival))
    }

    private struct Place: Hashable {
        let title: TitleID
        let slot: NewsSlot

        init(_ arrival: NewsArrival) {
            title = arrival.title
            slot = arrival.slot
        }
    }
}

/// The newest of many, and how many older ones are forgotten.
struct NewsLog<Entry: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
    /// The oldest first.
    private(set) var entries: [Entry] = []
    private(set) var forgotten = 0

    /// As many as the documents of a feed hold.
    private static var most: Int { EntryPaging.most }

    /// Adds what is not there yet.
    mutating func append(_ more: [Entry]) {
        let known = Set(entries)
        self = holding(entries + more.filter { !known.contains($0) })
    }

    /// The same log with these entries in it.
    func holding(_ all: [Entry]) -> NewsLog {
        var log = self
        log.entries = all.suffix(Self.most)
        log.forgotten += all.count - log.entries.count
        return log
    }
}

extension TitleFacts {
    fileprivate var isWorthKeeping: Bool { stage != nil || season != nil || !dates.isEmpty }
}
