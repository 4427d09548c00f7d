import Foundation
import TestSupport
import Testing

/// `foyer scrobble` and `foyer checkin`. Of the sample, 1006 is a show that is being watched, 1007 an anime, and 1003 a film that is
/// planned.
struct ScrobbleTests {
    @Test("what plays is told in the form that its kind has, with one write, and the mirror follows")
    func forms() async throws {
        let cases: [(arguments: [String], path: String, body: JSON, line: String, told: String)] = [
            (
                ["start", "1003", "--progress", "12.5"], "start", ["movie": ["ids": ["simkl": 1003]], "progress": 12.5],
                "WALL·E (2003), film: start at 12.5 %", "Simkl shows it as playing at 12 %."
            ),
            (
                ["pause", "1006", "S01E07", "--progress", "42"], "pause",
                ["show": ["ids": ["simkl": 1006]], "episode": ["season": 1, "number": 7], "progress": 42],
                "[REC] (2006), show: pause S01E07 at 42 %", "Simkl keeps it as paused at 42 %."
            ),
            (
                ["stop", "1007", "E14", "--progress", "30"], "stop",
                ["anime": ["ids": ["simkl": 1007]], "episode": ["number": 14], "progress": 30],
                "9-1-1 (2007), anime: stop E14 at 30 %", "Simkl keeps it as paused at 30 %."
            ),
        ]
        let owner = try await Owner.synced()
        for (arguments, path, body, line, told) in cases {
            owner.simkl.clearLog()
            let result = try await Program.run(
                ["scrobble"] + arguments + ["--yes"], environment: owner.environment, in: owner.folder)
            #expect(result.code == 0, "\(result.errors)")
            #expect(owner.writes == ["/scrobble/\(path)": body])
            #expect(result.output.hasPrefix("\(line)\n\(told)\n"), "\(result.output)")
            #expect(owner.requests.prefix(2) == ["POST /scrobble/\(path)", "GET /sync/activities"])
        }
        #expect(try owner.mirrored("playback.json").elements.count == 3)
        #expect(try owner.isMirrorTrue() && owner.simkl.violations.isEmpty)
    }

    @Test(
        "what was stopped at its end is watched, there and in the mirror and on the site; the same once more is refused until a time: 75"
    )
    func stop() async throws {
        let owner = try await Owner.synced()
        let next = try #require(try owner.item(1006)["next_to_watch"]?.string)
        let result = try await owner.run("scrobble", "stop", "1006", "--next", "--build", "--yes", "--json")
        #expect(result.code == 0, "\(result.errors)")
        let report = try JSON(Data(result.output.utf8))
        #expect(report["changes"]?[0]?["change"]?.string == "stop \(next) at 100 %" && report["site"] == "Output")
        #expect(report["answers"]?[0] == "Simkl has it as watched.", "\(result.output)")
        #expect(try owner.item(1006)["last_watched"]?.string == next)
        #expect(try owner.isMirrorTrue())
        #expect(try owner.page("tv/1006-title-1006/index.html").contains("2026"))
        owner.simkl.clearLog()
        let again = try await owner.run("scrobble", "stop", "1006", next, "--yes")
        #expect(again.code == 75, "\(again.output)")
        #expect(
            again.errors.contains(
                #/foyer: Simkl has it as watched already; it can be sent again after \d{4}-\d\d-\d\d \d\d:\d\d UTC\./#),
            "\(again.errors)")
        #expect(owner.writes.count == 1)
    }

    @Test("one check-in runs at a time: the next is told until when: 75")
    func checkin() async throws {
        let owner = try await Owner.synced()
        let result = try await owner.run("checkin", "1003", "--yes")
        #expect(result.code == 0 && result.output.hasPrefix("WALL·E (2003), film: check in\nChecked in.\n"), "\(result.output)")
        #expect(owner.writes == ["/scrobble/checkin": ["movie": ["ids": ["simkl": 1003]]]])
        #expect(result.errors.contains("note: Simkl marks it as watched once it has run its length"), "\(result.errors)")
        let second = try await owner.run("checkin", "1007", "E14", "--yes")
        #expect(second.code == 75, "\(second.output)")
        #expect(
            second.errors.contains(#/foyer: A check-in is running; it can be sent again after \d{4}-\d\d-\d\d \d\d:\d\d UTC\./#),
            "\(second.errors)")
        // Its time is over, and Simkl has marked it.
        owner.simkl.advance(by: .seconds(4 * 3600))
        owner.simkl.change { $0.watch(1003) }
        let third = try await owner.run("checkin", "1007", "E14", "--yes")
        #expect(third.code == 0, "\(third.errors)")
        #expect(try owner.isMirrorTrue())
    }

    @Test(
        "what cannot be meant is refused before anything is asked: 64",
        arguments: [
            "scrobble pause 1003", "scrobble start 1003 --progress 101", "scrobble start 1006 S01E01 S01E02", "checkin 1006 S01",
            "checkin S01E01", "scrobble play 1003", "checkin 1006 S01E01 --next", "checkin 1003 1006",
            "scrobble stop 1006 S01E01-E03",
        ])
    func usage(command: String) async throws {
        let owner = try await Owner.synced()
        let result = try await Program.run(
            command.split(separator: " ").map(String.init) + ["--yes"], environment: owner.environment, in: owner.folder)
        #expect(result.code == 64, "\(result.output)\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
    }

    @Test("a show needs its episode, a film has none, a token has to allow it, and --dry-run sends nothing")
    func guarded() async throws {
        let owner = try await Owner.synced()
        #expect(try await owner.run("checkin", "1006", "--yes").code == 64)
        #expect(try await owner.run("checkin", "1003", "S01E01", "--yes").code == 64)
        let dry = try await owner.run("scrobble", "stop", "1003", "--dry-run")
        #expect(dry.code == 0 && dry.output == "WALL·E (2003), film: stop at 100 %\n", "\(dry.output)")
        #expect(try await owner.run("checkin", "1003").code == 64)
        try owner.signIn(scope: "media:read")
        #expect(try await owner.run("checkin", "1003", "--yes").code == 77)
        #expect(owner.writes.isEmpty)
    }
}
