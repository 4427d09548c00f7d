import Foundation

/// What to ask of the library.
///
/// Source: `GET /sync/all-items/{type}/{status}`, whose silent fall-backs (a wrong type answers with everything) the types here
/// make impossible.
struct LibraryQuery: Hashable, Sendable {
    enum Extent: Hashable, Sendable {
        /// Recorded episodes with their dates and lengths, rewatches, memos, and what comes next: all that the mirror keeps.
        ///
        /// `original` and not `yes`, which would give a whole season one second. Rewatches come for accounts with PRO or VIP only;
        /// to others Simkl sends none, without a word.
        case full
        /// Nothing but Simkl ids, to learn what is gone.
        case ids

        var query: [String: String] {
            switch self {
            case .full:
                [
                    "extended": "full", "episode_watched_at": "yes", "episode_runtime": "yes", "include_all_episodes": "original",
                    "allow_rewatch": "yes", "memos": "yes", "next_watch_info": "yes",
                ]
            case .ids: ["extended": "simkl_ids_only"]
            }
        }
    }

    /// All three when nil.
    var bucket: Wire.Bucket?
    var status: String?
    /// Only what changed strictly after this, as Simkl wrote it.
    var dateFrom: String?
    var extent: Extent
    /// Names in English, and not in the languages that the account's settings say.
    var isInEnglish: Bool

    init(
        _ extent: Extent, bucket: Wire.Bucket? = nil, status: String? = nil, dateFrom: String? = nil, isInEnglish: Bool = false
    ) {
        self.extent = extent
        self.bucket = bucket
        self.status = status
        self.dateFrom = dateFrom
        self.isInEnglish = isInEnglish
    }

    /// The statuses that a bucket has; Simkl answers a wrong one with everything.
    static func statuses(of bucket: Wire.Bucket) -> [String] {
        bucket == .movies
            ? ["plantowatch", "completed", "dropped"] : ["watching", "plantowatch", "hold", "completed", "dropped"]
    }

    /// What decides how much a row tells, whichever rows are asked for: `allow_rewatch=yes&episode_runtime=yes&…`.
    var terms: String { termQuery.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "&") }

    /// The one of the terms that says which language names are in.
    private static let english = (key: "language", value: "en")

    private var termQuery: [String: String] {
        isInEnglish ? extent.query.merging([Self.english.key: Self.english.value]) { $1 } : extent.query
    }

    /// Whether what came by these terms has its names in English.
    static func isInEnglish(_ terms: String?) -> Bool {
        terms?.split(separator: "&").contains("\(english.key)=\(english.value)") == true
    }

    var request: SimklRequest {
        let place = [bucket?.rawValue ?? status.map { _ in "all" }, status].compactMap { $0 }
        var query = termQuery
        query["date_from"] = dateFrom
        return .get((["/sync/all-items"] + place).joined(separator: "/"), query)
    }
}

extension SimklClient {
    /// When each part of the account last changed: asked before anything else.
    ///
    /// Source: `GET /sync/activities` (older pages: POST).
    public func activities() async throws(SimklError) -> Answer<Wire.Activities> {
        try await ask(.get("/sync/activities")) { Wire.Activities($0, &$1) }
    }

    /// The library, or what of it changed, as the mirror keeps it; removed titles and mere ratings are not among the changes.
    ///
    /// Source: `GET /sync/all-items/{type}/{status}`
    /// - Throws: ``SimklError/tooManyItems(path:)`` where Simkl wants to be asked status by status.
    func rows(_ query: LibraryQuery) async throws(SimklError) -> Answer<[LibraryRow]> {
        try await ask(query.request) { LibraryRow.rows($0, bucket: query.bucket, &$1) }
    }

    /// What is paused half-way, without what was watched to its end since.
    ///
    /// Source: `GET /sync/playback`
    public func playback() async throws(SimklError) -> Answer<[Wire.Playback]> {
        try await ask(.get("/sync/playback", ["hide_watched": "true"])) { $1.elements($0) { Wire.Playback($0, &$1) } }
    }

    /// Forgets a paused playback.
    ///
    /// Source: `DELETE /sync/playback/{id}`
    public func deletePlayback(_ id: Int) async throws(SimklError) {
        try await send(.delete("/sync/playback/\(id)"))
    }

    /// Puts titles on lists.
    ///
    /// Source: `POST /sync/add-to-list`. Simkl may choose another list than asked (a film cannot be `watching`) and says so in
    /// ``Wire/Change/statuses``.
    public func addToList(_ titles: TitleBatch) async throws(SimklError) -> Answer<Wire.Change> {
        try await ask(.post("/sync/add-to-list", [:], Self.json(titles))) { Wire.Change($0, &$1) }
    }

    /// Marks titles or episodes as watched. Without a date Simkl takes the present.
    ///
    /// Source: `POST /sync/history`; `allow_rewatch=yes` where one of the titles is watched once more.
    public func addToHistory(_ titles: TitleBatch) async throws(SimklError) -> Answer<Wire.Change> {
        let isRewatch = (titles.movies + titles.shows).contains { $0.isRewatch == true }
        return try await ask(.post("/sync/history", isRewatch ? ["allow_rewatch": "yes"] : [:], Self.json(titles))) {
            Wire.Change($0, &$1)
        }
    }

    /// Marks episodes as not watched. A title without seasons is **removed from the library**, with its rating.
    ///
    /// Source: `POST /sync/history/remove`, where a list of `anime` is ignored: ``TitleBatch`` sends anime among the shows.
    public func removeFromHistory(_ titles: TitleBatch) async throws(SimklError) -> Answer<Wire.Change> {
        try await ask(.post("/sync/history/remove", [:], Self.json(titles))) { Wire.Change($0, &$1) }
    }

    static func json(_ body: some Encodable) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding texts and numbers cannot fail.
        return (try? encoder.encode(body)) ?? Data()
    }
}
