/// What was watched, by title and day: a sitting of ten episodes is one entry.
struct RecentlyWatched {
    let source: FeedSource
    /// The archives that there are already.
    let known: ArchiveBounds?

    static let slug = "watched"

    /// What the diary has of each day.
    private let diary = OnceEach<CalendarDay, [DiaryEntry]>()

    init(source: FeedSource, known: ArchiveBounds?) {
        self.source = source
        self.known = known
    }

    /// The plays of a title on one day.
    private struct Sitting {
        let title: Title
        /// The title's position in the library.
        let position: Int
        let day: CalendarDay
        let plays: [Play]
        /// Of the first and the last play, as far as it is told.
        let span: ClosedRange<Moment>
    }

    var feed: EntryFeed {
        EntryFeed(
            name: phrase("feed.watched"), slug: Self.slug, summary: phrase("feed.watchedSummary"),
            items: sittings.lazy.filter { known?.reaches($0.span.lowerBound) ?? true }.map {
                (key(of: $0).place(at: $0.span.lowerBound), $0)
            }, known: known, entry: entry)
    }

    /// Not by the time of day, which anybody could find by trying them all.
    private func key(of sitting: Sitting) -> EntryKey { source.key("watched", of: sitting.title.id, sitting.day.iso) }

    /// Plays without a believable day are in none.
    private var sittings: [Sitting] {
        let days = source.site.library.days
        return source.site.library.titles.enumerated().flatMap { position, title in
            var plays: [CalendarDay: [Play]] = [:]
            for play in title.plays {
                if let day = play.time.day(days) { plays[day, default: []].append(play) }
            }
            return plays.map { Sitting(title: title, position: position, day: $0, plays: $1, span: span($0, $1)) }
        }
    }

    private func span(_ day: CalendarDay, _ plays: [Play]) -> ClosedRange<Moment> {
        let start = source.site.library.days.firstMoment(of: day)
        let moments = plays.compactMap(\.time.moment)
        return (moments.min() ?? start)...(moments.max() ?? start)
    }

    /// One more episode on the same day is the same entry with a later date.
    private func entry(of sitting: Sitting) -> FeedEntry? {
        let (title, words) = (sitting.title, PlayWords(sitting.plays, of: sitting.title, days: source.site.library.days))
        let what = [title.name, words.episodes(namingUpTo: 1)].compactMap { $0 }.joined(separator: " ")
        let day = sitting.day.wordsWithWeekday
        let when = words.clock.map { phrase("feed.dayAndTimes", ["day": day, "times": $0]) } ?? day
        let isAgain = sitting.plays.allSatisfy { $0.rewatch != nil }
        let watched = isAgain ? phrase("feed.watchedAgainOn", ["when": when]) : phrase("feed.watchedOn", ["when": when])
        var entry = FeedEntry(
            key: key(of: sitting),
            title: isAgain ? phrase("feed.againTitle", ["what": what]) : what,
            words: [watched, length(sitting.plays), names(words)].compactMap { $0 }.joined(separator: " "),
            published: sitting.span.lowerBound, updated: sitting.span.upperBound,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        entry.permalink = permalink(of: sitting)
        let labels = sitting.plays.compactMap(\.episode).sorted().map(\.label)
        entry.facts = labels.isEmpty ? [] : [JSONNode.Member(name: "episodes", value: .texts(labels))]
        return entry
    }

    /// Where the diary tells of it first: what was watched again on the same day has an entry of its own there.
    private func permalink(of sitting: Sitting) -> String? {
        let entries = diary.value(for: sitting.day) {
            source.site.library.diary(sitting.day...sitting.day)[sitting.day] ?? []
        }
        return entries.first { $0.position == sitting.position }.map(source.permalink)
    }

    /// What the title does not say: the names of several episodes.
    private func names(_ words: PlayWords) -> String? {
        guard words.plays.count > 1, let named = words.episodes(namingUpTo: Self.mostNames), named != words.episodes else {
            return nil
        }
        return phrase("feed.episodes", ["episodes": named])
    }

    private static let mostNames = 12

    private func length(_ plays: [Play]) -> String? {
        let minutes = plays.reduce(0) { $0 + $1.length.minutes }
        return minutes > 0 ? phrase("feed.length", ["duration": duration(minutes: minutes)]) : nil
    }
}
