import Foundation

/// A list of the catalogue, to find something new in.
public enum CatalogueList: Hashable, Sendable {
    /// What most watched lately.
    ///
    /// Source: `https://data.simkl.in/discover/trending/{tv|anime|movies}/{today|week|month}_100.json`
    case trending(TrendingTime)
    /// Source: `GET /tv/best/{filter}`, `/anime/best/{filter}`
    case best(BestBy)
    /// Source: `GET /tv/premieres/{param}`, `/anime/premieres/{param}`
    case premieres(isSoon: Bool)
    /// What is on the air on a day: `today`, `tomorrow`, or the day's number, month and year.
    ///
    /// Source: `GET /tv/airing?date=`, `/anime/airing?date=`
    case airing(String)
    /// Of a genre, the best first; of a year where one is named.
    ///
    /// Source: `GET /tv/genres/{genre}/{year}`, `/anime/genres/…`, `/movies/genres/…`
    case genre(String, year: Int?)

    public enum TrendingTime: String, CaseIterable, Sendable { case today, week, month }

    public enum BestBy: String, CaseIterable, Sendable { case year, month, all, voted, watched }

    /// Whether Simkl has such a list of films.
    public var hasFilms: Bool {
        switch self {
        case .trending, .genre: true
        case .best, .premieres, .airing: false
        }
    }
}

extension SimklClient {
    /// The titles of a list, in its order.
    public func list(_ list: CatalogueList, of bucket: Wire.Bucket) async throws(SimklError) -> Answer<[Wire.Listed]> {
        let folder = "/\(bucket.catalogName)"
        return switch list {
        case .trending(let time): try await trending(time, of: bucket)
        case .best(let filter): try await ask(.get("\(folder)/best/\(filter.rawValue)")) { Self.listed($0, bucket, &$1) }
        case .premieres(let isSoon):
            try await ask(.get("\(folder)/premieres/\(isSoon ? "soon" : "new")", Self.page)) { Self.listed($0, bucket, &$1) }
        case .airing(let day):
            try await ask(.get("\(folder)/airing", ["date": day, "sort": "time"])) { Self.listed($0, bucket, &$1) }
        case .genre(let genre, let year):
            try await ask(.get("\(folder)/genres/\(genre)\(year.map { "/\($0)" } ?? "")", Self.page)) {
                Self.listed($0, bucket, &$1)
            }
        }
    }

    /// A title that the owner has not watched, by Simkl's dice; nil where there is none in the answer.
    ///
    /// Source: `GET /search/random`, which with a token leaves out what was watched. Where nothing fits: 200 with an error.
    public func random(in bucket: Wire.Bucket, genre: String?, rating: Int?) async throws(SimklError) -> Wire.Listed? {
        var query = ["service": "simkl", "type": bucket == .movies ? "movie" : bucket.catalogName]
        query["genre"] = genre
        query["rating_from"] = rating.map(String.init)
        do {
            return try await ask(.get("/search/random", query)) { root, reader in
                guard root.kind == .array else { return Wire.Listed(chosen: root, bucket: bucket, &reader) }
                return reader.elements(root) { Wire.Listed(chosen: $0, bucket: bucket, &$1) }.first
            }.value
        } catch .refused(_, 200, _) {
            return nil
        }
    }

    private static let page = ["page": "1", "limit": "50"]

    private static func listed(_ root: JSONValue, _ bucket: Wire.Bucket, _ reader: inout WireReader) -> [Wire.Listed] {
        reader.elements(root) { Wire.Listed($0, bucket: bucket, &$1) }
    }

    /// A file of the CDN, which is asked without a token.
    private func trending(
        _ time: CatalogueList.TrendingTime, of bucket: Wire.Bucket
    ) async throws(SimklError) -> Answer<[Wire.Listed]> {
        try await ask(.get(CDNFile.trending(bucket, time).path, from: .files)) { Self.listed($0, bucket, &$1) }
    }
}
