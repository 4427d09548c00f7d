/// The days of a month as a strip of thin bars, low and wide: a small multiple. Colours come from the stylesheet.
struct StripDrawing {
    /// Each day that is counted.
    private let days: [(day: CalendarDay, count: Int)]
    private let top: Int

    private static let room = 44.0
    private static let labelHeight = 20.0

    /// - Parameter top: the number that the full height stands for, where it is not the highest.
    init(days: [CalendarDay: Int], top: Int?) {
        self.days = days.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
        self.top = max(top ?? 0, days.values.max() ?? 0, 1)
    }

    var html: String {
        let step = 100.0 / 31
        var drawing = ""
        for (day, count) in days {
            let number = day.civil.day
            let column = DrawingRoom.Column(left: step * Double(number - 1), width: step)
            // A day without is a line on the ground.
            let tall = max(1, Double(count) / Double(top) * Self.room)
            drawing += """
                <rect x="\((column.left + step * 0.14).percentage)" y="\((Self.room - tall).coordinate)" \
                width="\((step * 0.72).percentage)" height="\(tall.coordinate)"/>

                """
            if number % 7 == 1 { drawing += column.text(String(number), y: Self.room + Self.labelHeight - 5) }
        }
        return "<svg aria-hidden=\"true\" height=\"\(Int(Self.room + Self.labelHeight))\">\n\(drawing)</svg>"
    }
}
