/// How long after its air date an episode was watched.
///
/// Units: seconds; whole days of them where only the day of a play is told. Shape: only first watchings with a time of their own, of
/// episodes whose air date the catalogue knows.
public struct AirDelay: Hashable, Sendable {
    public let seconds: [Int]
    /// Whether they are counted from day to day, not from one instant to another.
    public let isInDays: Bool

    init(_ plays: ArraySlice<IndexedPlay>) {
        let known = plays.lazy.filter { $0.airDelay != nil }
        seconds = known.compactMap(\.airDelay)
        isInDays = known.contains { $0.hour == nil }
    }

    public var sample: Sample? { Sample(seconds) }

    /// Plays by a few classes of delay, the shortest first.
    public var classes: [(name: String, plays: Int)] {
        let day = 86_400
        let bounds: [(String, Range<Int>)] = [
            ("before it aired", .min..<0), (isInDays ? "on the same day" : "within a day", 0..<day),
            ("within a week", day..<7 * day), ("within a month", 7 * day..<30 * day), ("within a year", 30 * day..<365 * day),
            ("later", 365 * day..<Int.max),
        ]
        return bounds.map { name, range in (name, seconds.count { range.contains($0) }) }
    }
}
