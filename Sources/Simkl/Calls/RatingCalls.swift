extension SimklClient {
    /// Everything rated, or whose rating was removed, strictly after a date: as text, what the mirror keeps.
    ///
    /// Source: `GET /sync/ratings`, without a value in the path, or removals would miss.
    func ratedRows(since date: String) async throws(SimklError) -> Answer<[LibraryRow]> {
        try await ask(.get("/sync/ratings", ["date_from": date])) { LibraryRow.rows($0, bucket: nil, &$1) }
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

    /// What others think of the titles on some of the owner's lists, and whether they still run.
    ///
    /// Source: `GET /ratings/{tv|anime|movies}?user_watchlist=…`, which answers `null` when no list is named.
    public func crowdRatings(of bucket: Wire.Bucket, on statuses: [String]) async throws(SimklError) -> Answer<[Wire.Crowd]> {
        let query = ["user_watchlist": statuses.joined(separator: ","), "fields": "simkl,ext,rank,release_status,year"]
        return try await ask(.get("/ratings/\(bucket.catalogName)", query)) { $1.elements($0) { Wire.Crowd($0, &$1) } }
    }
}
