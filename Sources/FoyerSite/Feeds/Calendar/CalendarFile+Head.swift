// What a calendar says of itself.

extension CalendarFile {
    var title: String {
        switch self {
        case .all: "Everything"
        case .tv: MediaKind.tv.plural
        case .anime: MediaKind.anime.plural
        case .films: MediaKind.movie.plural
        case .filmsInCinema: "Films in the cinema"
        case .filmsAtHome: "Films at home"
        case .watching: Status.watching.label
        case .plan: Status.planToWatch.label
        case .premieres: "Premieres"
        case .finales: "Finales"
        }
    }

    /// What it holds, in one sentence.
    var summary: String {
        switch self {
        case .all: "Every episode and film release of the titles on my lists, but for those that I dropped."
        case .tv: "Episodes of TV shows on my lists."
        case .anime: "Anime on my lists, episodes and films."
        case .films: "Films on my lists, in the cinema and at home."
        case .filmsInCinema: "The days on which films on my lists come to the cinema."
        case .filmsAtHome: "The days on which films on my lists can be seen at home."
        case .watching: "Episodes of what I am watching, and what is new of shows that I had finished."
        case .plan: "Episodes and films that I plan to watch."
        case .premieres: "First episodes of shows and of seasons."
        case .finales: "Last episodes of shows and of seasons, and those before a break."
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
        }
    }
}
