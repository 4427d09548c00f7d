/// What Simkl has said and the mirror does not believe yet: it goes on with what it has.
public struct Doubt: Codable, Hashable, Sendable, CustomStringConvertible {
    /// By bucket: titles that Simkl no longer tells of, too many of them to be believed at once, or not told for certain.
    var gone: [String: Claim] = [:]
    /// By bucket: titles that are on Simkl's list of ids, but do not come.
    var withheld: [String: Claim] = [:]
    /// What is said to have changed, and was not sent.
    var unsent: Set<Part> = []

    /// Something that was said of titles.
    struct Claim: Codable, Hashable, Sendable {
        let ids: Set<Int>
        /// How many titles the bucket had.
        let total: Int
        /// When it was said first.
        let since: ClockReading
    }

    enum Part: String, Codable, CaseIterable, Sendable { case lists, ratings, playback }

    public var isEmpty: Bool { gone.isEmpty && withheld.isEmpty && unsent.isEmpty }

    /// Whether titles would be removed.
    public var isOfRemovals: Bool { !gone.isEmpty }

    public var description: String {
        let gone = gone.sorted { $0.key < $1.key }.map { bucket, claim in
            claim.ids.count == claim.total
                ? "Simkl says that there are no \(bucket) any more, but the mirror has \(claim.total)"
                : "Simkl no longer tells of \(claim.ids.count) of \(claim.total) \(bucket)"
        }
        let withheld = withheld.sorted { $0.key < $1.key }.map { bucket, claim in
            "\(claim.ids.count) of Simkl's list of \(bucket) did not come"
        }
        let unsent = Part.allCases.filter(unsent.contains).map { part in
            switch part {
            case .lists: "Simkl says that lists changed, but sent no title"
            case .ratings: "Simkl says that ratings changed, but sent none"
            case .playback: "Simkl says that playbacks changed, but sent no list"
            }
        }
        return (gone + withheld + unsent).joined(separator: "; ")
    }
}
