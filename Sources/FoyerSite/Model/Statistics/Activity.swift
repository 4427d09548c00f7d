/// What was watched on which days: by month, week and weekday, with runs of days and pauses between them.
///
/// Shape: only plays with a believable day; a day, week or month without any is absent.
public struct Activity: Hashable, Sendable {
    public private(set) var days: [CalendarDay: Statistics.Totals] = [:]
    public private(set) var weeks: [CalendarWeek: Statistics.Totals] = [:]
    public private(set) var months: [CalendarMonth: Statistics.Totals] = [:]
    /// Monday first.
    public private(set) var weekdays = Array(repeating: Statistics.Totals(), count: 7)
    /// By weekday, Monday first, and by the hour on the owner's clock, of plays with a time of their own.
    public private(set) var hours = Array(repeating: Array(repeating: Statistics.Totals(), count: 24), count: 7)
    /// The same days by kind of media.
    public private(set) var kinds: [MediaKind: [CalendarDay: Statistics.Totals]] = [:]
    /// The longest run of days that all have a play; the first of equals.
    public private(set) var longestRun: DaySpan?
    /// The longest run of days without one, among those that the data tells of; the first of equals.
    public private(set) var longestPause: DaySpan?
    /// The run that ends on the last day with a play.
    public private(set) var lastRun: DaySpan?

    /// - Parameters:
    ///   - plays: by day.
    ///   - known: the days that the data tells of, where a pause before the first play and after the last is to be counted too.
    init(_ plays: ArraySlice<IndexedPlay>, within known: ClosedRange<CalendarDay>? = nil) {
        for play in plays {
            guard let day = play.day else { continue }
            days[day, default: .init()].add(play.totals)
            kinds[play.kind, default: [:]][day, default: .init()].add(play.totals)
            if let hour = play.hour { hours[day.weekdayIndex][Int(hour)].add(play.totals) }
        }
        for (day, totals) in days {
            weeks[CalendarWeek(day), default: .init()].add(totals)
            months[day.month, default: .init()].add(totals)
            weekdays[day.weekdayIndex].add(totals)
        }
        findSpans(days.keys.sorted(), within: known)
    }

    private mutating func findSpans(_ days: [CalendarDay], within known: ClosedRange<CalendarDay>?) {
        guard let first = days.first, let last = days.last else { return }
        if let known { addPause(from: known.lowerBound, to: first) }
        for day in days {
            if let run = lastRun, run.last.adding(days: 1) == day {
                lastRun = DaySpan(first: run.first, last: day)
            } else {
                if let run = lastRun { addPause(from: run.last.adding(days: 1), to: day) }
                lastRun = DaySpan(first: day, last: day)
            }
            if let run = lastRun, run.length > longestRun?.length ?? 0 { longestRun = run }
        }
        if let known { addPause(from: last.adding(days: 1), to: known.upperBound.adding(days: 1)) }
    }

    private mutating func addPause(from first: CalendarDay, to end: CalendarDay) {
        let pause = DaySpan(first: first, last: end.adding(days: -1))
        if pause.length > longestPause?.length ?? 0 { longestPause = pause }
    }

    /// All of it.
    public var total: Statistics.Totals { days.values.sum }

    /// By kind of media, of what some days have in common: their month, their year.
    public func kinds<Key: Hashable>(by key: (CalendarDay) -> Key) -> [Key: [MediaKind: Statistics.Totals]] {
        var result: [Key: [MediaKind: Statistics.Totals]] = [:]
        for (kind, days) in kinds {
            for (day, totals) in days { result[key(day), default: [:]][kind, default: .init()].add(totals) }
        }
        return result
    }

    /// The minutes of a day with a play, as far as the lengths of all its plays are known.
    public var sample: Sample? { Sample(days.values.filter(\.isWhole).map(\.minutes)) }

    /// The run that still goes on: it has a play today or yesterday.
    public func currentRun(today: CalendarDay) -> DaySpan? {
        lastRun.flatMap { today.adding(days: -1) <= $0.last && $0.last <= today ? $0 : nil }
    }

    /// The entry with the most time, then the most plays, then the earliest; nil where there are too few to rank.
    public static func most<Key: Comparable>(_ entries: [Key: Statistics.Totals]) -> (key: Key, totals: Statistics.Totals)? {
        guard entries.count >= Sample.smallest else { return nil }
        let most = entries.max { left, right in
            (left.value.minutes, left.value.plays, right.key) < (right.value.minutes, right.value.plays, left.key)
        }
        return most.map { ($0.key, $0.value) }
    }
}

/// Days that follow each other.
public struct DaySpan: Hashable, Sendable {
    public let first: CalendarDay
    public let last: CalendarDay

    public var length: Int { last.daysSince1970 - first.daysSince1970 + 1 }
}
