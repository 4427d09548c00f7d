/// The calendars that every site has. Each is there in every ``CalendarForm``.
///
/// Shape: the raw value is the file's name, and its name in the configuration.
public enum CalendarFile: String, CaseIterable, Sendable {
    case all, tv, anime, films
    case filmsInCinema = "films-cinema"
    case filmsAtHome = "films-home"
    case watching, plan, premieres, finales
    /// What is watched leaves it.
    case unwatched

    func holds(_ airing: Airing, of title: Title) -> Bool {
        switch self {
        case .all, .unwatched: true
        case .tv: title.id.kind == .tv
        case .anime: title.id.kind == .anime
        case .films: title.id.kind == .movie
        case .filmsInCinema: airing.release == .cinema
        case .filmsAtHome: airing.release == .home
        case .watching: title.isBegun
        case .plan: title.status == .planToWatch
        case .premieres: airing.isPremiere
        case .finales: airing.finale != nil
        }
    }
}
