import Foundation
import TestSupport
import Testing

@testable import foyer

/// `foyer login` and `foyer logout`.
struct LoginTests {
    private func form(_ request: LoopbackRequest) -> Set<String> {
        Set(String(decoding: request.body, as: UTF8.self).split(separator: "&").map(String.init))
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("login shows the code and an address to click, and keeps a token that only its owner can read")
    func login() async throws {
        let owner = try await Owner { $0.approval = .afterPolls(1) }
        let result = try await owner.run("login")
        #expect(result.code == 0, "\(result.errors)")
        let code = try #require(result.output.firstMatch(of: /[A-Z0-9]{4}-[A-Z0-9]{4}/)).output
        #expect(
            result.output == """
                Open https://simkl.com/pin/\(code)
                or open https://simkl.com/pin and enter the code \(code).
                Waiting for you to approve it (for 15 minutes) …
                Signed in as Zoë "Z" O'Brien: may read only.
                Next: foyer build

                """)
        #expect(result.errors.isEmpty)
        #expect(
            owner.requests == ["POST /oauth2/device", "POST /oauth2/token", "POST /oauth2/token", "GET /users/settings"])
        #expect(owner.simkl.violations.isEmpty)
        #expect(try mode(owner.tokenFile) == 0o600)
        #expect(try mode("\(owner.configuration)/foyer") == 0o700)
        let grant = try owner.grant
        #expect(grant?["scope"] == "media:read")
        #expect(grant?["account"] == 4711)
        let token = try #require(grant?["accessToken"]?.string)
        #expect(owner.simkl.log.last?["authorization"] == "Bearer \(token)")
    }

    @Test("the token is asked for exactly as RFC 8628 wants, by a program that says its name")
    func requests() async throws {
        let owner = try await Owner()
        #expect(try await owner.run("login", "--write").code == 0)
        let (device, token) = (owner.simkl.log[0], owner.simkl.log[1])
        #expect(form(device) == ["client_id=loopback-client", "scope=media:read%20media:write"])
        let code = try #require(form(token).first { $0.hasPrefix("device_code=") })
        #expect(
            form(token) == ["client_id=loopback-client", code, "grant_type=urn:ietf:params:oauth:grant-type:device_code"])
        for request in [device, token] {
            #expect(request["content-type"] == "application/x-www-form-urlencoded")
            #expect(request["authorization"] == nil)
            #expect(request["user-agent"] == "foyer/\(Foyer.version)")
            #expect(request.parameter("app-name") == "foyer")
            #expect(request.parameter("app-version") == Foyer.version)
        }
    }

    @Test("login --write asks for the right to rate, and gets it")
    func write() async throws {
        let owner = try await Owner()
        let result = try await owner.run("login", "--write")
        #expect(result.output.contains("may read, and change the account."))
        #expect(try owner.grant?["scope"] == "media:read media:write")
    }

    @Test("login --write says so when only reading was approved")
    func narrowed() async throws {
        let owner = try await Owner()
        owner.simkl.fail(.path("/oauth2/token"), with: .edit { $0["scope"] = "media:read" })
        let result = try await owner.run("login", "--write")
        #expect(result.code == 0)
        #expect(result.output.contains("may read only."))
        #expect(result.errors.hasPrefix("note: Simkl granted reading only."), "\(result.errors)")
        #expect(try owner.grant?["scope"] == "media:read")
    }

    @Test("a second sign-in ends the first one at Simkl's")
    func again() async throws {
        let owner = try await Owner()
        #expect(try await owner.run("login").code == 0)
        let first = try #require(try owner.grant?["refreshToken"]?.string)
        #expect(!owner.requests.contains("POST /oauth2/revoke"))
        #expect(try await owner.run("login", "--write").code == 0)
        let revoked = try #require(owner.simkl.log.first { $0.path == "/oauth2/revoke" })
        #expect(form(revoked).contains("token=\(first)"))
        #expect(try owner.grant?["refreshToken"]?.string != first)
        #expect(try await owner.run("sync", "--details", "0").code == 0)
    }

    @Test("a poll that came too soon makes the program wait longer")
    func slowDown() async throws {
        let owner = try await Owner()
        owner.simkl.fail(.path("/oauth2/token"), times: 1, with: .status(400, "slow_down"))
        #expect(try await owner.run("login").code == 0)
        let polls = owner.simkl.log.filter { $0.path == "/oauth2/token" }
        try #require(polls.count == 2)
        #expect(polls[1].arrival - polls[0].arrival >= .seconds(5))
    }

    @Test("polls keep the interval that Simkl asks for")
    func interval() async throws {
        let owner = try await Owner { ($0.pollInterval, $0.approval) = (2, .afterPolls(1)) }
        #expect(try await owner.run("login").code == 0)
        #expect(owner.simkl.log.filter { $0.path == "/oauth2/token" }.map(\.status) == [400, 200])
        let times = owner.simkl.log.prefix(3).map(\.arrival)
        #expect(times[1] - times[0] >= .seconds(2) && times[2] - times[1] >= .seconds(2))
    }

    @Test("a code that has run out, or that nobody approves, ends with 77", arguments: ["expired_token", "access_denied", ""])
    func expired(word: String) async throws {
        let owner = try await Owner { $0.approval = .byTest }
        if word.isEmpty {
            owner.simkl.fail(.path("/oauth2/device"), with: .edit { $0["expires_in"] = 2 })
        } else {
            owner.simkl.fail(.path("/oauth2/token"), with: .status(400, word))
        }
        let result = try await owner.run("login")
        #expect(result.code == 77)
        #expect(result.complaints.count == 1 && result.errors.hasSuffix("Sign in: foyer login.\n"), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: owner.tokenFile))
    }

    @Test("a client id of the older kind gets a PIN without being asked")
    func pin() async throws {
        let owner = try await Owner { ($0.isOldApplication, $0.approval) = (true, .afterPolls(1)) }
        let result = try await owner.run("login", "--write")
        #expect(result.code == 0, "\(result.errors)")
        let code = try #require(result.output.firstMatch(of: /enter the code ([A-Z0-9]{5})\./)).output.1
        #expect(result.output.hasPrefix("Open https://simkl.com/pin/\(code)\n"))
        #expect(result.output.hasSuffix("Signed in as Zoë \"Z\" O'Brien: may read, and change the account.\nNext: foyer build\n"))
        #expect(
            owner.requests == [
                "POST /oauth2/device", "GET /oauth/pin", "GET /oauth/pin/\(code)", "GET /oauth/pin/\(code)",
                "GET /users/settings",
            ])
        #expect(try owner.grant?["kind"] == "v1")
        #expect(result.errors.contains("note: this client id is of Simkl's older kind, whose sign-ins end in April 2027."))
        #expect(try await owner.run("sync", "--details", "0").code == 0)
    }

    @Test("a PIN that is used up is not polled again")
    func usedPIN() async throws {
        let owner = try await Owner { ($0.isOldApplication, $0.approval) = (true, .byTest) }
        owner.simkl.fail(
            .path("/oauth/pin/"), skipping: 1, with: .json(["result": "OK", "device_code": "DEVICE_CODE", "user_code": "ABCDE"]))
        let result = try await owner.run("login")
        #expect(result.code == 77)
        #expect(owner.requests.count == 4, "\(owner.requests)")
        #expect(!FileManager.default.fileExists(atPath: owner.tokenFile))
    }

    @Test("A4: a wrong client id ends with 77, and is not told")
    func wrongClient() async throws {
        let owner = try await Owner()
        let result = try await owner.run("login", environment: ["SIMKL_CLIENT_ID": "no-such-client"])
        #expect(result.code == 77)
        #expect(result.complaints.count == 1 && result.errors.contains("SIMKL_CLIENT_ID"), "\(result.errors)")
        #expect(!(result.errors + result.output).contains("no-such-client"))
        #expect(owner.requests.count == 1)
    }

    @Test("without a client id login ends with 64 and says where to get one")
    func noClient() async throws {
        let owner = try await Owner()
        let result = try await owner.run("login", without: ["SIMKL_CLIENT_ID"])
        #expect(result.code == 64)
        #expect(result.errors.contains("https://simkl.com/settings/developer/"))
        #expect(owner.simkl.log.isEmpty)
    }

    @Test("C2: where no token can be kept, nothing is asked and the end is 73")
    func unwritable() async throws {
        let owner = try await Owner()
        try owner.scratch.write("a file", to: "configuration/foyer")
        let result = try await owner.run("login")
        #expect(result.code == 73)
        #expect(result.complaints.count == 1 && result.errors.contains("\(owner.configuration)/foyer"), "\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
    }

    @Test("logout ends the token at Simkl's, and deletes it")
    func logout() async throws {
        let owner = try await Owner.signedIn()
        let token = try #require(try owner.grant?["accessToken"]?.string)
        let result = try await owner.run("logout")
        #expect(result.code == 0 && result.output == "Signed out.\n")
        #expect(owner.requests == ["POST /oauth2/revoke"])
        #expect(!FileManager.default.fileExists(atPath: owner.tokenFile))
        let late = try await owner.run("sync", environment: ["SIMKL_ACCESS_TOKEN": token])
        #expect(late.code == 77)
        #expect(try await owner.run("logout").output == "Nobody was signed in.\n")
    }

    @Test("logout ends every token that is kept here: that of the environment too, and one that is damaged")
    func logoutAll() async throws {
        let owner = try await Owner()
        let refresh = try owner.signIn(expiresIn: -10).refresh
        try FileManager.default.removeItem(atPath: owner.tokenFile)
        let environment = ["SIMKL_CLIENT_ID": "loopback-client", "SIMKL_REFRESH_TOKEN": refresh]
        #expect(try await owner.run("sync", "--details", "0", environment: environment).code == 0)
        let kept = "\(owner.configuration)/foyer/environment-token.json"
        #expect(FileManager.default.fileExists(atPath: kept))
        try owner.scratch.write("{", to: "configuration/foyer/token.json")
        owner.simkl.clearLog()
        let result = try await owner.run("logout", environment: environment)
        #expect(
            result.code == 0 && result.output.hasPrefix("Signed out. SIMKL_REFRESH_TOKEN in the environment still"), "\(result)")
        #expect(result.errors.contains("can only be ended at"), "\(result.errors)")
        #expect(owner.requests == ["POST /oauth2/revoke"])
        #expect(!FileManager.default.fileExists(atPath: kept) && !FileManager.default.fileExists(atPath: owner.tokenFile))
        #expect(try await owner.run("logout").output == "Nobody was signed in.\n")
    }

    @Test("logout deletes the token even when Simkl cannot be told, and says where it can be ended then")
    func logoutOffline() async throws {
        let owner = try await Owner.signedIn()
        owner.simkl.fail(.everything, with: .status(503, "internal", retryAfter: "400"))
        let result = try await owner.run("logout")
        #expect(result.code == 75 && result.output.isEmpty)
        #expect(result.errors.hasPrefix("foyer: signed out here, but Simkl does not know of it: "), "\(result.errors)")
        #expect(result.errors.hasSuffix(" to end it there too: https://simkl.com/settings/connected-apps/.\n"))
        #expect(!FileManager.default.fileExists(atPath: owner.tokenFile))
    }
}
