/// My rating of a title and those of others on one line from 1 to 10.
struct RatingScale: Chart {
    /// Nil where I have not rated it.
    let own: Int?
    let others: [Other]

    struct Other: Hashable, Sendable {
        let name: String
        let rating: CrowdRating
        /// The class of its mark.
        let mark: String
    }

    static let kinds: [ChartKind] = [.scale]

    init(_ title: Title) {
        own = title.rating?.value
        let crowd = title.crowd
        others = [("Simkl", crowd.simkl, "simkl"), ("IMDb", crowd.imdb, "imdb"), ("MyAnimeList", crowd.mal, "mal")].compactMap {
            name, rating, mark in rating.map { Other(name: name, rating: $0, mark: mark) }
        }
    }

    var size: Int? { nil }
    var isEmpty: Bool { others.isEmpty }

    var words: ChartWords { ChartWords(finding: finding, measure: phrase("chart.ratingsFromTo")) }

    /// Against Simkl's viewers, else against the first whose rating there is.
    private var finding: String {
        guard let first = others.first else { return "" }
        guard let own else {
            return phrase("chart.crowdRating", ["name": first.name, "rating": first.rating.average.oneDecimal])
        }
        let tenths = first.rating.tenths(below: own)
        let values: KeyValuePairs = ["name": first.name, "gap": decimal(tenths: abs(tenths))]
        return tenths == 0
            ? phrase("chart.likeOthers", ["name": first.name])
            : tenths > 0 ? phrase("chart.aboveOthers", values) : phrase("chart.belowOthers", values)
    }

    func table(under kind: ChartKind) -> ChartTable {
        let mine = own.map { [[phrase("title.me"), String($0), "–", "–"]] } ?? []
        let rows = others.map { other in
            [
                other.name, other.rating.average.oneDecimal, other.rating.votes?.grouped ?? "–",
                own.map { signed(tenths: other.rating.tenths(below: $0)) } ?? "–",
            ]
        }
        let columns = [phrase("label.rating"), phrase("label.votes")] + (own == nil ? [] : [phrase("label.difference")])
        return ChartTable(
            columns: [ChartTable.Column(name: phrase("label.who"), isNumeric: false)]
                + columns.map { ChartTable.Column(name: $0, isNumeric: true) },
            rows: (mine + rows).map { $0.prefix(columns.count + 1).map { ChartTable.Cell(text: $0) } })
    }

    func drawing(as kind: ChartKind) -> String { RatingScaleDrawing(scale: self).html }
}
