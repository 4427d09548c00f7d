extension EpisodeNumber {
    /// `S04E03`, or `E08` without seasons.
    public var label: String { season.map { "S\(padded($0))E\(padded(number))" } ?? "E\(padded(number))" }

    /// `S04E03 “Failure to Hard Launch”`, or the label alone.
    func label(_ name: String?) -> String { name.map { phrase("episode.named", ["episode": label, "name": $0]) } ?? label }
}

extension Title {
    /// What is special about an airing of it: `series premiere`, `season finale`, `in the cinema`; of a film that nobody says more of,
    /// `release`.
    func mark(of airing: Airing) -> String? {
        if self.isFilm { return airing.release?.label ?? phrase("airing.release") }
        if let finale = airing.finale { return finale.label }
        guard airing.isPremiere, let episode = airing.episode else { return nil }
        // An anime's seasons are titles of their own.
        if self.id.kind == .anime { return phrase("airing.premiere") }
        return (episode.season ?? 1) == 1 ? phrase("airing.seriesPremiere") : phrase("airing.seasonPremiere")
    }
}

extension Airing.Release {
    public var label: String { self == .cinema ? phrase("airing.cinema") : phrase("airing.home") }
}

extension Airing.Finale {
    public var label: String {
        switch self {
        case .midSeason: phrase("airing.midSeasonFinale")
        case .season: phrase("airing.seasonFinale")
        case .series: phrase("airing.seriesFinale")
        }
    }
}
