import Foundation
import TestSupport
import Testing

struct SignInTests {
    private func body(_ fields: [String: String]) -> JSON {
        .object(fields.merging(["client_id": "loopback-client"]) { $1 }.mapValues { .string($0) })
    }

    private func poll(_ caller: Caller, _ code: String) async throws -> Caller.Reply {
        try await caller.post(
            "/oauth2/token", body(["grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": code]))
    }

    @Test("a device waits, is told to slow down, and gets its tokens")
    func device() async throws {
        var options = LoopbackOptions()
        options.pollInterval = 3600
        let caller = Caller(try await LoopbackSimkl(account: .sample(titles: 5), options: options))
        let begun = try await caller.post("/oauth2/device", body(["scope": "media:read media:write"])).json
        let code = try #require(begun?["device_code"]?.string)
        #expect(try await poll(caller, code).json?["error"] == "authorization_pending")
        #expect(try await poll(caller, code).json?["error"] == "slow_down")
        caller.simkl.changeOptions { $0.pollInterval = 0 }
        caller.simkl.approve()
        let token = try await poll(caller, code)
        #expect(token.status == 200)
        #expect(token.json?["scope"] == "media:read media:write")
        #expect(try await poll(caller, code).json?["error"] == "expired_token")
        let signedIn = Caller(caller.simkl, token: token.json?["access_token"]?.string)
        #expect(try await signedIn.get("/users/settings").status == 200)
    }

    @Test("a refresh kills the old access token and keeps the refresh token")
    func refresh() async throws {
        let simkl = try await LoopbackSimkl(account: .sample(titles: 5))
        let pair = simkl.tokens()
        let caller = Caller(simkl)
        let fresh = try await caller.post("/oauth2/token", body(["grant_type": "refresh_token", "refresh_token": pair.refresh]))
        #expect(fresh.json?["refresh_token"]?.string == pair.refresh)
        let old = try await Caller(simkl, token: pair.access).get("/sync/activities")
        #expect(old.status == 401)
        #expect(old.json?["error"] == "invalid_token")
        let access = fresh.json?["access_token"]?.string
        #expect(try await Caller(simkl, token: access).get("/sync/activities").status == 200)
        simkl.advance(by: .seconds(604_801))
        #expect(try await Caller(simkl, token: access).get("/sync/activities").json?["error"] == "invalid_token")
    }

    @Test("a PIN that is used or unknown is answered with a new one")
    func pin() async throws {
        let caller = Caller(try await LoopbackSimkl(account: .sample(titles: 5)))
        func pin(_ path: String) async throws -> JSON? {
            let address = "\(caller.simkl.apiURL)\(path)?client_id=loopback-old-client&app-name=test&app-version=1"
            let reply = try await caller.send("GET", address, identified: false)
            #expect(reply.status == 200)
            return reply.json
        }
        let code = try #require(try await pin("/oauth/pin")?["user_code"]?.string)
        #expect(try await pin("/oauth/pin/\(code)")?["result"] == "KO")
        caller.simkl.approve()
        #expect(try await pin("/oauth/pin/\(code)")?["access_token"]?.string != nil)
        let again = try await pin("/oauth/pin/\(code)")
        #expect(again?["device_code"] == "DEVICE_CODE")
        #expect(again?["user_code"]?.string != code)
        let newer = try await caller.get("/oauth/pin")
        #expect(newer.json?["error"] == "unauthorized_client")
    }

    @Test(
        "who does not say who asks is told so",
        arguments: [
            ("", 412, "client_id_failed"), ("?client_id=other&app-name=a&app-version=1", 412, "client_id_failed"),
            ("?client_id=loopback-client&app-name=a", 400, "wrong_parameter"),
            ("?client_id=loopback-client&app-name=a&app-version=1", 401, "user_token_required"),
        ])
    func identification(query: String, status: Int, error: String) async throws {
        let caller = Caller(try await LoopbackSimkl(account: .sample(titles: 5)))
        let reply = try await caller.send("GET", caller.simkl.apiURL + "/sync/activities" + query, identified: false)
        #expect(reply.status == status)
        #expect(reply.json?["error"]?.string == error)
    }

    @Test("a token that may only read writes nothing")
    func scope() async throws {
        let caller = try await Caller.signedIn(scope: "media:read")
        let reply = try await caller.post("/sync/ratings", ["movies": []])
        #expect(reply.json?["error"] == "insufficient_scope")
        #expect(try await Caller(caller.simkl, token: "stray").get("/sync/activities").json?["error"] == "user_token_failed")
    }
}
