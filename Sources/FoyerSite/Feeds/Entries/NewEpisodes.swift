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

    private func slot(_ airing: Airing) -> String { airing.episode?.label ?? airing.release?.label ?? "" }

    private func key(of airing: Airing) -> EntryKey { source.key("aired", of: airing.title, slot: NewsSlot(airing)) }

    /// Nil for a title that is not followed any more.
    private func entry(of airing: Airing) -> FeedEntry? {
        guard let title = source.site.library.title(airing.title), title.isFollowed else { return nil }
        let days = source.site.library.days
        let start = airing.time.start(days)
        let slot = slot(airing)
        var entry = FeedEntry(
            key: key(of: airing),
            title: airing.episode == nil
                ? "\(title.name): \(slot)" : "\(title.name) \(slot)" + (airing.mark.map { " (\($0))" } ?? ""),
            words: words(airing, length: airing.runtimeMinutes ?? title.runtimeMinutes),
            published: start, updated: start,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        entry.facts = facts(airing)
        return entry
    }

    private func words(_ airing: Airing, length: Int?) -> String {
        let days = source.site.library.days
        let day = airing.time.day(days)
        var words = airing.episode == nil ? "Out \(airing.mark ?? "")" : "On the air"
        words += " since \(day.weekday) \(day.words)"
        if case .moment(let moment) = airing.time { words += ", \(days.clock(of: moment)) (\(days.zone))" }
        words += "."
        return words + (length.map { " \(duration(minutes: $0))." } ?? "")
    }

    private func facts(_ airing: Airing) -> [JSONNode.Member] {
        guard let episode = airing.episode else { return [] }
        return [
            JSONNode.Member(name: "season", value: episode.season.map(JSONNode.whole) ?? .null),
            JSONNode.Member(name: "episode", value: .whole(episode.number)),
        ]
    }
}
