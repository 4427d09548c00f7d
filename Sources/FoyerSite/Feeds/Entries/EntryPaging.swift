/// Where an entry stands among the others of its feed.
struct EntryPlace: Hashable, Comparable, Codable, Sendable {
    let at: Moment
    /// Settles the order of what has the same time.
    let key: String

    static func < (left: EntryPlace, right: EntryPlace) -> Bool { (left.at, left.key) < (right.at, right.key) }
}

/// The archives of a feed: each has all entries between two places. What is full keeps its places for ever, whatever is added to the
/// past, taken from it, or forgotten.
struct ArchiveBounds: Hashable, Codable, Sendable {
    /// The number of the oldest archive that is kept; they are counted from 1.
    private(set) var first = 1
    /// Where that one begins; nil for the very beginning.
    private(set) var start: EntryPlace?
    /// Where each one ends, and the next one begins.
    private(set) var ends: [EntryPlace] = []

    /// Whether something of a time can be in a document that is kept: most of a long history is not.
    func reaches(_ moment: Moment) -> Bool { start.map { $0.at <= moment } ?? true }

    var numbers: Range<Int> { first..<first + ends.count }

    mutating func append(upTo end: EntryPlace) { ends.append(end) }

    mutating func keep(newest count: Int) {
        while ends.count > count {
            start = ends.removeFirst()
            first += 1
        }
    }
}

/// How a feed's entries are shared out: the newest into the document that is subscribed to, the older ones into archives.
///
/// Shape: the document holds 50 to 149 entries, an archive 100 when it is made; only the newest ten archives are kept.
///
/// Source: RFC 5005, 4
struct EntryPaging: Sendable {
    let bounds: ArchiveBounds
    /// The entries of the document that is subscribed to, counted among those that are given.
    let newest: Range<Int>
    /// The entries of each archive, the oldest one first.
    let archives: [(number: Int, entries: Range<Int>)]

    static let size = 100
    private static let fewest = 50
    private static let mostArchives = 10

    /// The most entries that the documents of one feed hold together.
    static let most = size * (mostArchives + 1) + fewest - 1

    /// - Parameters:
    ///   - places: of all entries, ascending.
    ///   - known: the archives that there are already.
    init(_ places: [EntryPlace], known: ArchiveBounds = ArchiveBounds()) {
        func index(of place: EntryPlace?) -> Int {
            guard let place else { return 0 }
            var (low, high) = (0, places.count)
            while low < high {
                let middle = (low + high) / 2
                if places[middle] < place { low = middle + 1 } else { high = middle }
            }
            return low
        }
        var bounds = known
        var next = index(of: bounds.ends.last ?? bounds.start)
        while places.count - next >= Self.size + Self.fewest {
            next += Self.size
            bounds.append(upTo: places[next])
        }
        bounds.keep(newest: Self.mostArchives)
        let cuts = ([bounds.start] + bounds.ends).map(index)
        self.bounds = bounds
        archives = zip(bounds.numbers, zip(cuts, cuts.dropFirst())).map { ($0, $1.0..<$1.1) }
        newest = (cuts.last ?? 0)..<places.count
    }

    /// All in one document, however many there are.
    init(one count: Int) {
        bounds = ArchiveBounds()
        newest = 0..<count
        archives = []
    }

    /// The first of the entries that some document has.
    var first: Int { archives.first?.entries.lowerBound ?? newest.lowerBound }
}
