/// Numbers of which there are enough to say what is usual among them.
public struct Sample: Hashable, Sendable {
    /// Fewer than this are neither averaged nor ranked.
    public static let smallest = 5

    public let count: Int
    public let mean: Double
    public let median: Double

    /// Nil for a sample that is too small.
    public init?(_ values: [Int]) {
        guard values.count >= Self.smallest, let median = values.median else { return nil }
        count = values.count
        mean = Double(values.reduce(0, +)) / Double(count)
        self.median = median
    }

    /// - Parameter histogram: how many there are of each value.
    public init?(histogram: [Int: Int]) {
        let count = histogram.values.reduce(0, +)
        guard count >= Self.smallest else { return nil }
        let sorted = histogram.sorted { $0.key < $1.key }
        func value(at position: Int) -> Int {
            var passed = 0
            for (value, number) in sorted {
                passed += number
                if position < passed { return value }
            }
            return 0
        }
        self.count = count
        mean = sorted.reduce(0.0) { $0 + Double($1.key) * Double($1.value) } / Double(count)
        median = Double(value(at: (count - 1) / 2) + value(at: count / 2)) / 2
    }
}

extension [Int] {
    /// The middle of them; between two, their mean. Nil where there is none.
    var median: Double? {
        let sorted = sorted()
        let middle = sorted.count / 2
        guard !sorted.isEmpty else { return nil }
        return sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
    }
}
