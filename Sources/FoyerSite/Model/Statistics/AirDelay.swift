/// How long after its air date an episode was watched, show by show.
///
/// Units: seconds; whole days of them where only the day of a play is told. Shape: only first watchings with a time of their own, of
/// episodes whose air date the catalogue knows.
public struct AirDelay: Hashable, Sendable {
    /// Those of which something is known, by position in the library.
    public let shows: [Show]
    /// How many shows and episodes were watched in all, whatever is known of them.
    public let (showCount, episodeCount): (Int, Int)
    /// Whether they are counted from day to day, not from one instant to another.
    public let isInDays: Bool

    /// The episodes of one show.
    public struct Show: Hashable, Sendable {
        /// One for each episode.
        public let seconds: [Int]
        /// Whether it had been over when it was begun.
        public let wasOver: Bool

        /// That of its ordinary episode.
        public var median: Int { Int((seconds.median ?? 0).rounded()) }
    }

    /// - Parameter wereOver: as in ``PlayIndex/wereOver``.
    init(_ plays: ArraySlice<IndexedPlay>, wereOver: [Bool]) {
        let episodes = plays.filter { !$0.isFilm }
        let known = episodes.filter { $0.airDelay != nil }
        shows = Dictionary(grouping: known, by: \.title).sorted { $0.key < $1.key }.map { title, plays in
            Show(seconds: plays.compactMap(\.airDelay), wasOver: wereOver[Int(title)])
        }
        (showCount, episodeCount) = (Set(episodes.map(\.title)).count, episodes.reduce(0) { $0 + Int($1.count) })
        isInDays = known.contains { $0.hour == nil }
    }

    /// How many episodes something is known of.
    public var known: Int { shows.reduce(0) { $0 + $1.seconds.count } }

    /// Of shows that were begun while they were on the air, each by its median: a long show counts as much as a short one.
    public var live: [Int] { shows.filter { !$0.wasOver }.map(\.median) }

    /// Shows, each by its median, and episodes by a few classes of delay, the shortest first.
    public var classes: [(class: DelayClass, shows: Int, episodes: Int)] {
        DelayClass.allCases.map { entry in
            let own = shows.count { entry.seconds.contains($0.median) }
            return (entry, own, shows.reduce(0) { $0 + $1.seconds.count { entry.seconds.contains($0) } })
        }
    }
}

/// A class of delays.
public enum DelayClass: CaseIterable, Sendable {
    case beforeAiring, withinDay, withinWeek, withinMonth, withinYear, later

    /// Nil for what no delay can be.
    init?(seconds: Int) {
        guard let delay = Self.allCases.first(where: { $0.seconds.contains(seconds) }) else { return nil }
        self = delay
    }

    /// Where days are counted, what was watched on the seventh was watched within a week.
    public var seconds: Range<Int> {
        let day = 86_400
        return switch self {
        case .beforeAiring: .min..<0
        case .withinDay: 0..<day
        case .withinWeek: day..<7 * day + 1
        case .withinMonth: 7 * day + 1..<30 * day + 1
        case .withinYear: 30 * day + 1..<365 * day + 1
        case .later: 365 * day + 1..<Int.max
        }
    }
}

extension Title {
    /// The time that a show's last episode may lie back when it is begun as one that is on the air.
    static let liveDays = 7

    /// Whether its last episode, of the watched ones where its list is not known, had aired more than ``liveDays`` before the first play;
    /// not where more of it is to come.
    func wasOver(_ days: DayRule) -> Bool {
        guard !self.isFilm, !self.isToContinue, self.progress?.notAired ?? 0 == 0 else { return false }
        let first = self.plays.first { $0.rewatch == nil && $0.time.day(days) != nil }
        let watched = self.plays.lazy.filter { $0.rewatch == nil }.compactMap(\.airedAt).max().map(days.day)
        guard let begun = first?.time.day(days), let aired = lastAired(days) ?? watched else { return false }
        return begun > aired.adding(days: Self.liveDays)
    }

    /// The day on which the last regular episode of its list is or was on the air; nil where none is known.
    private func lastAired(_ days: DayRule) -> CalendarDay? {
        self.listedEpisodes.lazy.filter(\.isRegular).compactMap { episode in
            switch episode.airs {
            case .moment(let moment)?: days.day(of: moment)
            case .day(let day)?: day
            case nil: nil
            }
        }.max()
    }
}
