/// The plays of each hour of the week.
struct WeekChart: Chart {
    /// Monday first, and from the hour at which a day begins.
    let plays: [[Int]]
    /// That hour, 0 to 23.
    let firstHour: Int
    let words: ChartWords

    static let kinds: [ChartKind] = [.punchcard]

    var size: Int? { plays.joined().reduce(0, +) }
    var isEmpty: Bool { size == 0 }

    /// The hours on the clock, in their order.
    private var hours: [Int] { Self.hours(from: firstHour) }

    private static func hours(from first: Int) -> [Int] { (0..<24).map { ($0 + first) % 24 } }

    /// - Parameters:
    ///   - firstHour: that at which a day begins.
    ///   - time: the time that is counted, as in `2025`.
    init(_ activity: Activity, firstHour: Int, time: String) {
        plays = activity.hours.map { day in Self.hours(from: firstHour).map { day[$0].plays } }
        self.firstHour = firstHour
        let all = activity.hours.joined().reduce(into: Statistics.Totals()) { $0.add($1) }
        words = ChartWords(
            finding: Self.finding(plays, firstHour: firstHour),
            measure: "Plays by hour of the week" + (time.isEmpty ? "" : ", \(time)"),
            source: "\(all.amount) with a known time, by the hour in which they were marked.")
    }

    func table(under kind: ChartKind) -> ChartTable {
        let columns = hours.map { ChartTable.Column(name: padded($0), isNumeric: true) }
        let names = CalendarDay.weekdays + ["All"]
        let all = (0..<24).map { hour in plays.reduce(0) { $0 + $1[hour] } }
        return ChartTable(
            columns: [ChartTable.Column(name: "Day", isNumeric: false)] + columns
                + [ChartTable.Column(name: "Plays", isNumeric: true)],
            rows: zip(names, plays + [all]).map { name, hours in
                [ChartTable.Cell(text: name)] + hours.map { ChartTable.Cell(text: $0 == 0 ? "" : $0.grouped) }
                    + [ChartTable.Cell(text: hours.reduce(0, +).grouped)]
            })
    }

    func drawing(as kind: ChartKind) -> String { PunchCardDrawing(plays: plays, hours: hours).html }
}

extension WeekChart {
    /// The most hours in a row that are a time of day, and not half the day.
    private static let longestStretch = 8

    /// `Most plays are between 20:00 and 22:59; Saturdays lead`, or as much of it as stands out.
    private static func finding(_ plays: [[Int]], firstHour: Int) -> String {
        let hours = (0..<24).map { hour in plays.reduce(0) { $0 + $1[hour] } }
        let time = stretch(hours).map { first, length in
            let (first, last) = ((first + firstHour) % 24, (first + length - 1 + firstHour) % 24)
            return "Most plays are between \(padded(first)):00 and \(padded(last)):59"
        }
        func names(_ days: [Int]) -> String { days.map { "\(CalendarDay.weekdays[$0])s" }.inWords }
        let day: String? =
            switch Standout(plays.map { $0.reduce(0, +) }) {
            case .only(let day): "all of them on \(names([day]))"
            case .leading(let days): "\(names(days)) lead" + (time == nil ? " the week" : "")
            case .none: nil
            }
        let parts = [time, day].compactMap { $0 }
        return parts.isEmpty ? "No hour of the week stands out" : parts.joined(separator: "; ").capitalizedFirst
    }

    /// The shortest stretch of hours, across the end of a day too, with more than half of all plays: of equals that with the most plays,
    /// then the first. Nil where it is no time of day.
    private static func stretch(_ hours: [Int]) -> (first: Int, length: Int)? {
        let all = hours.reduce(0, +)
        for length in 1...longestStretch {
            let sums = hours.indices.map { first in (0..<length).reduce(0) { $0 + hours[(first + $1) % 24] } }
            if let most = sums.max(), most * 2 > all, let first = sums.firstIndex(of: most) { return (first, length) }
        }
        return nil
    }
}
