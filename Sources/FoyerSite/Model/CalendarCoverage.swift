/// The days of which the calendar files tell every airing, by kind: what they lack then is not going to air.
public struct CalendarCoverage: Hashable, Sendable {
    /// Days since 1970-01-01 in UTC; ascending, apart from each other.
    private let days: [MediaKind: [ClosedRange<Int>]]

    init(_ spans: [MediaKind: [ClosedRange<Int>]]) { days = spans.mapValues(Self.joined) }

    /// From the first day of each span to its last, in UTC.
    func spans(of kind: MediaKind) -> [(first: CalendarDay, last: CalendarDay)] {
        (days[kind] ?? []).map { (CalendarDay(daysSince1970: $0.lowerBound), CalendarDay(daysSince1970: $0.upperBound)) }
    }

    /// Whether nothing that airs then is missing: on that day and those around it, since a day may have been meant in any zone.
    func covers(_ time: AirTime, of kind: MediaKind) -> Bool {
        let day = time.utcDay.daysSince1970
        return (days[kind] ?? []).contains { $0.contains(day - 1) && $0.contains(day + 1) }
    }

    /// The last day that is told of without a gap from this one on; nothing for a kind of which not even this day is told.
    func reach(from day: CalendarDay) -> [MediaKind: CalendarDay] {
        days.compactMapValues { spans in
            spans.first { $0.contains(day.daysSince1970) }.map { CalendarDay(daysSince1970: $0.upperBound) }
        }
    }

    /// Files that follow one another day by day tell as much as one.
    private static func joined(_ spans: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        spans.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }.reduce(into: []) { joined, span in
            if let last = joined.last, span.lowerBound <= last.upperBound + 1 {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
            } else {
                joined.append(span)
            }
        }
    }
}
