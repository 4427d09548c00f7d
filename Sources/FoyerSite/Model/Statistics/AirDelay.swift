/// How long after its air date an episode was watched.
///
/// Units: seconds. Shape: only first watchings with a time of their own, of episodes whose air date the catalogue knows.
public struct AirDelay: Hashable, Sendable {
    public let seconds: [Int]

    init(_ plays: ArraySlice<IndexedPlay>) { seconds = plays.compactMap(\.airDelay) }

    public var sample: Sample? { Sample(seconds) }

    /// Plays by a few classes of delay, the shortest first.
    public var classes: [(name: String, plays: Int)] {
        let day = 86_400
        let bounds: [(String, Range<Int>)] = [
            ("before it aired", .min..<0), ("within a day", 0..<day), ("within a week", day..<7 * day),
            ("within a month", 7 * day..<30 * day), ("within a year", 30 * day..<365 * day), ("later", 365 * day..<Int.max),
        ]
        return bounds.map { name, range in (name, seconds.count { range.contains($0) }) }
    }
}
