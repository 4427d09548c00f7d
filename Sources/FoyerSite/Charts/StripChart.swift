import GFM

/// The days of a month as a strip of thin bars, low and wide: a small multiple. Colours come from the stylesheet.
///
/// Shape: one row of numbers under their names, the days 1 to 31; `–` for a day that the month does not have or that is still to come.
struct StripChart {
    private let marks: [ChartMark]
    private let top: Double

    private static let width = 720.0
    private static let height = 64.0
    private static let labelHeight = 20.0

    /// - Parameter top: the number that the full height stands for, so that strips can be held against each other.
    init?(_ rows: [[String]], top: Double?) {
        guard rows.count == 2 else { return nil }
        let values = zip(rows[0], rows[1]).filter { $0.1 != "–" }
        marks = values.map { ChartMark(label: $0.0, text: $0.1, value: ChartMark.number($0.1), unit: "") }
        guard let highest = marks.compactMap(\.value).max() else { return nil }
        self.top = max(top ?? 0, highest, 1)
    }

    /// - Parameter label: what a screen reader says, as HTML.
    func svg(label: String) -> String {
        let step = Self.width / 31
        let room = Self.height - Self.labelHeight
        var bars = ""
        var labels = ""
        for (index, mark) in marks.enumerated() {
            let x = step * Double(index)
            // A day without is a line on the ground.
            let tall = max(1, (mark.value ?? 0) / top * room)
            bars += "M\((x + step * 0.14).coordinate) \(room.coordinate)v-\(tall.coordinate)h\((step * 0.72).coordinate)"
            bars += "v\(tall.coordinate)z"
            if index % 7 == 0 {
                labels +=
                    "<text x=\"\((x + step / 2).coordinate)\" y=\"\(Int(Self.height - 5))\">\(HTMLText.escape(mark.label))</text>\n"
            }
        }
        return """
            <svg role="img" aria-label="\(label)" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))">
            <path class="bars" d="\(bars)"/>
            \(labels)</svg>
            """
    }
}
