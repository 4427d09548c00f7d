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
    /// Those that begin in the period, by day.
    public let binges: [Binge]
    /// Of shows that are known to have been begun in the period, by kind.
    public private(set) var completion: [MediaKind: Completion] = [:]
    /// Shows whose first known play is in the period, and that may have been begun before: others of their plays have no day.
    public private(set) var maybeBegun = 0
    /// Of titles that were begun in the period, and of those that were finished in it.
    public private(set) var shelf = ShelfTime()
    /// Plays by the kind of their date.
    public private(set) var evidence: [IndexedPlay.Evidence: Statistics.Totals] = [:]
    /// Plays that belong to rewatches.
    public private(set) var again = Statistics.Totals()
    /// Plays and titles by the decade in which the title came out: `1990`.
    public private(set) var decades: [Int: Statistics.Totals] = [:]
    /// Of titles whose year is unknown, or none in which there were films.
    public private(set) var withoutYear = Statistics.Totals()

    /// - Parameter known: the days of the period that the data tells of.
    public init(_ period: Period, of library: Library, within known: ClosedRange<CalendarDay>? = nil) {
        let binges = library.plays.binges.filter { period.contains($0.day) }
        self.init(period, plays: library.plays.plays(in: period), binges: binges, of: library, within: known)
    }

    /// - Parameter plays: by day, with their titles' positions in the library.
    init(
        _ period: Period, plays: ArraySlice<IndexedPlay>, binges: [Binge], of library: Library,
        within known: ClosedRange<CalendarDay>?
    ) {
        self.period = period
        activity = Activity(plays, within: known)
        lengths = Lengths(plays)
        airDelay = AirDelay(plays, wereOver: library.plays.wereOver)
        self.binges = binges
        for play in plays {
            titles[Int(play.title), default: .init(titles: 1)].add(play.totals)
            evidence[play.evidence, default: .init()].add(play.totals)
            if play.isAgain { again.add(play.totals) }
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
        let marked = library.plays.marked(in: period).map { Int($0.title) }
        for position in Set(titles.keys).union(marked).sorted() { addCourse(ofTitleAt: position, in: library) }
    }

    /// Whether it was begun and finished in the period.
    private mutating func addCourse(ofTitleAt position: Int, in library: Library) {
        let title = library.titles[position]
        let isFirst = period.contains(library.plays.firstDays[position])
        let isBegun = isFirst && (period == .allTime || library.plays.areDated[position])
        if !title.isFilm, isBegun { completion[title.id.kind, default: .init()].add(title.status) }
        if !title.isFilm, isFirst, !isBegun { maybeBegun += 1 }
        shelf.add(
            title, days: library.days, isBegun: isBegun,
            isFinished: library.finishedDay(at: position, in: period) != nil)
    }

    /// Over all kinds.
    public var total: Statistics.Totals { kinds.values.sum }

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
