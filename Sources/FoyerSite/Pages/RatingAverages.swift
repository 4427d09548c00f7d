/// What some ratings come to: how many, their middle and their mean.
///
/// Units: the owner's 1 to 10.
struct RatingAverages: Hashable, Sendable {
    let count: Int
    /// The middle of them; between two, their mean. Nil where there is none.
    let median: Double?
    let mean: Double?

    init(_ values: some Sequence<Int>) {
        let values = Array(values)
        count = values.count
        median = values.median
        mean = values.isEmpty ? nil : Double(values.reduce(0, +)) / Double(values.count)
    }

    /// `8`, or `7.5`; `–` where there is none.
    var medianText: String {
        median.map { $0 == $0.rounded() ? String(Int($0)) : $0.oneDecimal } ?? "–"
    }

    /// `7.6`; `–` where there is none.
    var meanText: String { mean.map(\.oneDecimal) ?? "–" }

    /// The ratings that were given the most often, the median and the mean; empty where there are none.
    ///
    /// - Parameter counts: how many there are of each rating.
    func sentence(counts: [Int: Int]) -> String {
        guard let most = counts.values.max() else { return "" }
        let often = counts.keys.filter { counts[$0] == most }.sorted().map(String.init).inWords
        let each = counts.values.count { $0 == most } > 1 ? " each" : ""
        return "Most often \(often), \(most == 1 ? "once" : "\(most.grouped) times")\(each). "
            + "The median is \(medianText), the mean \(meanText)."
    }
}
