import Foundation
import TestSupport
import Testing

struct EndpointTests {
    @Test(
        "odd questions get Simkl's odd answers",
        arguments: [
            ("/tv/999999", "[]"), ("/tv/episodes/999999", "[]"), ("/search/series?q=a", "null"), ("/ratings/tv", "null"),
            ("/users/recently-watched-background/1", "null"), ("/changes?date_from=2026-01-01T00:00:00Z", "{}"),
            ("/sync/ratings/movies/11", "{}"), ("/sync/all-items/movies/hold", "{}"),
        ])
    func oddities(path: String, answer: String) async throws {
        let caller = try await Caller.signedIn()
        let reply = try await caller.get(path)
        #expect(reply.status == 200)
        #expect(String(decoding: reply.data, as: UTF8.self) == answer)
    }

    @Test(
        "what is not there is refused by its name",
        arguments: [("/users/0/stats", "user_id_failed"), ("/sync/playback/shows", "url_failed"), ("/nothing", "url_failed")])
    func refusals(path: String, error: String) async throws {
        let reply = try await Caller.signedIn().get(path)
        #expect(reply.status == 404)
        #expect(reply.json?["error"]?.string == error)
    }

    @Test("the catalogue and the account's other pages tell of the same titles")
    func catalogue() async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.changeOptions { $0.enforcesRate = false }
        let account = caller.simkl.account
        let show = try #require(account.ids(.shows, status: "watching").first)
        #expect(try await caller.get("/tv/\(show)").json?["ids"]?["simkl"]?.int == show)
        let episodes = try await caller.get("/tv/episodes/\(show)").json?.elements
        #expect(episodes?.filter { $0["episode"] != nil }.count == account.item(show)?["total_episodes_count"]?.int)
        let crowd = try await caller.get("/ratings/tv?user_watchlist=watching").json?.elements
        #expect(crowd?.compactMap { $0["id"]?.int } == account.ids(.shows, status: "watching"))
        let stats = try await caller.get("/users/\(account.id)/stats").json
        #expect(stats?["movies"]?["completed"]?["count"]?.int == account.ids(.movies, status: "completed").count)
        let found = try await caller.get("/search/id?simkl=\(show)").json
        #expect(found?[0]?["ids"]?["simkl_id"]?.int == show)
        let tmdb = try #require(account.item(show)?["show"]?["ids"]?["tmdb"]?.string)
        #expect(try await caller.get("/search/id?tmdb=\(tmdb)&type=show").json?.elements.count == 1)
        for type in ["", "&type=movie"] { #expect(try await caller.get("/search/id?tmdb=\(tmdb)\(type)").json == []) }
    }

    @Test("a pause is listed, deleted once, and stamped")
    func playback() async throws {
        let caller = try await Caller.signedIn()
        let before = try await caller.get("/sync/activities").json?["tv_shows"]?["playback"]
        let session = try #require(try await caller.get("/sync/playback/episodes").json?[0]?["id"]?.int)
        let address = "\(caller.simkl.apiURL)/sync/playback/\(session)"
        #expect(try await caller.send("DELETE", address).status == 204)
        #expect(try await caller.get("/sync/playback").json == [])
        #expect(try await caller.get("/sync/activities").json?["tv_shows"]?["playback"] != before)
    }

    @Test("history written and removed moves a title between lists")
    func history() async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.changeOptions { $0.enforcesRate = false }
        let show = try #require(caller.simkl.account.ids(.shows, status: "plantowatch").first)
        let ids: JSON = ["simkl": .int(show)]
        let episode: JSON = ["number": 1, "watched_at": "2026-10-01T20:00:00Z"]
        let added = try await caller.post(
            "/sync/history", ["shows": [["ids": ids, "seasons": [["number": 1, "episodes": [episode]]]]]])
        #expect(added.json?["added"]?["episodes"] == 1)
        #expect(caller.simkl.account.item(show)?["status"] == "watching")
        #expect(caller.simkl.account.item(show)?["next_to_watch"] == "S01E02")
        let removed = try await caller.post("/sync/history/remove", ["shows": [["ids": ids]]])
        #expect(removed.json?["deleted"]?["shows"] == 1)
        #expect(!caller.simkl.account.ids().contains(show))
        let back = try await caller.post("/sync/add-to-list", ["shows": [["ids": ids, "to": "hold"]]])
        #expect(back.json?["added"]?["shows"]?[0]?["to"] == "hold")
        #expect(caller.simkl.account.item(show)?["seasons"]?.elements.count == 1)
    }
}
