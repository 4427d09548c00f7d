/// The few shades that days are drawn in: the same in every year, so that years can be held against each other.
enum DaySteps {
    /// The highest number of each step but the last.
    private static let bounds = [2, 5, 9]

    /// 0 for nothing, else 1 (light) to 4 (dark).
    static func shade(of plays: Int) -> Int {
        plays <= 0 ? 0 : (bounds.firstIndex { plays <= $0 } ?? bounds.count) + 1
    }

    /// Each shade with the numbers that it stands for.
    static var legend: [(shade: Int, text: String)] {
        [(0, phrase("chart.noPlays")), (1, "1–2"), (2, "3–5"), (3, "6–9"), (4, "10+")]
    }
}
