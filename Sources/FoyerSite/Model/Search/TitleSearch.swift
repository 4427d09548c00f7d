/// Finds titles by what they are called and by what is known of them, as the site's own search does.
///
/// The twin of `titles.js`, which `docs/library.md` describes: the tests hold both to one table of cases.
public struct TitleSearch {
    private typealias Scalars = SearchText.Scalars

    private let entries: [Entry]

    /// A title that answers.
    public struct Found {
        public let title: Title
        /// The name by which it does, where that is not its own.
        public var name: String?
        /// Whether it is the note that does.
        public var isByNote = false
        fileprivate let rank: Double
    }

    public struct Answer {
        /// The best first.
        public let found: [Found]
        /// Whether these are only close to what was looked for: a letter is another one.
        public let isClose: Bool
    }

    /// All by which a title is found.
    private struct Entry {
        let title: Title
        /// Its own first, then its others, and the slug of its address, which nobody is told.
        let names: [SearchName]
        let toldNames: Int
        let facts: Scalars
        let note: Scalars

        /// What is known of it, each word by itself, which may be one of its name too.
        func knows(_ words: [Scalars]) -> Bool {
            words.allSatisfy { word in
                facts.holdsWord(word) || note.holdsWord(word) || names.contains { $0.folded.holdsWord(word) }
            }
        }
    }

    /// - Parameters:
    ///   - words: what a title is called by its kind and its list.
    ///   - note: the note on a title that may be looked through.
    public init(_ titles: [Title], words: (Title) -> [String], note: (Title) -> String?) {
        entries = titles.sortedByName.map { title in
            let names = [title.name] + title.alternativeNames
            let facts =
                words(title) + [title.year.map(String.init), title.details?.network].compactMap { $0 }
                + (title.details?.genres ?? [])
            let slug = title.slug.map { SearchName($0, isJapanese: false) }
            return Entry(
                title: title, names: names.map { SearchName($0, isJapanese: title.id.kind == .anime) } + [slug].compactMap { $0 },
                toldNames: names.count, facts: Scalars(facts.map(SearchText.folded).joined(separator: [" "])),
                note: note(title).map(SearchText.folded) ?? [])
        }
    }

    public func find(_ text: String) -> Answer {
        let asked = SearchName(text, isJapanese: true)
        guard !asked.folded.isEmpty else { return Answer(found: [], isClose: false) }
        let found = entries.compactMap { Self.found($0, asked) }
        if !found.isEmpty { return Answer(found: Self.bestFirst(found), isClose: false) }
        let close = entries.compactMap { entry in
            Self.distance(entry, asked).map { Found(title: entry.title, rank: $0) }
        }
        return Answer(found: Self.bestFirst(close), isClose: !close.isEmpty)
    }

    /// Those that are equal stay in the order of their names.
    private static func bestFirst(_ found: [Found]) -> [Found] {
        found.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
    }

    private static func found(_ entry: Entry, _ asked: SearchName) -> Found? {
        var best: Found?
        for (turn, name) in entry.names.enumerated() {
            // Another name of a title comes behind its own.
            guard let rank = name.rank(of: asked).map({ $0 + (turn > 0 ? 0.5 : 0) }), rank < best?.rank ?? .infinity else {
                continue
            }
            let isOther = turn > 0 && turn < entry.toldNames
            best = Found(title: entry.title, name: isOther ? name.text : nil, rank: rank)
        }
        let words = asked.words
        guard best == nil, entry.knows(words) else { return best }
        let isByNote = words.contains(where: entry.note.holdsWord)
        return Found(title: entry.title, isByNote: isByNote, rank: isByNote ? 7 : 6)
    }
}

// MARK: - A letter off

extension TitleSearch {
    /// Shorter words have to be right.
    private static let fewestLetters = 4

    /// How far a title is from words that may be one letter off; nil where it is further.
    private static func distance(_ entry: Entry, _ asked: SearchName) -> Double? {
        let own = entry.names.flatMap { $0.words + [$0.joined] } + entry.facts.split(separator: " ").map(Scalars.init)
        func nearest(_ word: Scalars) -> Double? { own.compactMap { distance($0, word) }.min() }
        let each = asked.words.map(nearest)
        let apart = each.contains(nil) ? nil : each.compactMap { $0 }.reduce(0, +)
        // As one word: `spidr man` is `Spider-Man`, and so is `spidermn`.
        let together = asked.starts.isEmpty ? nil : nearest(asked.joined)
        return [apart, together].compactMap { $0 }.min()
    }

    private static func distance(_ word: Scalars, _ asked: Scalars) -> Double? {
        let isExact = word.has(asked, at: 0)
        guard isExact || (asked.count >= fewestLetters && isNear(word, asked)) else { return nil }
        return (isExact ? 0 : 1) + min(1, Double(abs(word.count - asked.count)) / 10)
    }

    /// Whether a word, or a beginning of it, is another but for one letter: more, less, another one, or two that changed places.
    private static func isNear(_ word: Scalars, _ asked: Scalars) -> Bool {
        let place = zip(word, asked).prefix { $0 == $1 }.count
        guard place < asked.count else { return true }
        let rest = asked[(place + 1)...]
        if word.has(rest, at: place + 1) || word.has(rest, at: place) || word.has(asked[place...], at: place + 1) { return true }
        guard let next = rest.first, place + 1 < word.count else { return false }
        return asked[place] == word[place + 1] && next == word[place] && word.has(rest.dropFirst(), at: place + 2)
    }
}

// MARK: - The nearest

extension TitleSearch {
    /// The titles whose names have most in common with a text that none of them answers to.
    public func nearest(_ text: String, most: Int = 3) -> [Title] {
        let asked = Set(Self.pairs(SearchText.folded(text)))
        let alike = entries.compactMap { entry -> Found? in
            let shares = entry.names.map { name in
                let own = Self.pairs(name.folded)
                return 2 * Double(own.count(where: asked.contains)) / Double(own.count + asked.count)
            }
            return shares.max().flatMap { $0 > 0 ? Found(title: entry.title, rank: -$0) : nil }
        }
        return Self.bestFirst(alike).prefix(most).map(\.title)
    }

    /// Letters that stand beside each other, its beginning and its end among them, each two as one number.
    private static func pairs(_ text: Scalars) -> [UInt64] {
        let padded = [" "] + text + [" "]
        return zip(padded, padded.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
    }
}
