/// A feed of entries, before it is written in one format or another.
struct EntryFeed: Sendable {
    /// As in `New episodes`.
    let name: String
    /// As in `new-episodes`: the name of its files.
    let slug: String
    /// What it holds, in one sentence.
    let summary: String
    /// The oldest first.
    let entries: [FeedEntry]
    /// How its entries are shared out over documents.
    let paging: EntryPaging
    /// Whether older entries are in no document.
    let isCut: Bool
    /// What ``paging`` counts from: entries before it are in no document, and not in ``entries`` either.
    private let offset: Int

    /// Makes only the entries that some document has.
    ///
    /// - Parameters:
    ///   - items: what the entries are made of, the oldest first.
    ///   - earlier: how many older ones are forgotten already.
    init<Item>(
        name: String, slug: String, summary: String, items: [Item], earlier: Int = 0, entry: (Item) -> FeedEntry
    ) {
        self.name = name
        self.slug = slug
        self.summary = summary
        paging = EntryPaging(count: items.count, earlier: earlier)
        offset = paging.first
        isCut = paging.first > 0 || earlier > 0
        entries = items[paging.first...].map(entry)
    }

    /// Every document that the feed is written in: the newest entries first, then the archives, the newest of them first.
    var documents: [EntryDocument] {
        let newest = EntryDocument(feed: self, archive: nil, entries: slice(paging.newest), previous: paging.archives.last)
        let archives = paging.archives.reversed().map { number in
            EntryDocument(
                feed: self, archive: number, entries: slice(paging.positions(ofArchive: number)),
                previous: number > paging.archives.lowerBound ? number - 1 : nil)
        }
        return [newest] + archives
    }

    private func slice(_ positions: Range<Int>) -> ArraySlice<FeedEntry> {
        entries[positions.lowerBound - offset..<positions.upperBound - offset]
    }

    /// Where a document is, below the site's root.
    func path(archive: Int?, _ format: Feed.Format) -> String {
        let suffix = format == .atom ? "atom" : "json"
        return archive.map { "feeds/archive/\(slug)-\($0).\(suffix)" } ?? "feeds/\(slug).\(suffix)"
    }
}

/// One document of a feed.
struct EntryDocument: Sendable {
    let feed: EntryFeed
    /// Nil for the one that is subscribed to.
    let archive: Int?
    /// The oldest first.
    let entries: ArraySlice<FeedEntry>
    /// The archive before it.
    let previous: Int?

    func path(_ format: Feed.Format) -> String { feed.path(archive: archive, format) }

    func previousPath(_ format: Feed.Format) -> String? { previous.map { feed.path(archive: $0, format) } }
}
