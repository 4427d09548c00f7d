import Foundation
import TestSupport
import Testing

@testable import Simkl

/// What each call asks, to the letter, and what its answer is read as.
@Suite("Calls")
struct CallTests {
    struct Call: Sendable, CustomTestStringConvertible {
        /// Method, path and query, without what every request says.
        let asks: String
        var body: String?
        var answer: JSON = [:]
        var status = 200
        /// Asks, and tells the value.
        let call: @Sendable (SimklClient) async throws -> String

        var testDescription: String { asks + (body.map { " \($0)" } ?? "") }
    }

    private static let full =
        "allow_rewatch=yes&episode_runtime=yes&episode_watched_at=yes&extended=full&include_all_episodes=original"
        + "&memos=yes&next_watch_info=yes"

    /// A title with everything that a write may say of it.
    private static var whole: TitleReference {
        var title = TitleReference(title: "A \"B\"/C", year: 2003, ids: ["imdb": "tt1", "mal": "5"])
        title.simkl = 7
        (title.rating, title.to, title.watchedAt, title.status) = (9, "hold", "2026-01-02T03:04:05Z", "completed")
        title.seasons = [.init(number: 1, episodes: [.init(number: 2), .init(number: 3, watchedAt: "2026-01-01T00:00:00Z")])]
        return title
    }

    private static let wholeJSON =
        #"{"ids":{"imdb":"tt1","mal":"5","simkl":7},"rating":9,"#
        + #""seasons":[{"episodes":[{"number":2},{"number":3,"watched_at":"2026-01-01T00:00:00Z"}],"number":1}],"#
        + #""status":"completed","title":"A \"B\"/C","to":"hold","watched_at":"2026-01-02T03:04:05Z","year":2003}"#

    private static let batch = TitleBatch(movies: [whole], shows: [TitleReference(simkl: 8)])
    private static let batchJSON = #"{"movies":["# + wholeJSON + #"],"shows":[{"ids":{"simkl":8}}]}"#

    private static let added: JSON = [
        "added": [
            "movies": 1, "shows": 2, "episodes": 3,
            "statuses": [["request": ["ids": ["simkl": 7]], "response": ["status": "completed", "simkl_type": "movie"]]],
        ],
        "not_found": ["movies": [["title": "X", "year": "2003", "ids": ["imdb": "tt9", "tmdb": 4]]], "shows": []],
    ]
    private static let addedText = "1 2 3 [7 completed] [X imdb=tt9 tmdb=4]"

    private static func text(_ change: Wire.Change) -> String {
        let statuses = change.statuses.map { "\($0.simkl ?? 0) \($0.status ?? "-")" }.joined(separator: ", ")
        let missing = change.notFound.map { title in
            ([title.title ?? "-"] + title.ids.map { "\($0.name)=\($0.text)" }).joined(separator: " ")
        }.joined(separator: ", ")
        return "\(change.movies) \(change.shows) \(change.episodes) [\(statuses)] [\(missing)]"
    }

    private static func text(_ rows: [LibraryRow]) -> String {
        rows.map { "\($0.bucket) \($0.id) \($0.status ?? "-") \($0.rating ?? 0)" }.joined(separator: ", ")
    }

    private static let item: JSON = [
        "shows": [["status": "watching", "user_rating": 7, "show": ["ids": ["simkl": 5, "slug": "x"]]]],
        "anime": [["status": "hold", "user_rating": .null, "anime": ["ids": ["simkl_id": "6"]]]],
    ]

