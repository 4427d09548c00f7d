import Foundation
import TestSupport
import Testing

/// What somebody at a terminal is asked before the account is changed, and what each answer does.
struct AskingTests {
    /// Runs a command where somebody types these lines, and then no more.
    private func type(_ lines: [String], to command: String, _ owner: Owner) async throws -> Program.Result {
        owner.simkl.clearLog()
        return try await Program.onTerminal(
            command.split(separator: " ").map(String.init), typing: lines, environment: owner.environment, in: owner.folder)
    }

    @Test("y and yes send, in any case", arguments: ["y", "Y", "yes", "YES"])
    func yes(answer: String) async throws {
        let owner = try await Owner.synced()
        let result = try await type([answer], to: "rate 1003 7", owner)
        #expect(result.code == 0, "\(result.output)")
        #expect(result.output.contains("WALL·E (2003), film: rate 7; Simkl may move it from “plantowatch” to “completed”\n"))
        #expect(result.output.contains("Send to Simkl? [y/N] ") && result.output.contains("Rated 1 title.\n"), "\(result.output)")
        #expect(owner.writes == ["/sync/ratings": ["movies": [["ids": ["simkl": 1003], "rating": 7]], "shows": []]])
        #expect(try owner.isMirrorTrue())
    }

    @Test(
        "Enter, no, anything else and the end of what is typed send nothing, which is no error",
        arguments: [[""], ["n"], ["no"], ["yess"], [" y"], ["1003"], []])
    func no(answer: [String]) async throws {
        let owner = try await Owner.synced()
        let before = try Tree(owner.mirror)
        let result = try await type(answer, to: "rate 1003 7", owner)
        #expect(result.code == 0, "\(result.output)")
        #expect(result.output.contains("Send to Simkl? [y/N] "), "\(result.output)")
        #expect(result.output.hasSuffix("Nothing was sent.\n"), "\(result.output)")
        #expect(owner.simkl.log.isEmpty)
        #expect(try Tree(owner.mirror) == before)
    }

    @Test(
        "each command asks before it sends, and a no is taken",
        arguments: [
            "watch 1006 --next", "unwatch 1006 --last", "add 1003 --to dropped", "note 1003 Soon", "unrate 1006", "forget 1006",
            "checkin 1003", "scrobble stop 1006 --next",
        ])
    func each(command: String) async throws {
        let owner = try await Owner.synced()
        let refused = try await type(["n"], to: command, owner)
        #expect(refused.code == 0 && refused.output.hasSuffix("Nothing was sent.\n"), "\(refused.output)")
        #expect(owner.simkl.log.allSatisfy { $0.method == "GET" })
        let sent = try await type(["y"], to: command, owner)
        #expect(sent.code == 0 && !sent.output.contains("Nothing was sent."), "\(sent.output)")
        #expect(owner.simkl.log.count(where: { $0.method != "GET" }) == 1)
        #expect(try owner.isMirrorTrue())
    }

    @Test("of several titles of one name somebody at a terminal chooses, and what is no number of them is no choice")
    func several() async throws {
        let owner = try await Owner.synced { $0.rename(1008, "1006") }
        let result = try await type(["2", "y"], to: "rate 1006 6", owner)
        #expect(result.code == 0, "\(result.output)")
        let lines = result.output.split(separator: "\n").filter { $0.hasPrefix("  ") }
        #expect(lines.count == 2 && lines[1].hasPrefix("  2  1006 (2008): https://simkl.com/movies/1008"), "\(result.output)")
        #expect(result.output.contains("Which one? [1–2] "), "\(result.output)")
        #expect(owner.writes == ["/sync/ratings": ["movies": [["ids": ["simkl": 1008], "rating": 6]], "shows": []]])
        for answer in [[""], ["0"], ["3"], ["y"], []] {
            let none = try await type(answer, to: "rate 1006 7", owner)
            #expect(none.code == 65 && none.output.contains("name it by its address:"), "\(answer) \(none.output)")
            #expect(owner.simkl.log.isEmpty)
        }
        let shown = try await type([" 1 "], to: "show 1006", owner)
        #expect(shown.code == 0 && shown.output.contains("Which one? "), "\(shown.output)")
    }

