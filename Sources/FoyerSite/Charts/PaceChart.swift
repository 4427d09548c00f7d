/// How a goal was come nearer to, beside an even pace.
struct PaceChart: Chart {
    let progress: GoalProgress

    static let kinds: [ChartKind] = [.pace]

    /// A goal is told from its first day on.
    var size: Int? { nil }
    var isEmpty: Bool { false }

    var words: ChartWords {
        let (name, fraction, state) = (progress.name, progress.fraction, progress.state)
        return ChartWords(
            finding: phrase("goal.finding", ["goal": name, "fraction": fraction, "state": state]),
            measure: isYear ? phrase("goal.byMonth") : phrase("goal.byDay"),
            source: progress.rest.map { phrase("chart.sentence", ["words": $0]) } ?? "")
    }

    private var isYear: Bool { if case .year = progress.goal.period { true } else { false } }

    private var names: [String] {
        (0..<progress.steps).map { isYear ? CalendarMonth(year: 2000, month: $0 + 1).shortName : String($0 + 1) }
    }

    /// By the end of each month, or day.
    private var pace: [Int] {
        (0..<progress.steps).map { step in
            guard case .year(let year) = progress.goal.period else {
                return progress.target * (step + 1) / progress.steps
            }
            let days =
                CalendarMonth(year: year, month: step + 1).lastDay.daysSince1970 - progress.days.lowerBound.daysSince1970 + 1
            return progress.target * days / (progress.daysOver + progress.daysLeft)
        }
    }

    func table(under kind: ChartKind) -> ChartTable {
        let head = isYear ? phrase("label.month") : phrase("label.day")
        return ChartTable(
            columns: [
                ChartTable.Column(name: head, isNumeric: !isYear), ChartTable.Column(name: progress.name, isNumeric: true),
                ChartTable.Column(name: phrase("goal.pace"), isNumeric: true),
            ],
            rows: zip(names, pace).enumerated().map { step, row in
                let done = progress.reached.indices.contains(step) ? progress.number(progress.reached[step]) : "–"
                return [row.0, done, progress.number(row.1)].map { ChartTable.Cell(text: $0) }
            })
    }

    func drawing(as kind: ChartKind) -> String { PaceDrawing(progress, names: names, isYear: isYear).html }
}
