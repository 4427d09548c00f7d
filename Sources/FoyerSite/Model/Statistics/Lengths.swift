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
            case .exact(let minutes): add(minutes, count, isFilm: play.isFilm)
            case .estimated(let minutes):
                add(minutes, count, isFilm: play.isFilm)
                estimatedMinutes += minutes * count
            }
        }
    }

    private mutating func add(_ minutes: Int, _ count: Int, isFilm: Bool) {
        if isFilm { films[minutes, default: 0] += count } else { episodes[minutes, default: 0] += count }
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
    public let minutes: Range<Int>

    public static let all = [
        0..<15, 15..<30, 30..<45, 45..<60, 60..<90, 90..<120, 120..<150, 150..<Int.max,
    ].map(LengthClass.init)
}
