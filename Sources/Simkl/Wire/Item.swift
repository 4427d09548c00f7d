extension Wire {
    /// One entry of the user's library.
    ///
    /// Source: `GET /sync/all-items`; `GET /sync/ratings` sends the same shape with fewer fields.
    public struct Item: Hashable, Sendable {
        public var bucket: Bucket
        public var media: Media
        /// `watching`, `plantowatch`, `hold`, `completed`, `dropped`, or the older `notinteresting`.
        public var status: String?
        public var addedToWatchlistAt: WireDate?
        public var lastWatchedAt: WireDate?
        public var userRatedAt: WireDate?
        /// 1 to 10; nil with a ``userRatedAt`` is a rating that was removed.
        public var userRating: Int?
        /// `S05E16`, or `E148` for anime.
        public var lastWatched: String?
        public var nextToWatch: String?
        public var nextToWatchInfo: NextEpisode?
        public var watchedEpisodesCount: Int?
        public var totalEpisodesCount: Int?
        public var notAiredEpisodesCount: Int?
        public var animeType: String?
        public var memo: Memo?
        /// Recorded episodes; nil where the answer carries none at all, which does not mean that none were watched.
        public var seasons: [Season]?
        public var isRewatch: Bool
        public var rewatchID: Int?
        public var rewatchStatus: String?
        /// Nil but in a library that Foyer has exported.
        public var exported: Exported?

        /// - Parameter bucket: where the item stands; nil in a bare list, where the wrapper decides.
        init?(_ object: JSONValue, bucket: Bucket?, _ reader: inout WireReader) {
            guard object.kind == .object else {
                reader.skip("an object was expected")
                return nil
            }
            guard let (media, wrapper) = Media.wrapped(in: object, &reader) else {
                reader.skip("it has no show, anime or movie with a Simkl id")
                return nil
            }
            self.media = media
            self.bucket = bucket ?? wrapper
            status = reader.string(object, "status", .word)
            addedToWatchlistAt = reader.date(object, "added_to_watchlist_at")
            lastWatchedAt = reader.date(object, "last_watched_at")
            userRatedAt = reader.date(object, "user_rated_at")
            userRating = reader.count(object, "user_rating")
            lastWatched = reader.string(object, "last_watched", .word)
            nextToWatch = reader.string(object, "next_to_watch", .word)
            nextToWatchInfo = reader.object(object, "next_to_watch_info") { NextEpisode($0, &$1) }
            watchedEpisodesCount = reader.count(object, "watched_episodes_count")
            totalEpisodesCount = reader.count(object, "total_episodes_count")
            notAiredEpisodesCount = reader.count(object, "not_aired_episodes_count")
            animeType = reader.string(object, "anime_type", .word)
            memo = reader.object(object, "memo") { Memo($0, &$1) }
            let hasSeasons = object["seasons"].map { $0.kind != .null } ?? false
            seasons = hasSeasons ? reader.list(object, "seasons", most: ListLimit.seasons) { Season($0, &$1) } : nil
            isRewatch = reader.bool(object, "is_rewatch") ?? false
            rewatchID = reader.integer(object, "rewatch_id")
            rewatchStatus = reader.string(object, "rewatch_status", .word)
            guard reader.isExport else { return }
            let play = Evidence.read(object, lastWatchedAt, &reader)
            lastWatchedAt = play.date
            exported = Exported(object, play.evidence, &reader)
        }
    }

    /// What comes next in a show that is being watched; sent with `next_watch_info=yes`.
    public struct NextEpisode: Hashable, Sendable {
        public var title: String?
        public var season: Int?
        public var episode: Int?
        public var date: WireDate?

        init(_ object: JSONValue, _ reader: inout WireReader) {
            title = reader.string(object, "title", .name)
            season = reader.count(object, "season")
            episode = reader.count(object, "episode")
            date = reader.date(object, "date")
        }
    }

    /// A note of the user's; sent with `memos=yes`.
    public struct Memo: Hashable, Sendable {
        public var text: String?
        /// Only a JSON `false` is false; anything else, or nothing, is not known to be public.
        public var isPrivate: Bool?

        /// Whether it is private, nobody said.
        init(text: String) { self.text = text }

        init(_ object: JSONValue, _ reader: inout WireReader) {
            text = reader.string(object, "text", .memo)
            isPrivate = reader.bool(object, "is_private")
        }
    }

    /// The watched episodes of a season; season 0 holds specials.
    public struct Season: Hashable, Sendable {
        public var number: Int
        public var episodes: [Episode]

        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard let number = reader.count(object, "number") else { return nil }
            self.number = number
            episodes = reader.list(object, "episodes", most: ListLimit.episodes) { Episode($0, &$1) }
        }
    }

    /// A watched episode.
    ///
    /// Shape: 24 bytes, since a library has them by the million.
    public struct Episode: Hashable, Sendable {
        public private(set) var watchedAt: WireDate?
        /// Nil but in a library that Foyer has exported.
        public private(set) var evidence: Evidence?
        private let count: Int32
        private let minutes: Int32

        public var number: Int { Int(count) }
        /// Minutes; sent with `episode_runtime=yes`.
        public var runtime: Int? { minutes < 0 ? nil : Int(minutes) }

        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard let number = reader.count(object, "number") else { return nil }
            count = Int32(clamping: number)
            watchedAt = reader.date(object, "watched_at")
            minutes = reader.count(object, "runtime").map(Int32.init(clamping:)) ?? -1
            guard reader.isExport else { return }
            let play = Evidence.read(object, watchedAt, &reader)
            (watchedAt, evidence) = (play.date, play.evidence)
        }
    }
}
