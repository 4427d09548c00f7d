// What charts along time say that they show.

extension TimePart {
    /// What is drawn: `Hours by month`.
    func measure(_ measure: String) -> String {
        switch self {
        case .year: phrase("chart.byYear", ["measure": measure])
        case .month: phrase("chart.byMonth", ["measure": measure])
        case .week: phrase("chart.byWeek", ["measure": measure])
        case .weekday: phrase("chart.byWeekday", ["measure": measure])
        case .day: phrase("chart.byDay", ["measure": measure])
        }
    }

    /// The mean of so many whole ones; nil of weekdays, which come again.
    func mean(_ mean: String, of count: Int) -> String? {
        switch self {
        case .year: phrase("chart.meanOfYears", count: count, ["mean": mean])
        case .month: phrase("chart.meanOfMonths", count: count, ["mean": mean])
        case .week: phrase("chart.meanOfWeeks", count: count, ["mean": mean])
        case .day: phrase("chart.meanOfDays", count: count, ["mean": mean])
        case .weekday: nil
        }
    }

    /// What the rows show: `Saturdays carry the week`, `November 2025 is the fullest month: 45 h`, `No month stands out`.
    func finding(_ rows: [TotalsRow]) -> String {
        switch rows.standout {
        case .only(let row): only(rows[row].subject)
        case .leading(let leading):
            if self == .weekday {
                weekFinding(rows, leading)
            } else if leading.count == 1 {
                fullest(rows[leading[0]]).capitalizedFirst
            } else {
                fullest(leading.map { rows[$0].subject }.inWords).capitalizedFirst
            }
        case .none: none
        }
    }

    private func only(_ name: String) -> String {
        switch self {
        case .year: phrase("chart.onlyYear", ["name": name])
        case .month: phrase("chart.onlyMonth", ["name": name])
        case .week: phrase("chart.onlyWeek", ["name": name])
        case .weekday: phrase("chart.onlyWeekday", ["name": name])
        case .day: phrase("chart.onlyDay", ["name": name])
        }
    }

    private var none: String {
        switch self {
        case .year: phrase("chart.noYear")
        case .month: phrase("chart.noMonth")
        case .week: phrase("chart.noWeek")
        case .weekday: phrase("chart.noWeekday")
        case .day: phrase("chart.noDay")
        }
    }

    private func fullest(_ row: TotalsRow) -> String {
        let (name, amount) = (row.subject, row.totals.figure)
        return switch self {
        case .year: phrase("chart.fullestYear", ["name": name, "amount": amount])
        case .month: phrase("chart.fullestMonth", ["name": name, "amount": amount])
        case .week: phrase("chart.fullestWeek", ["name": name, "amount": amount])
        case .weekday, .day: phrase("chart.fullestDay", ["name": name, "amount": amount])
        }
    }

    private func fullest(_ names: String) -> String {
        switch self {
        case .year: phrase("chart.fullestYears", ["names": names])
        case .month: phrase("chart.fullestMonths", ["names": names])
        case .week: phrase("chart.fullestWeeks", ["names": names])
        case .weekday, .day: phrase("chart.fullestDays", ["names": names])
        }
    }

    /// Days that have at least twice their even share carry the week; others that have the most lead it.
    private func weekFinding(_ rows: [TotalsRow], _ leading: [Int]) -> String {
        let weights = rows.weights
        let led = leading.reduce(0) { $0 + weights[$1] }
        let isCarried = led * rows.count >= weights.reduce(0, +) * 2 * leading.count
        let days = leading.map { rows[$0].subject }.inWords
        return isCarried ? phrase("chart.carryWeek", ["days": days]) : phrase("chart.leadWeek", ["days": days])
    }
}
