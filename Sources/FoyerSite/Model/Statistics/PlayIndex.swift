/// Every play of a library in the order of days, so that the plays of a ``Period`` are one stretch of it. Made once for each build.
public struct PlayIndex: Hashable, Sendable {
    /// First what has no believable day, then by day; within a day by title.
    public let plays: [IndexedPlay]
    /// By day, then by title.
    public let binges: [Binge]
    /// What was marked as watched, by the day of that, then by title.
    public let marked: [MarkedPlay]
    /// The first believable day of each title's plays, in the order of ``Library/titles``; nil for a title that has none.
    public let firstDays: [CalendarDay?]
    /// Whether every play of a title's first watching has a believable day, in the order of ``Library/titles``.
    public let areDated: [Bool]
    /// Whether a title is known to have been watched by the last of its days: all plays of the first watching have one, or were marked on one.
    public let areMarked: [Bool]
    /// Whether each title had been over when it was begun.
    public let wereOver: [Bool]
    /// The day on which each title was added to the list that it is on; nil for one that is on none, or given up.
    public let addedDays: [CalendarDay?]
    /// The day of each title's rating.
    public let ratedDays: [CalendarDay?]
    /// The months that have plays, ascending.
    public let months: [CalendarMonth]
    /// The months in which something was watched or marked, ascending.
    public let toldMonths: [CalendarMonth]
    /// Plays by the month of a date that is not believed.
    public let misdated: [CalendarMonth: Misdated]
    /// What no page of the diary has, since nobody knows its day: what was marked has one.
    public let withoutDay: Statistics.Totals
    /// Of that, what has no believable date at all, and so no year.
    public let withoutDate: Statistics.Totals
    /// Where the plays with a day begin.
    private let firstDated: Int

    /// Plays whose date is not the time at which they were watched.
    public struct Misdated: Hashable, Sendable {
        /// Marked faster than it can be watched.
        public var marked = 0
        /// At the airing or the release.
        public var stamped = 0
    }

    init(titles: [Title], days: DayRule) {
        var found: [IndexedPlay] = []
        var binges: [Binge] = []
        var firstDays: [CalendarDay?] = []
        var (areDated, areMarked): ([Bool], [Bool]) = ([], [])
        var marked: [MarkedPlay] = []
        var misdated: [CalendarMonth: Misdated] = [:]
        found.reserveCapacity(titles.reduce(0) { $0 + $1.plays.count + ($1.unrecordedEpisodes > 0 ? 1 : 0) })
        firstDays.reserveCapacity(titles.count)
        areDated.reserveCapacity(titles.count)
        for (position, title) in titles.enumerated() {
            let start = found.count
            for (number, play) in title.plays.enumerated() {
                found.append(IndexedPlay(play, number: number, of: position, kind: title.id.kind, days: days))
                switch play.time {
                case .marked(let day):
                    misdated[day.month, default: .init()].marked += 1
                    marked.append(MarkedPlay(day: day, title: Int32(position), number: Int32(number)))
                case .stamped(let day): misdated[day.month, default: .init()].stamped += 1
                case .real, .realDay, .day, .year, .undated: break
                }
            }
            firstDays.append(found[start...].lazy.compactMap(\.day).min())
            // A rewatch cannot have been before the first watching, but where that is not there nobody knows.
            let isWhole = title.unrecordedEpisodes == 0 && (title.plays.isEmpty || title.plays.contains { $0.rewatch == nil })
            let watching = title.plays.lazy.filter { $0.rewatch == nil }
            areDated.append(isWhole && watching.allSatisfy { $0.time.day(days) != nil })
            areMarked.append(isWhole && watching.allSatisfy { $0.time.markedDay(days) != nil })
            if title.unrecordedEpisodes > 0 { found.append(IndexedPlay(unrecordedOf: title, at: position)) }
            if !title.isFilm { binges += Binge.all(of: title, at: position, days: days) }
        }
        found.sort { $0.order < $1.order }
        plays = found
        firstDated = found.firstIndex { $0.day != nil } ?? found.count
        self.binges = binges.sorted { ($0.day, $0.title) < ($1.day, $1.title) }
        self.firstDays = firstDays
        self.areDated = areDated
        self.areMarked = areMarked
        self.marked = marked.sorted { ($0.day, $0.title, $0.number) < ($1.day, $1.title, $1.number) }
        wereOver = titles.map { $0.wasOver(days) }
        addedDays = titles.map { title in
            title.status == nil || title.status == .dropped ? nil : title.addedAt?.day(days)
        }
        ratedDays = titles.map { $0.rating?.day(days) }
        months = Self.months(of: found[firstDated...], \.day)
        toldMonths = Set(months).union(Self.months(of: self.marked[...], \.day)).sorted()
        self.misdated = misdated
        var (withoutDay, withoutDate) = (Statistics.Totals(), Statistics.Totals())
        for play in found[..<firstDated] where play.evidence != .marked {
            withoutDay.add(play.totals)
            if play.evidence == .undated || play.evidence == .unrecorded { withoutDate.add(play.totals) }
        }
        (self.withoutDay, self.withoutDate) = (withoutDay, withoutDate)
    }

    /// The plays that count in a period.
    public func plays(in period: Period) -> ArraySlice<IndexedPlay> {
        guard let days = period.days else { return plays[...] }
        return plays(on: days)
    }

    /// The plays of some days.
    public func plays(on days: ClosedRange<CalendarDay>) -> ArraySlice<IndexedPlay> {
        plays[position(of: days.lowerBound)..<position(of: days.upperBound.adding(days: 1))]
    }

    /// What was marked in a period.
    public func marked(in period: Period) -> ArraySlice<MarkedPlay> {
        guard let days = period.days else { return marked[...] }
        return marked(on: days)
    }

