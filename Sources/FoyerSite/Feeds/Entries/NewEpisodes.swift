/// What came out for the lists.
struct NewEpisodes {
    let source: FeedSource
    /// The archives that there are already.
    let known: ArchiveBounds?

    static let slug = "new-episodes"

    var feed: EntryFeed {
        let days = source.site.library.days
        let drops = drops
        return EntryFeed(
            name: phrase("feed.newEpisodes"), slug: Self.slug, summary: phrase("feed.newEpisodesSummary"),
            items: source.site.news.arrivals.map { (key(of: $0).place(at: $0.time.start(days)), $0) }, known: known
        ) { airing in
            // What another entry tells of keeps its place.
            drops[airing].flatMap(entry)
        }
    }

    /// What came of a title on one day is one entry: by the airing that begins it.
    private var drops: [Airing: Drop] {
        let days = source.site.library.days
        let byDay = Dictionary(grouping: source.site.news.arrivals) { $0.time.day(days) }
        let all = byDay.values.flatMap(Drop.all)
        return Dictionary(all.map { ($0.first, $0) }) { first, _ in first }
    }

    private func key(of airing: Airing) -> EntryKey { source.key("aired", of: airing.title, slot: NewsSlot(airing)) }

    /// Nil for a title that is not followed any more.
    private func entry(of drop: Drop) -> FeedEntry? {
        let airing = drop.first
        guard let title = source.site.library.title(airing.title), title.isFollowed else { return nil }
        let days = source.site.library.days
        let start = airing.time.start(days)
        var entry = FeedEntry(
            key: key(of: airing),
            title: drop.headline(of: title, source.site.library.spoilers), words: words(drop, of: title), published: start,
            updated: drop.airings.map { $0.time.start(days) }.max() ?? start,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        entry.facts = facts(title.episode(of: airing))
        if !drop.rest.isEmpty {
            entry.facts.append(JSONNode.Member(name: "episodes", value: .texts(drop.episodes.map(\.label))))
        }
        return entry
    }

    private func words(_ drop: Drop, of title: Title) -> String {
        let minutes = drop.airings.map { $0.runtimeMinutes ?? title.runtimeMinutes }
        let known = minutes.contains(nil) ? nil : minutes.reduce(0) { $0 + ($1 ?? 0) }
        let length = known.map { phrase("feed.length", ["duration": duration(minutes: $0)]) }
        return [out(drop.first, of: title), length].compactMap { $0 }.joined(separator: " ")
    }

    private func out(_ airing: Airing, of title: Title) -> String {
        let values: KeyValuePairs = ["when": when(airing.time)]
        if !title.isFilm { return phrase("feed.onTheAir", values) }
        return switch airing.release {
        case .cinema: phrase("feed.outInCinema", values)
        case .home: phrase("feed.outAtHome", values)
        case nil: phrase("feed.out", values)
        }
    }

    private func when(_ time: AirTime) -> String {
        let days = source.site.library.days
        let day = time.day(days).wordsWithWeekday
        guard case .moment(let moment) = time else { return day }
        return phrase("feed.dayTimeZone", ["day": day, "time": days.clock(of: moment), "zone": days.zone])
    }

    private func facts(_ episode: EpisodeNumber?) -> [JSONNode.Member] {
        guard let episode else { return [] }
        return [
            JSONNode.Member(name: "season", value: episode.season.map(JSONNode.whole) ?? .null),
            JSONNode.Member(name: "episode", value: .whole(episode.number)),
        ]
    }
}

extension Drop {
    /// `Foundation S02E03 (season premiere)`, `Heat: in the cinema`; the name of an episode only where that is told before it is
    /// watched: watching one is no reason to rewrite what was told when it aired.
    func headline(of title: Title, _ spoilers: Spoilers) -> String {
        guard let episode = title.episode(of: first) else {
            return first.release.map { phrase("feed.releasedTitle", ["title": title.name, "release": $0.mark.label]) }
                ?? phrase("feed.outTitle", ["title": title.name])
        }
        let label = rest.isEmpty ? episode.label(spoilers == .names ? first.name : nil) : label(of: title) ?? episode.label
        return "\(title.name) \(label)" + (marks(of: title).map { " (\($0))" } ?? "")
    }
}
