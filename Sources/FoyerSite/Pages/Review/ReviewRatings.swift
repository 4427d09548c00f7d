/// The ratings that were given in a period.
struct ReviewRatings: Sendable {
    /// In the order of the library.
    let titles: [ReviewedTitle]
    let averages: RatingAverages
    /// How many there are of each.
    let counts: [Int: Int]
    let crowd: CrowdComparison

    init(_ review: Review) {
        titles = review.rated
        let values = titles.compactMap(\.record.rating)
        averages = RatingAverages(values)
        counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
        // The ratings as they were kept, not as they may have been changed since.
        crowd = CrowdComparison(
            titles.map { reviewed in
                reviewed.title.with { title in
                    title.rating = reviewed.record.rating.map { Rating(value: $0, ratedAt: nil) }
                }
            })
    }

    var isRanked: Bool { titles.count >= Sample.smallest }

    var facts: [FactContext] {
        guard !titles.isEmpty else { return [] }
        let count = FactContext(phrase("label.titlesRated"), averages.count.grouped)
        guard isRanked else { return [count] }
        return [
            count, FactContext(phrase("label.median"), averages.medianText),
            FactContext(phrase("label.mean"), averages.meanText),
        ]
    }

    var crowdSentence: String? { isRanked ? [crowd.verdict, crowd.sentence].compactMap { $0 }.joined(separator: " ") : nil }
}

extension ReviewContext {
    var distribution: SeriesChart? {
        guard ratings.isRanked else { return nil }
        return .ratings(ratings.counts, ratings.averages, phrase("review.ratedIn", ["inPeriod": period.inSentence]))
    }

    var ratedLists: [RatedListContext] {
        func list(_ name: String, _ titles: [ReviewedTitle]) -> RatedListContext? {
            titles.isEmpty
                ? nil
                : RatedListContext(
                    name: name,
                    titles: titles.map { title in
                        let year = title.title.year.map { " · \($0)" } ?? ""
                        return card(title, title.record.rating.map { stars($0) + year } ?? "")
                    })
        }
        guard ratings.isRanked else {
            return [list("", ratings.titles.sorted { $0.title.sortKey < $1.title.sortKey })].compactMap {
                $0
            }
        }
        let best = ratings.titles.byRating
        let year = period.days?.lowerBound.year
        return [
            list(
                phrase("review.ratedOfSameYear", ["inPeriod": period.inSentence]),
                Array(best.filter { $0.title.year == year }.prefix(5))),
            list(
                phrase("review.ratedOfEarlierYear", ["inPeriod": period.inSentence]),
                Array(best.filter { title in title.title.year.map { $0 < year ?? 0 } ?? false }.prefix(5))),
        ].compactMap { $0 }
    }

    func gaps(_ pairs: [CrowdComparison.Pair]) -> GapChart? {
        ratings.isRanked ? GapChart(pairs, limit: 5, address: { links.to(site.path(of: $0)) }) : nil
    }
}

/// Some titles with their ratings.
struct RatedListContext: TemplateContext {
    let name: String
    let titles: [TitleCardContext]

    static let summary = "Some titles with their ratings, the best first."
    static let fields = Fields<Self>(
        .text("name", "What they have in common; nothing where it is all that were rated.") { $0.name },
        .list("titles", "The titles.") { $0.titles })
}
