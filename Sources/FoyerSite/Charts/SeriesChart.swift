/// A series of numbers, each with its name; others may stand beside them in the table.
struct SeriesChart: Chart {
    /// What the names are names of: the head of their column.
    let name: String
    /// Whether the names are numbers themselves, such as years.
    var hasNumericLabels = false
    /// What the numbers' columns count; the first is drawn.
    let measures: [Measure]
    let rows: [Row]
    /// The kinds of media that the drawn number is of; empty where they are not told apart.
    var kinds: [MediaKind] = []
    /// The mean of the drawn numbers that are of a whole month, week, …
    var mean: ChartNumber?
    let size: Int?
    let words: ChartWords

    struct Row: Hashable, Sendable {
        let label: String
        /// The label where there is little room, as below a bar; nil for the same.
        var short: String?
        var address: Address?
        /// Drawn before the label of a row.
        var poster: Address?
        /// One for each measure; nil where there is none yet.
        let numbers: [ChartNumber?]
        /// The first of them by kind, one for each of the chart's kinds.
        var parts: [ChartNumber?] = []
    }

    static let kinds: [ChartKind] = [.bars, .rows]

    var isEmpty: Bool { marks.allSatisfy { $0.number == nil } }

    private var marks: [ChartMark] {
        guard let measure = measures.first else { return [] }
        return rows.map { row in
            ChartMark(
                label: row.label, short: row.short ?? row.label, address: row.address, poster: row.poster,
                number: row.numbers.first ?? nil, measure: measure,
                parts: zip(kinds, row.parts).compactMap { kind, number in
                    number.flatMap { $0.value > 0 ? ChartMark.Part(kind: kind, number: $0) : nil }
                })
        }
    }

    func table(under kind: ChartKind) -> ChartTable {
        ChartTable(
            columns: [ChartTable.Column(name: name, isNumeric: hasNumericLabels)]
                + (measures.map(\.head) + kinds.map(\.plural)).map { ChartTable.Column(name: $0, isNumeric: true) },
            rows: rows.map { row in
                [ChartTable.Cell(text: row.label, address: row.address)]
                    + (row.numbers + row.parts).map { ChartTable.Cell(text: $0?.text ?? "–") }
            })
    }

    func drawing(as kind: ChartKind) -> String {
        switch kind {
        case .rows: RowDrawing(marks: marks).html
        case .bars, .days, .strip, .punchcard, .dumbbell, .scale, .matrix, .pace:
            BarDrawing(marks: marks, kinds: kinds, mean: mean).html
        }
    }
}
