/// What the calendars of one edition said when they were last built.
///
/// Shape: airings by the text of their ``AiringKey``. Names of titles are no part of it; those of episodes may be.
struct CalendarMemory: Codable, Hashable, Sendable {
    static let version = 1

    var airings: [String: Entry] = [:]

    struct Entry: Codable, Hashable, Sendable {
        var airing: RememberedAiring
        var fate: Fate
        /// Seconds since 1970.
        let created: Int64
        let revisions: InEachForm<EventRevision>
    }

    /// What became of an airing.
    enum Fate: String, Codable, Sendable {
        /// It airs, as far as anybody knows.
        case standing
        /// The calendars that tell everything of its day have it no more.
        case cancelled
        /// Likewise, but its day was over already, or another airing stands in its place: it is not shown any more.
        case gone
    }
}

/// What an event said, and since when.
struct EventRevision: Codable, Hashable, Sendable {
    /// Seconds since 1970.
    let modified: Int64
    let sequence: Int
    /// Beginning and end.
    let when: String
    /// A hash of all that it said.
    let hash: String

    var modifiedAt: Moment { Moment(secondsSince1970: modified) }

    /// The revision that an event has now: the one it had, where it says what it said.
    ///
    /// Shape: the number rises only when the event moves, is cancelled, or takes place after all; the stamp with every change, and
    /// never to a time that it had before.
    ///
    /// Source: RFC 5545, 3.8.7.4; RFC 5546, 2.1.4
    init(of event: CalendarEvent, after old: EventRevision?, at stamp: Moment) {
        let hash = event.hash
        if let old, old.hash == hash, old.when == event.when {
            self = old
            return
        }
        modified = max(stamp.secondsSince1970, old.map { $0.modified + 1 } ?? .min)
        sequence = old.map { $0.when == event.when ? $0.sequence : $0.sequence + 1 } ?? 0
        when = event.when
        self.hash = hash
    }
}

/// An airing as it is remembered, to be shown when the calendars do not tell of it any more.
struct RememberedAiring: Codable, Hashable, Sendable {
    let simkl: Int
    let season: Int?
    let number: Int?
    /// Seconds since 1970, where there is a time.
    let moment: Int64?
    /// Days since 1970-01-01, where there is none.
    let day: Int?
    let name: String?
    let finale: Int?
    let isPremiere: Bool
    let runtimeMinutes: Int?
    let release: String?

    init(_ airing: Airing) {
        simkl = airing.title.simkl
        season = airing.episode?.season
        number = airing.episode?.number
        switch airing.time {
        case .moment(let time): (moment, day) = (time.secondsSince1970, nil)
        case .day(let time): (moment, day) = (nil, time.daysSince1970)
        }
        name = airing.name
        finale = airing.finale?.rawValue
        isPremiere = airing.isPremiere
        runtimeMinutes = airing.runtimeMinutes
        release = airing.release?.rawValue
    }

    var time: AirTime {
        moment.map { .moment(Moment(secondsSince1970: $0)) } ?? .day(CalendarDay(daysSince1970: day ?? 0))
    }

    /// The airing, of a title that may have changed its kind since.
    func airing(of title: TitleID) -> Airing {
        Airing(
            title: title, episode: number.map { EpisodeNumber(season: season, number: $0) }, time: time, name: name,
            finale: finale.flatMap(Airing.Finale.init), isPremiere: isPremiere, runtimeMinutes: runtimeMinutes,
            release: release.flatMap(Airing.Release.init))
    }
}
