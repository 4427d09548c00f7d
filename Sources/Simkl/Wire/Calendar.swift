extension Wire {
    /// One airing of a calendar file, with what the file knows of its title.
    ///
    /// Shape: the flat rows of version 1 and the split `calendar` and `metadata` of version 2 read into the same value.
    /// Source: `https://data.simkl.in/calendar/{tv|anime|movie_release}.json` and `/calendar/v2/…`
    public struct Airing: Hashable, Sendable {
        public var bucket: Bucket
        public var id: Int
        public var date: WireDate?
        /// 1 mid-season, 2 season, 3 series.
        public var finaleType: Int?
        public var season: Int?
        public var episode: Int?
        public var episodeTitle: String?
        /// Minutes.
        public var runtime: Int?
        /// The episode's page on Simkl.
        public var url: String?
        public var metadata: Metadata?
        public var version: Int
        /// Whether it stands in the rolling file, which is fresher than the files of the months.
        public var isRolling: Bool

        init?(
            _ object: JSONValue, bucket: Bucket, version: Int, isRolling: Bool, metadata: [Int: Metadata], wanted: (Int) -> Bool,
            _ reader: inout WireReader
        ) {
            let id = version == 2 ? reader.integer(object, "simkl_id") : reader.object(object, "ids") { Self.id(of: $0, &$1) }
            guard let id, id > 0 else {
                reader.skip("it has no Simkl id")
                return nil
            }
            self.id = id
            self.bucket = bucket
            self.version = version
            self.isRolling = isRolling
            guard wanted(id) else { return }
            date = reader.date(object, "date")
            finaleType = reader.count(object, "finale_type")
            _ = reader.object(object, "episode") { episode, reader -> Void? in
                season = reader.count(episode, "season")
                self.episode = reader.count(episode, "episode")
                episodeTitle = reader.string(episode, "title", .name)
                runtime = reader.count(episode, "runtime")
                url = reader.string(episode, "url", .address)
                return nil
            }
            self.metadata = version == 2 ? metadata[id] : Metadata(object, &reader)
        }

        private static func id(of ids: JSONValue, _ reader: inout WireReader) -> Int? {
            reader.integer(ids, "simkl_id") ?? reader.integer(ids, "simkl")
        }

        /// What a calendar file says of a title.
        public struct Metadata: Hashable, Sendable {
            public var title: String?
            public var romajiTitle: String?
            public var url: String?
            public var poster: String?
            public var fanart: String?
            public var slug: String?
            public var releaseDate: WireDate?
            /// 0 for titles without one.
            public var rank: Int?
            public var ratings: Ratings?
            /// `8.5%`, or `-`.
            public var dropRate: String?
            public var watched: Int?
            public var planToWatch: Int?
            public var watching: Int?
            public var completed: Int?
            public var country: String?
            public var originalLanguage: String?
            /// `22m` or `1h 57m`.
            public var runtime: String?
            /// `ongoing`, `ended`, `premiere`, `soon`, `undefined`, …
            public var status: String?
            public var totalEpisodes: Int?
            public var animeType: String?
            public var network: String?
            public var genres: [String]
            public var trailer: String?

            init(_ object: JSONValue, _ reader: inout WireReader) {
                title = reader.string(object, "title", .name)
                romajiTitle = reader.string(object, "title_romaji", .name)
                url = reader.string(object, "url", .address)
                poster = reader.string(object, "poster", .address)
                fanart = reader.string(object, "fanart", .address)
                slug = reader.object(object, "ids") { $1.string($0, "slug", .identifier) }
                releaseDate = reader.date(object, "release_date")
                rank = reader.count(object, "rank")
                ratings = reader.object(object, "ratings") { Ratings($0, &$1) }
                dropRate = reader.string(object, "drop_rate", .word)
                watched = reader.count(object, "watched")
                planToWatch = reader.count(object, "plan_to_watch")
                watching = reader.count(object, "watching")
                completed = reader.count(object, "completed")
                country = reader.string(object, "country", .word)
                originalLanguage = reader.string(object, "original_language", .word)
                runtime = reader.string(object, "runtime", .word)
                status = reader.string(object, "status", .word)
                totalEpisodes = reader.count(object, "total_episodes")
                animeType = reader.string(object, "anime_type", .word)
                network = reader.string(object, "network", .name)
                genres = reader.strings(object, "genres", .name, most: ListLimit.genres)
                trailer = object["trailer"]?.kind == .string ? reader.string(object, "trailer", .address) : nil
            }
        }
    }
}
