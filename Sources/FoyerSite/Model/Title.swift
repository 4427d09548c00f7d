public import Disk

/// What a title is known by: its Simkl id and its kind.
public struct TitleID: Hashable, Comparable, Sendable {
    public let kind: MediaKind
    public let simkl: Int

    public init(kind: MediaKind, simkl: Int) {
        self.kind = kind
        self.simkl = simkl
    }

    /// As in `tv/1399`.
    var key: String { "\(kind.path)/\(simkl)" }

    public static func < (left: TitleID, right: TitleID) -> Bool { (left.kind, left.simkl) < (right.kind, right.simkl) }
}

/// What is known of a title.
public struct TitleRecord: Hashable, Sendable {
    public let id: TitleID
    public var name: String { didSet { sortKey = name.sortKey } }
    /// The name as lists sort it.
    public private(set) var sortKey: String
    /// What the account calls it, where ``name`` is in another language; addresses are made of it.
    public var sentName: String?
    /// Names in other languages and scripts, where the data has them, the best known first; each once, however it is spelled, and none
    /// of them ``name``.
    public var alternativeNames: [String] = []
    public var year: Int?
    /// Minutes of one episode, or of the film.
    public var runtimeMinutes: Int?
    public var slug: String?
    public var poster: ImagePath?
    /// What other services call it: `imdb`, `tmdb`, `tvdb`, `mal`, …
    public var identifiers = NamedTexts()
    /// `tv`, `movie`, `ova`, `ona`, `special`, `music video`; anime only.
    public var animeType: String?
    /// Whether it is watched at one go: a film, or an anime that is one.
    public var isFilm: Bool
    /// Nil for a title that is only rated, on no list.
    public var status: Status?
    public var addedAt: HistoryTime?
    public var rating: Rating?
    /// A note that its owner marked as not private.
    public var memo: String?
    /// Believable ones by time, then the others by episode.
    public var plays: [Play] = []
    /// Those of the episodes in ``plays``, where the data has them.
    public var episodeNames = EpisodeTexts()
    /// Those of other episodes, where they were read; none where ``Spoilers`` keep them back.
    public var unwatchedNames = EpisodeTexts()
    /// Paths of pictures of those in ``plays``, as ``ImagePath`` has them.
    public var episodeStills = EpisodeTexts()
    /// Episodes that the account counts as watched without a record of them.
    public var unrecordedEpisodes = 0
    public var progress: Progress?
    /// All that the catalogue lists, specials too, by number; none of a film.
    public var listedEpisodes: [ListedEpisode] = []
    /// How many episodes have aired, by season: 0 holds specials, 1 all of an anime; a season is absent where nobody knows.
    public var airedEpisodes: [Int: Int] = [:]
    /// The episode to watch next; only for shows that are being watched.
    public var next: NextEpisode?
    /// Whether the catalogue says that more of it is to come: further episodes, or the film itself.
    public var isToContinue = false
    /// How far it has come on the air; nil for films, and where the catalogue does not tell.
    public var stage: ReleaseStage?
    public var crowd: CrowdRatings {
        get { ownCrowd?.value ?? CrowdRatings() }
        set { ownCrowd = newValue == CrowdRatings() ? nil : Shared(newValue) }
    }
    public var details: TitleDetails? {
        get { ownDetails?.value }
        set { ownDetails = newValue.map(Shared.init) }
    }
    // Together as large as all else: no copy of a title takes them along.
    private var ownCrowd: Shared<CrowdRatings>?
    private var ownDetails: Shared<TitleDetails>?
    /// By time.
    public var airings: [Airing] = []

    public init(id: TitleID, name: String) {
        self.id = id
        self.name = name
        isFilm = id.kind == .movie
        sortKey = name.sortKey
    }
}

/// A show, an anime or a film of the library, with all that is known of it.
///
/// Shape: has the members of ``TitleRecord``, which its copies share: a build copies titles by the hundred thousand.
@dynamicMemberLookup
public struct Title: Hashable, Sendable {
    private let record: Shared<TitleRecord>

    public init(_ record: TitleRecord) { self.record = Shared(record) }

    public init(id: TitleID, name: String) { self.init(TitleRecord(id: id, name: name)) }

