/// What came out for the lists.
struct NewEpisodes {
    let source: FeedSource
    /// The archives that there are already.
    let known: ArchiveBounds?

    static let slug = "new-episodes"

    var feed: EntryFeed {
        let days = source.site.library.days
        return EntryFeed(
            name: phrase("feed.newEpisodes"), slug: Self.slug, summary: phrase("feed.newEpisodesSummary"),
            items: source.site.news.arrivals.map { (key(of: $0).place(at: $0.time.start(days)), $0) }, known: known, entry: entry)
    }

    private func key(of airing: Airing) -> EntryKey { source.key("aired", of: airing.title, slot: NewsSlot(airing)) }

    /// Nil for a title that is not followed any more.
    private func entry(of airing: Airing) -> FeedEntry? {
        guard let title = source.site.library.title(airing.title), title.isFollowed else { return nil }
        let days = source.site.library.days
        let start = airing.time.start(days)
        var entry = FeedEntry(
            key: key(of: airing),
            title: headline(airing, title), words: words(airing, of: title), published: start, updated: start,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        entry.facts = facts(title.episode(of: airing))
        return entry
    }

    private func headline(_ airing: Airing, _ title: Title) -> String {
        guard let episode = title.episode(of: airing) else {
            return airing.release.map { phrase("feed.releasedTitle", ["title": title.name, "release": $0.mark.label]) }
                ?? phrase("feed.outTitle", ["title": title.name])
        }
        // Watching an episode is no reason to rewrite what was told when it aired.
        let name = source.site.library.spoilers == .names ? airing.name : nil
        return "\(title.name) \(episode.label(name))" + (title.mark(of: airing).map { " (\($0.label))" } ?? "")
    }

    private func words(_ airing: Airing, of title: Title) -> String {
        let minutes = airing.runtimeMinutes ?? title.runtimeMinutes
        let length = minutes.map { phrase("feed.length", ["duration": duration(minutes: $0)]) }
        return [out(airing, of: title), length].compactMap { $0 }.joined(separator: " ")
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
