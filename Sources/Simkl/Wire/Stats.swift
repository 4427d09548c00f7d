extension Wire {
    /// Simkl's own lifetime statistics.
    ///
    /// Units: minutes. Source: `GET /users/{id}/stats`
    public struct Stats: Hashable, Sendable {
        public var totalMinutes: Int?
        public var movies: Section?
        public var tv: Section?
        public var anime: Section?
        public var watchedLastWeek: Week?

        init(_ object: JSONValue, _ reader: inout WireReader) {
            totalMinutes = reader.count(object, "total_mins")
            movies = reader.object(object, "movies") { Section($0, &$1) }
            tv = reader.object(object, "tv") { Section($0, &$1) }
            anime = reader.object(object, "anime") { Section($0, &$1) }
            watchedLastWeek = reader.object(object, "watched_last_week") { Week($0, &$1) }
        }

        /// Whether nothing of it could be read.
        var isEmpty: Bool { totalMinutes == nil && movies == nil && tv == nil && anime == nil }

        /// The numbers of one kind, by status (`notinteresting` is read as `dropped`).
        public struct Section: Hashable, Sendable {
            public var totalMinutes: Int?
            public var statuses: [String: List] = [:]

            init(_ object: JSONValue, _ reader: inout WireReader) {
                totalMinutes = reader.count(object, "total_mins")
                let names: [(StaticString, String)] = [
                    ("watching", "watching"), ("plantowatch", "plantowatch"), ("hold", "hold"), ("completed", "completed"),
                    ("notinteresting", "dropped"), ("dropped", "dropped"),
                ]
                for (key, name) in names {
                    if let list = reader.object(object, key, { List($0, &$1) }) { statuses[name] = list }
                }
            }
        }

        /// The numbers of one status.
        public struct List: Hashable, Sendable {
            public var count: Int?
            public var minutes: Int?
            public var watchedEpisodesCount: Int?
            public var totalEpisodesCount: Int?
            public var leftToWatchEpisodes: Int?
            public var leftToWatchMinutes: Int?

            init(_ object: JSONValue, _ reader: inout WireReader) {
                count = reader.count(object, "count")
                minutes = reader.count(object, "mins")
                watchedEpisodesCount = reader.count(object, "watched_episodes_count")
                totalEpisodesCount = reader.count(object, "total_episodes_count")
                leftToWatchEpisodes = reader.count(object, "left_to_watch_episodes")
                leftToWatchMinutes = reader.count(object, "left_to_watch_mins")
            }
        }

        /// Minutes of the last seven days.
        public struct Week: Hashable, Sendable {
            public var total: Int?
            public var movies: Int?
            public var tv: Int?
            public var anime: Int?

            init(_ object: JSONValue, _ reader: inout WireReader) {
                total = reader.count(object, "total_mins")
                movies = reader.count(object, "movies_mins")
                tv = reader.count(object, "tv_mins")
                anime = reader.count(object, "anime_mins")
            }
        }
    }
}
