/// Everything that the review of a year or a month counts: of what was kept of it, with what the library of today knows of its titles.
///
/// Units: minutes. Shape: only titles that the library has and that are not left out; plays as in ``ReviewPlays``.
public struct Review: Sendable {
    public let period: Period
    /// The rule by which the plays were put into the period.
    public let days: DayRule
    public let plays: [ReviewPlay]
    /// By position in the library.
    public let titles: [ReviewedTitle]
    public let numbers: PeriodStatistics
    /// Titles with a play in the period that the configuration leaves out, and their plays.
    public let leftOut: Statistics.Totals
    /// Plays whose date lies in the period and is not believed.
    public let misdated: PlayIndex.Misdated
    /// How many titles were on a list and not begun when the period began, and when it ended (or today).
    public let waiting: (atStart: Int, atEnd: Int)
    private let indexed: [IndexedPlay]

    /// - Parameters:
    ///   - leftOut: Simkl ids of titles that the review must not tell of.
    ///   - last: where the review of a period ends before the period does; to compare with one that still runs.
    public init(
        _ period: Period, _ source: ReviewPlays, of library: Library, leavingOut leftOut: Set<Int> = [],
        upTo last: CalendarDay? = nil, within known: ClosedRange<CalendarDay>? = nil
    ) {
        let isSameRule = source.zone == library.days.zone && source.rolloverHour == library.days.rolloverHour
        let rule =
            isSameRule ? library.days : DayRule(zone: source.zone, rolloverHour: source.rolloverHour) ?? library.days
        func isPart(_ day: CalendarDay?) -> Bool { last.map { last in day.map { $0 <= last } ?? false } ?? true }
        var (plays, indexed): ([ReviewPlay], [IndexedPlay]) = ([], [])
        var (played, totals): ([Int: [Play]], [Int: Statistics.Totals]) = ([:], [:])
        var (outside, without): (Set<TitleID>, Statistics.Totals) = ([], .init())
        var goingOn: Set<TitleID> = []
        for play in source.plays {
            guard isPart(play.play.time.day(rule)) else {
                if play.play.rewatch == nil, !play.play.isFilm { goingOn.insert(play.title) }
                continue
            }
            guard let position = library.position(of: play.title) else { continue }
            if leftOut.contains(play.title.simkl) {
                outside.insert(play.title)
                without.add(Statistics.Totals(play.play))
                continue
            }
            plays.append(play)
            indexed.append(
                IndexedPlay(
                    play.play, number: played[position]?.count ?? 0, of: position, kind: play.title.kind, days: rule))
            played[position, default: []].append(play.play)
            totals[position, default: .init(titles: 1)].add(Statistics.Totals(play.play))
        }
        without.add(Statistics.Totals(titles: outside.count))
        let titles = source.titles.compactMap { own -> ReviewedTitle? in
            guard !leftOut.contains(own.id.simkl), let position = library.position(of: own.id) else { return nil }
            let isRated = own.ratedOn.map { isPart($0) } ?? false
            return ReviewedTitle(
                position: position, title: library.titles[position], record: own, isRatedInPeriod: isRated,
                isFinished: own.isFinished && own.finishedOn.map(isPart) ?? (played[position] != nil)
                    && !goingOn.contains(own.id),
                plays: played[position] ?? [], totals: totals[position] ?? .init())
        }
        let told = source.sittings?.compactMap { sitting -> Binge? in
            guard isPart(sitting.day), !leftOut.contains(sitting.title.simkl), let position = library.position(of: sitting.title)
            else { return nil }
            return Binge(
                title: position, day: sitting.day,
                totals: Statistics.Totals(plays: sitting.episodes, minutes: sitting.minutes))
        }
        let binges =
            told
            ?? titles.filter { !$0.title.isFilm }.flatMap { reviewed in
                Binge.all(of: reviewed.title.with { $0.plays = reviewed.plays }, at: reviewed.position, days: rule)
            }
        self.period = period
        days = rule
        self.plays = plays
        self.titles = titles.sorted { $0.position < $1.position }
        numbers = PeriodStatistics(
            period, plays: indexed[...], binges: binges.sorted { ($0.day, $0.title) < ($1.day, $1.title) }, of: library,
            within: known)
        self.leftOut = without
        func count(_ ids: [TitleID]) -> Int {
            ids.count { !leftOut.contains($0.simkl) && library.position(of: $0) != nil }
        }
        waiting = (count(source.waitedAtStart), count(source.waitsAtEnd))
        misdated = PlayIndex.Misdated(marked: source.marked, stamped: source.stamped)
        self.indexed = indexed
    }

    /// Titles with a play.
    public var watched: [ReviewedTitle] { titles.filter { !$0.plays.isEmpty } }
    /// Titles that got their rating in the period.
    public var rated: [ReviewedTitle] { titles.filter(\.isRatedInPeriod) }

    /// When plays of a kind were.
    public func activity(of kind: MediaKind) -> Activity { Activity(indexed.filter { $0.kind == kind }[...]) }

    /// Nothing was watched, and nothing was rated.
    public var isEmpty: Bool { plays.isEmpty && rated.isEmpty }
}

/// A title of a review.
public struct ReviewedTitle: Hashable, Sendable {
    /// In ``Library/titles``.
    public let position: Int
    public let title: Title
    public let record: ReviewTitle
    public let isRatedInPeriod: Bool
    /// Whether its first watching came to an end in the period.
    public let isFinished: Bool
    /// In the order of time.
    public let plays: [Play]
    public let totals: Statistics.Totals

    /// Whether its first watching began in the period.
    public var isNew: Bool { !plays.isEmpty && record.past == .new }
}

extension Sequence<ReviewedTitle> {
    /// The most time first; by name where there are too few to rank.
    public var byTime: [ReviewedTitle] {
        let all = Array(self)
        guard all.count >= Sample.smallest else {
            return all.sorted { ($0.title.sortKey, $0.position) < ($1.title.sortKey, $1.position) }
        }
        return all.sorted { left, right in
            (right.totals.minutes, right.totals.plays, left.position) < (left.totals.minutes, left.totals.plays, right.position)
        }
    }

    /// Those with a rating, the best first; among equals the most time first.
    public var byRating: [ReviewedTitle] {
        filter { $0.record.rating != nil }.sorted { left, right in
            (right.record.rating ?? 0, right.totals.minutes, left.position)
                < (left.record.rating ?? 0, left.totals.minutes, right.position)
        }
    }
}
