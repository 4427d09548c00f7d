/// All that is counted of one period.
///
/// Units: minutes. Shape: of all time everything counts; of a year or a month what has a believable day in it.
public struct PeriodStatistics: Hashable, Sendable {
    public let period: Period
    /// A kind without plays is absent. Titles are those with a play in the period.
    public private(set) var kinds: [MediaKind: Statistics.Totals] = [:]
    /// By the title's position in ``Library/titles``.
    public private(set) var titles: [Int: Statistics.Totals] = [:]
    public let activity: Activity
    public let lengths: Lengths
    public let airDelay: AirDelay
    /// By day.
    public let binges: [Binge]
    /// Of shows whose first play is in the period, by kind.
    public private(set) var completion: [MediaKind: Completion] = [:]
    /// Of titles whose first play is in the period.
    public private(set) var shelf = ShelfTime()
    /// How many plays there are with each kind of date.
    public private(set) var evidence: [IndexedPlay.Evidence: Int] = [:]
    /// Plays and titles by the decade in which the title came out: `1990`.
    public private(set) var decades: [Int: Statistics.Totals] = [:]
    /// Of titles whose year is unknown, or none in which there were films.
    public private(set) var withoutYear = Statistics.Totals()

    public init(_ period: Period, of library: Library) {
        let binges = library.plays.binges.filter { period.contains($0.day) }
        self.init(period, plays: library.plays.plays(in: period), binges: binges, of: library)
    }

    /// - Parameter plays: by day, with their titles' positions in the library.
    init(_ period: Period, plays: ArraySlice<IndexedPlay>, binges: [Binge], of library: Library) {
        self.period = period
        activity = Activity(plays)
        lengths = Lengths(plays)
        airDelay = AirDelay(plays)
        self.binges = binges
        for play in plays {
            let totals = Statistics.Totals(plays: Int(play.count), minutes: play.minutes)
            titles[Int(play.title), default: .init(titles: 1)].add(totals)
            evidence[play.evidence, default: 0] += Int(play.count)
        }
        for (position, totals) in titles {
            let title = library.titles[position]
            kinds[title.id.kind, default: .init()].add(totals)
            if let year = title.year, Period.believableYears.contains(year) {
                decades[year.flooredDivision(by: 10) * 10, default: .init()].add(totals)
            } else {
                withoutYear.add(totals)
            }
        }
        for position in titles.keys.sorted() where period.contains(library.plays.firstDays[position]) {
            let title = library.titles[position]
            if !title.isFilm { completion[title.id.kind, default: .init()].add(title.status) }
            shelf.add(title, days: library.days)
        }
    }

    /// Over all kinds.
    public var total: Statistics.Totals { kinds.values.reduce(into: .init()) { $0.add($1) } }

    /// Titles by the time spent with them, the most first; by name where there are too few to rank.
    public func mostWatched(in library: Library, limit: Int) -> [(title: Title, totals: Statistics.Totals)] {
        let all = titles.map { (position: $0.key, totals: $0.value) }
        let isRanked = all.count >= Sample.smallest
        let sorted = all.sorted { left, right in
            isRanked
                ? (right.totals.minutes, right.totals.plays, left.position) < (
                    left.totals.minutes, left.totals.plays, right.position
                )
                : left.position < right.position
        }
        return sorted.prefix(limit).map { (library.titles[$0.position], $0.totals) }
    }
}
