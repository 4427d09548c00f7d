/// Everything of an account that its pages may show: merged, made honest, and filtered for one audience.
public struct Library: Hashable, Sendable {
    public let edition: Edition
    /// What it tells of episodes that have not been watched.
    public let spoilers: Spoilers
    public let owner: Owner
    public let days: DayRule
    /// ISO 3166-1 alpha-2: where releases of films are told for.
    let country: String
    /// When the mirror was last in step with Simkl; nil for files that were saved by hand.
    let syncedAt: Moment?
    /// By kind, then by Simkl id.
    public let titles: [Title]
    /// By time, then by title.
    public let airings: [Airing]
    /// The days that the calendar files tell everything of.
    public let coverage: CalendarCoverage
    /// What is trending at Simkl, whether it is in the library or not; by kind, then by Simkl id.
    let trending: [Title]
    /// What begins in the weeks of the calendars, whether it is in the library or not, each with when it does; likewise.
    let premieres: [Title]
    /// The newest first.
    public let paused: [PausedPlayback]
    /// Simkl's own lifetime numbers, beside ours.
    public let accountStatistics: AccountStatistics?
    public let statistics: Statistics
    /// Every play by day, for the statistics of any period.
    public let plays: PlayIndex
    private let positions: [TitleID: Int]

    init(
        edition: Edition, spoilers: Spoilers = .none, owner: Owner, days: DayRule, country: String, syncedAt: Moment?,
        titles: [Title], paused: [PausedPlayback], accountStatistics: AccountStatistics?,
        coverage: CalendarCoverage = CalendarCoverage([:]),
        trending: [Title] = [], premieres: [Title] = []
    ) {
        self.edition = edition
        self.spoilers = spoilers
        self.owner = owner
        self.days = days
        self.country = country
        self.syncedAt = syncedAt
        self.titles = titles.sorted { $0.id < $1.id }
        self.paused = paused
        self.coverage = coverage
        self.trending = trending
        self.premieres = premieres
        self.accountStatistics = accountStatistics
        positions = Dictionary(self.titles.enumerated().map { ($1.id, $0) }) { first, _ in first }
        airings = self.titles.flatMap(\.airings).sorted { left, right in
            let (leftDay, rightDay) = (left.time.day(days), right.time.day(days))
            return leftDay != rightDay ? leftDay < rightDay : left.precedesOnOneDay(right)
        }
        statistics = Statistics(titles: self.titles, days: days)
        plays = PlayIndex(titles: self.titles, days: days)
    }

    /// The title with this id, if the edition has it.
    public func title(_ id: TitleID) -> Title? { positions[id].map { titles[$0] } }

    /// The title with this id, or the one that it has become: Simkl moves titles from one kind to another, and keeps their numbers.
    func current(_ id: TitleID) -> Title? {
        title(id) ?? MediaKind.allCases.lazy.compactMap { self.title(TitleID(kind: $0, simkl: id.simkl)) }.first
    }

    /// Those of some titles that it does not have.
    func lacking(_ titles: [Title]) -> [Title] { titles.filter { current($0.id) == nil } }

    /// Where it stands in ``titles``.
    func position(of id: TitleID) -> Int? { positions[id] }
}

/// Whose account it is. Nothing else of the account's settings may be published.
public struct Owner: Hashable, Sendable {
    public let name: String?
    public let avatar: ImagePath?
}

/// Something that was paused half-way.
public struct PausedPlayback: Hashable, Sendable {
    public let title: TitleID
    public let episode: EpisodeNumber?
    /// 0 to 100.
    public let percent: Int
    public let pausedAt: HistoryTime?
}

/// Simkl's own lifetime numbers.
public struct AccountStatistics: Hashable, Sendable {
    public let totalMinutes: Int?
    public let minutes: [MediaKind: Int]
    public let titles: [MediaKind: Int]
}
