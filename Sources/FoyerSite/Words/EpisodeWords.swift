extension EpisodeNumber {
    /// `S04E03`, or `E08` without seasons.
    public var label: String { season.map { "S\(padded($0))E\(padded(number))" } ?? "E\(padded(number))" }

    /// `S04E03 “Failure to Hard Launch”`, or the label alone.
    func label(_ name: String?) -> String { name.map { phrase("episode.named", ["episode": label, "name": $0]) } ?? label }
}

extension AiringMark {
    /// `series premiere`, `season finale`, `in the cinema`.
    var label: String {
        switch self {
        case .release: phrase("airing.release")
        case .premiere: phrase("airing.premiere")
        case .cinema: phrase("airing.cinema")
        case .home: phrase("airing.home")
        case .seriesPremiere: phrase("airing.seriesPremiere")
        case .seasonPremiere: phrase("airing.seasonPremiere")
        case .midSeasonFinale: phrase("airing.midSeasonFinale")
        case .seasonFinale: phrase("airing.seasonFinale")
        case .seriesFinale: phrase("airing.seriesFinale")
        }
    }
}
