/// How much the owner watches: the mean of the last days that the data tells of.
public struct Pace: Hashable, Sendable {
    public static let days = 90

    public let totals: Statistics.Totals

    /// - Parameter end: the last day that the data tells of.
    init(_ library: Library, upTo end: CalendarDay) {
        totals = library.plays.plays(on: end.adding(days: 1 - Self.days)...end).lazy.map(\.totals).sum
    }

    /// What is watched in seven days.
    public var weekMinutes: Int { totals.minutes * 7 / Self.days }

    /// Days until so much is watched; nil without a pace.
    public func days(for minutes: Int) -> Int? {
        guard totals.minutes > 0 else { return nil }
        return Int((Double(minutes) * Double(Self.days) / Double(totals.minutes)).rounded(.up))
    }
}
