/// What the owner wrote of titles, where that is not private, with the rating.
struct ReviewEntries {
    let source: FeedSource
    /// The archives that there are already.
    let known: ArchiveBounds?

    static let slug = "reviews"

    /// A title with its note.
    private struct Noted {
        let title: Title
        let note: String
        let published: Moment
    }

    func feed(_ times: inout EntryTimes) -> EntryFeed {
        var (entries, items): ([EntryPlace: FeedEntry], [(place: EntryPlace, item: EntryPlace)]) = ([:], [])
        for title in source.site.library.titles {
            guard let note = title.memo else { continue }
            let key = source.key("note", of: title.id)
            let published = times.published(key, new: published(title, times))
            let place = key.place(at: published)
            if known?.reaches(published) ?? true {
                entries[place] = times.dated(entry(of: Noted(title: title, note: note, published: published), key))
            } else {
                times.keep(key)
            }
            items.append((place, place))
        }
        return EntryFeed(
            name: phrase("feed.reviews"), slug: Self.slug, summary: phrase("feed.reviewsSummary"), items: items, known: known
        ) { entries[$0] }
    }

    /// Of a note that no build has told of: Simkl tells no time of it. One that was there before there was a feed is put where its
    /// title was rated.
    private func published(_ title: Title, _ times: EntryTimes) -> Moment {
        guard times.isFirst else { return times.new }
        return title.rating?.ratedAt.map { min($0.start(source.site.library.days), times.new) } ?? times.new
    }

    private func entry(of noted: Noted, _ key: EntryKey) -> FeedEntry {
        let (title, rating) = (noted.title, noted.title.rating?.value)
        var entry = FeedEntry(
            key: key,
            title: rating.map { phrase("feed.ratedTitle", ["title": title.name, "rating": stars($0)]) } ?? title.name,
            words: rating.map { phrase("feed.rated", ["rating": String($0)]) } ?? phrase("feed.notRated"), note: noted.note,
            published: noted.published, updated: noted.published,
            subject: FeedEntry.Subject(title, site: source.site, baseURL: source.baseURL))
        if let rating { entry.facts = [JSONNode.Member(name: "rating", value: .whole(rating))] }
        return entry
    }
}
