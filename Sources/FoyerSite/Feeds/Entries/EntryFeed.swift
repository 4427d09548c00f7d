/// A feed of entries, before it is written in one format or another.
struct EntryFeed: Sendable {
    /// As in `New episodes`.
    let name: String
    /// As in `new-episodes`: the name of its files.
    let slug: String
    /// What it holds, in one sentence.
    let summary: String
    /// By their positions in ``paging``, from its first on; nil for what is told no more, and keeps its place all the same: nothing else
    /// moves from one document to another when a title leaves the lists.
    private let entries: [FeedEntry?]
    /// How its entries are shared out over documents.
    let paging: EntryPaging
    /// Whether it is one document that holds all there is: what leaves it is to leave the readers too.
    ///
    /// Source: RFC 5005, 2
    let isComplete: Bool

    /// Makes only the entries that some document has.
    ///
    /// - Parameters:
    ///   - items: what the entries are made of, each with the place of its entry.
    ///   - known: the archives that there are already.
    init<Item>(
        name: String, slug: String, summary: String, items: [(place: EntryPlace, item: Item)],
        known: ArchiveBounds?, entry: (Item) -> FeedEntry?
    ) {
        self.name = name
        self.slug = slug
        self.summary = summary
        let sorted = items.sorted { $0.place < $1.place }
        let paging = EntryPaging(sorted.map(\.place), known: known ?? ArchiveBounds())
        self.paging = paging
        isComplete = false
        entries = sorted[paging.first...].map { entry($0.item) }
    }

    /// A feed of one document, without archives.
    ///
    /// - Parameter entries: the oldest first.
    init(name: String, slug: String, summary: String, entries: [FeedEntry], isComplete: Bool = false) {
        self.name = name
        self.slug = slug
        self.summary = summary
        self.entries = entries
        self.isComplete = isComplete
        paging = EntryPaging(one: entries.count)
    }

    /// The oldest that some document has, where older ones are in none.
    var oldest: FeedEntry? { paging.bounds.start == nil ? nil : entries.lazy.compactMap { $0 }.first }

    /// Every document that the feed is written in: the newest entries first, then the archives, the newest of them first.
    var documents: [EntryDocument] {
        let numbers = paging.bounds.numbers
        let newest = EntryDocument(feed: self, archive: nil, entries: slice(paging.newest), previous: numbers.last)
        let archives = paging.archives.reversed().map { archive in
            EntryDocument(
                feed: self, archive: archive.number, entries: slice(archive.entries),
                previous: archive.number > numbers.lowerBound ? archive.number - 1 : nil)
        }
        return [newest] + archives
    }

    private func slice(_ positions: Range<Int>) -> [FeedEntry] {
        entries[positions.lowerBound - paging.first..<positions.upperBound - paging.first].compactMap { $0 }
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
    let entries: [FeedEntry]
    /// The archive before it.
    let previous: Int?

    func path(_ format: Feed.Format) -> String { feed.path(archive: archive, format) }

    func previousPath(_ format: Feed.Format) -> String? { previous.map { feed.path(archive: $0, format) } }
}
