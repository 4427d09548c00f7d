import Foundation
import TestSupport
import Testing

/// `foyer watch` and `foyer unwatch`. Of the sample, 1006 is a show that is being watched, 1007 an anime, 1008 a film that was
/// watched, and 1003 one that is planned.
struct WatchTests {
    /// A day that is over, whatever the clock says.
    private static let day = "2026-10-20"
    private static let midnight = "2026-10-20T00:00:00Z"

    @Test("an episode of a show goes in its season, an anime's in the title, a film by itself: one write, then one sync")
    func forms() async throws {
        let owner = try await Owner.synced()
        let result = try await owner.run(
            "watch", "1006", "S01E07", "s2e1-e02", "1007", "E14", "1003", "--on", Self.day, "--yes")
        #expect(result.code == 0, "\(result.errors)")
        #expect(
            owner.writes == [
                "/sync/history": [
                    "movies": [["ids": ["simkl": 1003], "watched_at": .string(Self.midnight)]],
                    "shows": [
                        [
                            "ids": ["simkl": 1006],
                            "seasons": [
                                ["number": 1, "episodes": [["number": 7, "watched_at": .string(Self.midnight)]]],
                                [
                                    "number": 2,
                                    "episodes": [
                                        ["number": 1, "watched_at": .string(Self.midnight)],
                                        ["number": 2, "watched_at": .string(Self.midnight)],
                                    ],
                                ],
                            ],
                        ],
                        ["ids": ["simkl": 1007], "episodes": [["number": 14, "watched_at": .string(Self.midnight)]]],
                    ],
                ]
            ])
        #expect(result.output.contains("[REC] (2006), show: watch S01E07, S02E01–E02 on 2026-10-20"), "\(result.output)")
        #expect(result.output.contains("9-1-1 (2007), anime: watch E14 on 2026-10-20"), "\(result.output)")
        #expect(result.output.contains("Sent the history of 3 titles."), "\(result.output)")
        #expect(result.output.contains("Simkl put WALL·E (2003) on the list “completed”."), "\(result.output)")
        #expect(owner.requests.prefix(3) == ["GET /sync/activities", "POST /sync/history", "GET /sync/activities"])
        #expect(try owner.isMirrorTrue())
        #expect(owner.simkl.violations.isEmpty)
    }

    @Test("--next is what the library says comes next; after the last there is nothing, and nothing is sent")
    func next() async throws {
        let owner = try await Owner.synced()
        let next = try #require(try owner.item(1007)["next_to_watch"]?.string)
        let result = try await owner.run("watch", "1007", "--next", "--yes")
        #expect(result.code == 0 && result.output.contains("watch \(next) now"), "\(result.output)\(result.errors)")
        #expect(try owner.item(1007)["last_watched"]?.string == next)
        owner.simkl.clearLog()
        let none = try await owner.run("watch", "1012", "--next", "--yes")
        #expect(none.code == 0 && none.output.hasSuffix("nothing is next: all that has aired is watched\n"), "\(none.output)")
        #expect(owner.requests == ["GET /sync/activities"])
    }

    @Test("what somebody watched elsewhere in the meantime is not marked twice")
    func behind() async throws {
        let owner = try await Owner.synced()
        let next = try #require(try owner.item(1007)["next_to_watch"]?.string)
        let number = try #require(Int(next.dropFirst()))
        owner.simkl.change { $0.watch(1007, episode: number) }
        let result = try await owner.run("watch", "1007", "--next", "--yes")
        #expect(result.code == 0, "\(result.errors)")
        #expect(try owner.item(1007)["last_watched"]?.string == "E" + (number < 9 ? "0" : "") + "\(number + 1)")
    }

    @Test("the same play is not sent twice within its own length; later it is watched already")
    func twice() async throws {
        let owner = try await Owner.synced()
        #expect(try await owner.run("watch", "1006", "S01E08", "--at", "2026-10-20T20:00:00Z", "--yes").code == 0)
        owner.simkl.clearLog()
        let near = try await owner.run("watch", "1006", "S01E08", "--at", "2026-10-20T20:10:00Z", "--yes")
        #expect(
            near.output.hasSuffix("show: S01E08 was watched at 2026-10-20 22:00 already, less than its own length away\n"),
            "\(near.output)")
        let later = try await owner.run("watch", "1006", "S01E08", "1008", "--yes")
        #expect(later.output.contains("S01E08 was watched at 2026-10-20 22:00 already (--again for another watching)"))
        #expect(owner.writes.isEmpty && near.code == 0 && later.code == 0, "\(later.errors)")
        #expect(owner.requests == ["GET /sync/activities", "GET /sync/activities"])
    }

    @Test("another watching is sent as one for accounts that have them, and refused for others: 64")
    func again() async throws {
        let owner = try await Owner.synced()
        let refused = try await owner.run("watch", "1008", "--again", "--yes")
        #expect(refused.code == 64 && refused.errors.contains("PRO and VIP"), "\(refused.errors)")
        #expect(owner.writes.isEmpty)
        let paying = try await Owner.synced { $0.changeSettings { $0["account"]?["type"] = "vip" } }
        let result = try await paying.run("watch", "1008", "--again", "--on", Self.day, "--yes")
        #expect(result.code == 0 && result.output.contains("watch again on 2026-10-20"), "\(result.output)\(result.errors)")
        #expect(paying.requests.contains("POST /sync/history?allow_rewatch=yes"))
        #expect(paying.writes["/sync/history"]?["movies"]?[0]?["is_rewatch"] == true)
        #expect(try paying.isMirrorTrue())
    }

    @Test(
        "times are those of the owner's zone, also around a change of the clocks; days and unknown times are sent as Simkl keeps them",
        arguments: [
            (["--at", "2026-10-20 21:30"], "2026-10-20T19:30:00Z"), (["--at", "2026-10-20T21:30:15"], "2026-10-20T19:30:15Z"),
            (["--at", "2026-10-20T21:30:00+09:00"], "2026-10-20T12:30:00Z"),
            (["--at", "2026-10-25 12:00"], "2026-10-25T11:00:00Z"),
            (["--at", "2026-10-24 12:00"], "2026-10-24T10:00:00Z"), (["--on", "2025-12-31"], "2025-12-31T00:00:00Z"),
            (["--undated"], "1970-01-01T00:00:01Z"),
        ])
    func times(arguments: [String], sent: String) async throws {
        let owner = try await Owner.synced()
        let result = try await Program.run(
            ["watch", "1003", "--yes"] + arguments, environment: owner.environment, in: owner.folder)
        #expect(result.code == 0, "\(result.errors)")
        #expect(owner.writes["/sync/history"]?["movies"]?[0]?["watched_at"]?.string == sent)
        #expect(try owner.isMirrorTrue())
    }

    @Test("the time zone of foyer.yaml goes before the account's")
    func zone() async throws {
        let owner = try await Owner.synced()
        try owner.scratch.write("time_zone: America/New_York\n", to: "work/foyer.yaml")
        #expect(try await owner.run("watch", "1003", "--at", "2026-10-20 21:30", "--yes").code == 0)
        #expect(owner.writes["/sync/history"]?["movies"]?[0]?["watched_at"] == "2026-10-21T01:30:00Z")
    }

    @Test("a play without a date gets one; a season and all are sent episode by episode, without what is watched")
    func rest() async throws {
        let owner = try await Owner.synced { account in
            account.watch(1006, season: 1, episode: 1, at: Date(timeIntervalSince1970: 1))
        }
        let dated = try await owner.run("watch", "1006", "S01E01", "--on", Self.day, "--yes")
        #expect(dated.code == 0, "\(dated.errors)")
        #expect(try owner.watchedAt(1006, 1) == Self.midnight)
        let all = try await owner.run("watch", "1006", "--all", "--undated", "--yes")
        #expect(all.code == 0, "\(all.errors)")
        let item = try owner.item(1006)
        let aired = try #require(item["total_episodes_count"]?.int) - (item["not_aired_episodes_count"]?.int ?? 0)
        #expect(item["watched_episodes_count"]?.int == aired && item["next_to_watch"] == .null)
        #expect(try owner.isMirrorTrue())
    }

    @Test(
        "what cannot be is refused before anything is sent: 64",
        arguments: [
            ["1006"], ["S01E01"], ["1003", "S01E01"], ["1007", "S02E01"], ["1006", "E03"], ["1003", "--at", "soon"],
            ["1003", "--on", "2026-02-30"], ["1003", "--on", "2999-01-01"], ["1003", "--at", "2999-01-01 10:00"],
            ["1003", "--at", "21:30", "--undated"], ["1006", "--next", "--all"], ["1006", "S01E03-E02"], ["1006", "s01e0"],
            ["1006", "S-1E02"], ["1006", "S1E5-S1E7"],
            ["1006", "--next", "--data", ""], ["1006", "--next", "--data="], ["1003", "1003"], ["1003", "simkl:1003"], [" "],
            [],
        ])
    func refused(arguments: [String]) async throws {
        let owner = try await Owner.synced()
        let result = try await Program.run(["watch", "--yes"] + arguments, environment: owner.environment, in: owner.folder)
        #expect(result.code == 64, "\(result.output)\(result.errors)")
        #expect(owner.writes.isEmpty)
    }

    @Test("unwatch takes episodes out of the history, and moves a film back to the plan, with its rating")
    func unwatch() async throws {
        let owner = try await Owner.synced { $0.rate(1008, 9) }
        let last = try #require(try owner.item(1007)["last_watched"]?.string)
        let number = try #require(Int(last.dropFirst()))
        let result = try await owner.run("unwatch", "1007", "E01", last, "1008", "--yes")
        #expect(result.code == 0, "\(result.errors)")
        #expect(
            owner.writes == [
                "/sync/history/remove": [
                    "movies": [],
                    "shows": [["ids": ["simkl": 1007], "episodes": [["number": 1], ["number": .int(number)]]]],
                ],
                "/sync/add-to-list": ["movies": [["ids": ["simkl": 1008], "to": "plantowatch"]], "shows": []],
            ])
        #expect(try owner.item(1008)["status"] == "plantowatch" && owner.item(1008)["user_rating"] == 9)
        #expect(try owner.watchedAt(1007, 1) == nil && owner.watchedAt(1007, number) == nil)
        #expect(try owner.isMirrorTrue())
        owner.simkl.clearLog()
        let none = try await owner.run("unwatch", "1007", "E01", "1003", "--yes")
        #expect(
            none.output.contains("9-1-1 (2007), anime: is not watched\nWALL·E (2003), film: is not watched"), "\(none.output)")
        #expect(owner.writes.isEmpty)
    }

    @Test("of a film no episode is taken out of the history: 64; of a season what is recorded is, whatever the catalogue lists")
    func unwatchOdd() async throws {
        let owner = try await Owner.synced {
            $0.watch(1006, season: 0, episode: 1, at: Date(timeIntervalSince1970: 1_780_000_000))
        }
        let film = try await owner.run("unwatch", "1008", "S01E01", "--yes")
        #expect(film.code == 64 && film.errors.contains("is a film, and has no episodes"), "\(film.output)\(film.errors)")
        #expect(owner.writes.isEmpty)
        let specials = try await owner.run("unwatch", "1006", "S00", "--yes")
        #expect(specials.code == 0 && specials.output.contains("unwatch S00E01"), "\(specials.output)\(specials.errors)")
        #expect(try owner.watchedAt(1006, season: 0, 1) == nil && owner.watchedAt(1006, 1) != nil)
    }

    @Test("episodes that the catalogue does not have are said to be none, before they are sent")
    func unlisted() async throws {
        let owner = try await Owner.synced()
        #expect(try await owner.run("sync", "--details", "20").code == 0)
        let result = try await owner.run("watch", "1006", "S99E99", "--dry-run")
        #expect(
            result.code == 0 && result.output.contains("S99E99 is not in Simkl’s catalogue, by what is known"), "\(result.output)"
        )
        let many = try await owner.run("watch", "1006", "S01E1-E99999", "--dry-run")
        #expect(many.code == 64 && many.errors.contains("has not 99999 episodes"), "\(many.output)\(many.errors)")
    }

    @Test("unwatch --last takes back the episode that was watched last")
    func last() async throws {
        let owner = try await Owner.synced()
        let before = try #require(try owner.item(1006)["last_watched"]?.string)
        let result = try await owner.run("unwatch", "1006", "--last", "--yes")
        #expect(result.code == 0 && result.output.contains("unwatch \(before) (watched 20"), "\(result.output)\(result.errors)")
        #expect(try owner.item(1006)["next_to_watch"]?.string == before)
    }

    @Test("--build puts it on the site at once, and without it is said how")
    func build() async throws {
        let owner = try await Owner.synced()
        let templates = "\(Program.root)/Templates"
        try FileManager.default.createSymbolicLink(atPath: "\(owner.folder)/Templates", withDestinationPath: templates)
        let said = try await owner.run("watch", "1003", "--on", Self.day, "--yes")
        #expect(said.errors == "note: foyer build puts it on the site; --build does so at once.\n")
        let result = try await owner.run("watch", "1018", "--on", Self.day, "--yes", "--build")
        #expect(result.code == 0, "\(result.errors)")
        #expect(try owner.page("diary/2026/10/index.html").contains("WALL"))
        #expect(try owner.page("diary/2026/10/index.html").contains("1018"))
    }

    @Test("--json tells what was done, and nothing else is on standard output")
    func json() async throws {
        let owner = try await Owner.synced()
        let result = try await owner.run("watch", "1003", "1008", "--on", Self.day, "--yes", "--json")
        #expect(result.code == 0, "\(result.errors)")
        let film: JSON = [
            "title": "WALL·E", "year": 2003, "kind": "film", "simkl": 1003, "address": "https://simkl.com/movies/1003",
            "change": "watch on 2026-10-20", "state": "done", "list": "completed",
        ]
        let report = try JSON(Data(result.output.utf8))
        #expect(report["changes"]?[0] == film && report["changes"]?[1]?["state"] == "unchanged", "\(result.output)")
        #expect(report["isSent"] == true && report["isDryRun"] == false)
        let dry = try await owner.run("watch", "1016", "S01E01", "--dry-run", "--json")
        #expect(try JSON(Data(dry.output.utf8))["isDryRun"] == true, "\(dry.output)\(dry.errors)")
    }
}
