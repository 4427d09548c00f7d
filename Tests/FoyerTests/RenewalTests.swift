import Foundation
import TestSupport
import Testing

/// Tokens that have run out, and tokens from the environment.
struct RenewalTests {
    private func refreshes(_ owner: Owner) -> [LoopbackRequest] { owner.simkl.log.filter { $0.path == "/oauth2/token" } }

    @Test("a token that has run out by the machine's clock is renewed before it is used, once")
    func runOut() async throws {
        let owner = try await Owner()
        let old = try owner.signIn(expiresIn: -10)
        let result = try await owner.run("sync", "--details", "0")
        #expect(result.code == 0, "\(result.errors)")
        let new = try #require(try owner.grant?["accessToken"]?.string)
        #expect(new != old.access)
        #expect(try owner.grant?["refreshToken"]?.string == old.refresh)
        #expect(owner.requests.prefix(2) == ["POST /oauth2/token", "GET /sync/activities"])
        #expect(
            String(decoding: owner.simkl.log[0].body, as: UTF8.self).split(separator: "&").sorted() == [
                "client_id=loopback-client", "grant_type=refresh_token", "refresh_token=\(old.refresh)",
            ])
        #expect(Set(owner.simkl.log.compactMap { $0["authorization"] }) == ["Bearer \(new)"])
        owner.simkl.clearLog()
        #expect(try await owner.run("sync", "--details", "0").code == 0)
        #expect(owner.requests == ["GET /sync/activities"])
    }

    @Test("a token that Simkl no longer takes is renewed once, and the request is sent again")
    func rejected() async throws {
        let owner = try await Owner.signedIn()
        owner.simkl.advance(by: .seconds(700_000))
        #expect(try await owner.run("sync", "--details", "0").code == 0)
        #expect(owner.requests.prefix(3) == ["GET /sync/activities", "POST /oauth2/token", "GET /sync/activities"])
        #expect(refreshes(owner).count == 1)
    }

    @Test("the new token is on the disk before it is used")
    func order() async throws {
        let owner = try await Owner()
        let old = try owner.signIn(expiresIn: -10)
        owner.simkl.fail(.path("/sync/activities"), with: .stallBeforeHeaders)
        try await Program.start(["sync"], environment: owner.environment, in: owner.folder) { run in
            defer { run.signal(SIGKILL) }
            try await until { owner.simkl.log.last?.path == "/sync/activities" }
        }
        let kept = try #require(try owner.grant?["accessToken"]?.string)
        #expect(kept != old.access)
        #expect(owner.simkl.log.last?["authorization"] == "Bearer \(kept)")
    }

    @Test("two runs with one grant that has run out renew it once, and both succeed")
    func together() async throws {
        let owner = try await Owner()
        try owner.signIn(expiresIn: -10)
        async let one = owner.run("sync", "--details", "0", "--data", "one")
        async let other = owner.run("sync", "--details", "0", "--data", "other")
        let results = try await [one, other]
        #expect(results.map(\.code) == [0, 0], "\(results.map(\.errors))")
        #expect(refreshes(owner).count == 1)
    }

    @Test("where a new token could not be kept, none is asked for: 73")
    func unwritable() async throws {
        let owner = try await Owner()
        try owner.scratch.write("a file", to: "configuration/foyer")
        let refresh = owner.simkl.tokens().refresh
        let result = try await owner.run("sync", environment: ["SIMKL_REFRESH_TOKEN": refresh])
        #expect(result.code == 73)
        #expect(owner.simkl.log.isEmpty)
    }

    @Test("a refresh token in the environment gets a token, which the next run uses again")
    func fromEnvironment() async throws {
        let owner = try await Owner()
        let secrets = ["SIMKL_REFRESH_TOKEN": owner.simkl.tokens().refresh]
        for _ in 0..<2 {
            let result = try await owner.run("sync", "--details", "0", environment: secrets)
            #expect(result.code == 0, "\(result.errors)")
        }
        #expect(refreshes(owner).count == 1)
        let path = "\(owner.configuration)/foyer/environment-token.json"
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(!FileManager.default.fileExists(atPath: owner.tokenFile))
        owner.simkl.clearLog()
        let other = try await owner.run(
            "sync", "--details", "0", environment: ["SIMKL_REFRESH_TOKEN": owner.simkl.tokens().refresh])
        #expect(other.code == 0)
        #expect(refreshes(owner).count == 1)
    }

    @Test("an access token in the environment is used as it is, before the one in the file")
    func accessToken() async throws {
        let owner = try await Owner.signedIn()
        let token = owner.simkl.token(scope: "media:read")
        #expect(try await owner.run("sync", "--details", "0", environment: ["SIMKL_ACCESS_TOKEN": token]).code == 0)
        #expect(Set(owner.simkl.log.compactMap { $0["authorization"] }) == ["Bearer \(token)"])
    }

    @Test("A1: an access token from the environment that has run out ends with 77 at once")
    func deadAccessToken() async throws {
        let owner = try await Owner()
        let token = owner.simkl.token()
        owner.simkl.advance(by: .seconds(700_000))
        let result = try await owner.run("sync", environment: ["SIMKL_ACCESS_TOKEN": token])
        #expect(result.code == 77 && result.complaints.count == 1, "\(result.errors)")
        #expect(owner.requests == ["GET /sync/activities"])
    }

    @Test("a token in the environment without the client id that belongs to it ends with 77, before any request")
    func noClient() async throws {
        let owner = try await Owner()
        for name in ["SIMKL_ACCESS_TOKEN", "SIMKL_REFRESH_TOKEN"] {
            let result = try await owner.run(
                "sync", environment: [name: owner.simkl.token()], without: ["SIMKL_CLIENT_ID"])
            #expect(result.code == 77 && result.errors.contains("SIMKL_CLIENT_ID"), "\(result.errors)")
        }
        #expect(owner.simkl.log.isEmpty)
    }

    @Test("A1: a refresh token that was revoked ends with 77; site and mirror stay as they were")
    func revoked() async throws {
        let owner = try await Owner.signedIn()
        #expect(try await owner.run("build", "--details", "0").code == 0)
        let before = try [Tree(owner.mirror), Tree(owner.site)]
        try owner.signIn(expiresIn: -10)
        owner.simkl.fail(.path("/oauth2/token"), with: .status(400, "invalid_grant"))
        owner.simkl.clearLog()
        let result = try await owner.run("build", "--details", "0")
        #expect(result.code == 77 && result.complaints.count == 1, "\(result.errors)")
        #expect(owner.requests == ["POST /oauth2/token"])
        #expect(try [Tree(owner.mirror), Tree(owner.site)] == before)
    }

    @Test("nobody signed in: sync and rate end with 77 and ask nothing")
    func nobody() async throws {
        let owner = try await Owner()
        for arguments in [["sync"], ["rate", "1003", "7"], ["unrate", "1003"]] {
            let result = try await Program.run(arguments, environment: owner.environment, in: owner.folder)
            #expect(result.code == 77 && result.errors == "foyer: nobody is signed in. Run: foyer login.\n", "\(result.errors)")
        }
        #expect(owner.simkl.log.isEmpty)
    }
}
