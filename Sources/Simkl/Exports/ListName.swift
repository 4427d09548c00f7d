/// One of Simkl's five lists, as people and programs write its name: in a table's column, a file's name, a member of an object.
enum ListName: String {
    case watching, planToWatch, onHold, completed, dropped

    init?(_ text: some StringProtocol) {
        switch text.lowercased().filter({ $0.isLetter }) {
        case "watching": self = .watching
        case "plantowatch", "ptw", "planned", "watchlist": self = .planToWatch
        case "hold", "onhold": self = .onHold
        case "completed", "watched", "finished": self = .completed
        case "dropped", "notinteresting": self = .dropped
        default: return nil
        }
    }

    /// Simkl's word.
    var wire: String {
        switch self {
        case .planToWatch: "plantowatch"
        case .onHold: "hold"
        default: rawValue
        }
    }
}

extension Wire.Bucket {
    /// As people and programs write it.
    init?(exported text: some StringProtocol) {
        switch text.lowercased().filter({ $0.isLetter }) {
        case "tv", "show", "shows", "tvshow", "tvshows", "series": self = .shows
        case "anime", "animes": self = .anime
        case "movie", "movies", "film", "films": self = .movies
        default: return nil
        }
    }
}
