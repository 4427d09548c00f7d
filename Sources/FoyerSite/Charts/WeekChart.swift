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
        let all = activity.hours.joined().sum
        words = ChartWords(
            finding: Self.finding(plays, firstHour: firstHour),
            measure: ChartWords.measure(phrase("chart.playsByHour"), of: time),
            source: phrase("chart.timedAmount", ["amount": all.amount]))
    }

    func table(under kind: ChartKind) -> ChartTable {
        let columns = hours.map { ChartTable.Column(name: padded($0), isNumeric: true) }
        let names = (0..<7).map { phrase("days.weekdays", at: $0) } + [phrase("chart.allDays")]
        let all = (0..<24).map { hour in plays.reduce(0) { $0 + $1[hour] } }
        return ChartTable(
            columns: [ChartTable.Column(name: phrase("label.day"), isNumeric: false)] + columns
                + [ChartTable.Column(name: phrase("label.plays"), isNumeric: true)],
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
        let days = Standout(plays.map { $0.reduce(0, +) })
        guard let (first, length) = stretch(hours) else {
            return switch days {
            case .only(let day): phrase("chart.allOnDays", ["days": names([day])])
            case .leading(let days): phrase("chart.leadWeek", ["days": names(days)])
            case .none: phrase("chart.noHourOfWeek")
            }
        }
        let from = "\(padded((first + firstHour) % 24)):00"
        let to = "\(padded((first + length - 1 + firstHour) % 24)):59"
        return switch days {
        case .only(let day): phrase("chart.mostBetweenAllOnDays", ["from": from, "to": to, "days": names([day])])
        case .leading(let days): phrase("chart.mostBetweenDaysLead", ["from": from, "to": to, "days": names(days)])
        case .none: phrase("chart.mostBetween", ["from": from, "to": to])
        }
    }

    private static func names(_ days: [Int]) -> String { days.map { phrase("days.weekdaysMany", at: $0) }.inWords }

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
