/// What was rated, with the owner's note where it is not private.
struct RecentRatings {
    let source: FeedSource

    var feed: EntryFeed {
        let rated = source.site.library.titles.compactMap { title in
            title.rating.flatMap { rating in rating.ratedAt.map { (title: title, value: rating.value, at: source.stamp($0)) } }
        }
        return EntryFeed(
            name: "Ratings", slug: "ratings", summary: "What I rated, with my notes.",
            items: rated.sorted { ($0.at, $0.title.id) < ($1.at, $1.title.id) }
        ) { entry(of: $0.title, $0.value, at: $0.at) }
    }

    /// A title that is rated anew is the same entry with a later date.
    private func entry(of title: Title, _ value: Int, at stamp: Moment) -> FeedEntry {
        var entry = FeedEntry(
            id: source.id("rating", title.id.key), title: "\(title.name): ★ \(value)", words: "Rated \(value) of 10.",
            note: title.memo, published: stamp, updated: stamp,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        entry.facts = [JSONNode.Member(name: "rating", value: .whole(value))]
        return entry
    }
}
