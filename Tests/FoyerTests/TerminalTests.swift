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

    @Test("what is going on is one line that moves, and is gone when there is something to say")
    func moving() async throws {
        let owner = try await Owner.signedIn()
        let result = try await Program.onTerminal(
            ["sync", "--details", "0"], environment: owner.environment, in: owner.folder)
        #expect(result.code == 0)
        let parts = result.output.components(separatedBy: "\r\u{1B}[2K")
        #expect(parts.count > 3 && parts.first == "", "\(parts)")
        let last = parts.last?.wholeMatch(of: /\.foyer: 20 titles fetched, \d+ catalogue files\n/)
        #expect(last != nil, "\(parts)")
        #expect(
            parts.dropFirst().dropLast().allSatisfy { $0.hasPrefix("… fetching ") && $0.hasSuffix(" s)") && !$0.contains("\n") },
            "\(parts)")
        let plain = try await owner.run("sync", "--full", "--details", "0")
        #expect(plain.errors.isEmpty && !plain.output.contains("\u{1B}"))
    }
}
