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
}
