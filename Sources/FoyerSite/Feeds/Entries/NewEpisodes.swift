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
        guard let title = source.site.library.title(drop.first.title), title.isFollowed else { return nil }
        let days = source.site.library.days
        let start = drop.first.time.start(days)
        let text = DropText(drop: drop, title: title, site: source.site)
        var entry = FeedEntry(
            key: key(of: drop.first), title: text.headline, words: text.out, published: start,
            updated: drop.airings.map { $0.time.start(days) }.max() ?? start,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        entry.facts = text.facts
        return entry
    }
}
