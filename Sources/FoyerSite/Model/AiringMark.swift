/// What is special about an airing, in English for scripts that compare it and for ids that are made from it.
enum AiringMark: String, Sendable {
    case release, premiere
    case cinema = "in the cinema"
    case home = "at home"
    case seriesPremiere = "series premiere"
    case seasonPremiere = "season premiere"
    case midSeasonFinale = "mid-season finale"
    case seasonFinale = "season finale"
    case seriesFinale = "series finale"
}

extension Title {
    /// What is special about an airing of it; of a film that nobody says more of, that it is released.
    func mark(of airing: Airing) -> AiringMark? {
        if self.isFilm { return airing.release?.mark ?? .release }
        if let finale = airing.finale { return finale.mark }
        guard airing.isPremiere, let episode = airing.episode else { return nil }
        // An anime's seasons are titles of their own.
        if self.id.kind == .anime { return .premiere }
        return (episode.season ?? 1) == 1 ? .seriesPremiere : .seasonPremiere
    }
}

extension Airing.Release {
    var mark: AiringMark { self == .cinema ? .cinema : .home }
}

extension Airing.Finale {
    var mark: AiringMark {
        switch self {
        case .midSeason: .midSeasonFinale
        case .season: .seasonFinale
        case .series: .seriesFinale
        }
    }
}
