/// Where titles come from: genres, countries or networks.
struct ReviewOriginContext: TemplateContext {
    let origins: ReviewOrigins
    /// What one of them is called in the site's language.
    let name: @Sendable (String) -> String
    let heading: String
    /// The head of the column of their names.
    let head: String
    /// What is said where none stands out.
    let none: String
    /// Of how many titles they are known, without a full stop.
    let coverage: String
    /// What is drawn, by the head of the drawn measure.
    let measure: @Sendable (String) -> String

    private static let most = 10

    static let summary = "Where titles come from: genres, countries or networks."
    static let fields = Fields<Self>(
        .text("heading", "`Genres`, `Countries` or `Networks`.") { $0.heading },
        .text("sentence", "Of how many titles they are known, and what they show.") { $0.sentence },
        .chart("groups", "Those with the most time; at most 10.") { $0.groups })

    private var groups: SeriesChart {
        let rows = origins.groups.prefix(Self.most).map { TotalsRow(name($0.name), $0.totals) }
        return rows.chart(of: head, [.hours, .plays, .titles], size: origins.plays) { drawn in
            ChartWords(
                finding: ClassFinding.time(rows, none: none, isPartition: false), measure: measure(drawn), source: sentence)
        }
    }

    private var sentence: String {
        let hidden = origins.groups.count - Self.most
        return [known, hidden > 0 ? phrase("review.notShown", count: hidden) : nil].compactMap { $0 }.joined(separator: " ")
    }

    private var known: String {
        guard let best = origins.bestRated, let sample = Sample(best.ratings) else {
            return phrase("chart.sentence", ["words": coverage])
        }
        let median = RatingAverages(best.ratings).medianText
        return phrase("review.bestRated", count: sample.count, ["known": coverage, "name": name(best.name), "median": median])
    }
}

extension ReviewContext {
    var origins: [ReviewOriginContext] {
        guard !review.plays.isEmpty else { return [] }
        return [genres(review.genres), countries(review.countries), networks(review.networks)].filter { $0.origins.known > 0 }
    }

    private func genres(_ origins: ReviewOrigins) -> ReviewOriginContext {
        ReviewOriginContext(
            origins: origins, name: genreName, heading: phrase("review.genres"), head: phrase("review.genre"),
            none: phrase("review.noGenreStandsOut"),
            coverage: phrase("review.genresKnown", count: origins.all, ["known": origins.known.grouped]),
            measure: { phrase("review.byGenre", ["measure": $0]) })
    }

    private func countries(_ origins: ReviewOrigins) -> ReviewOriginContext {
        ReviewOriginContext(
            origins: origins, name: countryName, heading: phrase("review.countries"), head: phrase("review.country"),
            none: phrase("review.noCountryStandsOut"),
            coverage: phrase("review.countriesKnown", count: origins.all, ["known": origins.known.grouped]),
            measure: { phrase("review.byCountry", ["measure": $0]) })
    }

    private func networks(_ origins: ReviewOrigins) -> ReviewOriginContext {
        ReviewOriginContext(
            origins: origins, name: { $0 }, heading: phrase("review.networks"), head: phrase("review.network"),
            none: phrase("review.noNetworkStandsOut"),
            coverage: phrase("review.networksKnown", count: origins.all, ["known": origins.known.grouped]),
            measure: { phrase("review.byNetwork", ["measure": $0]) })
    }
}
