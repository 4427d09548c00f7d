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
    public var classes: [(class: DelayClass, plays: Int)] {
        DelayClass.allCases.map { entry in (entry, seconds.count { entry.seconds.contains($0) }) }
    }
}

/// A class of delays.
public enum DelayClass: CaseIterable, Sendable {
    case beforeAiring, withinDay, withinWeek, withinMonth, withinYear, later

    public var seconds: Range<Int> {
        let day = 86_400
        return switch self {
        case .beforeAiring: .min..<0
        case .withinDay: 0..<day
        case .withinWeek: day..<7 * day
        case .withinMonth: 7 * day..<30 * day
        case .withinYear: 30 * day..<365 * day
        case .later: 365 * day..<Int.max
        }
    }
}
