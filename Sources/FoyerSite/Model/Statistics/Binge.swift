/// Episodes of one title that were watched one after the other.
///
/// Shape: at least three plays with a time of their own, none later than the length of the one before and 45 minutes after it; where
/// only the day of each is told, those of one day.
public struct Binge: Hashable, Sendable {
    /// The title's position in ``Library/titles``.
    public let title: Int
    /// The day of the first play.
    public let day: CalendarDay
    public let totals: Statistics.Totals

    /// How long after the end of an episode the next one begins at the latest.
    static let pauseMinutes = 45
    private static let fewest = 3

    /// The longest in time, then of the most episodes, then the first.
    static func isLonger(_ left: Binge, _ right: Binge) -> Bool {
        (right.totals.minutes, right.totals.plays, left.day, left.title)
            < (left.totals.minutes, left.totals.plays, right.day, right.title)
    }

    /// Every one of a title, the first one first.
    static func all(of title: Title, at position: Int, days: DayRule) -> [Binge] {
        var binges: [Binge] = []
        var run: [Play] = []
        func finish() {
            if run.count >= fewest, let day = run[0].time.day(days) {
                let totals = run.lazy.map { Statistics.Totals($0) }.sum
                binges.append(Binge(title: position, day: day, totals: totals))
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
            // As the clock on the wall tells it, so that seconds, which no edition tells, decide nothing.
            moment.minutesSince1970 - before.minutesSince1970 <= Int64(last.length.minutes + pauseMinutes)
        case (.realDay(let before), .realDay(let day)): before == day
        default: false
        }
    }
}

extension Moment {
    fileprivate var minutesSince1970: Int64 { secondsSince1970.flooredDivision(by: 60) }
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
