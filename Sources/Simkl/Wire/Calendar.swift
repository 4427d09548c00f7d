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
        /// The episode's page on Simkl's site; absolute.
        public var episodeURL: String?
        /// Minutes.
        public var runtime: Int?
        public var metadata: Metadata?
        public var version: Int
        /// Whether it stands in the rolling file, which is fresher than the files of the months.
        public var isRolling: Bool
        /// When Simkl sent the file, in seconds since 1970; nil where it was saved by hand.
        public var fetchedAt: Int64?

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
                episodeURL = reader.string(episode, "url", .address)
                runtime = reader.count(episode, "runtime")
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
            public var alternativeTitles: [String]
            public var ratings: Ratings?
            /// `8.5%`, or `-`.
            public var dropRate: String?
            /// `ongoing`, `ended`, `premiere`, `soon`, …
            public var status: String?
            public var genres: [String]
            public var network: String?
            /// In lower case, unlike elsewhere.
            public var country: String?
            /// Its place among all titles of its kind; 0 is none.
            public var rank: Int?

            init(_ object: JSONValue, _ reader: inout WireReader) {
                title = reader.string(object, "title", .name)
                romajiTitle = reader.string(object, "title_romaji", .name)
                alternativeTitles = reader.alternativeTitles(object)
                ratings = reader.object(object, "ratings") { Ratings($0, &$1) }
                dropRate = reader.string(object, "drop_rate", .word)
                status = reader.string(object, "status", .word)
                genres = reader.strings(object, "genres", .name, most: ListLimit.genres)
                network = reader.string(object, "network", .name)
                country = reader.string(object, "country", .word)
                rank = reader.count(object, "rank")
            }
        }
    }
}
