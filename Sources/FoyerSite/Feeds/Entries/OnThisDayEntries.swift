/// What was watched in earlier years on each day since the feeds were first written: one entry for a title and a day then.
struct OnThisDayEntries {
    let source: FeedSource
    /// The archives that there are already.
    let known: ArchiveBounds?
    /// When the feeds were first written.
    let begun: Moment?

    static let slug = "on-this-day"

    /// What was watched once, on a day that brings it back.
    private struct Memory {
        let today: CalendarDay
        let yearsAgo: Int
        let entry: DiaryEntry
        let title: Title
    }

    var feed: EntryFeed {
        let days = source.site.library.days
        return EntryFeed(
            name: phrase("feed.onThisDay"), slug: Self.slug, summary: phrase("feed.onThisDaySummary"),
            items: memories.map { (key(of: $0).place(at: days.firstMoment(of: $0.today)), $0) }, known: known, entry: entry)
    }

    /// From the first day of the feeds on, so that what is in an archive stays in it.
    private var memories: [Memory] {
        let library = source.site.library
        guard let begun else { return [] }
        let first = library.days.calendarDay(of: max(begun, known?.start?.at ?? begun))
        guard first <= source.site.today else { return [] }
        return (first.daysSince1970...source.site.today.daysSince1970).map(CalendarDay.init).flatMap { today in
            OnThisDay(library, today: today).days.flatMap { day in
                day.entries.map { entry in
                    Memory(today: today, yearsAgo: day.yearsAgo, entry: entry, title: library.titles[entry.position])
                }
            }
        }
    }

    /// By the days alone: two entries of one title and day, a rewatch beside a first watching, are told apart by what they are.
    private func key(of memory: Memory) -> EntryKey {
        source.key("on-this-day", of: memory.title.id, memory.today.iso, memory.entry.anchor)
    }

    private func entry(of memory: Memory) -> FeedEntry? {
        let days = source.site.library.days
        let words = PlayWords(memory.entry.plays, of: memory.title, days: days)
        let what = [memory.title.name, words.episodes(namingUpTo: 1)].compactMap { $0 }.joined(separator: " ")
        let start = days.firstMoment(of: memory.today)
        let length = memory.entry.totals.knownTime.map { phrase("feed.length", ["duration": $0]) }
        let watched = phrase("feed.watchedOn", ["when": memory.entry.day.wordsWithWeekday])
        var told = FeedEntry(
            key: key(of: memory),
            title: phrase("feed.yearsAgo", count: memory.yearsAgo, ["what": what]),
            words: [watched, length].compactMap { $0 }.joined(separator: " "),
            published: start, updated: start,
            subject: FeedEntry.Subject(memory.title, site: source.site, baseURL: source.baseURL))
        told.permalink = source.permalink(of: memory.entry)
        told.facts = [
            JSONNode.Member(name: "watched_on", value: .text(memory.entry.day.iso)),
            JSONNode.Member(name: "years_ago", value: .whole(memory.yearsAgo)),
            JSONNode.Member(name: "plays", value: .whole(memory.entry.plays.count)),
        ]
        return told
    }
}
