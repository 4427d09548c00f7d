/// What was rated, with the owner's note where it is not private.
struct RecentRatings {
    let source: FeedSource
    /// The archives that there are already.
    let known: ArchiveBounds?
    /// When titles first got a rating, by Simkl id, as far as builds remember it.
    let firstRated: [Int: Moment]

    static let slug = "ratings"

    /// A title with its rating, and when it was given.
    private struct Rated {
        let title: Title
        let value: Int
        let at: Moment
    }

    var feed: EntryFeed {
        let days = source.site.library.days
        let rated = source.site.library.titles.compactMap { title in
            title.rating.flatMap { rating in
                rating.ratedAt.map { Rated(title: title, value: rating.value, at: $0.start(days)) }
            }
        }
        return EntryFeed(
            name: phrase("label.ratings"), slug: Self.slug, summary: phrase("feed.ratingsSummary"),
            items: rated.lazy.filter { known?.reaches($0.at) ?? true }.map { (key(of: $0).place(at: $0.at), $0) }, known: known,
            entry: entry)
    }

    private func key(of rated: Rated) -> EntryKey { source.key("rating", of: rated.title.id) }

    /// A title that is rated anew is the same entry with a later date; it was published when it was rated first.
    private func entry(of rated: Rated) -> FeedEntry? {
        let title = rated.title
        var entry = FeedEntry(
            key: key(of: rated), title: phrase("feed.ratedTitle", ["title": title.name, "rating": stars(rated.value)]),
            words: phrase("feed.rated", ["rating": String(rated.value)]), note: title.memo,
            published: min(firstRated[title.id.simkl] ?? rated.at, rated.at), updated: rated.at,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        entry.facts = [JSONNode.Member(name: "rating", value: .whole(rated.value))]
        return entry
    }
}
