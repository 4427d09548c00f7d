/// The hours of the day in which nothing is told, on the clock on the wall.
public struct QuietHours: Hashable, Sendable {
    /// Minutes after midnight.
    private let start: Int
    /// Likewise; not quiet any more. Before ``start`` where the night lies between them.
    private let end: Int

    /// As in `22:00–08:00`, with a hyphen or a dash; nil for anything else, and for hours that never end.
    public init?(_ text: String) {
        let hours = /([01]\d|2[0-3]):([0-5]\d) ?[-–] ?([01]\d|2[0-3]):([0-5]\d)/
        guard let match = text.wholeMatch(of: hours), let startHour = Int(match.1), let startMinute = Int(match.2),
            let endHour = Int(match.3), let endMinute = Int(match.4)
        else { return nil }
        start = startHour * 60 + startMinute
        end = endHour * 60 + endMinute
        if start == end { return nil }
    }

    /// Whether nothing is told at an instant.
    public func contains(_ moment: Moment, in days: DayRule) -> Bool {
        let local = moment.secondsSince1970 + Int64(days.offset(at: moment))
        let minute = Int(local - local.flooredDivision(by: 86_400) * 86_400) / 60
        return start < end ? (start..<end).contains(minute) : minute >= start || minute < end
    }

    /// When they are over, as in `08:00`.
    public var endClock: String { "\(padded(end / 60)):\(padded(end % 60))" }
}
