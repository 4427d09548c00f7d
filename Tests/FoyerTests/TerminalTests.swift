import Foundation
import TestSupport
import Testing

/// Colours and lines that move: on a terminal that knows them, where nobody has said no.
struct TerminalTests {
    @Test("on a terminal an error is red by its first word, and where it must not be, there is no control in it")
    func colour() async throws {
        let red = "\u{1B}[1;31mfoyer:\u{1B}[0m there is no command 'biuld'."
        #expect(try await Program.onTerminal(["biuld"]).output.hasPrefix(red))
        for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb"), ("CI", "true")] {
            let result = try await Program.onTerminal(["biuld"], environment: [name: value])
            #expect(result.code == 64 && result.output.hasPrefix("foyer: there is no command 'biuld'."), "\(name)")
            #expect(!result.output.contains("\u{1B}"), "\(name)")
        }
        #expect(try await Program.onTerminal(["biuld"], environment: ["NO_COLOR": ""]).output.hasPrefix(red))
    }

    @Test("what is going on is one line that moves, with what there is by now, and is gone when there is something to say")
    func moving() async throws {
        let owner = try await Owner.signedIn()
        let all = "shows 8 · anime 4 · films 8"
        let first = try await sync(owner, "--details", "0")
        #expect(
            first.moves == [
                "shows", "shows 8", "shows 8 · anime", "shows 8 · anime 4", "shows 8 · anime 4 · films", all,
                "\(all) · 18 calendar files",
            ])
        #expect(first.end.wholeMatch(of: /\.foyer: 20 titles fetched, \d+ catalogue files\n/) != nil, "\(first)")
        #expect(try await sync(owner, "--details", "5").moves == ["\(all) · 5 details to go"])
    }

    /// How the line moved, without the seconds, and what was said behind it.
    private func sync(_ owner: Owner, _ options: String...) async throws -> (moves: [String], end: String) {
        let result = try await Program.onTerminal(["sync"] + options, environment: owner.environment, in: owner.folder)
        #expect(result.code == 0, "\(result.output)")
        var parts = result.output.components(separatedBy: "\r\u{1B}[2K")
        #expect(parts.first == "", "\(parts)")
        let end = parts.popLast() ?? ""
        var moves: [String] = []
        for part in parts.dropFirst() {
            let move = part.wholeMatch(of: /(.+) … \d+ s/).map { String($0.1) }
            // Only its seconds have gone on.
            if let move, move == moves.last { continue }
            moves.append(move ?? "no such line: \(part)")
        }
        return (moves, end)
    }

    @Test("on a terminal without such lines each thing that is fetched is said once, and where there is none, nothing is")
    func plain() async throws {
        let owner = try await Owner.signedIn()
        #expect(try await owner.run("sync", "--details", "0").code == 0)
        for (name, value) in [("TERM", "dumb"), ("CI", "true")] {
            let environment = owner.environment.merging([name: value]) { $1 }
            let result = try await Program.onTerminal(
                ["sync", "--full", "--details", "0"], environment: environment, in: owner.folder)
            let words = result.output.replacing(/\(\d+ s\)/, with: "(N s)")
            #expect(
                words == """
                    … fetching all shows (N s)
                    … fetching all anime (N s)
                    … fetching all movies (N s)
                    .foyer: 20 titles fetched

                    """, "\(name)")
        }
        let plain = try await owner.run("sync", "--full", "--details", "0")
        #expect(plain.errors.isEmpty && plain.output == ".foyer: 20 titles fetched\n")
    }
}
