import Foundation
import TestSupport
import Testing

@testable import Simkl

/// What a sync asks, and what the mirror has afterwards. `A14` and so on are the faults of the fault matrix.
@Suite("Syncing")
struct MirrorSyncTests {
    static let full =
        "allow_rewatch=yes&episode_runtime=yes&episode_watched_at=yes&extended=full&include_all_episodes=original"
        + "&memos=yes&next_watch_info=yes"
    /// The sample's newest change, and a second before it.
    private static let firstPull = [
        "GET /sync/activities", "GET /sync/all-items/shows?\(full)", "GET /sync/all-items/anime?\(full)",
        "GET /sync/all-items/movies?\(full)", "GET /users/settings", "GET /sync/playback?hide_watched=true",
        "GET /users/4711/stats",
    ]

    @Test("A19 the first sync asks for everything once, activities first; the mirror is what a full pull gives")
    func first() async throws {
        let mirror = try await SyncedMirror()
        let report = try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.requests.prefix(7) == Self.firstPull[...])
        #expect(mirror.requests.dropFirst(7).allSatisfy { $0.hasPrefix("GET /ratings/") })
        #expect(mirror.requests.count == 10)
        #expect(mirror.simkl.violations == [])
        #expect(try mirror.differences() == [])
        #expect(report.pulled == [.shows: 16, .anime: 8, .movies: 16])
        #expect(report.leftOut == [] && report.trouble == nil)
    }

    @Test("A19 nothing new is exactly one request, and the mirror stays as it is to the byte")
    func nothingNew() async throws {
        let mirror = try await SyncedMirror()
        try await mirror.sync()
        let before = try mirror.contents()
        mirror.clock.advance(by: .seconds(3600))
        let report = try await mirror.sync()
        #expect(mirror.requests == ["GET /sync/activities"])
        #expect(mirror.files == [])
        #expect(try mirror.contents() == before)
        #expect(!report.hasNews)
    }

    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let asks: [String]
        let change: @Sendable (inout LoopbackAccount) -> Void
    }

    private static let items = "GET /sync/all-items?" + full.replacing("&episode_r", with: "&date_from=DATE&episode_r")
    private static let ratings = "GET /sync/ratings?date_from=DATE"

    private static func crowd(_ kind: String, _ list: String) -> String {
        "GET /ratings/\(kind)?fields=simkl,ext,rank,release_status,year&user_watchlist=\(list)"
    }

    @Test(
        "a change is fetched with the requests that it needs, and the mirror is what a full pull gives",
        arguments: [
            Change(testDescription: "an episode is watched", asks: [items]) {
                $0.watch($0.ids(.shows, status: "watching")[0], episode: 6)
            },
            Change(testDescription: "a film is watched", asks: [items]) { $0.watch($0.ids(.movies, status: "plantowatch")[0]) },
            Change(testDescription: "an episode is not watched after all", asks: [items]) {
                $0.unwatch($0.ids(.anime, status: "completed")[0], episode: 1)
            },
            Change(testDescription: "a new episode airs", asks: [items]) {
                $0.airEpisode(of: $0.ids(.shows, status: "watching")[0])
            },
            Change(testDescription: "a title is put on another list", asks: [items]) {
                $0.move($0.ids(.anime, status: "watching")[0], to: "dropped")
            },
            Change(testDescription: "a title is added", asks: [items, crowd("tv", "plantowatch")]) {
                $0.move(1041, to: "plantowatch")
            },
            Change(testDescription: "a note is written", asks: [items]) {
                $0.note($0.ids(.shows)[0], "New note", isPrivate: true)
            },
            Change(testDescription: "a title is rated", asks: [ratings]) { $0.rate($0.ids(.shows, status: "completed")[0], 3) },
            Change(testDescription: "a rating is removed", asks: [ratings]) {
                let rated = $0.ids(.movies, status: "completed")
                for id in rated { $0.unrate(id) }
            },
            Change(testDescription: "a planned title is rated, which moves it and its list's date", asks: [items, ratings]) {
                $0.rate($0.ids(.movies, status: "plantowatch")[0], 9)
            },
            Change(testDescription: "a planned title is rated, which moves it without a date", asks: [ratings, items]) {
                $0.ratingMovesListDates = false
                $0.rate($0.ids(.shows, status: "plantowatch")[0], 9)
            },
            Change(
                testDescription: "a title that the mirror has never seen is rated",
                asks: [ratings, items, crowd("movies", "completed")]
            ) {
                $0.ratingMovesListDates = false
                $0.rate(1043, 9)
            },
            Change(testDescription: "a title is removed", asks: ["GET /sync/all-items/shows?extended=simkl_ids_only"]) {
                $0.remove($0.ids(.shows)[3])
            },
            Change(testDescription: "titles of two kinds are removed", asks: ["GET /sync/all-items?extended=simkl_ids_only"]) {
                $0.remove($0.ids(.shows)[3])
                $0.remove($0.ids(.movies)[3])
            },
            Change(
                testDescription: "a show becomes an anime",
                asks: [items, "GET /sync/all-items/shows?extended=simkl_ids_only", crowd("anime", "watching")]
            ) { $0.reclassify($0.ids(.shows)[2], to: .anime) },
            Change(testDescription: "the settings change", asks: ["GET /users/settings"]) {
                $0.changeSettings { $0["user"]?["name"] = "New name" }
            },
            Change(testDescription: "something is paused", asks: ["GET /sync/playback?hide_watched=true"]) {
                $0.pause($0.ids(.movies)[0], progress: 12)
            },
            Change(
                testDescription: "everything at once",
                asks: [
                    "GET /users/settings", items, ratings, "GET /sync/all-items/anime?extended=simkl_ids_only",
                    "GET /sync/playback?hide_watched=true",
                ]
            ) {
                $0.watch($0.ids(.shows, status: "watching")[0], episode: 7)
                $0.rate($0.ids(.movies)[4], 2)
                $0.remove($0.ids(.anime)[1])
                $0.changeSettings { $0["user"]?["name"] = "Other" }
                $0.pause($0.ids(.shows)[0], progress: 50, episode: 3)
            },
        ])
    func changes(_ test: Change) async throws {
        let mirror = try await SyncedMirror()
        try await mirror.sync(SyncedMirror.libraryOnly)
        let known = try #require(Snapshot(Data(contentsOf: URL(filePath: "\(mirror.folder.path)/activities.json"))))
        mirror.simkl.change(test.change)
        try await mirror.sync(SyncedMirror.libraryOnly)
        let date = try #require(known.dateFrom).replacing(":", with: ":")
        #expect(mirror.requests == ["GET /sync/activities"] + test.asks.map { $0.replacing("DATE", with: date) })
        #expect(try mirror.differences() == [])
        #expect(mirror.simkl.violations == [])
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.requests == ["GET /sync/activities"])
    }

    @Test("a long life of changes, synced now and then, ends with the mirror of a full pull", arguments: [1, 2, 3, 4])
    func life(seed: UInt64) async throws {
        let mirror = try await SyncedMirror { $0.ratingMovesListDates = seed % 2 == 0 }
        try await mirror.sync(SyncedMirror.libraryOnly)
        var random = SplitMix(seed: seed)
        for _ in 0..<25 {
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let roll = (0..<3).map { _ in Int.random(in: 0..<1_000_000, using: &random) }
                mirror.simkl.change { account in
                    let ids = account.ids()
                    let id = ids[roll[1] % ids.count]
                    switch roll[0] % 9 {
                    case 0, 1: account.watch(id, episode: roll[2] % 12 + 1)
                    case 2: account.rate(id, roll[2] % 10 + 1)
                    case 3: account.unrate(id)
                    case 4: account.remove(id)
                    case 5: account.move(1001 + roll[2] % 43, to: ["plantowatch", "completed", "dropped"][roll[1] % 3])
                    // Elsewhere a new episode moves no date, and only the catalogue tells.
                    case 6: account.airEpisode(of: account.ids(.shows, status: "watching").first ?? 0)
                    case 7: account.note(id, "Note \(roll[2])")
                    default: account.rate(1001 + roll[2] % 43, roll[1] % 10 + 1)
                    }
                }
            }
            mirror.clock.advance(by: .seconds(80_000))
            try await mirror.sync(SyncedMirror.libraryOnly)
            let differences = try mirror.differences()
            try #require(differences == [], "\(mirror.requests)")
        }
    }
}
