import Foundation

extension SimklClient {
    /// All that the catalogue has of a title; nil where it has no such title.
    ///
    /// Source: `GET /tv/{id}`, `/anime/{id}`, `/movies/{id}`; an unknown id answers `[]`.
    public func details(of id: Int, in bucket: Wire.Bucket) async throws(SimklError) -> Answer<Wire.Details?> {
        try await ask(.get("/\(bucket.catalogName)/\(id)", from: .catalogue)) {
            $0.kind == .object ? Wire.Details($0, &$1) : nil
        }
    }

    /// A show's episodes, specials last.
    ///
    /// Source: `GET /tv/episodes/{id}`, `/anime/episodes/{id}`
    public func episodes(of id: Int, in bucket: Wire.Bucket) async throws(SimklError) -> Answer<[Wire.CatalogEpisode]> {
        try await ask(.get("/\(bucket.catalogName)/episodes/\(id)", from: .catalogue)) {
            $1.elements($0) { Wire.CatalogEpisode($0, &$1) }
        }
    }

    /// Titles that the catalogue has changed since a moment, in the last two weeks.
    ///
    /// Source: `GET /changes`; at most once a day. What changed in the last five minutes is not among them.
    /// - Parameter moment: in seconds since 1970.
    public func changes(since moment: Int64) async throws(SimklError) -> Answer<[Wire.Bucket: Set<Int>]> {
        let date = WireDate.text(moment)
        return try await ask(.get("/changes", ["date_from": date, "type": "anime,shows,movies"])) { root, reader in
            var changes: [Wire.Bucket: Set<Int>] = [:]
            for (bucket, list) in [(Wire.Bucket.shows, root["shows"]), (.anime, root["anime"]), (.movies, root["movies"])] {
                if let list { changes[bucket] = Set(reader.elements(list) { id, _ in id.integer }) }
            }
            return changes
        }
    }

    /// Titles by another service's id.
    ///
    /// Source: `GET /search/id`
    /// - Parameters:
    ///   - service: Simkl's word: `imdb`, `tmdb`, `tvdb`, `mal`, `anidb`, …, or `simkl`.
    ///   - type: `show` or `movie`; TMDB needs it, since its ids mean two things.
    public func search(service: String, id: String, type: String? = nil) async throws(SimklError) -> Answer<[Wire.Hit]> {
        var query = [service: id]
        query["type"] = type
        return try await ask(.get("/search/id", query)) { $1.elements($0) { Wire.Hit($0, bucket: nil, &$1) } }
    }

    /// Titles by their name, or by the address of another site's page about one; best first, 50 to a page.
    ///
    /// Source: `GET /search/{movie|tv|anime}?q=…`, which for an address asks nothing of the type. With `extended=full`, since only
    /// then the names in other languages come.
    public func search(text: String, in bucket: Wire.Bucket, page: Int = 1) async throws(SimklError) -> Answer<[Wire.Hit]> {
        let type = bucket == .movies ? "movie" : bucket.catalogName
        let query = ["q": text, "page": String(page), "limit": "50", "extended": "full"]
        return try await ask(.get("/search/\(type)", query)) { $1.elements($0) { Wire.Hit($0, bucket: bucket, &$1) } }
    }
}

extension Wire {
    /// A title that a search found.
    ///
    /// Source: `GET /search/id`, `GET /search/{type}`
    public struct Hit: Hashable, Sendable {
        public var bucket: Bucket
        public var media: Media
        /// `movie`, `tv`, …; anime only.
        public var animeType: String?
        /// All that it is called, in any language.
        public var names: [String]

        init?(_ object: JSONValue, bucket: Bucket?, _ reader: inout WireReader) {
            guard object.kind == .object, let media = Media(object, &reader) else { return nil }
            self.media = media
            let titles = [reader.string(object, "title_en", .name), reader.string(object, "title_romaji", .name)]
            names =
                ([media.title] + titles).compactMap { $0 } + reader.strings(object, "all_titles", .name, most: ListLimit.names)
            switch object["endpoint_type"]?.string ?? object["type"]?.string {
            case "movie", "movies": self.bucket = .movies
            case "anime": self.bucket = .anime
            case "tv", "show", "shows": self.bucket = .shows
            default:
                guard let bucket else { return nil }
                self.bucket = bucket
            }
            // Of an id that is looked up, the type is the kind.
            let type = reader.string(object, "anime_type", .word) ?? reader.string(object, "type", .word)
            animeType = self.bucket == .anime && type != "anime" ? type : nil
        }
    }
}
