/// How a feed's entries are shared out: the newest into the document that is subscribed to, the older ones into archives.
///
/// Shape: the document holds 50 to 149 entries, an archive exactly 100. Archives are numbered from the oldest entry that there ever
/// was, so that a full one stays as it is when new entries come; only the newest ten of them are kept.
///
/// Source: RFC 5005, 4
struct EntryPaging: Hashable, Sendable {
    /// The first of the entries that some document has, counted among those that are given.
    let first: Int
    /// The numbers of the archives, from 1.
    let archives: Range<Int>
    /// How many entries there were before those that are given.
    private let earlier: Int
    private let count: Int

    static let size = 100
    private static let fewest = 50
    private static let mostArchives = 10

    /// The most entries that the documents of one feed hold together.
    static let most = size * (mostArchives + 1) + fewest - 1

    /// - Parameter earlier: how many older entries are forgotten already.
    init(count: Int, earlier: Int = 0) {
        self.count = count
        self.earlier = earlier
        let full = max(0, earlier + count - Self.fewest) / Self.size
        let oldest = min(full, max(full - Self.mostArchives, (earlier + Self.size - 1) / Self.size))
        archives = oldest + 1..<full + 1
        first = max(0, oldest * Self.size - earlier)
    }

    /// The entries of an archive, counted among those that are given.
    func positions(ofArchive number: Int) -> Range<Int> {
        let start = (number - 1) * Self.size - earlier
        return start..<start + Self.size
    }

    /// The entries of the document that is subscribed to.
    var newest: Range<Int> { max(first, (archives.upperBound - 1) * Self.size - earlier)..<count }
}
