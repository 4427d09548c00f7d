extension Wire {
    /// What others think of a title of the library.
    ///
    /// Source: `GET /ratings/{tv|anime|movies}?user_watchlist=all`; the same ratings stand in title details and calendar files.
    public struct Crowd: Hashable, Sendable {
        public var id: Int
        public var ratings: Ratings
        /// `returning series`, `in production`, `released`, …
        public var releaseStatus: String?
        /// When Simkl sent it, in seconds since 1970; nil where it was saved by hand.
        public var fetchedAt: Int64?

        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard let id = reader.integer(object, "id") ?? reader.integer(object, "simkl_id"), id > 0 else { return nil }
            self.id = id
            ratings = Ratings(object, &reader)
            releaseStatus = reader.string(object, "release_status", .word)
        }
    }

    /// Average ratings by their source.
    public struct Ratings: Hashable, Sendable {
        public var simkl: Rating?
        public var imdb: Rating?
        public var mal: Rating?
        /// Percent of viewers that gave up, as text such as `8.5%`.
        public var dropRate: String?

        init(_ object: JSONValue, _ reader: inout WireReader) {
            simkl = reader.object(object, "simkl") { rating, reader in
                dropRate = reader.string(rating, "droprate", .word)
                return Rating(rating, &reader)
            }
            imdb = reader.object(object, "imdb") { Rating($0, &$1) } ?? reader.object(object, "IMDB") { Rating($0, &$1) }
            mal = reader.object(object, "mal") { Rating($0, &$1) } ?? reader.object(object, "MAL") { Rating($0, &$1) }
            dropRate = dropRate ?? reader.string(object, "droprate", .word) ?? reader.string(object, "drop_rate", .word)
        }
    }

    /// An average and how many votes it stands on; 0 votes or a rating of 0 mean that there is none.
    public struct Rating: Hashable, Sendable {
        public var rating: Double?
        public var votes: Int?

        init(_ object: JSONValue, _ reader: inout WireReader) {
            rating = reader.double(object, "rating")
            votes = reader.count(object, "votes")
        }
    }
}