    static let reads: [Call] = [
        Call(asks: "GET /sync/activities", answer: ["all": "2026-01-01T00:00:00Z", "tv_shows": ["all": .null, "hold": "x"]]) {
            try await $0.activities().value.dates.keys.sorted().joined(separator: " ") + "|all"
        },
        Call(asks: "GET /sync/all-items?\(full)", answer: item) {
            text(try await $0.rows(LibraryQuery(.full)).value) + "|shows 5 watching 7, anime 6 hold 0"
        },
        Call(asks: "GET /sync/all-items?extended=simkl_ids_only", answer: .null) {
            text(try await $0.rows(LibraryQuery(.ids)).value) + "|"
        },
        Call(
            asks:
                "GET /sync/all-items/anime/hold?\(full.replacing("&episode_r", with: "&date_from=2026-01-01T00:00:00Z&episode_r"))",
            answer: []
        ) {
            let query = LibraryQuery(.full, bucket: .anime, status: "hold", dateFrom: "2026-01-01T00:00:00Z")
            return text(try await $0.rows(query).value) + "|"
        },
        Call(asks: "GET /sync/all-items/all/dropped?extended=simkl_ids_only", answer: item) {
            text(try await $0.rows(LibraryQuery(.ids, status: "dropped")).value) + "|shows 5 watching 7, anime 6 hold 0"
        },
        Call(asks: "GET /sync/all-items/movies?extended=simkl_ids_only", answer: ["movies": []]) {
            text(try await $0.rows(LibraryQuery(.ids, bucket: .movies)).value) + "|"
        },
        Call(asks: "GET /sync/ratings?date_from=2026-01-01T00:00:00Z", answer: item) {
            try await $0.ratedRows(since: "2026-01-01T00:00:00Z").value.map { "\($0.bucket) \($0.id)" }.joined(separator: ", ")
                + "|shows 5, anime 6"
        },
        Call(
            asks: "GET /sync/playback?hide_watched=true",
            answer: [
                [
                    "id": 1, "progress": 41.5, "type": "episode", "episode": ["season": 1, "episode": 5],
                    "show": ["ids": ["simkl": 5]],
                ],
                [
                    "id": "2", "progress": "12", "type": "movie", "watched_at": "2026-01-01T00:00:00Z",
                    "movie": ["ids": ["simkl": 9]],
                ],
                ["id": 3, "movie": [:]],
            ]
        ) {
            try await $0.playback().value.map {
                "\($0.bucket) \($0.media.ids.simkl) \($0.progress ?? 0) \($0.episode ?? 0)"
            }
            .joined(separator: ", ") + "|shows 5 41.5 5, movies 9 12.0 0"
        },
        Call(asks: "GET /users/settings", answer: ["user": ["name": "N", "age": 28], "account": ["id": "12", "type": "vip"]]) {
            let settings = try await $0.settings().value
            return
                "\(settings.name ?? "") \(settings.accountID ?? 0)|N 12"
        },
        Call(
            asks: "GET /users/12/stats",
            answer: [
                "total_mins": 5, "movies": ["total_mins": 3, "completed": ["mins": 2, "count": 1]],
                "tv": ["notinteresting": ["count": 4]],
            ]
        ) {
            let stats = try await $0.stats(account: 12).value
            let numbers = [
                stats.totalMinutes, stats.movies?.totalMinutes, stats.movies?.statuses["completed"]?.count,
                stats.tv?.statuses["dropped"]?.count,
            ]
            return "\(numbers.map { $0 ?? -1 })|[5, 3, 1, 4]"
        },
        Call(asks: "GET /tv/5", answer: ["title": "T", "ids": ["simkl": 5], "status": "ended"]) {
            let details = try await $0.details(of: 5, in: .shows).value
            return "\(details?.status ?? "")|ended"
        },
        Call(asks: "GET /movies/5", answer: []) { "\(try await $0.details(of: 5, in: .movies).value == nil)|true" },
        Call(
            asks: "GET /anime/episodes/5",
            answer: [["episode": 1, "type": "episode", "ids": ["simkl_id": 3]], ["type": "special", "title": "S"]]
        ) { "\(try await $0.episodes(of: 5, in: .anime).value.count)|2" },
        Call(asks: "GET /tv/episodes/5", answer: []) { "\(try await $0.episodes(of: 5, in: .shows).value.count)|0" },
        Call(
            asks: "GET /ratings/tv?fields=simkl,ext,rank,release_status,year&user_watchlist=watching,hold",
            answer: [["id": 6, "rank": "12", "release_status": "ended"], ["id": 0], 5]
        ) {
            try await $0.crowdRatings(of: .shows, on: ["watching", "hold"]).value.map {
                "\($0.id) \($0.releaseStatus ?? "")"
            }
            .joined() + "|6 ended"
        },
        Call(
            asks: "GET /search/id?tmdb=296&type=movie",
            answer: [["type": "movie", "title": "T", "year": 2003, "ids": ["simkl": 5]], ["ids": ["simkl": 6]]]
        ) {
            try await $0.search(service: "tmdb", id: "296", type: "movie").value.map { "\($0.bucket) \($0.media.ids.simkl)" }
                .joined()
                + "|movies 5"
        },
        Call(
            asks: "GET /search/movie?extended=full&limit=50&page=1&q=a b",
            answer: [["endpoint_type": "movies", "ids": ["simkl_id": 5]], ["ids": ["simkl": 6]]]
        ) {
            try await $0.search(text: "a b", in: .movies).value.map { "\($0.bucket) \($0.media.ids.simkl)" }.joined(
                separator: ", ")
                + "|movies 5, movies 6"
        },
        Call(asks: "GET /search/tv?extended=full&limit=50&page=3&q=x", answer: .null) {
            "\(try await $0.search(text: "x", in: .shows, page: 3).value.count)|0"
        },
    ]

