/// Two ratings of each of some titles, or of some sorts of titles, and the gap between them: mine and that of Simkl's viewers.
struct GapChart: Chart {
    /// What the names are names of: the head of their column.
    let name: String
    let rows: [Row]
    /// The heads of what else the table holds.
    let more: [String]
    let words: ChartWords

    struct Row: Hashable, Sendable {
        let name: String
        var address: Address?
        /// Drawn before the name.
        var poster: Address?
        let own: Double
        /// The same in words.
        let ownText: String
        let crowd: Double
        /// As in `+0.6`.
        let difference: String
        /// One for each of the chart's further columns.
        let more: [String]
    }

    static let kinds: [ChartKind] = [.dumbbell]

    var size: Int? { nil }
    var isEmpty: Bool { rows.isEmpty }

    func table(under kind: ChartKind) -> ChartTable {
        ChartTable(
            columns: [ChartTable.Column(name: name, isNumeric: false)]
                + ([phrase("chart.mine"), "Simkl", phrase("chart.gap")] + more).map {
                    ChartTable.Column(name: $0, isNumeric: true)
                },
            rows: rows.map { row in
                [ChartTable.Cell(text: row.name, address: row.address)]
                    + ([row.ownText, row.crowd.oneDecimal, row.difference] + row.more).map { ChartTable.Cell(text: $0) }
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
    ///   - poster: a title's picture, where the rows have pictures.
    init?(
        _ pairs: [CrowdComparison.Pair], limit: Int, withOtherServices: Bool = false, address: (Title) -> Address,
        poster: (Title) -> Address? = { _ in nil }
    ) {
        guard let widest = pairs.first else { return nil }
        let pairs = pairs.prefix(limit)
        let services: [(name: String, rating: (CrowdRatings) -> CrowdRating?)] = [("IMDb", { $0.imdb }), ("MAL", { $0.mal })]
        // A column is there where any of the titles has something in it.
        let told = services.filter { service in withOtherServices && pairs.contains { service.rating($0.title.crowd) != nil } }
        name = phrase("label.title")
        rows = pairs.map { pair in
            Row(
                name: pair.title.name, address: address(pair.title), poster: poster(pair.title), own: Double(pair.own),
                ownText: String(pair.own), crowd: pair.crowd.average, difference: signed(tenths: pair.tenths),
                more: [pair.votes.grouped] + told.map { $0.rating(pair.title.crowd)?.average.oneDecimal ?? "–" })
        }
        more = [phrase("label.votes")] + told.map(\.name)
        let gap = decimal(tenths: abs(widest.tenths))
        words = ChartWords(
            finding: widest.tenths > 0 ? phrase("chart.aboveCrowd", ["gap": gap]) : phrase("chart.belowCrowd", ["gap": gap]),
            measure: phrase("chart.ratingsFromTo"))
    }

    /// Sorts of titles, such as genres; nil where none has enough titles.
    ///
    /// - Parameter name: what they are sorts by.
    init?(_ groups: [CrowdComparison.Group], by name: String) {
        guard let widest = groups.max(by: { abs($0.tenths) < abs($1.tenths) }) else { return nil }
        self.name = name
        rows = groups.map { group in
            Row(
                name: group.name, own: Double(group.own) / 10, ownText: decimal(tenths: group.own),
                crowd: Double(group.crowd) / 10, difference: signed(tenths: group.tenths), more: [group.count.grouped])
        }
        more = [phrase("label.titles")]
        let values: KeyValuePairs = ["name": widest.name, "gap": decimal(tenths: abs(widest.tenths))]
        let finding =
            widest.tenths == 0
            ? phrase("chart.noGap")
            : widest.tenths > 0 ? phrase("chart.widestAbove", values) : phrase("chart.widestBelow", values)
        words = ChartWords(finding: finding, measure: phrase("chart.meansFromTo"))
    }
}
