/// What of a title has a date: an episode, or a film's release.
struct NewsSlot: Hashable, Codable, Sendable {
    var season: Int?
    /// Nil for films.
    var number: Int?
    /// Nil for episodes.
    var release: Release?

    enum Release: String, Codable, Sendable {
        case cinema, home
    }

    /// Nil for what nothing but its date tells from others.
    init?(_ airing: Airing) {
        if let episode = airing.episode {
            season = episode.season
            number = episode.number
        } else {
            guard let place = airing.release else { return nil }
            release = place == .cinema ? .cinema : .home
        }
    }

    var episode: EpisodeNumber? { number.map { EpisodeNumber(season: season, number: $0) } }

    /// `S04E03`, `in the cinema`, `at home`.
    var label: String {
        if let episode { return episode.label }
        return (release == .home ? Airing.Release.home : .cinema).label
    }
}

extension NewsSlot: Comparable {
    static func < (left: NewsSlot, right: NewsSlot) -> Bool { left.order < right.order }

    private var order: (Int, Int, String) { (season ?? 1, number ?? 0, release?.rawValue ?? "") }
}

/// When something airs, as it is remembered: seconds since 1970, or days.
struct NewsTime: Hashable, Codable, Sendable {
    private var seconds: Int64?
    private var day: Int?

    init(_ time: AirTime) {
        switch time {
        case .moment(let moment): seconds = moment.secondsSince1970
        case .day(let day): self.day = day.daysSince1970
        }
    }

    /// As in `2026-11-20T21:30:00Z` or `2026-11-20`.
    var text: String {
        switch time {
        case .moment(let moment): moment.rfc3339
        case .day(let day): day.iso
        }
    }

    var time: AirTime {
        seconds.map { .moment(Moment(secondsSince1970: $0)) } ?? .day(CalendarDay(daysSince1970: day ?? 0))
    }
}

extension AirTime {
    /// The instant, or the first one of the day.
    func start(_ rule: DayRule) -> Moment {
        switch self {
        case .moment(let moment): moment
        case .day(let day): rule.firstMoment(of: day)
        }
    }
}