    public subscript<Value>(dynamicMember member: KeyPath<TitleRecord, Value>) -> Value { record.value[keyPath: member] }

    /// The same, but for what is changed.
    public func with(_ change: (inout TitleRecord) -> Void) -> Title {
        var record = record.value
        change(&record)
        return Title(record)
    }

    /// The episode to watch next, with what the calendar tells of it; none where what Simkl calls so is listed as watched.
    public var next: NextEpisode? {
        guard let next = record.value.next, !hasPlayed(next.episode) else { return nil }
        let airing = self.airings.first { $0.episode == next.episode }
        return NextEpisode(
            episode: next.episode, airs: airing?.time ?? next.airs, name: next.name ?? airing?.name ?? episodeName(next.episode))
    }

    /// What an episode is called by its list, where that is known and may be told.
    func episodeName(_ episode: EpisodeNumber) -> String? { self.episodeNames[episode] ?? self.unwatchedNames[episode] }

    /// The latest believable time of a play.
    public var lastPlay: Play? { self.plays.last { $0.time.start != nil } }

    /// Whether it matters to somebody who watches: it is on a list, and not dropped.
    public var isFollowed: Bool { self.status != nil && self.status != .dropped }

    /// Whether it is a show that is being watched, or was to its end: Simkl calls one completed when the last episode that has aired
    /// was watched, though more of them are to come.
    var isBegun: Bool { self.status == .watching || (self.status == .completed && !self.isFilm) }

    /// How far it is watched, while that is still to change.
    var openProgress: Progress? { self.status == .watching || self.status == .onHold ? self.progress : nil }

    /// Whether what airs was watched: the episode, or the film.
    func hasWatched(_ airing: Airing) -> Bool {
        self.isFilm ? self.status == .completed || !self.plays.isEmpty : hasPlayed(airing.episode)
    }

    /// Whether an episode was watched.
    func hasPlayed(_ episode: EpisodeNumber?) -> Bool { self.plays.contains { $0.episode != nil && $0.episode == episode } }
}

/// How far a show is watched. Specials do not count.
public struct Progress: Hashable, Sendable {
    public let watched: Int
    public let total: Int
    public let notAired: Int

    /// Episodes that have aired: at least those that were watched, whatever an old count says.
    public var aired: Int { max(watched, total - notAired) }

    /// 0 to 100, of what has aired; nil where nothing has.
    public var percent: Int? { aired > 0 ? min(100, watched * 100 / aired) : nil }
}

/// The episode to watch next.
public struct NextEpisode: Hashable, Sendable {
    public let episode: EpisodeNumber
    public let airs: AirTime?
    /// Nil where nobody knows it, or it may not be told.
    public var name: String?
}

/// What the catalogue tells of a title.
public struct TitleDetails: Hashable, Sendable {
    /// Plain text.
    public var overview: String?
    public var genres: [String] = []
    public var network: String?
    /// As Simkl writes it: ISO 3166-1 alpha-2, or a name.
    public var country: String?
    public var certification: String?
    /// Its place among all of Simkl's titles of its kind.
    public var rank: Int?
    public var firstAired: CalendarDay?
    /// A YouTube id.
    public var trailer: String?
    /// A wide picture of it.
    public var fanart: ImagePath?
    /// Titles that belong to it, and then those that its viewers recommend: of all of Simkl's, each once.
    public var related: [RelatedTitle] = []
    /// In the owner's country: in the cinema, and at home.
    public var cinemaRelease: CalendarDay?
    public var homeRelease: CalendarDay?
}

/// A title that another one leads to.
public struct RelatedTitle: Hashable, Sendable {
    public let simkl: Int
    /// How it belongs to it; nil for one that is recommended.
    public let relation: Relation?

    public enum Relation: String, Sendable {
        case sequel, prequel, other
    }
}

/// A value that its owners have in common.
private final class Shared<Value: Hashable & Sendable>: Hashable, Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }

    static func == (left: Shared, right: Shared) -> Bool { left === right || left.value == right.value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Sequence<Title> {
    /// Whatever their kind.
    var sortedByName: [Title] { sorted { ($0.sortKey, $0.id) < ($1.sortKey, $1.id) } }
}
