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

    /// Titles by their name, best first.
    ///
    /// Source: `GET /search/{movie|tv|anime}?q=…`
    public func search(text: String, in bucket: Wire.Bucket) async throws(SimklError) -> Answer<[Wire.Hit]> {
        let type = bucket == .movies ? "movie" : bucket.catalogName
        return try await ask(.get("/search/\(type)", ["q": text, "page": "1", "limit": "20"])) {
            $1.elements($0) { Wire.Hit($0, bucket: bucket, &$1) }
        }
    }

    /// Ids of titles whose data changed, of the last 14 days at most; to be asked once a day at most.
    ///
    /// Source: `GET /changes`
    public func changes(since date: String) async throws(SimklError) -> Answer<[Wire.Bucket: [Int]]> {
        try await ask(.get("/changes", ["date_from": date, "type": "anime,shows,movies"])) { root, reader in
            let lists: [(Wire.Bucket, StaticString)] = [(.shows, "shows"), (.anime, "anime"), (.movies, "movies")]
            return Dictionary(uniqueKeysWithValues: lists.map { ($0, reader.integers(root, $1, most: .max)) })
        }
    }
}

extension Wire {
    /// A title that a search found.
    ///
    /// Source: `GET /search/id`, `GET /search/{type}`
    public struct Hit: Hashable, Sendable {
        public var bucket: Bucket
        public var media: Media

        init?(_ object: JSONValue, bucket: Bucket?, _ reader: inout WireReader) {
            guard object.kind == .object, let media = Media(object, &reader) else { return nil }
            self.media = media
            switch object["endpoint_type"]?.string ?? object["type"]?.string {
            case "movie", "movies": self.bucket = .movies
            case "anime": self.bucket = .anime
            case "tv", "show", "shows": self.bucket = .shows
            default:
                guard let bucket else { return nil }
                self.bucket = bucket
            }
        }
    }
}
