/// A stretch of time, a time that comes again, or a class of titles or plays, with what was watched in it: a row of a chart.
struct TotalsRow: Hashable, Sendable {
    let name: String
    /// The name where there is little room, as below a bar: `Nov`, `Mon`, `W12`.
    let short: String
    /// The name in a sentence: `November 2026`, `Mondays`, `week 12`.
    let subject: String
    var address: Address?
    /// Of a title: its picture.
    var poster: Address?
    let totals: Statistics.Totals
    /// The same by kind of media; empty where the kinds are not told apart.
    var kinds: [MediaKind: Statistics.Totals] = [:]
    /// Nothing can have been watched yet.
    var isToCome = false
    /// Whether the data tells of all of it.
    var isWhole = true

    init(
        _ name: String, short: String? = nil, subject: String? = nil, address: Address? = nil,
        poster: Address? = nil, _ totals: Statistics.Totals?, kinds: [MediaKind: Statistics.Totals]? = nil,
        isToCome: Bool = false, isWhole: Bool = true
    ) {
        self.name = name
        self.short = short ?? name
        self.subject = subject ?? name
        self.address = address
        self.poster = poster
        self.totals = totals ?? Statistics.Totals()
        self.kinds = kinds ?? [:]
        self.isToCome = isToCome
        self.isWhole = isWhole && !isToCome
    }
}

extension [TotalsRow] {
    /// All of them.
    var total: Statistics.Totals { lazy.map(\.totals).sum }

    /// By what they are held against each other: minutes, or plays where nobody knows how long any took.
    var weights: [Int] {
        let isTimed = total.minutes > 0
        return map { isTimed ? $0.totals.minutes : $0.totals.plays }
    }

    /// What stands out of what can have been watched. Nothing where there are too few plays to rank.
    var standout: Standout {
        guard total.plays >= Sample.smallest else { return .none }
        let found = Standout(weights, of: count { !$0.isToCome })
        // All the time is not all of it, where nobody knows how long the rest took.
        if case .only(let row) = found, self[row].totals.plays < total.plays { return .none }
        return found
    }

    /// - Parameters:
    ///   - name: what the rows' names are names of.
    ///   - measures: what the table holds, but for what nobody knows of any row; the first is drawn.
    ///   - words: what it says, by the head of the drawn measure.
    func chart(
        of name: String, hasNumericLabels: Bool = false, _ measures: [Measure] = [.hours, .plays], size: Int? = nil,
        mean: ChartNumber? = nil, words: (String) -> ChartWords
    ) -> SeriesChart {
        let measures = Measure.known(measures, of: self)
        let kinds = MediaKind.allCases.filter { kind in contains { ($0.kinds[kind]?.plays ?? 0) > 0 } }
        let told = kinds.count > 1 ? kinds : []
        return SeriesChart(
            name: name, hasNumericLabels: hasNumericLabels, measures: measures,
            rows: map { row in
                SeriesChart.Row(
                    label: row.name, short: row.short, address: row.address, poster: row.poster,
                    numbers: measures.map { row.isToCome ? nil : row.totals.number(of: $0) },
                    parts: told.map { kind in
                        row.isToCome ? nil : measures.first.flatMap { (row.kinds[kind] ?? .init()).number(of: $0) }
                    })
            },
            kinds: told, mean: mean, size: size ?? total.plays, words: words(measures.first?.head ?? ""))
    }
}
