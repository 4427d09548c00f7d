import GFM

/// The hours of the week as dots whose areas are their numbers: a punch card. Colours come from the stylesheet.
///
/// Shape: a row for each weekday, Monday first. The dots are drawn for a telephone, and the stylesheet enlarges them where there is room.
struct PunchCardDrawing {
    /// Each hour of each day.
    let plays: [[Int]]
    /// What the hours are called on the clock.
    let hours: [Int]

    private static let pitch = 22
    private static let labelHeight = 20
    /// Of the largest dot, in pixels, where a column is narrowest.
    private static let radius = 5.0
    private static let step = 100 / 24.0

    private var most: Int { plays.joined().max() ?? 0 }

    var html: String {
        var drawing = ""
        for (row, counts) in plays.enumerated() {
            let y = row * Self.pitch + Self.pitch / 2
            let name = phrase("days.weekdays", at: row)
            drawing += """
                <text class="end" x="-8" y="\(y + 4)">\(HTMLText.escape(phrase("days.weekdaysShort", at: row)))</text>
                <line class="axis" y1="\(y)" x2="100%" y2="\(y)"/>

                """
            for (column, count) in counts.enumerated() where count > 0 {
                let hour = padded(hours[column])
                let title = phrase(
                    "chart.hourOfWeek",
                    ["day": name, "from": "\(hour):00", "to": "\(hour):59", "plays": phrase("count.plays", count: count)])
                drawing += """
                    <circle cx="\((Self.step * (Double(column) + 0.5)).percentage)" cy="\(y)" r="\(radius(count))">\
                    <title>\(HTMLText.escape(title))</title></circle>

                    """
            }
        }
        return """
            <svg aria-hidden="true" height="\(plays.count * Self.pitch + Self.labelHeight)">
            \(drawing)\(clock)</svg>
            <p class="key" aria-hidden="true"><span>\(HTMLText.escape(phrase("chart.largestDot", count: most)))</span></p>
            """
    }

    /// Every sixth hour, and every third where there is room.
    private var clock: String {
        let y = plays.count * Self.pitch + Self.labelHeight - 5
        return hours.enumerated().filter { $0.element % 3 == 0 }.map { column, hour in
            DrawingRoom.Column(left: Self.step * Double(column), width: Self.step)
                .text(padded(hour), y: Double(y), classes: hour % 6 == 0 ? [] : ["wide"])
        }.joined()
    }

    /// With two decimals, so that small numbers differ.
    private func radius(_ count: Int) -> String {
        (Self.radius * (Double(count) / Double(max(most, 1))).squareRoot()).twoDecimals
    }
}
