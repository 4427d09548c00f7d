/// An instant, to the second.
public struct Moment: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds left out.
    public let secondsSince1970: Int64

    public init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

    public static func < (left: Moment, right: Moment) -> Bool { left.secondsSince1970 < right.secondsSince1970 }

    func adding(minutes: Int) -> Moment { Moment(secondsSince1970: secondsSince1970 + Int64(minutes) * 60) }

    /// The day in UTC.
    public var utcDay: CalendarDay { CalendarDay(daysSince1970: Int(secondsSince1970.flooredDivision(by: 86_400))) }
}

extension BinaryInteger {
    /// Division that rounds towards minus infinity, so that days before 1970 come out right.
    func flooredDivision(by divisor: Self) -> Self {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