    /// What was marked on some days.
    public func marked(on days: ClosedRange<CalendarDay>) -> ArraySlice<MarkedPlay> {
        marked[marked.sortedIndex { $0.day < days.lowerBound }..<marked.sortedIndex { $0.day <= days.upperBound }]
    }

    /// The first day with a play.
    public var firstDay: CalendarDay? { firstDated < plays.count ? plays[firstDated].day : nil }

    /// Of the first play on this day or after it.
    private func position(of day: CalendarDay) -> Int { plays[firstDated...].sortedIndex { $0.isBefore(day) } }

    /// - Parameter entries: by day, each of which has one.
    private static func months<Entry>(of entries: ArraySlice<Entry>, _ day: (Entry) -> CalendarDay?) -> [CalendarMonth] {
        var (months, rest): ([CalendarMonth], ArraySlice<Entry>) = ([], entries)
        while let month = rest.first.flatMap(day)?.month {
            months.append(month)
            let next = month.adding(months: 1).firstDay
            rest = rest[rest.sortedIndex { day($0).map { $0 < next } ?? true }...]
        }
        return months
    }
}

/// A play that was marked as watched, on a day by which it had been.
public struct MarkedPlay: Hashable, Sendable {
    public let day: CalendarDay
    /// The title's position in ``Library/titles``.
    public let title: Int32
    /// The play's position in ``Title/plays``.
    public let number: Int32
}

/// A play as statistics count it.
///
/// Shape: 32 bytes, with a number in the place of each nil: a library has plays by the million.
public struct IndexedPlay: Hashable, Sendable {
    private let delaySeconds: Int64
    /// The title's position in ``Library/titles``.
    public let title: Int32
    /// The play's position in ``Title/plays``; below zero how many there are that have no record.
    private let place: Int32
    private let dayNumber: Int32
    private let lengthNumber: Int32
    /// Of the kinds that the honesty ledger tells apart.
    public let evidence: Evidence
    public let kind: MediaKind
    private let hourNumber: Int8
    public let isFilm: Bool
    /// Whether it belongs to a rewatch.
    public let isAgain: Bool

    /// The play's position in ``Title/plays``; nil for what has no record.
    public var number: Int32? { place < 0 ? nil : place }
    /// 1, or how many episodes the account counts without a record of each.
    public var count: Int32 { place < 0 ? -place : 1 }
    public var day: CalendarDay? { dayNumber == .min ? nil : CalendarDay(daysSince1970: Int(dayNumber)) }
    /// 0 to 23 on the owner's clock; nil where the play has no time of its own, or the edition tells none.
    public var hour: Int8? { hourNumber < 0 ? nil : hourNumber }
    public var length: PlayLength { PlayLength(number: lengthNumber) }
    /// Seconds from the air date to a first watching with a time of its own, in whole days where only its day is told; nil where either
    /// is unknown.
    public var airDelay: Int? { delaySeconds == .min ? nil : Int(delaySeconds) }

    public enum Evidence: CaseIterable, Sendable { case real, day, marked, stamped, year, undated, unrecorded }

    init(_ play: Play, number: Int, of title: Int, kind: MediaKind, days: DayRule) {
        self.title = Int32(title)
        place = Int32(number)
        self.kind = kind
        isFilm = play.isFilm
        dayNumber = play.time.day(days).map { Int32(clamping: $0.daysSince1970) } ?? .min
        hourNumber = play.time.moment.map { Int8(days.hour(of: $0)) } ?? -1
        lengthNumber = play.length.number
        isAgain = play.rewatch != nil
        delaySeconds = play.airDelay(days).map(Int64.init) ?? .min
        evidence =
            switch play.time {
            case .real, .realDay: .real
            case .day: .day
            case .marked: .marked
            case .stamped: .stamped
            case .year: .year
            case .undated: .undated
            }
    }

    /// - Precondition: there are such episodes.
    fileprivate init(unrecordedOf title: Title, at position: Int) {
        self.title = Int32(position)
        place = -Int32(clamping: title.unrecordedEpisodes)
        kind = title.id.kind
        isFilm = false
        dayNumber = .min
        hourNumber = -1
        lengthNumber = title.unrecordedLength.number
        isAgain = false
        delaySeconds = .min
        evidence = .unrecorded
    }

    /// By day, then as titles and their plays stand, and behind these what has no record.
    fileprivate var order: (Int64, UInt32) {
        (Int64(dayNumber == .min ? -1_000_000 : dayNumber) << 32 | Int64(title), UInt32(bitPattern: place))
    }

    fileprivate func isBefore(_ day: CalendarDay) -> Bool { dayNumber != .min && Int(dayNumber) < day.daysSince1970 }

    public var totals: Statistics.Totals { Statistics.Totals(length, plays: Int(count), isFilm: isFilm) }
}

extension Play {
    /// Seconds from the air date to a first watching with a time of its own, in whole days where only its day is told.
    func airDelay(_ days: DayRule) -> Int? {
        guard let airedAt, rewatch == nil else { return nil }
        switch time {
        case .real(let moment): return Int(moment.secondsSince1970 - airedAt.secondsSince1970)
        case .realDay(let day): return (day.daysSince1970 - days.day(of: airedAt).daysSince1970) * 86_400
        case .day, .marked, .stamped, .year, .undated: return nil
        }
    }
}

extension DayRule {
    /// 0 to 23, on the clock on the wall.
    public func hour(of moment: Moment) -> Int {
        let local = moment.secondsSince1970 + Int64(offset(at: moment))
        return Int((local - local.flooredDivision(by: 86_400) * 86_400) / 3600)
    }
}
