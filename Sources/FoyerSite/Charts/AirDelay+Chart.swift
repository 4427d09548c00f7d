// How pages tell of the time between the air date and the play.

extension AirDelay {
    /// Classes of delay, from the shortest that matters; nil where nothing is known.
    var chart: SeriesChart? {
        guard !seconds.isEmpty else { return nil }
        let rows = classes.drop { $0.class == .beforeAiring && $0.plays == 0 }.map {
            TotalsRow(name(of: $0.class), Statistics.Totals(plays: $0.plays))
        }
        return rows.chart(of: "Watched", [.episodes], sentence: sentence)
    }
}
