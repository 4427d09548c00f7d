import Foundation
import TestSupport
import Testing

/// What `--help` of each command says of the environment.
struct HelpTests {
    /// How each command is tried; nil for those that ask or stay.
    private static let calls: [String: String?] = [
        "init": nil, "build": "build", "serve": nil, "check": "check", "login": "login", "logout": "logout", "status": "status",
        "sync": "sync", "print": "print 1900", "search": "search x --simkl", "show": "show 1003", "next": "next",
        "upcoming": "upcoming", "tonight": "tonight", "pick": "pick --simkl", "stats": "stats",
        "export": "export ratings.csv", "discover": "discover", "identify": "identify x.mkv", "notify": "notify --dry-run",
        "watch": "watch 1003 --yes", "unwatch": "unwatch 1003 --yes", "add": "add 1003 --to dropped --yes",
        "note": "note 1003 x --yes", "rate": "rate 1003 7 --yes", "unrate": "unrate 1003 --yes",
        "remove": "remove 1003 --yes", "restore": "restore 1003 --yes", "forget": "forget 1006 --yes",
        "checkin": "checkin 1003 --yes", "scrobble": "scrobble start 1003 --yes",
    ]

    private func help(_ arguments: String...) async throws -> String {
        let result = try await Program.run(arguments + ["--help"])
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        return result.output
    }

    @Test("each command says which environment it reads, and no command is missing here")
    func named() async throws {
        let names = try await help().split(separator: "\n").compactMap { $0.firstMatch(of: /^ {2}([a-z]+)(, [a-z]+)? {2,}/)?.1 }
        #expect(Set(names.map(String.init)) == Set(Self.calls.keys), "\(names)")
        for name in names {
            let text = try await help(String(name))
            let section = text.firstRange(of: "\nEnvironment: ").map { text[$0.upperBound...] } ?? ""
            #expect(section.contains("NO_COLOR"), "\(name): \(text)")
        }
    }

    @Test("the token of the environment is named by the commands that read it, and by no other")
    func token() async throws {
        let owner = try await Owner.synced()
        // Without the client id that belongs to it, whoever reads it says so.
        let environment = ["SIMKL_ACCESS_TOKEN": "x", "XDG_CONFIG_HOME": "\(owner.scratch.path)/nobody"]
        for (name, call) in Self.calls {
            guard let call else { continue }
            let result = try await Program.run(
                call.split(separator: " ").map(String.init),
                environment: owner.environment.filter { $0.key != "SIMKL_CLIENT_ID" }.merging(environment) { $1 },
                in: owner.folder)
            let isRead = (result.output + result.errors).contains("no SIMKL_CLIENT_ID, which belongs to it")
            let isNamed = try await help(name).contains("SIMKL_ACCESS_TOKEN")
            #expect(isRead == isNamed, "\(name): \(result.output)\(result.errors)")
        }
        #expect(owner.simkl.log.isEmpty)
    }
}