    @Test("of several removed titles of one name the one that is chosen is put back, and is none of the library's")
    func severalRemoved() async throws {
        let owner = try await Owner.synced {
            $0.rename(1008, "Twins")
            $0.rename(1009, "Twins")
        }
        for id in ["1008", "1009"] { #expect(try await owner.run("remove", id, "--yes").code == 0) }
        let tried = try await type(["1"], to: "restore Twins --dry-run", owner)
        #expect(tried.code == 0 && tried.output.contains("Which one? [1–2] "), "\(tried.output)")
        #expect(tried.output.contains("restore to “") && !tried.output.contains("is in the library"), "\(tried.output)")
    }

    @Test("nobody is asked where there is nothing to send, where --yes says it, or where it is tried with --dry-run")
    func unasked() async throws {
        let owner = try await Owner.synced()
        let none = try await type(["y"], to: "add 1003 --to plan", owner)
        #expect(none.output.hasSuffix("film: is on “plantowatch” already\n"), "\(none.output)")
        let dry = try await type(["y"], to: "rate 1003 7 --dry-run", owner)
        #expect(dry.code == 0 && owner.simkl.log.isEmpty, "\(dry.output)")
        let said = try await type(["n"], to: "rate 1003 7 --yes", owner)
        #expect(owner.writes.count == 1, "\(said.output)")
        for result in [none, dry, said] {
            #expect(result.code == 0 && !result.output.contains("[y/N]"), "\(result.output)")
        }
    }

    @Test("a title goes when its name is typed, in any case and with blanks around it", arguments: ["[REC]", "  [rec] "])
    func name(typed: String) async throws {
        let owner = try await Owner.synced()
        let result = try await type([typed], to: "remove 1006", owner)
        #expect(result.code == 0, "\(result.output)")
        let asked = result.output.contains("Type its name to remove [REC] (2006): ")
        #expect(asked && !result.output.contains("[y/N]"), "\(result.output)")
        #expect(result.output.contains("show: remove from “watching”, and with it 4 plays, the rating 7\n"), "\(result.output)")
        #expect(owner.writes == ["/sync/history/remove": ["movies": [], "shows": [["ids": ["simkl": 1006]]]]])
        #expect(try owner.item(1006)["status"] == nil && owner.isMirrorTrue())
    }

    @Test(
        "with another name, with y, with Enter alone and with the end of what is typed it stays, and no copy of it is made",
        arguments: [["REC"], ["[REC] 2"], ["1006"], ["y"], [""], []])
    func otherName(typed: [String]) async throws {
        let owner = try await Owner.synced()
        let result = try await type(typed, to: "remove 1006", owner)
        #expect(result.code == 0 && result.output.hasSuffix("Nothing was sent.\n"), "\(result.output)")
        #expect(owner.writes.isEmpty)
        #expect(try owner.item(1006)["status"] == "watching")
        #expect(!FileManager.default.fileExists(atPath: "\(owner.mirror)/state/removed"))
    }

    @Test("of several titles each name is asked for, and one that is wrong keeps all of them")
    func names() async throws {
        let owner = try await Owner.synced()
        let result = try await type(["[REC]", "WALL-E"], to: "remove 1006 1003", owner)
        #expect(result.code == 0 && result.output.hasSuffix("Nothing was sent.\n"), "\(result.output)")
        #expect(result.output.contains("Type its name to remove WALL·E (2003): "), "\(result.output)")
        #expect(owner.writes.isEmpty)
        let both = try await type(["[REC]", "WALL·E"], to: "remove 1006 1003", owner)
        #expect(both.code == 0 && both.output.contains("Took 2 titles out of the history.\n"), "\(both.output)")
        #expect(try owner.isMirrorTrue())
        let back = try await type(["n"], to: "restore 1006", owner)
        #expect(back.code == 0 && back.output.hasSuffix("Nothing was sent.\n"), "\(back.output)")
        #expect(back.output.contains("Send to Simkl? [y/N] "), "\(back.output)")
        #expect(owner.writes.isEmpty)
        #expect(try await type(["y"], to: "restore 1006", owner).code == 0)
        #expect(try owner.item(1006)["status"] == "watching" && owner.isMirrorTrue())
    }
}
