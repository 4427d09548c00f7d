/// Where titles come from: genres, countries or networks.
struct ReviewOriginContext: TemplateContext {
    let name: String
    let one: String
    let origins: ReviewOrigins

    private static let most = 10

    static let summary = "Where titles come from: genres, countries or networks."
    static let fields = Fields<Self>(
        .text("heading", "`Genres`, `Countries` or `Networks`.") { $0.name },
        .text("sentence", "Of how many titles they are known, and what they show.") { $0.sentence },
        .chart("groups", "Those with the most time; at most 10.") { $0.groups })

    private var groups: SeriesChart {
        let rows = origins.groups.prefix(Self.most).map { TotalsRow($0.name, $0.totals) }
        return rows.chart(of: one, [.hours, .plays, .titles], size: origins.plays) { measure in
            ChartWords(
                finding: ClassFinding.time(rows, noun: one.lowercased(), isPartition: false),
                measure: "\(measure) by \(one.lowercased())", source: sentence)
        }
    }

    private var sentence: String {
        let word = name.lowercased()
        let coverage = "The \(word) of \(origins.known.grouped) of \(counted(origins.all, "title", "titles")) are known"
        var sentence = coverage
        if let best = origins.bestRated, let sample = Sample(best.ratings) {
            sentence +=
                "; the best rated is \(best.name), median \(RatingAverages(best.ratings).medianText) of \(sample.count) ratings"
        }
        let hidden = origins.groups.count - Self.most
        return sentence + "." + (hidden > 0 ? " \(hidden.grouped) more \(hidden == 1 ? "is" : "are") not shown." : "")
    }
}

extension ReviewContext {
    var origins: [ReviewOriginContext] {
        guard !review.plays.isEmpty else { return [] }
        return [
            ReviewOriginContext(name: "Genres", one: "Genre", origins: review.genres),
            ReviewOriginContext(name: "Countries", one: "Country", origins: review.countries),
            ReviewOriginContext(name: "Networks", one: "Network", origins: review.networks),
        ].filter { $0.origins.all > 0 }
    }
}
