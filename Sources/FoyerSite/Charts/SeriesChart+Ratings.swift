extension SeriesChart {
    /// How many titles have each rating, from 1 to 10.
    ///
    /// - Parameter time: when they were rated, as in `rated in 2025`; empty for all.
    static func ratings(
        _ counts: [Int: Int], _ averages: RatingAverages, _ time: String = "", address: (Int) -> Address? = { _ in nil }
    ) -> SeriesChart {
        SeriesChart(
            name: "Rating", hasNumericLabels: true, measures: ["Titles"],
            rows: (1...10).map { value in
                let count = counts[value] ?? 0
                return Row(label: String(value), address: count > 0 ? address(value) : nil, numbers: [.count(count)])
            },
            size: averages.count,
            words: ChartWords(
                finding: averages.finding(counts: counts), measure: "Titles by rating" + (time.isEmpty ? "" : ", \(time)"),
                source: "\(counted(averages.count, "title", "titles")). The median is \(averages.medianText), the mean "
                    + "\(averages.meanText).",
                sentence: averages.sentence(counts: counts)))
    }
}

extension RatingAverages {
    /// `8 is given most often, 31 times`, or `No rating stands out`.
    fileprivate func finding(counts: [Int: Int]) -> String {
        func times(_ value: Int) -> String { counts[value] == 1 ? "once" : "\((counts[value] ?? 0).grouped) times" }
        return switch Standout((1...10).map { counts[$0] ?? 0 }) {
        case .only(let index): "Every rating is \(index + 1)"
        case .leading(let leading) where leading.count == 1:
            "\(leading[0] + 1) is given most often, \(times(leading[0] + 1))"
        case .leading(let leading): "\(leading.map { String($0 + 1) }.inWords) are given most often"
        case .none: "No rating stands out"
        }
    }
}
