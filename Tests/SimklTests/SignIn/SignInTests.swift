import Foundation
import TestSupport
import Testing

@testable import Simkl

/// Signing in, with every answer that Simkl may give meanwhile.
@Suite("Signing in")
struct SignInTests {
    private func connected(_ approval: LoopbackOptions.Approval = .byTest, isOld: Bool = false) async throws -> ConnectedClient {
        var options = LoopbackOptions()
        options.enforcesRate = false
        (options.approval, options.isOldApplication) = (approval, isOld)
        // The server's clock does not run with the client's.
        options.pollInterval = 0
        let connected = try await ConnectedClient(options: options)
        for path in ["/oauth2/device", "/oauth/pin"] {
            let isAsking = LoopbackFault.Match { $0.path == path }
            connected.simkl.fail(isAsking, with: .edit { if $0["interval"] != nil { $0["interval"] = 5 } })
        }
        return connected
    }

    private func client(of connected: ConnectedClient, id: String) throws -> SimklClient {
        SimklClient(
            hosts: try SimklHosts(environment: connected.simkl.environment(signedIn: false)),
            identity: AppIdentity(clientID: try #require(Secret(id)), version: "1"), timekeeper: connected.clock.timekeeper)
    }

    /// An answer that is lost before anything was done.
    private static var lost: LoopbackAnswer {
        var answer = LoopbackAnswer(400, [:])
        answer.ending = .reset(after: 0)
        return answer
    }

    @Test("a code is asked for, shown and polled until it is approved", arguments: [true, false])
    func device(canWrite: Bool) async throws {
        let connected = try await connected(.afterPolls(2))
        let signIn = SignIn(client: connected.client)
        let authorization = try await signIn.authorization(canWrite: canWrite)
        #expect(authorization.kind == .v2 && authorization.lifetime == .seconds(900))
        #expect(authorization.verificationURIComplete == authorization.verificationURI + "/" + authorization.userCode)
        let grant = try await signIn.grant(for: authorization)
        #expect(grant.kind == .v2 && grant.canWrite == canWrite)
        #expect(grant.accessToken != nil && grant.refreshToken != nil)
        #expect(grant.expiresAt == connected.clock.timekeeper.now() + 604_800)
        #expect(connected.simkl.log.map(\.path) == ["/oauth2/device"] + Array(repeating: "/oauth2/token", count: 3))
    }

    struct Poll: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let effect: LoopbackEffect
        var times = 1
        var sleeps: [Int] = []
        var error: SimklError?
    }

    @Test(
        "what a poll is answered decides how it goes on",
        arguments: [
            Poll(testDescription: "not yet", effect: .status(400, "authorization_pending"), times: 2, sleeps: [5, 5, 5]),
            Poll(testDescription: "slow down, twice", effect: .status(400, "slow_down"), times: 2, sleeps: [5, 10, 15]),
            Poll(
                testDescription: "the code has run out", effect: .status(400, "expired_token"), sleeps: [5],
                error: .signInNeeded(reason: "The code has run out.")),
            Poll(
                testDescription: "declined", effect: .status(400, "access_denied"), sleeps: [5],
                error: .signInNeeded(reason: "The request was declined.")),
            Poll(
                testDescription: "a client that may not", effect: .status(401, "invalid_client"), sleeps: [5],
                error: .refused(path: "/oauth2/token", status: 401, error: "invalid_client")),
            Poll(testDescription: "A4 412", effect: .clientFailed, sleeps: [5], error: .clientRefused),
            Poll(testDescription: "A8 500, once", effect: .status(500), sleeps: [5, 1]),
            Poll(testDescription: "A10 connections that are lost", effect: .answer(lost), times: 4, sleeps: [5, 1, 2, 4, 10]),
            Poll(testDescription: "A13 pages", effect: .html, times: 2, sleeps: [5, 1, 10]),
            Poll(testDescription: "an answer without a token", effect: .json([:]), times: 1, sleeps: [5, 10]),
        ])
    func polls(poll: Poll) async throws {
        let connected = try await connected()
        let signIn = SignIn(client: connected.client)
        let authorization = try await signIn.authorization(canWrite: false)
        connected.simkl.approve()
        connected.simkl.fail(.path("/oauth2/token"), times: poll.times, with: poll.effect)
        do {
            _ = try await signIn.grant(for: authorization)
            #expect(poll.error == nil)
        } catch {
            #expect(error == poll.error)
        }
        #expect(connected.pauses == poll.sleeps)
    }

    @Test("nobody waits longer than the code is good for", arguments: [true, false])
    func deadline(isOld: Bool) async throws {
        let connected = try await connected(isOld: isOld)
        let signIn = SignIn(client: try client(of: connected, id: isOld ? "loopback-old-client" : "loopback-client"))
        let authorization = try await signIn.authorization(canWrite: false)
        await #expect(throws: SimklError.signInNeeded(reason: "The code was not approved in time.")) {
            try await signIn.grant(for: authorization)
        }
        #expect(connected.clock.sleeps.reduce(.zero, +) <= .seconds(900))
    }

    @Test("a client id of the older kind gets a PIN")
    func pin() async throws {
        let connected = try await connected(.afterPolls(2), isOld: true)
        let signIn = SignIn(client: try client(of: connected, id: "loopback-old-client"))
        let authorization = try await signIn.authorization(canWrite: true)
        #expect(authorization.kind == .v1 && authorization.userCode.count == 5)
        #expect(authorization.verificationURIComplete == "https://simkl.com/pin/\(authorization.userCode)")
        let grant = try await signIn.grant(for: authorization)
        #expect(grant.kind == .v1 && grant.canWrite && grant.refreshToken == nil && grant.expiresAt == nil)
        #expect(try await !signIn.revoke(grant))
    }

    @Test("a PIN that is used up is not polled on: its answer is a code that nobody has seen")
    func usedPIN() async throws {
        let connected = try await connected(isOld: true)
        let signIn = SignIn(client: try client(of: connected, id: "loopback-old-client"))
        let authorization = try await signIn.authorization(canWrite: false)
        connected.simkl.fail(.path("/oauth/pin/"), times: 1, with: .json(["result": "KO", "message": "Slow down"]))
        connected.simkl.change { $0.now += 901 }
        await #expect(throws: SimklError.signInNeeded(reason: "The code has run out.")) {
            try await signIn.grant(for: authorization)
        }
        #expect(connected.pauses == [5, 10])
    }

    @Test("a client id that neither way knows is refused", arguments: ["nobody", "loopback-old-client-2"])
    func unknown(id: String) async throws {
        let connected = try await connected()
        let signIn = SignIn(client: try client(of: connected, id: id))
        await #expect(throws: SimklError.clientRefused) { try await signIn.authorization(canWrite: false) }
    }

    @Test("signing out ends both tokens, also where the answer has no body", arguments: [true, false])
    func revoke(isBare: Bool) async throws {
        let connected = try await connected(.afterPolls(0))
        let signIn = SignIn(client: connected.client)
        let grant = try await signIn.grant(for: signIn.authorization(canWrite: false))
        if isBare { connected.simkl.fail(.path("/oauth2/revoke"), with: .change { $0.body = LoopbackBody(Data()) }) }
        #expect(try await signIn.revoke(grant))
        #expect(connected.simkl.log.last?.path == "/oauth2/revoke")
        #expect(connected.pauses == [5])
    }
}
