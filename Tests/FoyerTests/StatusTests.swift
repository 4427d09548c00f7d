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
