import GFM

/// Days as a calendar of weeks and weekdays, darker where there is more: the heat map. Colours come from the stylesheet.
///
/// Shape: two drawings of half a year: beside each other they are one row of weeks, and on a phone they lie below each other.
struct HeatMapDrawing {
    private let days: [(day: CalendarDay, count: Int)]
    private let unit: String

    private static let pitch = 14
    private static let side = 12
    private static let top = 18
    private static let weeks = 27
    /// A week, in hundredths of half a year.
    private static let week = 100 / Double(weeks)

    /// - Parameter unit: what the numbers count, for the legend: `plays a day`.
    init(days: [CalendarDay: Int], unit: String) {
        self.days = days.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
        self.unit = unit
    }

    var html: String {
        let firstWeek = days.first.map { week(of: $0.day) } ?? 0
        let halves = Dictionary(grouping: days) { (week(of: $0.day) - firstWeek) / Self.weeks }.sorted { $0.key < $1.key }
        var named = Set<CalendarMonth>()
        let drawings = halves.map { half, days in
            svg(days, from: firstWeek + half * Self.weeks, isFirst: half == 0, named: &named)
        }
        return "<div class=\"days\" aria-hidden=\"true\">\n" + (drawings + [legend]).joined(separator: "\n") + "\n</div>"
    }

    /// Weeks since that of 1970-01-01, which begin on Mondays.
    private func week(of day: CalendarDay) -> Int { (day.daysSince1970 + 3).flooredDivision(by: 7) }

    private func svg(
        _ days: [(day: CalendarDay, count: Int)], from start: Int, isFirst: Bool, named: inout Set<CalendarMonth>
    ) -> String {
        var drawing = ""
        for row in [0, 2, 4] {
            let name = HTMLText.escape(phrase("days.weekdaysShort", at: row))
            // Where the halves are one row, its weekdays are named once.
            drawing +=
                "<text class=\"end\(isFirst ? "" : " narrow")\" x=\"-6\" y=\"\(Self.top + row * Self.pitch + 10)\">\(name)</text>\n"
        }
        drawing += monthNames(days, from: start, named: &named)
        for day in days {
            let x = (Double(week(of: day.day) - start) * Self.week).percentage
            drawing += """
                <rect class="shade-\(DaySteps.shade(of: day.count))" x="\(x)" y="\(Self.top + day.day.weekdayIndex * Self.pitch)" \
                width="\((Self.week * 0.86).percentage)" height="\(Self.side)">\
                \(day.count > 0 ? title(day.day, day.count) : "")</rect>

                """
        }
        return "<svg height=\"\(Self.top + 7 * Self.pitch)\">\n\(drawing)</svg>"
    }

    private func title(_ day: CalendarDay, _ count: Int) -> String {
        let words = phrase("chart.dayAndNumber", ["day": day.plainShortWords, "number": count.grouped])
        return "<title>\(HTMLText.escape(words))</title>"
    }

    /// Above the week in which each month begins, where there is room before the next one and the end.
    private func monthNames(
        _ days: [(day: CalendarDay, count: Int)], from start: Int, named: inout Set<CalendarMonth>
    ) -> String {
        var begins: [(column: Int, month: CalendarMonth)] = []
        for day in days where day.day.month != begins.last?.month {
            begins.append((week(of: day.day) - start, day.day.month))
        }
        let ends = begins.dropFirst().map(\.column) + [Self.weeks]
        var names = ""
        for (begin, end) in zip(begins, ends) where end - begin.column >= 3 {
            let isNew = named.insert(begin.month).inserted
            names += """
                <text class="start\(isNew ? "" : " narrow")" x="\((Double(begin.column) * Self.week).percentage)" y="11">\
                \(HTMLText.escape(begin.month.shortName))</text>

                """
        }
        return names
    }

    /// The shades from none to most, with the numbers that they stand for.
    private var legend: String {
        DrawingKey(unit: unit, entries: DaySteps.legend.map { .init(name: "shade-\($0.shade)", text: $0.text) }).html
    }
}
