/// Days of which a calendar file has every airing of its kind.
///
/// Why it matters: what such a file does not have any more is not going to air then; what no file tells of may be.
public struct CalendarSpan: Hashable, Sendable {
    public var bucket: Wire.Bucket
    /// Days since 1970-01-01, in UTC.
    public var days: ClosedRange<Int>

    init(bucket: Wire.Bucket, days: ClosedRange<Int>) { (self.bucket, self.days) = (bucket, days) }

    /// The longest span that is believed: more than a month and its edges means that a row has a wrong date.
    private static let mostDays = 45

    /// What a file's rows tell of, whoever's they are: a month from its first day to its last, and of the rolling file, which begins
    /// and ends in the middle of a day, the days between. Nil where that is nothing.
    init?(bucket: Wire.Bucket, rows: [WireDate], isRolling: Bool) {
        let days = rows.map { Int(($0.secondsSince1970 - (($0.secondsSince1970 % 86_400) + 86_400) % 86_400) / 86_400) }
        guard let first = days.min(), let last = days.max() else { return nil }
        let edge = isRolling ? 1 : 0
        guard last - first < Self.mostDays, first + edge <= last - edge else { return nil }
        self.bucket = bucket
        self.days = (first + edge)...(last - edge)
    }
}
