/// What the numbers of a chart count.
enum Measure: Hashable, Sendable {
    case hours, plays, episodes, titles, shows

    /// The head of their column.
    var head: String {
        switch self {
        case .hours: phrase("label.hours")
        case .plays: phrase("label.plays")
        case .episodes: phrase("label.episodes")
        case .titles: phrase("label.titles")
        case .shows: phrase("label.shows")
        }
    }

    /// One of them, with what it is of: `Nov 2026: 12.5 hours`.
    func words(of name: String, _ number: String) -> String {
        switch self {
        case .hours: phrase("chart.markHours", ["name": name, "number": number])
        case .plays: phrase("chart.markPlays", ["name": name, "number": number])
        case .episodes: phrase("chart.markEpisodes", ["name": name, "number": number])
        case .titles: phrase("chart.markTitles", ["name": name, "number": number])
        case .shows: phrase("chart.markShows", ["name": name, "number": number])
        }
    }

    /// Of some measures those that are known of any row; all where nothing was watched.
    static func known(_ measures: [Measure], of rows: [TotalsRow]) -> [Measure] {
        let watched = rows.filter { $0.totals.plays > 0 }
        return measures.filter { measure in watched.isEmpty || watched.contains { $0.totals.number(of: measure) != nil } }
    }
}

extension Statistics.Totals {
    /// Nil where it is unknown, as is how many shows there are among the titles.
    func number(of measure: Measure) -> ChartNumber? {
        switch measure {
        case .hours: knownMinutes.map { .hours(minutes: $0) }
        case .plays: .count(plays)
        case .episodes: .count(episodes)
        case .titles: .count(titles)
        case .shows: nil
        }
    }
}
