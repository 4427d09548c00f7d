/// Every play of a library in the order of days, so that the plays of a ``Period`` are one stretch of it. Made once for each build.
public struct PlayIndex: Hashable, Sendable {
    /// First what has no believable day, then by day; within a day by title.
    public let plays: [IndexedPlay]
    /// By day, then by title.
    public let binges: [Binge]
    /// The first believable day of each title's plays, in the order of ``Library/titles``; nil for a title that has none.
    public let firstDays: [CalendarDay?]
    /// Where the plays with a day begin.
    private let firstDated: Int

    init(titles: [Title], days: DayRule) {
        var found: [IndexedPlay] = []
        var binges: [Binge] = []
        var firstDays: [CalendarDay?] = []
        firstDays.reserveCapacity(titles.count)
        for (position, title) in titles.enumerated() {
            let start = found.count
            for play in title.plays { found.append(IndexedPlay(play, of: position, kind: title.id.kind, days: days)) }
            firstDays.append(found[start...].lazy.compactMap(\.day).min())
            if title.unrecordedEpisodes > 0 { found.append(IndexedPlay(unrecordedOf: title, at: position)) }
            if title.id.kind != .movie { binges += Binge.all(of: title, at: position, days: days) }
        }
        // Numbers sort faster than plays; the days come first, and what stood first stays first.
        let order = found.indices.map { index in
            Int64(found[index].day.map { $0.daysSince1970 + 1_000_000 } ?? 0) << 32 | Int64(index)
        }.sorted()
        let sorted = order.map { found[Int($0 & 0xFFFF_FFFF)] }
        plays = sorted
        firstDated = sorted.firstIndex { $0.day != nil } ?? sorted.count
        self.binges = binges.sorted { ($0.day, $0.title) < ($1.day, $1.title) }
        self.firstDays = firstDays
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

    /// The months that have plays, ascending.
    public var months: [CalendarMonth] {
        var months: [CalendarMonth] = []
        var position = firstDated
        while position < plays.count, let month = plays[position].day?.month {
            months.append(month)
            position = self.position(of: month.adding(months: 1).firstDay)
        }
        return months
    }

    /// Of the first play on this day or after it.
    private func position(of day: CalendarDay) -> Int {
        var (low, high) = (firstDated, plays.count)
        while low < high {
            let middle = (low + high) / 2
            if let own = plays[middle].day, own < day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// A play as statistics count it.
public struct IndexedPlay: Hashable, Sendable {
    /// The title's position in ``Library/titles``.
    public let title: Int32
    public let kind: MediaKind
    /// 1, or how many episodes the account counts without a record of each.
    public let count: Int32
    public let day: CalendarDay?
    /// 0 to 23 on the owner's clock; nil where the play has no time of its own.
    public let hour: Int8?
    public let length: PlayLength
    /// Seconds from the air date to a first watching with a time of its own; nil where either is unknown.
    public let airDelay: Int?
    /// Of the kinds that the honesty ledger tells apart.
    public let evidence: Evidence

    public enum Evidence: Sendable { case real, day, bulk, airStamped, undated, unrecorded }

    fileprivate init(_ play: Play, of title: Int, kind: MediaKind, days: DayRule) {
        self.title = Int32(title)
        self.kind = kind
        count = 1
        day = play.time.day(days)
        let moment = play.time.moment
        hour = moment.map { Int8(days.hour(of: $0)) }
        length = play.length
        if let moment, let airedAt = play.airedAt, play.rewatch == nil {
            airDelay = Int(moment.secondsSince1970 - airedAt.secondsSince1970)
        } else {
            airDelay = nil
        }
        evidence =
            switch play.time {
            case .real: .real
            case .day: .day
            case .bulk: .bulk
            case .airStamped: .airStamped
            case .undated: .undated
            }
    }

    fileprivate init(unrecordedOf title: Title, at position: Int) {
        self.title = Int32(position)
        kind = title.id.kind
        count = Int32(title.unrecordedEpisodes)
        day = nil
        hour = nil
        length = title.unrecordedLength
        airDelay = nil
        evidence = .unrecorded
    }

    public var minutes: Int { Int(count) * length.minutes }
}

extension DayRule {
    /// 0 to 23, on the clock on the wall.
    public func hour(of moment: Moment) -> Int {
        let local = moment.secondsSince1970 + Int64(offset(at: moment))
        return Int((local - local.flooredDivision(by: 86_400) * 86_400) / 3600)
    }
}
