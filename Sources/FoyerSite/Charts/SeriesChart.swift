/// A series of numbers, each with its name; others may stand beside them in the table.
struct SeriesChart: Chart {
    /// What the names are names of: the head of their column.
    let name: String
    /// Whether the names are numbers themselves, such as years.
    var hasNumericLabels = false
    /// The heads of the numbers' columns; the first is drawn.
    let measures: [String]
    let rows: [Row]
    let sentence: String

    struct Row: Hashable, Sendable {
        let label: String
        var address: Address?
        /// One for each measure; nil where there is none yet.
        let numbers: [ChartNumber?]
    }

    static let kinds: [ChartKind] = [.bars, .rows]

    var isEmpty: Bool { marks.allSatisfy { $0.number == nil } }

    private var marks: [ChartMark] {
        rows.map { ChartMark(label: $0.label, number: $0.numbers.first ?? nil, unit: measures.first?.lowercased() ?? "") }
    }

    func table(under kind: ChartKind) -> ChartTable {
        ChartTable(
            columns: [ChartTable.Column(name: name, isNumeric: hasNumericLabels)]
                + measures.map { ChartTable.Column(name: $0, isNumeric: true) },
            rows: rows.map { row in
                [ChartTable.Cell(text: row.label, address: row.address)]
                    + row.numbers.map { ChartTable.Cell(text: $0?.text ?? "–") }
            })
    }

    func drawing(as kind: ChartKind) -> String {
        switch kind {
        case .rows: RowDrawing(marks: marks).html
        case .bars, .days, .strip: BarDrawing(marks: marks).html
        }
    }
}
