import Foundation
import TestSupport
import Testing

/// Several runs of one user on one machine, at once and one after the other.
struct PaceTests {
    /// When requests went out, as runs tell one another: the last write, and the reads.
    private func reads(_ folder: String) throws -> Int {
        try String(contentsOfFile: "\(folder)/requests", encoding: .utf8).split(separator: " ").count - 1
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("two programs with a token from the environment share a pace, though nobody has signed in here")
    func together() async throws {
        let owner = try await Owner { ($0.enforcesRate, $0.rateWindow) = (true, .milliseconds(500)) }
        let token = ["SIMKL_ACCESS_TOKEN": owner.simkl.token()]
        async let one = owner.run("discover", "best", environment: token)
        async let other = owner.run("discover", "best", environment: token)
        for result in [try await one, try await other] { #expect(result.code == 0, "\(result.errors)") }
        #expect(try mode("\(owner.configuration)/foyer") == 0o700 && mode("\(owner.configuration)/foyer/pace") == 0o700)
        #expect(try reads("\(owner.configuration)/foyer/pace") == 4)
        // Each asks more than ten times, so that two would be too fast.
        async let first = owner.run("sync", "--details", "0", "--data", "first", environment: token)
        async let second = owner.run("sync", "--details", "0", "--data", "second", environment: token)
        for result in [try await first, try await second] { #expect(result.code == 0, "\(result.errors)") }
        #expect(owner.simkl.log.filter { $0.host == .api }.count > 14)
        #expect(owner.simkl.log.allSatisfy { $0.status != 429 }, "\(owner.simkl.log.map(\.status))")
    }

    @Test("where the configuration's folder cannot be made, it is one of the user's own among the temporary files")
    func temporary() async throws {
        let owner = try await Owner()
        try owner.scratch.write("in the way", to: "file")
        try FileManager.default.createDirectory(atPath: "\(owner.scratch.path)/temporary", withIntermediateDirectories: true)
        let places = [
            "XDG_CONFIG_HOME": "\(owner.scratch.path)/file/below", "TMPDIR": "\(owner.scratch.path)/temporary",
            "SIMKL_ACCESS_TOKEN": owner.simkl.token(),
        ]
        for asked in 1...2 {
            let result = try await owner.run("discover", "best", "--kind", "tv", environment: places)
            #expect(result.code == 0, "\(result.errors)")
            let folder = "\(owner.scratch.path)/temporary/foyer-\(getuid())"
            #expect(try reads(folder) == asked && mode(folder) == 0o700)
        }
    }
}
