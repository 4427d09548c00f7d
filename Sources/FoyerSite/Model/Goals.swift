/// What the owner wants to watch in years and months.
public struct Goals: Hashable, Sendable {
    /// Of whichever year and month it is.
    public var thisYear: [Goal.Measure: Int] = [:]
    public var thisMonth: [Goal.Measure: Int] = [:]
    /// Of certain ones, for ever; they take the place of the others.
    public var periods: [Period: [Goal.Measure: Int]] = [:]

    public init() {}

    /// Those of a period, in the order of ``Goal/Measure``.
    ///
    /// - Parameter today: what goals of this year and this month are for the periods that hold it.
    func goals(for period: Period, today: CalendarDay) -> [Goal] {
        let current: [Goal.Measure: Int] =
            switch period {
            case .allTime: [:]
            case .year(let year): year == today.year ? thisYear : [:]
            case .month(let month): month == today.month ? thisMonth : [:]
            }
        let amounts = current.merging(periods[period] ?? [:]) { $1 }
        return Goal.Measure.allCases.compactMap { measure in
            amounts[measure].map { Goal(period: period, measure: measure, amount: $0) }
        }
    }
}

/// So much of something in a year or a month.
public struct Goal: Hashable, Sendable {
    public enum Measure: String, CaseIterable, Sendable {
        case hours, episodes, films
        /// That are watched to their end.
        case shows
    }

    let period: Period
    let measure: Measure
    /// More than nothing.
    let amount: Int
}
