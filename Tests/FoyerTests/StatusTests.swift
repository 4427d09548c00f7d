import Foundation
import TestSupport
import Testing

/// `foyer status`, which asks nobody.
struct StatusTests {
    @Test("status without a sign-in and a mirror says that there are none")
    func nothing() async throws {
        let owner = try await Owner()
        let result = try await owner.run("status")
        #expect(result.code == 0)
        #expect(result.output == "Not signed in.\n.foyer: no mirror yet.\n")
        let json = try JSON(Data(try await owner.run("status", "--json").output.utf8))
        #expect(json["isSignedIn"] == false)
        #expect(json["parts"] == [])
        #expect(owner.simkl.log.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: owner.folder).isEmpty)
    }

    @Test("status after login and sync says who, since when, how old each part is and what is left of the day")
    func synced() async throws {
        let owner = try await Owner()
        #expect(try await owner.run("login").code == 0)
        #expect(try await owner.run("sync", "--details", "0").code == 0)
        owner.simkl.clearLog()
        let words = try await owner.run("status").output
        #expect(words.hasPrefix("Signed in as Zoë \"Z\" O'Brien (media:read), token good until "), "\(words)")
        #expect(words.contains(" and renewed by itself.\n.foyer: last in step with Simkl just now.\n"))
        #expect(words.contains("\n  library: 4 files, just now\n"))
        #expect(words.contains(/\nDetails: 0 of 20 titles, complete on \d+ [A-Z][a-z]+ with a build a day\.\n/))
        #expect(words.contains(/\nRequests left today: 4\d\d of 500\.\n/))
        let json = try JSON(Data(try await owner.run("status", "--json").output.utf8))
        #expect(json["isSignedIn"] == true)
        #expect(json["account"] == 4711)
        #expect(json["scopes"] == ["media:read"])
        #expect(json["requestsADay"] == 500)
        let left = try #require(json["requestsLeft"]?.int)
        #expect((400..<500).contains(left))
        let names = json["parts"]?.elements.compactMap { $0["name"]?.string }
        #expect(names == ["calendar", "crowd", "library", "playback", "settings", "stats"])
        let age = Int(Date().timeIntervalSince1970) - (json["syncedAt"]?.int ?? 0)
        #expect((0..<120).contains(age))
        #expect(owner.simkl.log.isEmpty)
    }

    private static let ending =
        "note: this client id is of Simkl's older kind, whose sign-ins end in April 2027. Make a new app at "
        + "https://simkl.com/settings/developer/ (kind: TV, devices & command line) and sign in with its id before then.\n"

    @Test(
        "that a sign-in of Simkl's older kind will end is said by status, check, sync and build, wherever the token is from",
        arguments: [true, false])
    func older(isKept: Bool) async throws {
        let owner = try await Owner { $0.isOldApplication = true }
        let token = owner.simkl.token()
        let grant: JSON = ["kind": "v1", "clientID": "loopback-old-client", "accessToken": .string(token), "scope": ""]
        if isKept { try owner.scratch.write(String(decoding: grant.data, as: UTF8.self), to: "configuration/foyer/token.json") }
        let environment = isKept ? [:] : ["SIMKL_ACCESS_TOKEN": token]
        let sync = try await owner.run("sync", "--details", "0", environment: environment)
        #expect(sync.code == 0 && sync.errors == Self.ending, "\(sync.errors)")
        #expect(try await owner.run("sync", "--quiet", environment: environment).errors.isEmpty)
        let build = try await owner.run("build", "--details", "0", environment: environment)
        #expect(build.code == 0 && build.errors.hasPrefix(Self.ending), "\(build.errors)")
        let status = try await owner.run("status", environment: environment)
        #expect(status.output.hasPrefix("Signed in.\n\(Self.ending).foyer: last in step"), "\(status.output)")
        let json = try JSON(Data(try await owner.run("status", "--json", environment: environment).output.utf8))
        #expect(json["signInEnding"]?.string.map { "note: \($0)\n" } == Self.ending)
        let check = try await owner.run("check", environment: environment)
        let says = Self.ending.dropFirst("note: ".count)
        #expect(check.output.contains("\nnote  sign-in        \(says)"), "\(check.output)")
    }

    @Test("nothing ends of a newer token from the environment, though nobody says which kind it is")
    func newer() async throws {
        let owner = try await Owner()
        let environment = ["SIMKL_ACCESS_TOKEN": owner.simkl.token()]
        let sync = try await owner.run("sync", "--details", "0", environment: environment)
        #expect(sync.code == 0 && sync.errors.isEmpty, "\(sync.errors)")
        let json = try JSON(Data(try await owner.run("status", "--json", environment: environment).output.utf8))
        #expect(json["isSignedIn"] == true && json["signInEnding"] == nil)
    }

    @Test("status tells a token that is damaged, and does not quote it")
    func damaged() async throws {
        let owner = try await Owner.signedIn()
        let token = try #require(try owner.grant?["accessToken"]?.string)
        try owner.scratch.write("{\"accessToken\":\"\(token)", to: "configuration/foyer/token.json")
        let result = try await owner.run("status")
        #expect(result.code == 77)
        #expect(result.complaints.count == 1 && !result.errors.contains(token), "\(result.errors)")
    }
}
