/// What happened to the titles on the lists, as builds have seen it: what came out, and what changed from one night to the next.
struct News: Hashable, Codable, Sendable {
    /// What was known at the last build of the titles that were followed then, by title.
    var facts: [TitleFacts] = []
    /// What came out, by time.
    var arrivals: [Airing] = []
    /// By the time when they were noticed.
    var changes: [NewsChange] = []

    /// How long a date is remembered that no calendar has any more: an episode that was put off may come back with another one. And
    /// how long ago something may have come out to be news for whoever sees it first.
    private static let daysOfPatience = 30

    /// What is known after a build that sees this library. It is the same for every build until the library, or the day, is another.
    ///
    /// - Parameter feeds: what their archives still have is not forgotten.
    func after(_ library: Library, now: Moment, feeds: FeedMemory? = nil) -> News {
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
        let told = Set(changes)
        next.changes = Self.newest(
            changes + changed.filter { !told.contains($0) }, since: feeds?.archives[WhatChanged.slug]?.start?.at, \.noticed)
        // An arrival that is forgotten while the calendar still tells of it would be news again.
        let patience = library.days.firstMoment(of: today.adding(days: -Self.daysOfPatience))
        let oldest = feeds?.archives[NewEpisodes.slug]?.start.map { min($0.at, patience) }
        next.arrivals = Self.newest(arrivals(of: library, today: today, now: now), since: oldest ?? patience) {
            $0.time.start(library.days)
        }
        return next
    }

    /// Those that are not older than a moment, and as many of the others as the documents of a feed hold.
    private static func newest<Entry>(_ entries: [Entry], since oldest: Moment?, _ moment: (Entry) -> Moment) -> [Entry] {
        let more = entries.count - EntryPaging.most
        guard more > 0 else { return entries }
        let kept = oldest.map { oldest in entries.firstIndex { moment($0) >= oldest } ?? entries.count } ?? more
        return Array(entries[min(kept, more)...])
    }

    /// What has come out by now, of what is followed: what was remembered, with the calendar's newest word.
    private func arrivals(of library: Library, today: CalendarDay, now: Moment) -> [Airing] {
        var found: [Place: Airing] = [:]
        for arrival in arrivals {
            if let place = Place(arrival) { found[place] = arrival }
        }
        for title in library.titles where title.isFollowed {
            for airing in title.schedule {
                guard let place = Place(airing) else { continue }
                let isOut =
                    switch airing.time {
                    case .moment(let moment): moment <= now
                    case .day(let day): day <= today
                    }
                if !isOut {
                    // What was to come out and was put off has not come out.
                    found[place] = nil
                } else if found[place] != nil || airing.time.day(library.days) >= today.adding(days: -Self.daysOfPatience) {
                    found[place] = airing
                }
            }
        }
        return found.map { (start: $1.time.start(library.days), place: $0, airing: $1) }
            .sorted { ($0.start, $0.place.title, $0.place.slot) < ($1.start, $1.place.title, $1.place.slot) }.map(\.airing)
    }

    private struct Place: Hashable {
        let title: TitleID
        let slot: NewsSlot

        /// Nil for what nothing but its date tells from others.
        init?(_ airing: Airing) {
            guard let slot = NewsSlot(airing) else { return nil }
            title = airing.title
            self.slot = slot
        }
    }
}

extension News: Remembered {
    static let version = 2
}

extension TitleFacts {
    fileprivate var isWorthKeeping: Bool { stage != nil || season != nil || !dates.isEmpty }
}
