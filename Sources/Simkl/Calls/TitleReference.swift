/// A title as it is named in a write: by ids, or by name and year, with what is to be written.
///
/// Source: Simkl's standard media objects. It picks the first id that it knows and ignores the rest.
public struct TitleReference: Encodable, Hashable, Sendable {
    public var title: String?
    public var year: Int?
    /// Simkl's own id.
    public var simkl: Int?
    /// Other services' ids by Simkl's keys: `imdb`, `tmdb`, `tvdb`, `mal`, …
    public var ids: [String: String] = [:]
    /// 1 to 10.
    public var rating: Int?
    public var ratedAt: String?
    /// The list, for ``SimklClient/addToList(_:)``.
    public var to: String?
    public var addedAt: String?
    public var watchedAt: String?
    public var status: String?
    public var memo: Memo?
    public var seasons: [Season]?
    /// Of an anime, which counts them through.
    public var episodes: [Episode]?
    /// One more watching, of an account that may have several.
    public var isRewatch: Bool?

    public init(simkl: Int) { self.simkl = simkl }

    public init(title: String? = nil, year: Int? = nil, ids: [String: String] = [:]) {
        self.title = title
        self.year = year
        self.ids = ids
    }

    /// Source: `POST /sync/history`, the only write that takes one.
    public struct Memo: Encodable, Hashable, Sendable {
        public var text: String
        public var isPrivate: Bool

        public init(text: String, isPrivate: Bool) {
            self.text = text
            self.isPrivate = isPrivate
        }

        private enum CodingKeys: String, CodingKey { case text, isPrivate = "is_private" }
    }

    public struct Season: Encodable, Hashable, Sendable {
        public var number: Int
        public var episodes: [Episode]

        public init(number: Int, episodes: [Episode]) {
            self.number = number
            self.episodes = episodes
        }
    }

    public struct Episode: Encodable, Hashable, Sendable {
        public var number: Int
        public var watchedAt: String?

        public init(number: Int, watchedAt: String? = nil) {
            self.number = number
            self.watchedAt = watchedAt
        }

        private enum CodingKeys: String, CodingKey { case number, watchedAt = "watched_at" }
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        func put(_ value: (some Encodable)?, _ key: String) throws {
            if let value { try container.encode(value, forKey: Key(stringValue: key)) }
        }
        try put(title, "title")
        try put(year, "year")
        try put(rating, "rating")
        try put(ratedAt, "rated_at")
        try put(to, "to")
        try put(addedAt, "added_at")
        try put(watchedAt, "watched_at")
        try put(status, "status")
        try put(memo, "memo")
        try put(seasons, "seasons")
        try put(episodes, "episodes")
        try put(isRewatch, "is_rewatch")
        guard simkl != nil || !ids.isEmpty else { return }
        var nested = container.nestedContainer(keyedBy: Key.self, forKey: Key(stringValue: "ids"))
        if let simkl { try nested.encode(simkl, forKey: Key(stringValue: "simkl")) }
        for (key, id) in ids { try nested.encode(id, forKey: Key(stringValue: key)) }
    }
}

/// Titles of one write. Anime goes among the shows, which every write understands.
public struct TitleBatch: Encodable, Hashable, Sendable {
    public var movies: [TitleReference] = []
    public var shows: [TitleReference] = []

    public init(movies: [TitleReference] = [], shows: [TitleReference] = []) {
        self.movies = movies
        self.shows = shows
    }

    public var isEmpty: Bool { movies.isEmpty && shows.isEmpty }

    /// Puts a title where its kind belongs.
    public mutating func add(_ title: TitleReference, of bucket: Wire.Bucket) {
        if bucket == .movies { movies.append(title) } else { shows.append(title) }
    }
}
