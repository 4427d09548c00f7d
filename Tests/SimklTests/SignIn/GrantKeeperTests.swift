import Foundation
import TestSupport
import Testing

@testable import Simkl

/// How tokens are renewed.
@Suite("Renewing a token")
struct GrantKeeperTests {
    private let simkl: LoopbackSimkl
    private let clock = ManualClock(now: 1_793_491_200)
    private let folder: TemporaryAccount
    private let store: GrantStore
    private let grant: Grant

    init() async throws {
        var options = LoopbackOptions()
        options.enforcesRate = false
        simkl = try await LoopbackSimkl(account: .sample(titles: 5), options: options)
        folder = try TemporaryAccount([:])
        store = GrantStore(path: "\(folder.path)/foyer/token.json")
        let tokens = simkl.tokens()
        grant = Grant(
            kind: .v2, clientID: try #require(Secret("loopback-client")), accessToken: Secret(tokens.access),
            refreshToken: Secret(tokens.refresh), scope: "media:read", expiresAt: clock.timekeeper.now() + 604_800)
        try store.write(grant)
    }

    private func client(_ grant: Grant? = nil) throws -> SimklClient {
        SimklClient(
            hosts: try SimklHosts(environment: simkl.environment(signedIn: false)),
            identity: AppIdentity(clientID: self.grant.clientID, version: "1"),
            keeper: GrantKeeper(grant ?? self.grant, store: store, timekeeper: clock.timekeeper), timekeeper: clock.timekeeper)
    }

    private var asked: [String] { simkl.log.map { "\($0.path) \($0.status)" } }

    @Test("a token that has run out by the clock is renewed before it is used, and kept")
    func byClock() async throws {
        clock.advance(by: .seconds(604_800))
        _ = try await client().activities()
        #expect(asked == ["/oauth2/token 200", "/sync/activities 200"])
        let kept = try #require(try store.read())
        #expect(kept.accessToken != grant.accessToken && kept.refreshToken == grant.refreshToken)
        #expect(kept.expiresAt == clock.timekeeper.now() + 604_800)
        #expect(simkl.log.last?["authorization"] == "Bearer \(kept.accessToken?.revealed ?? "")")
    }

    @Test("D1 a token that the server finds too old is renewed once, whatever the clock says", arguments: [-86_400, 0, 3600])
    func byServer(seconds: Int) async throws {
        simkl.advance(by: .seconds(604_801))
        clock.setNow(1_793_491_200 + Int64(seconds))
        _ = try await client().activities()
        #expect(asked == ["/sync/activities 401", "/oauth2/token 200", "/sync/activities 200"])
        #expect(try store.read()?.accessToken != grant.accessToken)
    }

    @Test("a token that another run has renewed is taken from there, without asking")
    func renewedElsewhere() async throws {
        let other = try client()
        simkl.advance(by: .seconds(604_801))
        _ = try await other.activities()
        simkl.clearLog()
        _ = try await client().activities()
        #expect(asked == ["/sync/activities 401", "/sync/activities 200"])
    }

    @Test("two runs that find the token too old at the same time renew it once")
    func twice() async throws {
        simkl.advance(by: .seconds(604_801))
        let (one, other) = (try client(), try client())
        async let first = one.activities()
        async let second = other.activities()
        _ = try await (first, second)
        #expect(asked.filter { $0 == "/oauth2/token 200" }.count == 1)
        #expect(asked.filter { $0 == "/sync/activities 200" }.count == 2)
    }

    @Test("a grant that is over needs a person, and is asked about once", arguments: ["invalid_grant", "expired_token"])
    func over(word: String) async throws {
        simkl.advance(by: .seconds(604_801))
        simkl.fail(.path("/oauth2/token"), with: .status(400, word))
        await #expect(throws: SimklError.signInNeeded(reason: "Simkl no longer renews the token (\(word)).")) {
            try await client().activities()
        }
        #expect(asked == ["/sync/activities 401", "/oauth2/token 400"])
        #expect(try store.read() == grant)
    }

    @Test("A4 a client id that is refused at the renewal is named as what is wrong")
    func refusedClient() async throws {
        simkl.advance(by: .seconds(604_801))
        simkl.fail(.path("/oauth2/token"), with: .status(401, "invalid_client"))
        await #expect(throws: SimklError.clientRefused) { try await client().activities() }
    }

    @Test("A10 an answer that is lost while renewing is asked for again, and the token that came is kept")
    func lost() async throws {
        simkl.advance(by: .seconds(604_801))
        simkl.fail(.path("/oauth2/token"), times: 1, with: .short(after: 10))
        _ = try await client().activities()
        #expect(asked == ["/sync/activities 401", "/oauth2/token 200", "/oauth2/token 200", "/sync/activities 200"])
        #expect(try store.read()?.accessToken?.revealed == simkl.log.last?["authorization"]?.replacing("Bearer ", with: ""))
    }

    @Test("A8 Simkl being away while renewing is an outage, not the end of the grant")
    func away() async throws {
        simkl.advance(by: .seconds(604_801))
        simkl.fail(.path("/oauth2/token"), with: .status(503))
        await #expect(throws: SimklError.unavailable(path: "/oauth2/token", status: 503)) { try await client().activities() }
        #expect(try store.read() == grant)
        simkl.clearFaults()
        _ = try await client().activities()
    }

    @Test("a token that is good for less than a minute is used all the same when it is new")
    func shortLived() async throws {
        clock.advance(by: .seconds(604_800))
        simkl.changeOptions { $0.tokenLifetime = 30 }
        _ = try await client().activities()
        #expect(asked == ["/oauth2/token 200", "/sync/activities 200"])
    }

    @Test("a token that still does not do after its renewal is not renewed without end")
    func loop() async throws {
        simkl.fail(.path("/sync/"), with: .tokenExpired)
        let error = await #expect(throws: SimklError.self) { try await client().activities() }
        #expect(error?.outlook == .signIn)
        #expect(asked == ["/sync/activities 401", "/oauth2/token 200", "/sync/activities 401"])
    }

    @Test("a write is sent again after its token was renewed")
    func write() async throws {
        simkl.advance(by: .seconds(604_801))
        let title = simkl.account.ids(.movies)[0]
        var reference = TitleReference(simkl: title)
        reference.rating = 4
        _ = try await client().rate(TitleBatch(movies: [reference]))
        #expect(simkl.account.item(title)?["user_rating"]?.int == 4)
    }

    @Test("C8, C16 a store that is damaged says so and quotes nothing; a good one is for its owner only")
    func damagedStore() throws {
        let mode = try FileManager.default.attributesOfItem(atPath: store.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try folder.write(#"{"accessToken":"simkl_at_x","#, to: "foyer/token.json")
        #expect(throws: GrantError.damaged(path: store.path)) { try store.read() }
        #expect(!GrantError.damaged(path: store.path).description.contains("simkl_at"))
    }
}
