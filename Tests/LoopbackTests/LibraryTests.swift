import Foundation
import TestSupport
import Testing

struct LibraryTests {
    static let complete =
        "/sync/all-items?extended=full&episode_watched_at=yes&episode_runtime=yes&include_all_episodes=original&allow_rewatch=yes"
        + "&memos=yes&next_watch_info=yes"

    @Test("a complete pull is what the server holds")
    func pull() async throws {
        let caller = try await Caller.signedIn()
        let reply = try await caller.get(Self.complete)
        #expect(reply.status == 200)
        #expect(reply.json == caller.simkl.fullPull())
        #expect(reply.json?.members.keys.sorted() == ["anime", "movies", "shows"])
        let planned = reply.json?["shows"]?.elements.first { $0["status"] == "plantowatch" }
        #expect(planned != nil && planned?["seasons"] == nil)
        #expect(caller.simkl.violations.isEmpty)
        #expect(caller.simkl.log.map(\.status) == [200])
    }

    @Test("date_from gives what changed strictly after it, without ratings and removals")
    func delta() async throws {
        let caller = try await Caller.signedIn()
        let simkl = caller.simkl
        let before = try #require(try await caller.get("/sync/activities").json?["all"]?.string)
        #expect(try await caller.get("/sync/all-items?date_from=\(before)").json == [:])
        let show = try #require(simkl.account.ids(.shows, status: "watching").first)
        let film = try #require(simkl.account.ids(.movies, status: "completed").first)
        let gone = try #require(simkl.account.ids(.anime, status: "hold").first)
        simkl.change { account in
            account.watch(show, episode: 8)
            account.rate(film, 3)
            account.remove(gone)
        }
        let delta = try await caller.get("/sync/all-items?date_from=\(before)").json
        #expect(delta?.members.keys.sorted() == ["shows"])
        #expect(delta?["shows"]?.elements.compactMap { $0["show"]?["ids"]?["simkl"]?.int } == [show])
        let ratings = try await caller.get("/sync/ratings/movies?date_from=\(before)").json
        #expect(ratings?["movies"]?.elements.compactMap { $0["movie"]?["ids"]?["simkl"]?.int } == [film])
        #expect(ratings?["movies"]?[0]?["user_rating"] == 3)
        let activities = try await caller.get("/sync/activities").json
        #expect(activities?["tv_shows"]?["watching"]?.string ?? "" > before)
        #expect(activities?["anime"]?["removed_from_list"] == activities?["all"])
        #expect(activities?["movies"]?["watching"] == nil)
    }

    @Test("a rating that is gone is a row without a value")
    func unrated() async throws {
        let caller = try await Caller.signedIn()
        let before = try #require(try await caller.get("/sync/activities").json?["all"]?.string)
        let film = try #require(caller.simkl.account.ids(.movies, status: "completed").first)
        caller.simkl.change { $0.unrate(film) }
        let rows = try await caller.get("/sync/ratings/movies?date_from=\(before)").json?["movies"]?.elements
        #expect(rows?.map { $0["user_rating"] } == [.null])
    }

    @Test(
        "seasons come when they are asked for",
        arguments: [
            ("completed?", false), ("completed?extended=full", false), ("watching?include_all_episodes=yes", false),
            ("watching?extended=full", true), ("completed?extended=full&include_all_episodes=original", true),
            ("dropped?extended=full&include_all_episodes=yes", true),
        ])
    func seasons(query: String, present: Bool) async throws {
        let caller = try await Caller.signedIn()
        let shows = try await caller.get("/sync/all-items/shows/\(query)").json?["shows"]?.elements
        #expect(shows?.isEmpty == false)
        #expect(shows?.allSatisfy { ($0["seasons"] != nil) == present } == true)
    }

    @Test("a misspelt type is the whole library, a misspelt status every status")
    func misspelt() async throws {
        let caller = try await Caller.signedIn()
        let whole = try await caller.get("/sync/all-items").data
        #expect(try await caller.get("/sync/all-items/tv_shows").data == whole)
        let films = try await caller.get("/sync/all-items/movies").data
        #expect(try await caller.get("/sync/all-items/movies/seen").data == films)
    }

    @Test("too many titles with all their episodes are refused, by status they are not")
    func maxItems() async throws {
        var options = LoopbackOptions()
        options.maxItems = 5
        let caller = try await Caller.signedIn(options: options)
        let reply = try await caller.get("/sync/all-items/shows?extended=full&include_all_episodes=yes")
        #expect(reply.status == 400)
        #expect(reply.json?["error"] == "max_items")
        #expect(try await caller.get("/sync/all-items/shows/hold?extended=full&include_all_episodes=yes").status == 200)
    }

    @Test("a rating written is filed, counted and stamped")
    func rate() async throws {
        let caller = try await Caller.signedIn()
        let planned = try #require(caller.simkl.account.ids(.movies, status: "plantowatch").first)
        let reply = try await caller.post(
            "/sync/ratings", ["movies": [["rating": 8, "ids": ["simkl": .int(planned)]], ["rating": 8, "ids": ["simkl": 1]]]])
        #expect(reply.status == 201)
        #expect(reply.json?["added"]?["movies"] == 1)
        #expect(reply.json?["not_found"]?["movies"]?.elements.count == 1)
        let item = caller.simkl.account.item(planned)
        #expect(item?["user_rating"] == 8)
        #expect(item?["status"] == "completed")
    }

    @Test("a folder of plain files is served as it is")
    func folder() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "loopback-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let pull = LoopbackAccount.sample(titles: 20).fullPull()
        try pull.data.write(to: folder.appending(path: "all-items.json"))
        let account = try LoopbackAccount(folder: folder.path)
        let stripped = { (json: JSON) in
            json.members.mapValues { $0.elements.map { $0.members.filter { $0.key != "next_to_watch_info" } } }
        }
        #expect(stripped(account.fullPull()) == stripped(pull))
    }
}
