import Disk

// What exports call things: names that stay, whatever language the site speaks.

extension Title {
    /// Simkl's own id, and those of the services that most programs know titles by.
    var exportedIDs: [String?] {
        [String(self.id.simkl)] + ["imdb", "tmdb", "tvdb", "mal"].map { self.identifiers[$0] }
    }

    /// Their columns.
    static let idColumns = ["simkl_id", "imdb_id", "tmdb_id", "tvdb_id", "mal_id"]

    /// Its page on Simkl, whatever it is called there.
    public var simklAddress: String { "https://simkl.com/\(self.id.key)" }

    /// The plays and the episodes without a record of each. Specials do not count, as nowhere where episodes are counted.
    var watchedEpisodes: Int {
        Set(self.plays.lazy.compactMap(\.episode).filter { $0.season != 0 }).count + self.unrecordedEpisodes
    }
}

extension MediaKind {
    var exported: String { self == .movie ? "movie" : rawValue }
}

extension Status {
    /// Simkl's word.
    var simkl: String {
        switch self {
        case .planToWatch: "plantowatch"
        case .onHold: "hold"
        case .watching, .completed, .dropped: rawValue
        }
    }
}

extension PlayTime {
    /// A moment, or a day; nil where none is believable.
    var exported: String? {
        switch self {
        case .real(let moment): moment.rfc3339
        case .realDay(let day), .day(let day): day.iso
        case .marked, .stamped, .year, .undated: nil
        }
    }

    /// The day alone.
    func exportedDay(_ rule: DayRule) -> String? { day(rule)?.iso }

    /// How much is known of it.
    var evidence: String {
        switch self {
        case .real: "time"
        case .realDay, .day: "day"
        case .marked: "marked"
        case .stamped: "stamped"
        case .year: "year"
        case .undated: "none"
        }
    }

    /// What the account says all the same: the day on which it was marked, or its stamp, or its year.
    var unbelieved: String? {
        switch self {
        case .marked(let day), .stamped(let day): day.iso
        case .year(let year): String(year)
        case .real, .realDay, .day, .undated: nil
        }
    }
}

extension HistoryTime {
    var exported: String {
        switch self {
        case .moment(let moment): moment.rfc3339
        case .day(let day): day.iso
        }
    }
}
