/// What changed for the lists from one build to the next.
struct WhatChanged {
    let source: FeedSource
    /// The archives that there are already.
    let known: ArchiveBounds?

    static let slug = "changes"

    var feed: EntryFeed {
        // Those that one build noticed stand as it noticed them.
        var noticed: [Moment: Int] = [:]
        let places = source.site.news.changes.map { change in
            noticed[change.noticed, default: 10_000] += 1
            return EntryPlace(at: change.noticed, key: String(noticed[change.noticed] ?? 0))
        }
        let drops = ChangedDrop.all(of: source.site.news.changes)
        let told = Dictionary(drops.map { ($0.first, $0) }) { first, _ in first }
        return EntryFeed(
            name: phrase("feed.changes"), slug: Self.slug, summary: phrase("feed.changesSummary"),
            items: Array(zip(places, source.site.news.changes)), known: known
        ) { change in
            // What another entry tells of keeps its place.
            told[change].flatMap(entry)
        }
    }

    private func key(of change: NewsChange) -> EntryKey {
        source.key(
            "change", change.event.rawValue, of: change.title, slot: change.slot ?? .whole,
            change.from?.text ?? "", change.to?.text ?? "", change.noticed.rfc3339)
    }

    /// Nil for a title that is not followed any more.
    private func entry(of drop: ChangedDrop) -> FeedEntry? {
        let change = drop.first
        guard let title = source.site.library.title(change.title), title.isFollowed else { return nil }
        let words = ChangeWords(drop: drop, title: title, days: source.site.library.days)
        var entry = FeedEntry(
            key: key(of: change),
            title: words.headline, words: words.sentence, published: change.noticed, updated: change.noticed,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        entry.facts = [JSONNode.Member(name: "change", value: .text(change.event.rawValue))]
        if drop.episodes.count > 1 {
            entry.facts.append(JSONNode.Member(name: "episodes", value: .texts(drop.episodes.map(\.label))))
        }
        return entry
    }
}
