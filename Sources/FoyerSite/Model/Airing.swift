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
}

/// An episode or a film release with its date, from the calendar files.
public struct Airing: Hashable, Sendable {
    public let title: TitleID
    /// Nil for films, and where the calendar does not number the episode.
    public let episode: EpisodeNumber?
    public let time: AirTime
    public let name: String?
    public let finale: Finale?
    /// The show's first episode, or a season's.
    public let isPremiere: Bool
    public let runtimeMinutes: Int?
    /// Where a film comes out; nil for episodes, and where nobody says.
    public var release: Release?

    /// Where a film comes out, in the owner's country.
    public enum Release: Sendable {
        case cinema, home

        public var label: String { self == .cinema ? "in the cinema" : "at home" }
    }

    public enum Finale: Int, Sendable {
        case midSeason = 1, season, series

        public var label: String {
            switch self {
            case .midSeason: "mid-season finale"
            case .season: "season finale"
            case .series: "series finale"
            }
        }
    }
}
