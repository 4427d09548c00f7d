/// What came out for the lists.
struct NewEpisodes {
    let source: FeedSource
    /// The archives that there are already.
    let known: ArchiveBounds?

    static let slug = "new-episodes"

    var feed: EntryFeed {
        let days = source.site.library.days
        return EntryFeed(
            name: "New episodes", slug: Self.slug,
            summary: "Episodes and films as they come out, of what is on my lists.",
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
        guard let episode = title.episode(of: airing) else { return "\(title.name): \(airing.release?.label ?? "out")" }
        // Watching an episode is no reason to rewrite what was told when it aired.
        let name = source.site.library.spoilers == .names ? airing.name : nil
        return "\(title.name) \(episode.label(name))" + (title.mark(of: airing).map { " (\($0))" } ?? "")
    }

    private func words(_ airing: Airing, of title: Title) -> String {
        let days = source.site.library.days
        let day = airing.time.day(days)
        let place = title.isFilm ? ["Out", airing.release?.label].compactMap { $0 }.joined(separator: " ") : "On the air"
        var words = "\(place) since \(day.weekday) \(day.words)"
        if case .moment(let moment) = airing.time { words += ", \(days.clock(of: moment)) (\(days.zone))" }
        words += "."
        return words + ((airing.runtimeMinutes ?? title.runtimeMinutes).map { " \(duration(minutes: $0))." } ?? "")
    }

    private func facts(_ episode: EpisodeNumber?) -> [JSONNode.Member] {
        guard let episode else { return [] }
        return [
            JSONNode.Member(name: "season", value: episode.season.map(JSONNode.whole) ?? .null),
            JSONNode.Member(name: "episode", value: .whole(episode.number)),
        ]
    }
}
