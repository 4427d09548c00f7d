import Foundation
import TestSupport
import Testing

/// What is sent, to the last member, and what the mirror has then. Of the sample, 1006 is a show that is being watched, 1007 an anime,
/// 1008 a film that was watched with a private note, 1016 a show on hold with one, 1003 a film that is planned, 1012 an anime that was
/// completed, and 1023 a film on no list.
struct RequestBodyTests {
    /// The mirror as it is, and as a complete pull into an empty folder makes it: the library, and what is paused.
    private func isWhole(_ owner: Owner) async throws -> Bool {
        let folder = UUID().uuidString
        let pulled = try await owner.run("sync", "--details", "0", "--data", folder)
        #expect(pulled.code == 0, "\(pulled.errors)")
        let paused = try JSON(Data(contentsOf: URL(filePath: "\(owner.folder)/\(folder)/playback.json")))
        return try owner.isMirrorTrue() && owner.mirrored("playback.json") == paused && owner.simkl.violations.isEmpty
    }

    /// An entry's plays in the form of a show's history.
    private func seasons(_ item: JSON) -> JSON {
        .array(
            (item["seasons"]?.elements ?? []).map { season in
                ["number": season["number"] ?? .null, "episodes": .array(season["episodes"]?.elements.map(play) ?? [])]
            })
    }

    private func play(_ episode: JSON) -> JSON {
        ["number": episode["number"] ?? .null, "watched_at": episode["watched_at"] ?? .null]
    }

