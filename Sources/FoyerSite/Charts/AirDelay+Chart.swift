// How pages tell of the time between the air date and the play.

extension AirDelay {
    /// Classes of delay, from the shortest that matters; nil where nothing is known, and a sentence for a few shows.
    var chart: SeriesChart? {
        guard !shows.isEmpty else { return nil }
        let rows = classes.drop { $0.class == .beforeAiring && $0.episodes == 0 }.map { entry in
            SeriesChart.Row(label: name(of: entry.class), numbers: [.count(entry.shows), .count(entry.episodes)])
        }
        return SeriesChart(
            name: phrase("chart.watched"), measures: [.shows, .episodes], rows: rows,
            size: shows.count < Sample.smallest ? 0 : known,
            words: ChartWords(finding: finding, measure: phrase("chart.showsByDelay"), source: sentence))
    }

    /// How soon at least half of the shows were watched, each by its ordinary episode.
    private var finding: String {
        var sooner = 0
        for entry in classes where entry.class != .later {
            sooner += entry.shows
            if sooner * 2 >= shows.count { return finding(of: sooner, entry.class.limit(inDays: isInDays)) }
        }
        return finding(of: shows.count - sooner, phrase("chart.overAYearAfterAiring"))
    }

    /// - Parameter count: of how many shows it is said, at least half of them.
    private func finding(of count: Int, _ limit: String) -> String {
        switch count {
        case shows.count: phrase("chart.allShowsWatched", count: shows.count, ["delay": limit])
        case let count where count * 2 > shows.count: phrase("chart.mostShowsWatched", count: shows.count, ["delay": limit])
        default: phrase("chart.halfOfShowsWatched", count: shows.count, ["delay": limit])
        }
    }

}

extension DelayClass {
    /// As the end of a sentence: `within a week of airing`.
    func limit(inDays isInDays: Bool) -> String {
        switch self {
        case .beforeAiring: phrase("chart.beforeAiring")
        case .withinDay: isInDays ? phrase("chart.byDayOfAiring") : phrase("chart.withinDayOfAiring")
        case .withinWeek: phrase("chart.withinWeekOfAiring")
        case .withinMonth: phrase("chart.withinMonthOfAiring")
        case .withinYear: phrase("chart.withinYearOfAiring")
        case .later: phrase("chart.overAYearAfterAiring")
        }
    }
}
