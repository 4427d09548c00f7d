import Foundation
import TestSupport
import Testing

/// `foyer add`, `note`, `remove`, `restore` and `forget`.
struct ListTests {
    @Test("add puts titles on a list, in one write; what is there already is not sent")
    func add() async throws {
        let owner = try await Owner.synced()
        let result = try await owner.run("add", "1006", "1007", "1023", "1003", "--to", "plan", "--yes")
        #expect(result.code == 0, "\(result.errors)")
        #expect(
            owner.writes == [
                "/sync/add-to-list": [
                    "movies": [["ids": ["simkl": 1023], "to": "plantowatch"]],
                    "shows": [
                        ["ids": ["simkl": 1006], "to": "plantowatch"], ["ids": ["simkl": 1007], "to": "plantowatch"],
                    ],
                ]
            ])
        #expect(result.output.contains("[REC] (2006), show: move from “watching” to “plantowatch”"), "\(result.output)")
        #expect(result.output.contains("film: add to “plantowatch”"), "\(result.output)")
        #expect(result.output.contains("WALL·E (2003), film: is on “plantowatch” already"), "\(result.output)")
        #expect(try owner.isMirrorTrue())
    }

    @Test("what Simkl makes of a list is told before where it is known, and after: a show that still runs is not completed")
    func downgrade() async throws {
        let owner = try await Owner.synced()
        let result = try await owner.run("move", "1006", "--to", "completed", "--yes")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("to “completed”; it still runs, so Simkl will put it on “watching”"), "\(result.output)")
        #expect(result.output.contains("on the list “watching” instead of “completed”."), "\(result.output)")
        #expect(try owner.item(1006)["status"] == "watching")
        let held = try await owner.run("move", "1016", "--to", "completed", "--yes")
        #expect(held.code == 0 && held.output.contains("to “completed”"), "\(held.output)\(held.errors)")
    }

    @Test("a film cannot be on hold or being watched: 64, and nothing is sent", arguments: ["hold", "watching"])
    func films(list: String) async throws {
        let owner = try await Owner.synced()
        let result = try await owner.run("add", "1003", "--to", list, "--yes")
        #expect(result.code == 64 && result.errors.contains("plan, completed and dropped"), "\(result.errors)")
        #expect(owner.writes.isEmpty)
    }

    @Test("a note is private unless said otherwise, and changes nothing else of a title")
    func note() async throws {
        for id in [1003, 1006, 1007, 1008, 1012, 1016] {
            let owner = try await Owner.synced()
            let before = try owner.item(id)
            let result = try await owner.run("note", "\(id)", "Seen at Zoë's", "--yes")
            #expect(result.code == 0, "\(result.errors)")
            var after = try owner.item(id)
            #expect(after["memo"] == ["text": "Seen at Zoë's", "is_private": true])
            after["memo"] = before["memo"]
            #expect(after == before, "\(id)")
            #expect(try owner.isMirrorTrue())
        }
    }

    @Test("a public note, the same once more, and none")
    func publicNote() async throws {
        let owner = try await Owner.synced()
        #expect(try await owner.run("note", "1003", "Once more", "--public", "--yes").code == 0)
        #expect(try owner.item(1003)["memo"] == ["text": "Once more", "is_private": false])
        owner.simkl.clearLog()
        let same = try await owner.run("note", "1003", "Once more", "--public", "--yes")
        #expect(same.output.hasSuffix("has this note already\n") && owner.writes.isEmpty, "\(same.output)")
        #expect(try await owner.run("note", "1003", "", "--yes").output.contains("take back the note “Once more”"))
        #expect(try owner.item(1003)["memo"] == [:])
        let none = try await owner.run("note", "1023", "x", "--yes")
        #expect(none.code == 65 && none.errors.contains("foyer add"), "\(none.errors)")
        let long = try await owner.run("note", "1003", String(repeating: "ü", count: 141), "--yes")
        #expect(long.code == 64 && long.errors.contains("140"), "\(long.errors)")
    }

    @Test("what is removed is kept, and put back as it was", arguments: [1006, 1007, 1008, 1011, 1016, 1003, 1013])
    func restore(id: Int) async throws {
        let owner = try await Owner.synced { account in
            account.rate(id, 8, at: Date(timeIntervalSince1970: 1_780_000_000))
            account.note(id, "Mine", isPrivate: true)
        }
        let before = try owner.item(id)
        let removed = try await owner.run("remove", "\(id)", "--yes")
        #expect(removed.code == 0, "\(removed.errors)")
        #expect(removed.output.contains("the rating 8, the note “Mine”"), "\(removed.output)")
        #expect(removed.errors.contains("note: foyer restore \(id) puts "), "\(removed.errors)")
        #expect(!removed.errors.contains("sync --restore"), "\(removed.errors)")
        #expect(try owner.item(id)["status"] == nil && owner.isMirrorTrue())
        let list = try await owner.run("restore")
        #expect(list.output.contains("the rating 8, the note “Mine”"), "\(list.output)")
        owner.simkl.clearLog()
        let result = try await owner.run("restore", "\(id)", "--yes")
        #expect(result.code == 0, "\(result.errors)")
        let after = try owner.item(id)
        for member in ["status", "user_rating", "user_rated_at", "memo", "seasons", "watched_episodes_count", "last_watched_at"] {
            // A film that is counted as watched without a date has a date that says so.
            let wanted = id == 1003 && member == "last_watched_at" ? "1970-01-01T00:00:01Z" : before[member]
            #expect(after[member] == wanted, "\(member)")
        }
        #expect(try owner.isMirrorTrue())
        #expect(try await owner.run("restore").output == ".foyer: nothing has been removed.\n")
        let again = try await owner.run("restore", "\(id)", "--yes")
        #expect(again.code == 0 && again.output.contains("is in the library, on"), "\(again.output)\(again.errors)")
    }

    @Test("what else is gone from the library by then is told beside what was removed, and --json has the way back")
    func removedElsewhere() async throws {
        let owner = try await Owner.synced()
        let gate = LoopbackGate()
        owner.simkl.fail(.path("/sync/history/remove"), times: 1, with: .held(by: gate))
        async let removing = owner.run("remove", "1006", "--yes")
        try await until { owner.simkl.log.contains { $0.path == "/sync/history/remove" } }
        owner.simkl.change { $0.remove(1013) }
        gate.open()
        let removed = try await removing
        #expect(removed.code == 0 && removed.output.contains("2 removed"), "\(removed.output)\(removed.errors)")
        #expect(removed.errors.contains("foyer sync --restore puts it back.\nnote: foyer restore 1006"), "\(removed.errors)")
        let quiet = try await owner.run("remove", "1007", "--yes", "--json")
        let change = try JSON(Data(quiet.output.utf8))["changes"]?[0]
        #expect(change?["hint"] == "foyer restore 1007 puts 9-1-1 (2007) back.", "\(quiet.output)")
        #expect(quiet.errors == "9-1-1 (2007), anime: \(change?["change"]?.string ?? "")\n")
    }

    @Test("without --yes, and nobody to type the name, nothing is removed: 64")
    func unasked() async throws {
        let owner = try await Owner.synced()
        let result = try await owner.run("remove", "1006")
        #expect(result.code == 64 && result.output.contains("remove from “watching”, and with it"), "\(result.output)")
        #expect(owner.simkl.log.isEmpty)
        let restored = try await owner.run("restore", "1006", "--yes")
        #expect(restored.code == 0 && restored.output.hasSuffix("is in the library, on “watching”\n"), "\(restored.output)")
    }

    @Test("a copy is kept before anything is sent: where that cannot be done, nothing is")
    func copy() async throws {
        let owner = try await Owner.synced()
        try owner.scratch.write("in the way", to: "work/.foyer/state/removed")
        let result = try await owner.run("remove", "1006", "--yes")
        #expect(result.code == 73, "\(result.errors)")
        #expect(owner.writes.isEmpty)
    }

    @Test("forget drops a pause; without a title it lists them")
    func forget() async throws {
        let owner = try await Owner.synced()
        let show = try #require(owner.simkl.account.ids(.shows, status: "watching").first)
        let list = try await owner.run("forget")
        #expect(list.output == "[REC] (2006) S01E05: 42 %\n" && owner.simkl.log.isEmpty, "\(list.output)\(list.errors)")
        let result = try await owner.run("forget", "\(show)", "--yes")
        #expect(
            result.code == 0 && result.output.contains("forget the pause of S01E05 at 42 %"), "\(result.output)\(result.errors)")
        #expect(owner.requests.contains("DELETE /sync/playback/9000000"))
        #expect(try owner.mirrored("playback.json") == [])
        let none = try await owner.run("forget", "\(show)", "--yes")
        #expect(none.code == 0 && none.output.hasSuffix("is not paused\n"), "\(none.output)\(none.errors)")
        #expect(try await owner.run("forget", "No such title", "--yes").code == 65)
        let kept = try await owner.run("restore", "\(show)", "--yes")
        #expect(kept.code == 0 && kept.output.contains("is in the library, on “watching”"), "\(kept.output)\(kept.errors)")
    }

    @Test("what was paused and has been watched since is listed nowhere")
    func staleForget() async throws {
        let owner = try await Owner.synced()
        #expect(try await owner.run("forget").output.contains("S01E05"))
        owner.simkl.change { $0.watch(1006, season: 1, episode: 5, at: Date(timeIntervalSince1970: 1_795_000_000)) }
        #expect(try await owner.run("sync", "--details", "0").code == 0)
        let list = try await owner.run("forget")
        #expect(list.output == ".foyer: nothing is paused.\n", "\(list.output)\(list.errors)")
    }

    @Test("what goes with a title is counted with all its watchings, and each is put back once")
    func rewatches() async throws {
        let owner = try await Owner.synced { $0.changeSettings { $0["account"]?["type"] = "vip" } }
        for day in ["2026-10-20", "2026-10-22"] {
            #expect(try await owner.run("watch", "1008", "--again", "--on", day, "--yes").code == 0)
        }
        for _ in 1...2 {
            let removed = try await owner.run("remove", "1008", "--yes")
            #expect(removed.code == 0 && removed.output.contains("and with it 3 plays"), "\(removed.output)\(removed.errors)")
            #expect(try await owner.run("restore").output.contains(": 3 plays"))
            // What Simkl keeps of a title that was removed is no matter here.
            owner.simkl.change { $0.forgetRewatches(of: 1008) }
            let restored = try await owner.run("restore", "1008", "--yes")
            #expect(restored.output.contains(", with 3 plays"), "\(restored.output)\(restored.errors)")
            #expect(
                restored.output.contains("Sent the history of 1 title.\nSent the history of 2 titles.\n"), "\(restored.output)")
        }
    }

    @Test(
        "each command refuses a token that may only read, a folder that is no mirror, and a mirror that cannot be written",
        arguments: [
            ["watch", "1003"], ["unwatch", "1008"], ["add", "1003", "--to", "dropped"], ["note", "1003", "x"],
            ["rate", "1003", "7"],
            ["unrate", "1008"], ["remove", "1003"], ["forget", "1006"],
        ])
    func guarded(arguments: [String]) async throws {
        let owner = try await Owner.synced()
        func run(_ more: String...) async throws -> Program.Result {
            try await Program.run(arguments + ["--yes"] + more, environment: owner.environment, in: owner.folder)
        }
        try owner.scratch.write("{}", to: "work/mine/notes.txt")
        #expect(try await run("--data", "mine").code == 65)
        try owner.signIn(scope: "media:read")
        let result = try await run()
        #expect(result.code == 77 && result.errors.contains("foyer login --write"), "\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
    }
}