    @Test("a note goes with the list and one play that are there already, so that Simkl marks nothing as watched")
    func note() async throws {
        let memo: JSON = ["text": "Zoë's \"own\"", "is_private": true]
        let bodies: [(id: Int, key: String, more: (JSON) -> [String: JSON])] = [
            (1003, "movies", { _ in ["status": "plantowatch"] }),
            (1008, "movies", { ["watched_at": $0["last_watched_at"] ?? .null] }),
            (
                1006, "shows",
                { item in
                    let first = item["seasons"]?[0]?["episodes"]?[0] ?? .null
                    return ["status": "watching", "seasons": [["number": 1, "episodes": [play(first)]]]]
                }
            ),
            (1007, "shows", { ["status": "watching", "episodes": [play($0["seasons"]?[0]?["episodes"]?[0] ?? .null)]] }),
            (1012, "shows", { ["episodes": [play($0["seasons"]?[0]?["episodes"]?[0] ?? .null)]] }),
        ]
        for (id, key, more) in bodies {
            let owner = try await Owner.synced()
            let title: [String: JSON] = ["ids": ["simkl": .int(id)], "memo": memo]
            let body: JSON = .object(title.merging(more(try owner.item(id))) { $1 })
            let result = try await owner.run("note", "\(id)", "Zoë's \"own\"", "--yes")
            #expect(result.code == 0, "\(result.errors)")
            #expect(
                owner.writes == [
                    "/sync/history": ["movies": key == "movies" ? [body] : [], "shows": key == "shows" ? [body] : []]
                ])
            #expect(try await isWhole(owner))
        }
    }

    @Test("a note is public where that is said, and taken back as an empty one")
    func otherNotes() async throws {
        let owner = try await Owner.synced()
        #expect(try await owner.run("note", "1003", "Soon", "--public", "--yes").code == 0)
        let planned: [String: JSON] = ["ids": ["simkl": 1003], "status": "plantowatch"]
        func body(_ memo: JSON) -> JSON { ["movies": [.object(planned.merging(["memo": memo]) { $1 })], "shows": []] }
        #expect(owner.writes == ["/sync/history": body(["text": "Soon", "is_private": false])])
        owner.simkl.clearLog()
        #expect(try await owner.run("note", "1003", "", "--yes").code == 0)
        #expect(owner.writes == ["/sync/history": body(["text": "", "is_private": true])])
        #expect(try await isWhole(owner))
    }

    /// What the history is sent of an entry that is put back.
    private func entry(_ item: JSON, _ more: [String: JSON]) -> JSON {
        let media = item["show"] ?? item["movie"]
        var entry: [String: JSON] = [
            "ids": ["simkl": media?["ids"]?["simkl"] ?? .null], "title": media?["title"] ?? .null,
            "year": media?["year"] ?? .null,
            "added_at": item["added_to_watchlist_at"] ?? .null, "status": item["status"] ?? .null,
        ]
        if let memo = item["memo"], memo != [:] { entry["memo"] = memo }
        return .object(entry.merging(more) { $1 })
    }

    private func rating(_ item: JSON) -> JSON {
        let ids: JSON = ["simkl": item["show"]?["ids"]?["simkl"] ?? .null]
        return ["ids": ids, "rating": item["user_rating"] ?? .null, "rated_at": item["user_rated_at"] ?? .null]
    }

    private func run(_ command: String, _ owner: Owner) async throws -> Program.Result {
        owner.simkl.clearLog()
        let arguments = [command, "1006", "1007", "1008", "1016", "--yes"]
        return try await Program.run(arguments, environment: owner.environment, in: owner.folder)
    }

    @Test("titles are removed by their ids alone, all in one write; what is put back has its plays, list, day, note and rating")
    func removedAndRestored() async throws {
        let owner = try await Owner.synced()
        let (show, anime) = (try owner.item(1006), try owner.item(1007))
        let (film, held) = (try owner.item(1008), try owner.item(1016))
        let removed = try await run("remove", owner)
        #expect(removed.code == 0, "\(removed.errors)")
        let shows: JSON = [["ids": ["simkl": 1006]], ["ids": ["simkl": 1007]], ["ids": ["simkl": 1016]]]
        #expect(owner.writes == ["/sync/history/remove": ["movies": [["ids": ["simkl": 1008]]], "shows": shows]])
        #expect(try await isWhole(owner))
        let restored = try await run("restore", owner)
        #expect(restored.code == 0, "\(restored.errors)")
        let history: JSON = [
            "movies": [entry(film, ["watched_at": film["last_watched_at"] ?? .null])],
            "shows": [
                entry(show, ["seasons": seasons(show)]), entry(anime, ["episodes": seasons(anime)[0]?["episodes"] ?? .null]),
                entry(held, ["seasons": seasons(held)]),
            ],
        ]
        #expect(
            owner.writes == [
                "/sync/history": history,
                "/sync/add-to-list": ["movies": [], "shows": [["ids": ["simkl": 1016], "to": "hold"]]],
                "/sync/ratings": ["movies": [], "shows": [rating(show), rating(anime), rating(held)]],
            ])
        #expect(try await isWhole(owner))
    }

    @Test(
        "after rating, also of what was on no list, after taking it back and after a pause is forgotten, the mirror is a full pull's"
    )
    func mirror() async throws {
        let owner = try await Owner.synced()
        let rated = try await owner.run("rate", "1003", "7", "1023", "6", "1006", "1", "1007", "10", "--yes")
        #expect(rated.code == 0, "\(rated.errors)")
        #expect(
            owner.writes == [
                "/sync/ratings": [
                    "movies": [["ids": ["simkl": 1003], "rating": 7], ["ids": ["simkl": 1023], "rating": 6]],
                    "shows": [["ids": ["simkl": 1006], "rating": 1], ["ids": ["simkl": 1007], "rating": 10]],
                ]
            ])
        #expect(try await isWhole(owner))
        owner.simkl.clearLog()
        let unrated = try await owner.run("unrate", "1003", "1006", "--yes")
        #expect(unrated.code == 0, "\(unrated.errors)")
        #expect(
            owner.writes == ["/sync/ratings/remove": ["movies": [["ids": ["simkl": 1003]]], "shows": [["ids": ["simkl": 1006]]]]])
        #expect(try owner.mirroredRating(1003, in: .movies) == nil && owner.mirroredRating(1006, in: .shows) == nil)
        #expect(try await isWhole(owner))
        owner.simkl.clearLog()
        owner.simkl.change { $0.pause(1005, progress: 20) }
        let forgotten = try await owner.run("forget", "1006", "--yes")
        #expect(forgotten.code == 0, "\(forgotten.errors)")
        #expect(owner.writes.isEmpty && owner.requests.contains("DELETE /sync/playback/9000000"))
        #expect(try owner.mirrored("playback.json").elements.map { $0["movie"]?["ids"]?["simkl"]?.int } == [1005])
        #expect(try await isWhole(owner))
    }
}
