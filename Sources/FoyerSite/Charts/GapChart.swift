/// Two ratings of each of some titles, and the gap between them: mine and that of Simkl's viewers.
struct GapChart: Chart {
    let rows: [Row]
    /// The heads of what else the table holds.
    let more: [String]
    let words: ChartWords

    struct Row: Hashable, Sendable {
        let name: String
        let address: Address
        let own: Int
        let crowd: Double
        /// As in `+0.6`.
        let difference: String
        let votes: Int
        /// One for each of the chart's further columns.
        let more: [String]
    }

    static let kinds: [ChartKind] = [.dumbbell]

    var size: Int? { nil }
    var isEmpty: Bool { rows.isEmpty }

    func table(under kind: ChartKind) -> ChartTable {
        ChartTable(
            columns: [ChartTable.Column(name: phrase("label.title"), isNumeric: false)]
                + ([phrase("chart.mine"), "Simkl", phrase("chart.gap"), phrase("label.votes")] + more).map {
                    ChartTable.Column(name: $0, isNumeric: true)
                },
            rows: rows.map { row in
                [ChartTable.Cell(text: row.name, address: row.address)]
                    + ([String(row.own), row.crowd.oneDecimal, row.difference, row.votes.grouped] + row.more).map {
                        ChartTable.Cell(text: $0)
                    }
            })
    }

    func drawing(as kind: ChartKind) -> String { DumbbellDrawing(rows: rows).html }
}

extension GapChart {
    /// The titles that are rated most above others' ratings, or most below; nil where there are none.
    ///
    /// - Parameters:
    ///   - limit: how many are drawn.
    ///   - address: a title's own page.
    init?(
        _ pairs: [CrowdComparison.Pair], limit: Int, withOtherServices: Bool = false, address: (Title) -> Address
    ) {
        guard let widest = pairs.first else { return nil }
        rows = pairs.prefix(limit).map { pair in
            let others = [pair.title.crowd.imdb, pair.title.crowd.mal].map { $0?.average.oneDecimal ?? "–" }
            return Row(
                name: pair.title.name, address: address(pair.title), own: pair.own, crowd: pair.crowd.average,
                difference: signed(tenths: pair.tenths), votes: pair.votes, more: withOtherServices ? others : [])
        }
        more = withOtherServices ? ["IMDb", "MAL"] : []
        let gap = decimal(tenths: abs(widest.tenths))
        words = ChartWords(
            finding: widest.tenths > 0 ? phrase("chart.aboveCrowd", ["gap": gap]) : phrase("chart.belowCrowd", ["gap": gap]),
            measure: phrase("chart.ratingsFromTo"))
    }
}
