import GFM

/// Days as a calendar of weeks and weekdays, darker where there is more: the heat map. Colours come from the stylesheet.
///
/// Shape: half a year is one drawing, so that on a phone the halves lie below each other.
struct HeatMapDrawing {
    private let days: [(day: CalendarDay, count: Int)]
    private let steps: DaySteps
    private let unit: String

    private static let pitch = 13
    private static let side = 11
    private static let left = 30
    private static let top = 16
    private static let weeks = 27

    /// - Parameter unit: what the numbers count, for the legend: `plays a day`.
    init(days: [CalendarDay: Int], unit: String) {
        self.days = days.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
        steps = DaySteps(self.days.map { Double($0.count) })
        self.unit = unit
    }

    var html: String {
        var drawings: [String] = []
        let firstWeek = days.first.map { week(of: $0.day) } ?? 0
        for (_, part) in Dictionary(grouping: days, by: { (week(of: $0.day) - firstWeek) / Self.weeks }).sorted(by: {
            $0.key < $1.key
        }) {
            drawings.append(svg(part))
        }
        return "<div class=\"days\">\n" + (drawings + [legend]).joined(separator: "\n") + "\n</div>"
    }

    /// Weeks since that of 1970-01-01, which begin on Mondays.
    private func week(of day: CalendarDay) -> Int { (day.daysSince1970 + 3).flooredDivision(by: 7) }

    private func svg(_ days: [(day: CalendarDay, count: Int)]) -> String {
        guard let first = days.first, let last = days.last else { return "" }
        let start = week(of: first.day)
        var drawing = ""
        for (row, name) in [(0, "Mon"), (2, "Wed"), (4, "Fri")] {
            drawing += "<text class=\"start\" x=\"0\" y=\"\(Self.top + row * Self.pitch + 9)\">\(name)</text>\n"
        }
        drawing += monthNames(days, from: start)
        var empty = ""
        for day in days {
            let x = Self.left + (week(of: day.day) - start) * Self.pitch
            let square = "M\(x) \(Self.top + day.day.weekdayIndex * Self.pitch)h\(Self.side)v\(Self.side)h-\(Self.side)z"
            let shade = steps.shade(of: Double(day.count))
            if shade == 0 {
                empty += square
            } else {
                drawing += """
                    <path class="shade-\(shade)" d="\(square)"><title>\(HTMLText.escape("\(day.day.plainShortWords): \(day.count.grouped)"))\
                    </title></path>

                    """
            }
        }
        if !empty.isEmpty { drawing += "<path class=\"shade-0\" d=\"\(empty)\"/>\n" }
        let (from, to) = (first.day.month.shortWords, last.day.month.shortWords)
        let active = days.count { $0.count > 0 }
        let span = from == to ? from : "\(from) to \(to)"
        return """
            <svg role="img" aria-label="\(span): \(counted(active, "day", "days")) of \(days.count.grouped)" \
            viewBox="0 0 \(Self.left + Self.weeks * Self.pitch) \(Self.top + 7 * Self.pitch)">
            \(drawing)</svg>
            """
    }

    /// Above the week in which each month begins, where the name before leaves room.
    private func monthNames(_ days: [(day: CalendarDay, count: Int)], from start: Int) -> String {
        var names = ""
        var months = Set<CalendarMonth>()
        var begins: [(column: Int, month: CalendarMonth)] = []
        for day in days where months.insert(day.day.month).inserted { begins.append((week(of: day.day) - start, day.day.month)) }
        for (index, begin) in begins.enumerated() {
            if begins.indices.contains(index + 1), begins[index + 1].column - begin.column < 2 { continue }
            if begin.column > Self.weeks - 2 { continue }
            names +=
                "<text class=\"start\" x=\"\(Self.left + begin.column * Self.pitch)\" y=\"10\">\(begin.month.name.prefix(3))</text>\n"
        }
        return names
    }

    /// The shades from none to most, with the numbers that they stand for.
    private var legend: String {
        let steps = [(shade: 0, text: "none")] + steps.legend
        var x = 0
        var drawing = ""
        if !unit.isEmpty {
            drawing += "<text class=\"start\" x=\"0\" y=\"10\">\(HTMLText.escape(unit))</text>\n"
            x += width(of: unit) + 6
        }
        for step in steps {
            drawing += """
                <path class="shade-\(step.shade)" d="M\(x) 1h\(Self.side)v\(Self.side)h-\(Self.side)z"/>\
                <text class="start" x="\(x + Self.side + 4)" y="10">\(step.text)</text>

                """
            x += Self.side + width(of: step.text) + 14
        }
        let words = (unit.isEmpty ? "" : HTMLText.escape(unit) + ": ") + steps.map(\.text).joined(separator: ", ")
        return """
            <svg class="legend" role="img" aria-label="From light to dark, \(words)" \
            viewBox="0 0 \(max(x, Self.left + Self.weeks * Self.pitch)) 14">
            \(drawing)</svg>
            """
    }

    private func width(of text: String) -> Int { text.count * 6 }
}
