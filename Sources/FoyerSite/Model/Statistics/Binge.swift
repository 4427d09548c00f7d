/// Episodes of one title that were watched one after the other.
///
/// Shape: at least three plays with a time of their own, none later than the length of the one before and 45 minutes after it; where
/// only the day of each is told, those of one day.
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
        var run: [Play] = []
        func finish() {
            if run.count >= fewest, let day = run[0].time.day(days) {
                let minutes = run.reduce(0) { $0 + $1.length.minutes }
                binges.append(Binge(title: position, day: day, plays: run.count, minutes: minutes))
            }
            run.removeAll(keepingCapacity: true)
        }
        // Believable plays come first and by time.
        for play in title.plays where play.time.isReal {
            if let last = run.last, !follows(play, last) { finish() }
            run.append(play)
        }
        finish()
        return binges
    }

    private static func follows(_ play: Play, _ last: Play) -> Bool {
        switch (last.time, play.time) {
        case (.real(let before), .real(let moment)):
            moment.secondsSince1970 - before.secondsSince1970 <= Int64(last.length.minutes) * 60 + pauseSeconds
        case (.realDay(let before), .realDay(let day)): before == day
        default: false
        }
    }
}

extension PlayTime {
    /// Whether the play has a time of its own, told or not.
    fileprivate var isReal: Bool {
        switch self {
        case .real, .realDay: true
        case .day, .marked, .stamped, .year, .undated: false
        }
    }
}
