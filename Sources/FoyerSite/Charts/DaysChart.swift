/// A number for each day of some months.
struct DaysChart: Chart {
    let months: [CalendarMonth]
    /// Those of their days that are counted; others are still to come.
    let days: [CalendarDay: Int]
    /// What is counted: `plays a day`.
    let unit: String
    /// What the full height of a strip stands for, so that strips can be held against each other; nil for its own highest number.
    var top: Int?
    let words: ChartWords

    static let kinds: [ChartKind] = [.days, .strip]

    var size: Int? { days.values.reduce(0, +) }
    var isEmpty: Bool { days.isEmpty }

    func table(under kind: ChartKind) -> ChartTable {
        // The stylesheet aligns them all.
        let numbers = (1...31).map { ChartTable.Column(name: String($0), isNumeric: false) }
        let rows = months.map { month in
            (1...31).map { number in
                let count = number <= month.length ? days[CalendarDay(month, day: number)] : nil
                return ChartTable.Cell(text: count.map { $0 == 0 ? "" : $0.grouped } ?? "–")
            }
        }
        if kind == .strip { return ChartTable(columns: numbers, rows: rows) }
        return ChartTable(
            columns: [ChartTable.Column(name: phrase("label.month"), isNumeric: false)] + numbers,
            rows: zip(months, rows).map { [ChartTable.Cell(text: $0.shortWords)] + $1 })
    }

    func drawing(as kind: ChartKind) -> String {
        switch kind {
        case .strip: StripDrawing(days: days, top: top).html
        case .bars, .rows, .days, .punchcard, .dumbbell, .scale, .matrix, .pace: HeatMapDrawing(days: days, unit: unit).html
        }
    }
}
