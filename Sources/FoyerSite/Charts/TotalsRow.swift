/// A stretch of time, a time that comes again, or a class of titles or plays, with what was watched in it: a row of a chart.
struct TotalsRow: Hashable, Sendable {
    let name: String
    /// The name in a sentence: `in November 2026`, `on Mondays`; empty where no sentence tells of it.
    var phrase = ""
    var address: Address?
    let totals: Statistics.Totals
    /// Nothing can have been watched yet.
    var isToCome = false

    init(
        _ name: String, phrase: String = "", address: Address? = nil, _ totals: Statistics.Totals?, isToCome: Bool = false
    ) {
        self.name = name
        self.phrase = phrase
        self.address = address
        self.totals = totals ?? Statistics.Totals()
        self.isToCome = isToCome
    }
}

/// A number of what was watched, under the head that it has in a table; nil where it is unknown.
struct Measure: Sendable {
    let head: String
    let number: @Sendable (Statistics.Totals) -> ChartNumber?

    static let hours = Measure(head: "Hours") { $0.knownMinutes.map { .hours(minutes: $0) } }
    static let plays = Measure(head: "Plays") { .count($0.plays) }
    static let episodes = Measure(head: "Episodes") { .count($0.plays) }
    static let titles = Measure(head: "Titles") { .count($0.titles) }
}

extension [TotalsRow] {
    /// - Parameters:
    ///   - name: what the rows' names are names of.
    ///   - measures: what the table holds, but for what nobody knows of any row; the first is drawn.
    func chart(
        of name: String, hasNumericLabels: Bool = false, _ measures: [Measure] = [.hours, .plays], sentence: String
    ) -> SeriesChart {
        let measures = measures.filter { measure in
            let watched = filter { $0.totals.plays > 0 }
            return watched.isEmpty || watched.contains { measure.number($0.totals) != nil }
        }
        return SeriesChart(
            name: name, hasNumericLabels: hasNumericLabels, measures: measures.map(\.head),
            rows: map { row in
                SeriesChart.Row(
                    label: row.name, address: row.address,
                    numbers: measures.map { row.isToCome ? nil : $0.number(row.totals) })
            },
            sentence: sentence)
    }

    /// How much there is, and in words the row with the most time, where there is enough to rank.
    ///
    /// - Parameter limit: what else is said of the plays.
    func sentence(_ limit: String = "") -> String {
        let all = reduce(into: Statistics.Totals()) { $0.add($1.totals) }
        let total = all.amount + limit
        let active = filter { $0.totals.plays > 0 }
        let most = active.enumerated().max { left, right in
            (left.element.totals.minutes, left.element.totals.plays, right.offset)
                < (right.element.totals.minutes, right.element.totals.plays, left.offset)
        }
        guard let most = most?.element, all.plays >= Sample.smallest, active.count > 1, most.totals.minutes > 0 else {
            return total + "."
        }
        return "\(total); the most \(most.phrase): \(duration(minutes: most.totals.minutes))."
    }
}
