/// The owner's ratings held against those of Simkl's viewers.
///
/// Shape: a crowd of fewer than ``fewestVotes``, or of a size that nobody tells, is no crowd, and only counted.
struct CrowdComparison: Sendable {
    static let fewestVotes = 50

    /// A title that both have rated.
    struct Pair: Sendable {
        let title: Title
        let own: Int
        let crowd: CrowdRating
        let votes: Int
        /// How much higher the owner's rating is, in tenths, between the two as they are shown.
        let tenths: Int
    }

    /// In the library's order.
    let pairs: [Pair]
    /// How many rated titles too few others have voted on.
    let tooFewVotes: Int
    /// How many rated titles the data has no rating of Simkl's for.
    let unknown: Int

    init(_ titles: [Title]) {
        var pairs: [Pair] = []
        var (tooFewVotes, unknown) = (0, 0)
        for title in titles {
            guard let own = title.rating?.value else { continue }
            guard let crowd = title.crowd.simkl else {
                unknown += 1
                continue
            }
            guard crowd.isCompared, let votes = crowd.votes else {
                tooFewVotes += 1
                continue
            }
            pairs.append(Pair(title: title, own: own, crowd: crowd, votes: votes, tenths: crowd.tenths(below: own)))
        }
        self.pairs = pairs
        self.tooFewVotes = tooFewVotes
        self.unknown = unknown
    }

    /// Whether there are enough titles for an average and an order.
    var isRanked: Bool { pairs.count >= Sample.smallest }

    /// Where the owner is the kinder one, the widest gap first; among equals the larger crowd. Nothing where there are too few to rank.
    var higher: [Pair] {
        guard isRanked else { return [] }
        return pairs.filter { $0.tenths > 0 }.sorted { ($0.tenths, $0.votes, $1.title.id) > ($1.tenths, $1.votes, $0.title.id) }
    }

    /// Where the owner is the stricter one, the widest gap first.
    var lower: [Pair] {
        guard isRanked else { return [] }
        return pairs.filter { $0.tenths < 0 }.sorted { (-$0.tenths, $0.votes, $1.title.id) > (-$1.tenths, $1.votes, $0.title.id) }
    }

    /// Titles that have something in common, of which there are enough to average.
    ///
    /// Units: tenths of a rating, as they are shown.
    struct Group: Hashable, Sendable {
        let name: String
        let count: Int
        let own: Int
        let crowd: Int

        /// How much higher the owner's mean is.
        var tenths: Int { own - crowd }

        fileprivate init?(_ name: String, _ pairs: [Pair]) {
            guard pairs.count >= Sample.smallest else { return nil }
            self.name = name
            count = pairs.count
            own = Int((Double(pairs.reduce(0) { $0 + $1.own }) * 10 / Double(count)).rounded())
            crowd = Int((pairs.reduce(0) { $0 + $1.crowd.average } * 10 / Double(count)).rounded())
        }
    }

    /// The titles by what they have in common, each perhaps more than one thing, in the order of that.
    func groups<Key: Hashable & Comparable>(by keys: (Title) -> [Key], name: (Key) -> String) -> [Group] {
        let keyed = pairs.flatMap { pair in Set(keys(pair.title)).map { (key: $0, pair: pair) } }
        return Dictionary(grouping: keyed, by: \.key).sorted { $0.key < $1.key }
            .compactMap { key, found in Group(name(key), found.map(\.pair)) }
    }

    /// What the gaps come to, in tenths; nil where there are too few to average.
    var gap: Sample? { Sample(pairs.map(\.tenths)) }
}

extension CrowdRating {
    /// Whether enough have voted to be compared with.
    var isCompared: Bool { votes.map { $0 >= CrowdComparison.fewestVotes } ?? false }

    /// As it is shown.
    var tenths: Int { Int((average * 10).rounded()) }

    /// How much higher the owner's rating is, in tenths, between the two as they are shown.
    func tenths(below own: Int) -> Int { own * 10 - tenths }
}
