/// One watching of one film or episode.
///
/// Shape: 40 bytes, with a number in the place of each nil: a library has plays by the million.
public struct Play: Hashable, Sendable {
    private let airedSecond: Int64
    private let rewatchNumber: Int64
    public let time: PlayTime
    private let lengthNumber: Int32
    private let place: EpisodeNumber

    /// Nil for a film.
    public var episode: EpisodeNumber? { place == .ofFilm ? nil : place }
    public var length: PlayLength { PlayLength(number: lengthNumber) }
    /// The rewatch that it belongs to; nil for the first watching.
    public var rewatch: Int? { rewatchNumber == .min ? nil : Int(rewatchNumber) }
    /// When the episode was first on the air; nil where the catalogue does not tell the instant.
    public var airedAt: Moment? { airedSecond == .min ? nil : Moment(secondsSince1970: airedSecond) }

    /// Whether it is of a film, whichever of Simkl's kinds that is of.
    public var isFilm: Bool { place == .ofFilm }

    public init(
        episode: EpisodeNumber?, time: PlayTime, length: PlayLength, rewatch: Int? = nil, airedAt: Moment? = nil
    ) {
        self.time = time
        place = episode ?? .ofFilm
        lengthNumber = length.number
        rewatchNumber = rewatch.map(Int64.init) ?? .min
        airedSecond = airedAt?.secondsSince1970 ?? .min
    }

    /// The same at another time.
    func at(_ time: PlayTime) -> Play { Play(episode: episode, time: time, length: length, rewatch: rewatch, airedAt: airedAt) }
}

/// When a play was, as far as that can be believed.
///
/// Shape: only ``real(_:)`` has an instant. Of what is not believed the day alone is kept, since nothing finer is ever told of it.
public enum PlayTime: Hashable, Sendable {
    /// A time of its own.
    case real(Moment)
    /// A time of its own, of which the edition tells only the day.
    case realDay(CalendarDay)
    /// A day that the owner entered, without a time.
    case day(CalendarDay)
    /// Marked on this day together with others, faster than they can be watched: it was watched on this day at the latest.
    case marked(CalendarDay)
    /// At the instant or on the day at which it came out: filled in by a machine.
    case stamped(CalendarDay)
    /// In this year: its first day stands for all of it.
    case year(Int)
    case undated(Reason)

    public enum Reason: Hashable, Sendable {
        /// The play has no date.
        case missing
        /// 1970-01-01, or another date before 2000: Simkl's way to say "long ago".
        case longAgo
        /// A date that was still to come when the data was made.
        case toCome
    }

    /// The day on which it was watched; nil where none is believable.
    public func day(_ rule: DayRule) -> CalendarDay? {
        switch self {
        case .real(let moment): rule.day(of: moment)
        case .realDay(let day), .day(let day): day
        case .marked, .stamped, .year, .undated: nil
        }
    }

    /// The day on which it was watched or else marked as watched: what has been finished by then, not what was watched on it.
    public func markedDay(_ rule: DayRule) -> CalendarDay? {
        if case .marked(let day) = self { day } else { day(rule) }
    }

    /// When it began, for putting plays in order: the instant, or the start of the day; nil where neither is believable.
    public var start: Moment? {
        switch self {
        case .real(let moment): moment
        case .realDay(let day), .day(let day): day.start
        case .marked, .stamped, .year, .undated: nil
        }
    }

    /// The instant, where it is believable and the edition tells it.
    public var moment: Moment? {
        if case .real(let moment) = self { moment } else { nil }
    }
}

/// How long a play took.
public enum PlayLength: Hashable, Sendable {
    /// Minutes of this very episode or film.
    case exact(minutes: Int)
    /// Minutes of the show's ordinary episode.
    case estimated(minutes: Int)
    case unknown

    /// In one number: twice the minutes, one more where they are estimated, -1 where they are unknown.
    var number: Int32 {
        // No play takes a thousand years.
        func twice(_ minutes: Int) -> Int32 { Int32(min(max(minutes, 0), 1 << 29)) * 2 }
        return switch self {
        case .exact(let minutes): twice(minutes)
        case .estimated(let minutes): twice(minutes) + 1
        case .unknown: -1
        }
    }

    init(number: Int32) {
        let minutes = Int(number >> 1)
        self = number < 0 ? .unknown : number & 1 == 0 ? .exact(minutes: minutes) : .estimated(minutes: minutes)
    }

    /// The minutes, if they can be those of one episode or film: none takes longer than four days.
    static func believable(_ minutes: Int?) -> Int? { minutes.flatMap { (1...6000).contains($0) ? $0 : nil } }

    /// The minutes; nil where nobody knows them.
    public var known: Int? {
        switch self {
        case .exact(let minutes), .estimated(let minutes): minutes
        case .unknown: nil
        }
    }

    /// 0 where it is unknown.
    public var minutes: Int { known ?? 0 }
}

/// An episode's place in its show.
///
/// Shape: 8 bytes; numbers beyond 32 bits, which no show has, are the greatest of these.
public struct EpisodeNumber: Hashable, Comparable, Sendable {
    private let seasonNumber: Int32
    private let episodeNumber: Int32

    /// Nil for anime, which counts through; 0 for specials.
    public var season: Int? { seasonNumber == .min ? nil : Int(seasonNumber) }
    public var number: Int { Int(episodeNumber) }

    public init(season: Int?, number: Int) {
        seasonNumber = season.map { Swift.max(Int32(clamping: $0), .min + 1) } ?? .min
        episodeNumber = Swift.max(Int32(clamping: number), .min + 1)
    }

    /// What a film's play has in its place: no episode is called so.
    fileprivate static let ofFilm = EpisodeNumber()

    private init() { (seasonNumber, episodeNumber) = (.min, .min) }

    /// What it is known by for ever, whichever kind its title is of: `s04e03`; an anime's one season is the first.
    var key: String { "s\(padded(season ?? 1))e\(padded(number))" }

    /// As a title of another kind has it.
    func counted(as kind: MediaKind) -> EpisodeNumber { EpisodeNumber(season: season, number: number, kind: kind) }

    public static func < (left: EpisodeNumber, right: EpisodeNumber) -> Bool {
        (left.season ?? 1, left.number) < (right.season ?? 1, right.number)
    }
}
