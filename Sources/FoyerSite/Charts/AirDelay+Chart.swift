// How pages tell of the time between the air date and the play.

extension AirDelay {
    /// Classes of delay, from the shortest that matters; nil where nothing is known.
    var chart: SeriesChart? {
        guard !shows.isEmpty else { return nil }
        let rows = classes.drop { $0.class == .beforeAiring && $0.episodes == 0 }.map { entry in
            SeriesChart.Row(label: name(of: entry.class), numbers: [.count(entry.shows), .count(entry.episodes)])
        }
        return SeriesChart(name: "Watched", measures: ["Shows", "Episodes"], rows: rows, sentence: sentence)
    }
}
