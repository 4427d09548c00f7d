// How pages tell of the time between the air date and the play.

extension AirDelay {
    /// Classes of delay, from the shortest that matters; nil where nothing is known, and a sentence for a few shows.
    var chart: SeriesChart? {
        guard !shows.isEmpty else { return nil }
        let rows = classes.drop { $0.class == .beforeAiring && $0.episodes == 0 }.map { entry in
            SeriesChart.Row(label: name(of: entry.class), numbers: [.count(entry.shows), .count(entry.episodes)])
        }
        return SeriesChart(
            name: "Watched", measures: ["Shows", "Episodes"], rows: rows, size: shows.count < Sample.smallest ? 0 : known,
            words: ChartWords(finding: finding, measure: "Shows by the time from airing to watching", source: sentence))
    }

    /// How soon at least half of the shows were watched, each by its ordinary episode.
    private var finding: String {
        let known = "Of \(counted(shows.count, "show", "shows")) with known dates"
        var sooner = 0
        for entry in classes where entry.class != .later {
            sooner += entry.shows
            if sooner * 2 >= shows.count {
                let share = sooner == shows.count ? "all" : sooner * 2 > shows.count ? "most" : "half"
                return "\(known), \(share) were watched \(limit(of: entry.class))"
            }
        }
        return "\(known), \(sooner == 0 ? "all" : "most") were watched more than a year after airing"
    }

    private func limit(of delay: DelayClass) -> String {
        switch delay {
        case .beforeAiring: "before they aired"
        case .withinDay where isInDays: "by the day of airing"
        case .withinDay, .withinWeek, .withinMonth, .withinYear, .later: "\(name(of: delay)) of airing"
        }
    }
}
