extension SeriesChart {
    /// How many titles have each rating, from 1 to 10.
    ///
    /// - Parameter time: when they were rated, as in `rated in 2025`; empty for all.
    static func ratings(
        _ counts: [Int: Int], _ averages: RatingAverages, _ time: String = "", address: (Int) -> Address? = { _ in nil }
    ) -> SeriesChart {
        SeriesChart(
            name: phrase("label.rating"), hasNumericLabels: true, measures: [.titles],
            rows: (1...10).map { value in
                let count = counts[value] ?? 0
                return Row(label: String(value), address: count > 0 ? address(value) : nil, numbers: [.count(count)])
            },
            size: averages.count,
            words: ChartWords(
                finding: averages.finding(counts: counts), measure: ChartWords.measure(phrase("chart.titlesByRating"), of: time),
                source: phrase(
                    "chart.ratedTitles", count: averages.count, ["median": averages.medianText, "mean": averages.meanText]),
                sentence: averages.sentence(counts: counts)))
    }
}

extension RatingAverages {
    /// `8 is given most often, 31 times`, or `No rating stands out`.
    fileprivate func finding(counts: [Int: Int]) -> String {
        switch Standout((1...10).map { counts[$0] ?? 0 }) {
        case .only(let index): phrase("chart.everyRating", ["rating": String(index + 1)])
        case .leading(let leading) where leading.count == 1:
            phrase("chart.commonestRating", count: counts[leading[0] + 1] ?? 0, ["rating": String(leading[0] + 1)])
        case .leading(let leading): phrase("chart.commonestRatings", ["ratings": leading.map { String($0 + 1) }.inWords])
        case .none: phrase("chart.noRating")
        }
    }
}
