// What a calendar says of itself.

extension CalendarFile {
    var title: String {
        switch self {
        case .all: phrase("calendar.everything")
        case .tv: MediaKind.tv.plural
        case .anime: MediaKind.anime.plural
        case .films: MediaKind.movie.plural
        case .filmsInCinema: phrase("calendar.filmsInCinema")
        case .filmsAtHome: phrase("calendar.filmsAtHome")
        case .watching: Status.watching.label
        case .plan: Status.planToWatch.label
        case .premieres: phrase("calendar.premieres")
        case .finales: phrase("calendar.finales")
        case .unwatched: phrase("calendar.unwatched")
        }
    }

    /// What it holds, in one sentence.
    var summary: String {
        switch self {
        case .all: phrase("calendar.everythingSummary")
        case .tv: phrase("calendar.tvSummary")
        case .anime: phrase("calendar.animeSummary")
        case .films: phrase("calendar.filmsSummary")
        case .filmsInCinema: phrase("calendar.filmsInCinemaSummary")
        case .filmsAtHome: phrase("calendar.filmsAtHomeSummary")
        case .watching: phrase("calendar.watchingSummary")
        case .plan: phrase("calendar.planSummary")
        case .premieres: phrase("calendar.premieresSummary")
        case .finales: phrase("calendar.finalesSummary")
        case .unwatched: phrase("calendar.unwatchedSummary")
        }
    }

    /// Source: RFC 7986, 5.9; https://www.w3.org/TR/css-color-3/#svg-color
    var color: CalendarColor {
        switch self {
        case .all: .brown
        case .tv: .steelBlue
        case .anime: .mediumVioletRed
        case .films, .filmsInCinema, .filmsAtHome: .darkGoldenrod
        case .watching: .seaGreen
        case .plan: .slateGray
        case .premieres: .darkOrange
        case .finales: .crimson
        case .unwatched: .darkOliveGreen
        }
    }
}
