/// What statistics are counted over. Every number of every period is counted by the same rule.
public enum Period: Hashable, Sendable {
    /// Every play, with those that have no believable date.
    case allTime
    case year(Int)
    case month(CalendarMonth)

    /// The years in which a title can have come out: none in which there were no films.
    static let believableYears = 1870...2199

    /// Its first and last day; nil for all time.
    public var days: ClosedRange<CalendarDay>? {
        switch self {
        case .allTime: nil
        case .year(let year):
            CalendarMonth(year: year, month: 1).firstDay...CalendarMonth(year: year, month: 12).lastDay
        case .month(let month): month.firstDay...month.lastDay
        }
    }

    /// Whether something of this day is part of it; what has no day is part of all time alone.
    public func contains(_ day: CalendarDay?) -> Bool {
        guard let days else { return true }
        return day.map(days.contains) ?? false
    }

    /// The year or the month before it; of all time there is none.
    var before: Period? {
        switch self {
        case .allTime: nil
        case .year(let year): .year(year - 1)
        case .month(let month): .month(month.adding(months: -1))
        }
    }
}
