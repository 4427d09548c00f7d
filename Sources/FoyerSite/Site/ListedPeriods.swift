/// The periods that have a page, ascending.
struct ListedPeriods: Sendable {
    let months: [CalendarMonth]
    /// Those of the months.
    let years: [Int]

    init(months: [CalendarMonth]) {
        self.months = months
        years = Set(months.map(\.year)).sorted()
    }

    func contains(_ period: Period) -> Bool {
        switch period {
        case .allTime: true
        case .year(let year): years.contains(year)
        case .month(let month): months.contains(month)
        }
    }

    /// The pages that one of a period leads to.
    func words(around period: Period) -> String {
        let around = [false, true].map { neighbour(of: period, isAfter: $0)?.name ?? "" }
        return (around + months.filter { period.contains($0.firstDay) }.map(\.firstDay.iso)).joined(separator: " ")
    }

    /// The nearest period of the same kind that has a page.
    func neighbour(of period: Period, isAfter: Bool) -> Period? {
        switch period {
        case .allTime: nil
        case .year(let year): (isAfter ? years.first { $0 > year } : years.last { $0 < year }).map { .year($0) }
        case .month(let month): (isAfter ? months.first { $0 > month } : months.last { $0 < month }).map { .month($0) }
        }
    }

    /// What a period is held against, the newest first: of a year those before it, of a month the one before it and the same month of
    /// years before; at most ``mostEarlier`` years.
    func earlier(than period: Period) -> [Period] {
        switch period {
        case .allTime: []
        case .year(let year): years.filter { $0 < year }.suffix(Self.mostEarlier).reversed().map { .year($0) }
        case .month(let month):
            [month.adding(months: -1)].filter(months.contains).map { .month($0) }
                + months.filter { $0.month == month.month && $0 < month }.suffix(Self.mostEarlier).reversed().map { .month($0) }
        }
    }

    private static let mostEarlier = 5
}
