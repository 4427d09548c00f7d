extension Wire {
    /// A title's full record.
    ///
    /// Source: `GET /tv/{id}`, `/anime/{id}`, `/movies/{id}`
    public struct Details: Hashable, Sendable {
        public var media: Media
        /// Anime only.
        public var englishTitle: String?
        /// In other languages and scripts; which each is in is a number of Simkl's own.
        public var alternativeTitles: [String]
        /// A path below `https://simkl.in/fanart/`, without suffix.
        public var fanart: String?
        /// What belongs to it; anime only.
        public var relations: [Relation]
        /// What its viewers recommend, the most recommended first, and what is like it.
        public var recommendations: [Relation]
        /// May contain HTML line breaks.
        public var overview: String?
        /// True in a library that Foyer has exported: its texts have no HTML any more. Nil elsewhere.
        public var isPlain: Bool?
        public var genres: [String]
        public var network: String?
        public var country: String?
        public var certification: String?
        /// `tba`, `ended` or `airing`.
        public var status: String?
        /// Its place among all titles of its kind; 0 is none.
        public var rank: Int?
        public var totalEpisodes: Int?
        public var firstAired: WireDate?
        /// A film's first release anywhere.
        public var released: WireDate?
        public var releases: [Release]
        public var trailers: [Trailer]
        public var ratings: Ratings?
        public var dropRate: String?
        /// When Simkl sent it, in seconds since 1970; nil where it was saved by hand.
        public var fetchedAt: Int64?

        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard let media = Media(object, &reader) else { return nil }
            self.media = media
            englishTitle = reader.string(object, "en_title", .name)
            alternativeTitles = reader.alternativeTitles(object)
            fanart = reader.string(object, "fanart", .address)
            relations = reader.list(object, "relations", most: ListLimit.relations) { Relation($0, &$1) }
            recommendations =
                reader.list(object, "users_recommendations", most: ListLimit.relations) { Relation($0, &$1) }
                + reader.list(object, "similar", most: ListLimit.relations) { Relation($0, &$1) }
            overview = reader.string(object, "overview", .prose)
            isPlain = reader.isExport ? true : nil
            genres = reader.strings(object, "genres", .name, most: ListLimit.genres)
            network = reader.string(object, "network", .name)
            country = reader.string(object, "country", .word)
            certification = reader.string(object, "certification", .word)
            status = reader.string(object, "status", .word)
            rank = reader.count(object, "rank")
            totalEpisodes = reader.count(object, "total_episodes")
            firstAired = reader.date(object, "first_aired")
            released = reader.date(object, "released")
            releases = reader.list(object, "release_dates", most: ListLimit.countries) { Release.ofCountry($0, &$1) }.flatMap {
                $0
            }
            trailers = reader.list(object, "trailers", most: ListLimit.trailers) { Trailer($0, &$1) }
            ratings = reader.object(object, "ratings") { Ratings($0, &$1) }
            dropRate = reader.string(object, "droprate", .word)
        }
    }

    /// A film's release in one country.
    public struct Release: Hashable, Sendable {
        /// ISO 3166-1 alpha-2.
        public var country: String
        /// TMDB's types: 1 premiere, 2 limited, 3 theatrical, 4 digital, 5 physical, 6 TV.
        public var type: Int
        public var date: WireDate

        static func ofCountry(_ object: JSONValue, _ reader: inout WireReader) -> [Release]? {
            guard let country = reader.string(object, "iso_3166_1", .word) else { return nil }
            return reader.list(object, "results", most: ListLimit.releases) { result, reader in
                guard let type = reader.count(result, "type"), let date = reader.date(result, "release_date") else { return nil }
                return Release(country: country, type: type, date: date)
            }
        }
    }

    /// A trailer on YouTube.
    public struct Trailer: Hashable, Sendable {
        /// The video's id.
        public var youtube: String

        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard let youtube = reader.string(object, "youtube", .identifier) else { return nil }
            self.youtube = youtube
        }
    }

    /// Another title that a record names.
    public struct Relation: Hashable, Sendable {
        /// Its Simkl id.
        public var id: Int
        /// `sequel`, `prequel`, …; nil for a recommendation.
        public var type: String?

        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard let id = reader.object(object, "ids", { $1.integer($0, "simkl") ?? $1.integer($0, "simkl_id") }), id > 0 else {
                return nil
            }
            self.id = id
            type = reader.string(object, "relation_type", .word)
        }
    }

    /// An episode as the catalogue lists it.
    ///
    /// Source: `GET /tv/episodes/{id}`, `/anime/episodes/{id}`
    public struct CatalogEpisode: Hashable, Sendable {
        public var season: Int?
        /// Nil for specials.
        public var episode: Int?
        public var hasAired: Bool?
        public var date: WireDate?
        public var runtime: Int?

        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard object.kind == .object else { return nil }
            season = reader.count(object, "season")
            episode = reader.count(object, "episode")
            hasAired = reader.bool(object, "aired")
            date = reader.date(object, "date")
            runtime = reader.count(object, "runtime")
        }
    }
}
