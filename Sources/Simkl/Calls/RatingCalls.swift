/// Which of the owner's ratings to ask for.
///
/// Source: `GET /sync/ratings/{type}/{rating}`
public enum RatingQuery: Hashable, Sendable {
    /// Everything rated, or whose rating was removed, strictly after this. Without a value in the path, or removals would miss.
    case changed(after: String)
    /// Titles with one of these ratings, 1 to 10.
    case rated(Wire.Bucket, Set<Int>)

    var request: SimklRequest {
        switch self {
        case .changed(let date): .get("/sync/ratings", ["date_from": date])
        case .rated(let bucket, let values):
            .get("/sync/ratings/\(bucket.rawValue)/\(values.sorted().map(String.init).joined(separator: ","))")
        }
    }
}

extension SimklClient {
    /// The owner's ratings.
    ///
    /// Source: `GET /sync/ratings/{type}/{rating}`
    public func ratings(_ query: RatingQuery) async throws(SimklError) -> Answer<[Wire.Item]> {
        try await ask(query.request) { AccountFolder.items($0, bucket: nil, &$1) }
    }

    /// Rates titles 1 to 10. Simkl puts a title that is on no list on one.
    ///
    /// Source: `POST /sync/ratings`
    public func rate(_ titles: TitleBatch) async throws(SimklError) -> Answer<Wire.Change> {
        try await ask(.post("/sync/ratings", [:], Self.json(titles))) { Wire.Change($0, &$1) }
    }

    /// Removes the ratings of titles.
    ///
    /// Source: `POST /sync/ratings/remove`
    public func unrate(_ titles: TitleBatch) async throws(SimklError) -> Answer<Wire.Change> {
        try await ask(.post("/sync/ratings/remove", [:], Self.json(titles))) { Wire.Change($0, &$1) }
    }

    /// What others think of one title.
    ///
    /// Source: `GET /ratings?simkl=…`, which answers `null` for an unknown id.
    public func crowdRating(simkl id: Int) async throws(SimklError) -> Answer<Wire.Crowd?> {
        try await ask(.get("/ratings", ["simkl": String(id), "fields": "simkl,ext,rank,release_status,year"])) {
            $0.kind == .object ? Wire.Crowd($0, &$1) : nil
        }
    }

    /// What others think of the titles on some of the owner's lists, and whether they still run.
    ///
    /// Source: `GET /ratings/{tv|anime|movies}?user_watchlist=…`, which answers `null` when no list is named.
    public func crowdRatings(of bucket: Wire.Bucket, on statuses: [String]) async throws(SimklError) -> Answer<[Wire.Crowd]> {
        let query = ["user_watchlist": statuses.joined(separator: ","), "fields": "simkl,ext,rank,release_status,year"]
        return try await ask(.get("/ratings/\(bucket.catalogName)", query)) { $1.elements($0) { Wire.Crowd($0, &$1) } }
    }
}
