/// The days of a month as a strip of thin bars, low and wide: a small multiple. Colours come from the stylesheet.
struct StripDrawing {
    /// Each day that is counted.
    private let days: [(day: CalendarDay, count: Int)]
    private let top: Int

    private static let width = 720.0
    private static let height = 64.0
    private static let labelHeight = 20.0

    /// - Parameter top: the number that the full height stands for, where it is not the highest.
    init(days: [CalendarDay: Int], top: Int?) {
        self.days = days.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
        self.top = max(top ?? 0, days.values.max() ?? 0, 1)
    }

    /// - Parameter label: what a screen reader says, as HTML.
    func svg(label: String) -> String {
        let step = Self.width / 31
        let room = Self.height - Self.labelHeight
        var bars = ""
        var labels = ""
        for (day, count) in days {
            let number = day.civil.day
            let x = step * Double(number - 1)
            // A day without is a line on the ground.
            let tall = max(1, Double(count) / Double(top) * room)
            bars += "M\((x + step * 0.14).coordinate) \(room.coordinate)v-\(tall.coordinate)h\((step * 0.72).coordinate)"
            bars += "v\(tall.coordinate)z"
            if number % 7 == 1 {
                labels +=
                    "<text x=\"\((x + step / 2).coordinate)\" y=\"\(Int(Self.height - 5))\">\(number)</text>\n"
            }
        }
        return """
            <svg role="img" aria-label="\(label)" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))">
            <path class="bars" d="\(bars)"/>
            \(labels)</svg>
            """
    }
}
