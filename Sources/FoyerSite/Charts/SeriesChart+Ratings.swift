extension SeriesChart {
    /// How many titles have each rating, from 1 to 10.
    static func ratings(
        _ counts: [Int: Int], sentence: String, address: (Int) -> Address? = { _ in nil }
    ) -> SeriesChart {
        SeriesChart(
            name: "Rating", hasNumericLabels: true, measures: ["Titles"],
            rows: (1...10).map { value in
                let count = counts[value] ?? 0
                return Row(label: String(value), address: count > 0 ? address(value) : nil, numbers: [.count(count)])
            },
            sentence: sentence)
    }
}
