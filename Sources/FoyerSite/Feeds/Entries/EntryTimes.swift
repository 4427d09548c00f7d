import Disk

/// When an entry was first told, and since when it says what it says.
struct EntryRevision: Hashable, Codable, Sendable {
    let published: Moment
    let updated: Moment
    /// A hash of all that it says.
    let hash: String
}

/// The times of entries that no date of the data tells: builds remember them.
struct EntryTimes: Sendable {
    /// Nil where no build has told of any.
    private let known: [String: EntryRevision]?
    private let now: Moment
    /// What an entry has that no build has told of.
    let new: Moment
    /// What the next build is to remember.
    private(set) var revisions: [String: EntryRevision] = [:]

    /// - Parameter begun: when the feeds were first written: the first build has no history, and what it makes again has to be the same.
    init(_ known: [String: EntryRevision]?, now: Moment, begun: Moment) {
        self.known = known
        self.now = now
        new = known == nil ? begun : now
    }

    /// Whether there is no history.
    var isFirst: Bool { known == nil }

    /// When an entry was first told.
    func published(_ key: EntryKey, new: Moment) -> Moment { known?[key.text]?.published ?? new }

    /// The entry with its own times: those that it has are of one that no build has told of.
    mutating func dated(_ entry: FeedEntry) -> FeedEntry {
        let (old, hash) = (known?[entry.key.text], entry.hash)
        var dated = entry
        if let old {
            dated.published = old.published
            dated.updated = old.hash == hash ? old.updated : max(now, old.updated)
        }
        revisions[entry.key.text] = EntryRevision(published: dated.published, updated: dated.updated, hash: hash)
        return dated
    }

    /// Goes on remembering an entry that no document has any more.
    mutating func keep(_ key: EntryKey) { revisions[key.text] = known?[key.text] }
}

extension FeedEntry {
    /// A hash of all that it says.
    fileprivate var hash: String {
        var fingerprint = Fingerprint()
        fingerprint.feed(wordsOf: self)
        return String(fingerprint.value, radix: 16)
    }
}

extension Fingerprint {
    /// All that an entry says, without its times and addresses.
    mutating func feed(wordsOf entry: FeedEntry) {
        feed([entry.title, entry.words, entry.note ?? "\0"])
        feed(entry.sections) { fingerprint, section in
            fingerprint.feed(section.heading as String)
            fingerprint.feed(section.lines.map(\.text))
        }
        feed(entry.facts) {
            $0.feed($1.name as String)
            $0.feed($1.value.document as String)
        }
    }
}
