/// The library's own numbers, counted from its plays.
///
/// Units: minutes. Shape: plays without a believable date are in every total and in no ``months``.
public struct Statistics: Hashable, Sendable {
    public private(set) var kinds: [MediaKind: Totals] = [:]
    /// Months from the first believable play to the last; a month without one is absent.
    public private(set) var months: [CalendarMonth: Totals] = [:]
    public private(set) var ledger = Ledger()
    /// How many titles have each rating.
    public private(set) var ratings: [Int: Int] = [:]

    /// Plays and how long they took.
    public struct Totals: Hashable, Sendable {
        public var titles = 0
        public var plays = 0
        /// Of these, those of films.
        public var films = 0
        /// Of the plays whose length is known.
        public var minutes = 0
        /// Plays whose length nobody knows.
        public var unmeasured = 0

        /// Of the plays, those of episodes.
        public var episodes: Int { plays - films }
        /// The minutes; nil where there are plays, and nobody knows the length of any.
        public var knownMinutes: Int? { plays > 0 && unmeasured == plays ? nil : minutes }
        /// Whether the minutes are those of every play.
        public var isWhole: Bool { unmeasured == 0 }

        mutating func add(_ other: Totals) {
            titles += other.titles
            plays += other.plays
            films += other.films
            minutes += other.minutes
            unmeasured += other.unmeasured
        }
    }

    /// What the numbers stand on.
    public struct Ledger: Hashable, Sendable {
        public var real = 0
        public var days = 0
        public var marked = 0
        public var stamped = 0
        /// Of which the year alone is known.
        public var years = 0
        /// Recorded plays without a believable date.
        public var undated = 0
        /// Episodes that the account counts without a record.
        public var unrecorded = 0
        public var estimatedMinutes = 0
        /// Plays whose length nobody knows; they count as no minutes.
        public var unknownLength = 0

        public var plays: Int { real + days + marked + stamped + years + undated + unrecorded }

        /// How many are of a kind.
        public subscript(evidence: IndexedPlay.Evidence) -> Int {
            switch evidence {
            case .real: real
            case .day: days
            case .marked: marked
            case .stamped: stamped
            case .year: years
            case .undated: undated
            case .unrecorded: unrecorded
            }
        }
    }

    init(titles: [Title], days: DayRule) {
        for title in titles {
            for play in title.plays {
                ledger.count(play)
                if let day = play.time.day(days) {
                    months[day.month, default: Totals()].add(Totals(play))
                }
            }
            ledger.countUnrecorded(title.unrecordedEpisodes, length: title.unrecordedLength)
            kinds[title.id.kind, default: Totals()].add(title.totals)
            if let rating = title.rating { ratings[rating.value, default: 0] += 1 }
        }
    }

    /// Over all kinds.
    public var total: Totals { kinds.values.sum }
}

extension Sequence<Statistics.Totals> {
    var sum: Statistics.Totals { reduce(into: Statistics.Totals()) { $0.add($1) } }
}

extension Statistics.Totals {
    init(_ play: Play) { self.init(play.length, isFilm: play.isFilm) }

    /// Of plays of one length.
    init(_ length: PlayLength, plays: Int = 1, isFilm: Bool = false) {
        self.init(
            plays: plays, films: isFilm ? plays : 0, minutes: plays * length.minutes,
            unmeasured: length == .unknown ? plays : 0)
    }
}

extension Title {
    /// All its plays and how long they took, dated or not.
    public var totals: Statistics.Totals {
        var totals = Statistics.Totals(unrecordedLength, plays: self.unrecordedEpisodes)
        totals.titles = 1
        for play in self.plays { totals.add(Statistics.Totals(play)) }
        return totals
    }

    /// How long an episode without a record took.
    var unrecordedLength: PlayLength { self.runtimeMinutes.map { .estimated(minutes: $0) } ?? .unknown }
}

extension Statistics.Ledger {
    fileprivate mutating func count(_ play: Play) {
        switch play.time {
        case .real, .realDay: real += 1
        case .day: days += 1
        case .marked: marked += 1
        case .stamped: stamped += 1
        case .year: years += 1
        case .undated: undated += 1
        }
        count(play.length, times: 1)
    }

    fileprivate mutating func countUnrecorded(_ episodes: Int, length: PlayLength) {
        unrecorded += episodes
        count(length, times: episodes)
    }

    private mutating func count(_ length: PlayLength, times: Int) {
        switch length {
        case .exact: break
        case .estimated(let minutes): estimatedMinutes += minutes * times
        case .unknown: unknownLength += times
        }
    }
}
