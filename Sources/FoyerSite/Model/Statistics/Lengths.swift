/// How long what was watched is.
///
/// Units: minutes. Shape: one entry for each length, with the number of plays; plays whose length nobody knows stand beside.
public struct Lengths: Hashable, Sendable {
    public private(set) var episodes: [Int: Int] = [:]
    public private(set) var films: [Int: Int] = [:]
    public private(set) var unknown = 0
    /// Minutes that are those of the show's ordinary episode.
    public private(set) var estimatedMinutes = 0

    init(_ plays: ArraySlice<IndexedPlay>) {
        for play in plays {
            let count = Int(play.count)
            switch play.length {
            case .unknown: unknown += count
            case .exact(let minutes): add(minutes, count, play.kind)
            case .estimated(let minutes):
                add(minutes, count, play.kind)
                estimatedMinutes += minutes * count
            }
        }
    }

    private mutating func add(_ minutes: Int, _ count: Int, _ kind: MediaKind) {
        if kind == .movie { films[minutes, default: 0] += count } else { episodes[minutes, default: 0] += count }
    }

    /// Plays by a few classes of length, the shortest first.
    public var classes: [(class: LengthClass, plays: Int)] {
        LengthClass.all.map { entry in
            let plays = [episodes, films].flatMap { $0 }.reduce(0) { entry.minutes.contains($1.key) ? $0 + $1.value : $0 }
            return (entry, plays)
        }
    }
}

/// A class of lengths.
public struct LengthClass: Hashable, Sendable {
    public let name: String
    public let minutes: Range<Int>

    public static let all = [
        LengthClass(name: "under 15 min", minutes: 0..<15), LengthClass(name: "15–29 min", minutes: 15..<30),
        LengthClass(name: "30–44 min", minutes: 30..<45), LengthClass(name: "45–59 min", minutes: 45..<60),
        LengthClass(name: "60–89 min", minutes: 60..<90), LengthClass(name: "90–119 min", minutes: 90..<120),
        LengthClass(name: "120–149 min", minutes: 120..<150), LengthClass(name: "from 150 min", minutes: 150..<Int.max),
    ]
}
