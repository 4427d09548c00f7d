import Disk

extension Wire {
    /// A title of one of the catalogue's lists: what is trending, best, new, on the air, or of a genre.
    ///
    /// Source: `https://data.simkl.in/discover/trending/…`, `GET /tv/best/{filter}`, `/premieres/{param}`, `/airing`, `/genres/{genre}`,
    /// `GET /search/random`; each leaves out some.
    public struct Listed: Hashable, Sendable {
        public var bucket: Bucket
        public var media: Media
        public var genres: [String]
        public var ratings: Ratings?
        /// Its place among all titles of its kind; 0 is none.
        public var rank: Int?
        /// When the episode airs, or the title came out.
        public var date: WireDate?
        /// Of what airs.
        public var episode: EpisodePlace?
        /// How many watched it, in the time that the list is of.
        public var watched: Int?

        init?(_ object: JSONValue, bucket: Bucket, _ reader: inout WireReader) {
            guard object.kind == .object, let ids = reader.object(object, "ids", { Identifiers($0, &$1) }) else { return nil }
            self.bucket = bucket
            date = reader.date(object, "date") ?? reader.date(object, "release_date")
            let year = reader.count(object, "year") ?? date.flatMap { Int($0.text.prefix(4)) }
            media = Media(title: reader.string(object, "title", .name), year: year, ids: ids)
            media.poster = reader.string(object, "poster", .address)
            // Here in words: `1h 45m`.
            media.runtime = reader.string(object, "runtime", .word).flatMap(Self.minutes)
            genres = reader.strings(object, "genres", .name, most: ListLimit.genres)
            ratings = reader.object(object, "ratings") { Ratings($0, &$1) }
            rank = reader.count(object, "rank")
            episode = reader.object(object, "episode") { episode, reader in
                reader.count(episode, "episode").map { EpisodePlace(season: reader.count(episode, "season") ?? 1, number: $0) }
            }
            watched = reader.count(object, "watched")
        }

        /// Of an answer that has nothing but the title's id and its address.
        ///
        /// Source: `GET /search/random`: `{"simkl_id":14097,"simkl_url":"https://simkl.com/tv/14097/warehouse-13"}`, in older answers
        /// `id` and `url`.
        init?(chosen object: JSONValue, bucket: Bucket, _ reader: inout WireReader) {
            let id = reader.integer(object, "simkl_id") ?? reader.integer(object, "id")
            guard object.kind == .object, let id, id > 0 else { return nil }
            let address = reader.string(object, "simkl_url", .address) ?? reader.string(object, "url", .address)
            // Whatever was asked for, the address says what it is.
            let parts = address?.split(separator: "/").map(String.init) ?? []
            self.bucket = Bucket.allCases.first { parts.contains($0.catalogName) } ?? bucket
            media = Media(title: nil, year: nil, ids: Identifiers(simkl: id, others: [:]))
            (genres, ratings, rank, date, episode, watched) = ([], nil, nil, nil, nil, nil)
        }

        /// Takes over what the catalogue says of the title.
        public mutating func take(_ details: Details) {
            media = details.media
            (genres, ratings, rank) = (details.genres, details.ratings, details.rank)
        }

        private static func minutes(_ text: String) -> Int? {
            guard let match = text.wholeMatch(of: /(?:(\d{1,3})h)? ?(?:(\d{1,4})m)?/) else { return nil }
            let minutes = (match.1.flatMap { Int($0) } ?? 0) * 60 + (match.2.flatMap { Int($0) } ?? 0)
            return minutes > 0 ? minutes : nil
        }
    }
}
