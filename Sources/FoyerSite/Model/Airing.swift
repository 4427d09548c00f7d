/// When something airs: an instant, or only a day.
public enum AirTime: Hashable, Sendable {
    case moment(Moment)
    case day(CalendarDay)

    /// The day on the owner's calendar.
    public func day(_ rule: DayRule) -> CalendarDay {
        switch self {
        case .moment(let moment): rule.calendarDay(of: moment)
        case .day(let day): day
        }
    }

    /// The instant, or the first one of the day.
    func start(_ rule: DayRule) -> Moment {
        switch self {
        case .moment(let moment): moment
        case .day(let day): rule.firstMoment(of: day)
        }
    }

    /// The day in UTC, or the day: the same whatever zone the owner lives in.
    public var utcDay: CalendarDay {
        switch self {
        case .moment(let moment): moment.utcDay
        case .day(let day): day
        }
    }
}

/// An episode or a film release with its date, from the calendar files.
public struct Airing: Hashable, Codable, Sendable {
    /// Its kind may change, when Simkl sorts the title anew.
    public internal(set) var title: TitleID
    /// Nil for films, and where the calendar does not number the episode.
    public let episode: EpisodeNumber?
    public let time: AirTime
    /// The episode's; nil where nobody knows it, or it may not be told.
    public internal(set) var name: String?
    public let finale: Finale?
    /// The show's first episode, or a season's.
    public internal(set) var isPremiere: Bool
    public let runtimeMinutes: Int?
    /// Where a film comes out; nil for episodes, and where nobody says.
    public var release: Release?
    /// Where its page is on Simkl's site, as in `tv/3437/king-of-the-hill/season-15/episode-1`, where a calendar tells that; not encoded.
    public var page: String?

    /// Where a film comes out, in the owner's country.
    public enum Release: String, Codable, Sendable {
        case cinema, home
    }

    /// The order on one day: first what has no time, then by time; releases before what only the calendar tells.
    func precedesOnOneDay(_ other: Airing) -> Bool {
        if time.order != other.time.order { return time.order < other.time.order }
        if (release == nil) != (other.release == nil) { return release != nil }
        if title != other.title { return title < other.title }
        return (episode ?? .none) < (other.episode ?? .none)
    }

    public enum Finale: Int, Codable, Sendable {
        case midSeason = 1, season, series
    }
}

extension EpisodeNumber {
    fileprivate static let none = EpisodeNumber(season: -1, number: 0)
}

extension AirTime {
    /// Sorts what has no time before what has one, on the same day.
    fileprivate var order: Int64 {
        switch self {
        case .moment(let moment): moment.secondsSince1970
        case .day: .min
        }
    }
}
