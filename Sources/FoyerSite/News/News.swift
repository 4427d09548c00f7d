/// What happened to the titles on the lists, as builds have seen it: what came out, and what changed from one night to the next.
struct News: Hashable, Codable, Sendable {
    /// What was known at the last build of the titles that were followed then, by title.
    var facts: [TitleFacts] = []
    /// What came out, by time.
    var arrivals: [Airing] = []
    /// By the time when they were noticed.
    var changes: [NewsChange] = []

    /// How far back news are told, and so are not forgotten.
    struct Extent: Sendable {
        /// As many of each as are told at all.
        let most: Int
        /// The oldest change and the oldest arrival that are out there for good; nil where none is.
        var changes: Moment?
        var arrivals: Moment?
    }

    /// How long a date is remembered that no calendar has any more: an episode that was put off may come back with another one. And
    /// how long ago something may have come out to be news for whoever sees it first.
    private static let daysOfPatience = 30

    /// What is known after a build that sees this library. It is the same for every build until the library, or the day, is another.
    ///
    /// - Parameter extent: how far back it is told.
    func after(_ library: Library, now: Moment, extent: Extent) -> News {
        let today = library.days.calendarDay(of: now)
        let (facts, arrivals, changes) = underCurrentIDs(of: library)
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
            changes + changed.filter { !told.contains($0) }, most: extent.most, since: extent.changes, \.noticed)
        // An arrival that is forgotten while the calendar still tells of it would be news again.
        let patience = library.days.firstMoment(of: today.adding(days: -Self.daysOfPatience))
        let oldest = extent.arrivals.map { min($0, patience) }
        next.arrivals = Self.newest(
            Self.arrivals(of: library, known: arrivals, today: today, now: now), most: extent.most, since: oldest ?? patience
        ) {
            $0.time.start(library.days)
        }
        return next
    }

    /// What is remembered, with the ids that titles have by now: Simkl moves them from one kind to another, which is no news.
    private func underCurrentIDs(of library: Library) -> (facts: [TitleFacts], arrivals: [Airing], changes: [NewsChange]) {
        let current = { (id: TitleID) in library.current(id)?.id ?? id }
        let slot = { (slot: NewsSlot, title: TitleID) in
            NewsSlot(episode: slot.episode?.counted(as: title.kind), release: slot.release)
        }
        let facts = facts.map { old in
            let id = current(old.id)
            if id == old.id { return old }
            let dates = old.dates.map { TitleFacts.Date(slot: slot($0.slot, id), time: $0.time, finale: $0.finale) }
            return TitleFacts(id: id, stage: old.stage, season: old.season, dates: dates)
        }
        let arrivals = arrivals.map { old in
            let id = current(old.title)
            if id == old.title { return old }
            return Airing(
                title: id, episode: old.episode?.counted(as: id.kind), time: old.time, name: old.name, finale: old.finale,
                isPremiere: old.isPremiere, runtimeMinutes: old.runtimeMinutes, release: old.release)
        }
        let changes = changes.map { old in
            let id = current(old.title)
            if id == old.title { return old }
            return NewsChange(
                title: id, noticed: old.noticed, event: old.event, slot: old.slot.map { slot($0, id) }, from: old.from,
                to: old.to,
                finale: old.finale)
        }
        return (facts, arrivals, changes)
    }

    /// Those that are not older than a moment, and as many of the others as are told.
    private static func newest<Entry>(
        _ entries: [Entry], most: Int, since oldest: Moment?, _ moment: (Entry) -> Moment
    ) -> [Entry] {
        let more = entries.count - most
        guard more > 0 else { return entries }
        let kept = oldest.map { oldest in entries.firstIndex { moment($0) >= oldest } ?? entries.count } ?? more
        return Array(entries[min(kept, more)...])
    }

    /// What has come out by now, of what is followed: what was remembered, with the calendar's newest word.
    private static func arrivals(of library: Library, known: [Airing], today: CalendarDay, now: Moment) -> [Airing] {
        var found: [NewsPlace: Airing] = [:]
        for arrival in known {
            if let place = NewsPlace(arrival) { found[place] = arrival }
        }
        for title in library.titles where title.isFollowed {
            for airing in title.schedule {
                guard let place = NewsPlace(airing), !found.hasTold(airing, at: place, library.days) else { continue }
                let isOut =
                    switch airing.time {
                    case .moment(let moment): moment <= now
                    case .day(let day): day <= today
                    }
                if !isOut {
                    // What was to come out and was put off has not come out.
                    found[place] = nil
                } else if found[place] != nil || airing.time.day(library.days) >= today.adding(days: -daysOfPatience) {
                    found[place] = airing
                }
            }
        }
        return found.map { (start: $1.time.start(library.days), place: $0, airing: $1) }
            .sorted { ($0.start, $0.place.title, $0.place.slot) < ($1.start, $1.place.title, $1.place.slot) }.map(\.airing)
    }
}

extension News: Remembered {
    static let version = 2
}

extension TitleFacts {
    fileprivate var isWorthKeeping: Bool { stage != nil || season != nil || !dates.isEmpty }
}
