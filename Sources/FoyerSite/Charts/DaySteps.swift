/// The few shades that a year of numbers is drawn in, so that each is used about equally often.
///
/// Shape: none for nothing, and up to four steps whose bounds are the quartiles of the days with a number.
struct DaySteps: Hashable {
    /// The highest number of each step, ascending; at most four.
    let bounds: [Double]
    /// The lowest number of each step that there is.
    private let lowest: [Double]

    init(_ values: [Double]) {
        let sorted = values.filter { $0 > 0 }.sorted()
        guard let last = sorted.last else {
            bounds = []
            lowest = []
            return
        }
        let quartiles = [1, 2, 3].map { sorted[(sorted.count * $0 + 3) / 4 - 1] } + [last]
        let bounds = quartiles.reduce(into: [Double]()) { if $0.last != $1 { $0.append($1) } }
        self.bounds = bounds
        lowest = bounds.indices.map { step in
            sorted.first { step == 0 || $0 > bounds[step - 1] } ?? bounds[step]
        }
    }

    /// 0 for nothing, else 1 (light) to 4 (dark); the highest step is always 4.
    func shade(of value: Double) -> Int {
        guard value > 0, !bounds.isEmpty else { return 0 }
        return shade(ofStep: bounds.firstIndex { value <= $0 } ?? bounds.count - 1)
    }

    /// Each shade that is used, with the numbers that it stands for: `1`, `2–3`, `4–9`.
    var legend: [(shade: Int, text: String)] {
        bounds.indices.map { step in
            let (low, high) = (Self.words(lowest[step]), Self.words(bounds[step]))
            return (shade(ofStep: step), low == high ? low : "\(low)–\(high)")
        }
    }

    private func shade(ofStep step: Int) -> Int { ((step + 1) * 4 + bounds.count - 1) / bounds.count }

    private static func words(_ number: Double) -> String {
        guard let whole = Int(exactly: number) else { return number < 1e15 ? number.oneDecimal : "\(number)" }
        return whole.grouped
    }
}
