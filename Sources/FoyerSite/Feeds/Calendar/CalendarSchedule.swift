/// All that the calendars may show: what airs of the titles that are followed, watched or not, and what is remembered of the rest.
///
/// Why watched episodes stay: an event that vanishes looks cancelled, and watching is no reason for a calendar to change.
struct CalendarSchedule {
    /// Each airing once.
    private(set) var airings: [CalendarAiring] = []
    /// Of airings that were remembered and are missing now.
    private(set) var fates: [String: CalendarMemory.Fate] = [:]

    init(_ site: Site, remembered: CalendarMemory?) {
        var seen: Set<AiringKey> = []
        for title in site.library.titles where title.isFollowed {
            for airing in title.schedule {
                let found = CalendarAiring(airing, of: title)
                if airing.time.isOnCalendar, seen.insert(found.key).inserted { airings.append(found) }
            }
        }
        guard let remembered else { return }
        let current = Set(seen.map(\.text))
        let missing = remembered.airings.filter { !current.contains($0.key) }.sorted { $0.key < $1.key }
        guard !missing.isEmpty else { return }
        let titles = Dictionary(site.library.titles.map { ($0.id.simkl, $0) }) { first, _ in first }
        for (key, entry) in missing {
            // Of a title that is on no list of this edition any more, nothing is shown.
            guard let title = titles[entry.airing.title.simkl], title.isFollowed else { continue }
            // What is remembered may be of a time when more was told.
            var airing = title.told(entry.airing, site.library.spoilers)
            airing.title = title.id
            // Renumbered, or known by its number now, it is there under another name; one that was beside it before is another one.
            let isReplaced = title.schedule.contains { other in
                other.time == airing.time && remembered.airings[AiringKey(other).text]?.airing.time != other.time
            }
            let fate = isReplaced ? .gone : Self.fate(of: airing, entry.fate, title: title, site: site)
            fates[key] = fate
            let isOver = airing.time.day(site.library.days) < site.today
            if fate == .standing || (fate == .cancelled && !isOver) {
                airings.append(CalendarAiring(airing, of: title, isCancelled: fate == .cancelled))
            }
        }
    }

    /// What becomes of an airing that the data has no more, if it was not renumbered.
    private static func fate(
        of airing: Airing, _ before: CalendarMemory.Fate, title: Title, site: Site
    ) -> CalendarMemory.Fate {
        if airing.release != nil {
            // Not the calendars but the film's own record tells these, for the country that the owner lives in now.
            return title.details == nil ? before : .gone
        }
        let isOver = airing.time.day(site.library.days) < site.today
        // A film's day that nobody placed is told better by its releases; programs keep what only vanishes.
        if title.id.kind == .movie, title.schedule.contains(where: { $0.release != nil }) {
            return before == .gone || isOver ? .gone : .cancelled
        }
        // Files that are missing, damaged or of other days say nothing.
        guard site.library.coverage.covers(airing.time, of: title.id.kind) else { return before }
        if before == .gone { return .gone }
        return isOver ? (before == .cancelled ? .cancelled : .gone) : .cancelled
    }
}

extension AirTime {
    /// Whether a calendar can write it: its years have four digits.
    fileprivate var isOnCalendar: Bool { (1000...9998).contains(utcDay.year) }
}