    static let writes: [Call] = [
        Call(asks: "POST /sync/ratings", body: batchJSON, answer: added, status: 201) {
            text(try await $0.rate(batch).value) + "|" + addedText
        },
        Call(
            asks: "POST /sync/ratings/remove", body: batchJSON,
            answer: ["deleted": ["movies": 1, "shows": 0], "not_found": ["movies": [], "shows": []]], status: 201
        ) { text(try await $0.unrate(batch).value) + "|1 0 0 [] []" },
        Call(asks: "POST /sync/history", body: batchJSON, answer: added) {
            text(try await $0.addToHistory(batch).value) + "|" + addedText
        },
        Call(asks: "POST /sync/history/remove", body: batchJSON, answer: ["deleted": ["movies": 0, "shows": 1, "episodes": 2]]) {
            text(try await $0.removeFromHistory(batch).value) + "|0 1 2 [] []"
        },
        Call(
            asks: "POST /sync/add-to-list", body: batchJSON,
            answer: [
                "added": ["movies": [["ids": ["simkl": 7], "to": "completed"]], "shows": [["title": "x", "to": "watching"]]],
                "not_found": ["movies": [], "shows": [["title": "Y"]]],
            ], status: 201
        ) { text(try await $0.addToList(batch).value) + "|1 1 0 [7 completed, 0 watching] [Y]" },
        Call(asks: "DELETE /sync/playback/5", answer: [:], status: 204) {
            try await $0.deletePlayback(5)
            return "|"
        },
    ]

    @Test("each call asks what it must and reads what comes", arguments: reads + writes)
    func call(call: Call) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, with: .json(call.answer, status: call.status))
        let halves = try await call.call(connected.client).split(separator: "|", omittingEmptySubsequences: false)
        #expect(halves.first == halves.last)
        let request = try #require(connected.simkl.log.first)
        #expect(connected.simkl.log.count == 1)
        let query = request.query.dropLast(3).map { "\($0.name)=\($0.value ?? "")" }.joined(separator: "&")
        #expect("\(request.method) \(request.path)" + (query.isEmpty ? "" : "?\(query)") == call.asks)
        #expect(String(decoding: request.body, as: UTF8.self) == call.body ?? "")
    }

    @Test("a playback that is gone, or was never there, is not found")
    func gone() async throws {
        let connected = try await ConnectedClient()
        try await connected.client.deletePlayback(9_000_000)
        let error = await connected.error { try await $0.deletePlayback(9_000_000) }
        #expect(error == .notFound(path: "/sync/playback/9000000"))
        #expect(connected.simkl.account.ids().count == 40)
    }
}
