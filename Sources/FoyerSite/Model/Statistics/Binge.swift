/// Episodes of one title that were watched one after the other.
///
/// Shape: at least three plays with a time of their own, none later than the length of the one before and 45 minutes after it.
public struct Binge: Hashable, Sendable {
    /// The title's position in ``Library/titles``.
    public let title: Int
    /// The day of the first play.
    public let day: CalendarDay
    public let plays: Int
    /// The lengths of the episodes together.
    public let minutes: Int

    private static let pauseSeconds: Int64 = 45 * 60
    private static let fewest = 3

    /// Every one of a title, the first one first.
    static func all(of title: Title, at position: Int, days: DayRule) -> [Binge] {
        var binges: [Binge] = []
        var run: [(moment: Moment, minutes: Int)] = []
        func finish() {
            if run.count >= fewest {
                binges.append(
                    Binge(
                        title: position, day: days.day(of: run[0].moment), plays: run.count,
                        minutes: run.reduce(0) { $0 + $1.minutes }))
            }
            run.removeAll(keepingCapacity: true)
        }
        // Believable plays come first and by time.
        for play in title.plays {
            guard let moment = play.time.moment else { continue }
            if let last = run.last {
                let gap = moment.secondsSince1970 - last.moment.secondsSince1970
                if gap > Int64(last.minutes) * 60 + pauseSeconds { finish() }
            }
            run.append((moment, play.length.minutes))
        }
        finish()
        return binges
    }
}
