import ArgumentParser
import FoyerSite
import Simkl

/// How titles are named on every command that takes one.
enum TitleNames {
    static let help = """
        A title is its address on Simkl, IMDb, TMDB, TheTVDB, MyAnimeList, AniList, Letterboxd or Trakt, an id (53536, imdb:tt0181852, \
        tt0181852, tmdb:movie:296, mal:16498), or a name as the library or Simkl has it in any language, with its year where that \
        is needed: "Heat 1995", "Heat (1995)". Where several may be meant, none is guessed; at a terminal you are asked.
        """

    static func queries(_ titles: [String]) throws -> [TitleQuery] {
        try titles.map { title in
            guard let query = TitleQuery(title) else { throw ValidationError("A title is missing.") }
            return query
        }
    }
}

/// Which kind of titles is meant.
enum KindOption: String, CaseIterable, ExpressibleByArgument {
    case tv, anime, movie

    var bucket: Wire.Bucket {
        switch self {
        case .tv: .shows
        case .anime: .anime
        case .movie: .movies
        }
    }

    var mediaKind: MediaKind { MediaKind(bucket) }
}

extension Wire.Bucket {
    /// One of its titles, in a word.
    var word: String { MediaKind(self).word }
}
