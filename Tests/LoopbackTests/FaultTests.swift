import Foundation
import FoundationNetworking
import TestSupport
import Testing

struct FaultTests {
    @Test("a fault comes when it is due and goes when it is done")
    func times() async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.fail(.path("/sync/activities"), skipping: 1, times: 2, with: .gateway(503))
        var statuses: [Int] = []
        for _ in 0..<4 { statuses.append(try await caller.get("/sync/activities").status) }
        #expect(statuses == [200, 503, 503, 200])
    }

    static let broken: [String: LoopbackEffect] = [
        "short": .short(), "reset": .reset(), "chunk cut": .chunked(cutAfter: 40), "stall": .stallInBody(),
        "silence": .stallBeforeHeaders, "broken gzip": .brokenGzip,
    ]

    @Test("a broken answer is an error for the client", arguments: Self.broken.keys.sorted())
    func brokenAnswer(name: String) async throws {
        let caller = try await Caller.signedIn(patience: name.hasPrefix("s") ? 1 : 60)
        caller.simkl.fail(.everything, with: try #require(Self.broken[name]))
        await #expect(throws: URLError.self) { try await caller.get("/sync/all-items") }
    }

    static let whole: [String: LoopbackEffect] = [
        "chunked": .chunked(), "without length": .withoutLength(), "gzip": .gzip, "text": .typed("text/plain"),
        "drip": .drip(bytesPerSecond: 200_000), "hops": .redirectToItself,
    ]

    @Test("an odd answer is still the answer", arguments: Self.whole.keys.sorted())
    func wholeAnswer(name: String) async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.fail(.everything, times: 2, with: try #require(Self.whole[name]))
        let reply = try await caller.get("/sync/all-items?extended=full")
        #expect(reply.status == 200)
        #expect(reply.json?["shows"]?.elements.isEmpty == false)
    }

    @Test("a body that ends early without a length looks whole")
    func cutWithoutLength() async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.fail(.everything, with: .withoutLength(cutAfter: 100))
        let reply = try await caller.get("/sync/all-items")
        #expect(reply.data.count == 100)
        #expect(reply.json == nil)
    }

    @Test("a huge body and a bomb come through in pieces")
    func huge() async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.fail(.everything, times: 1, with: .huge(megabytes: 8))
        #expect(try await caller.get("/sync/all-items").data.count > 8_000_000)
        caller.simkl.fail(.everything, with: .gzipBomb(megabytes: 8))
        let bomb = try? await caller.get("/sync/all-items").data.count
        #expect((bomb ?? 9_000_000) > 8_000_000)
    }

    @Test("another host sees who was sent to it")
    func foreign() async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.fail(.path("/sync"), with: .redirect(to: caller.simkl.foreignURL + "/elsewhere"))
        #expect(try await caller.get("/sync/activities").json == [:])
        #expect(caller.simkl.log.map(\.host) == [.api, .foreign])
    }

    @Test("titles can be left out of a true answer")
    func dropping() async throws {
        let caller = try await Caller.signedIn()
        let kept = try #require(caller.simkl.account.ids(.shows).first)
        caller.simkl.fail(.path("/sync/all-items"), with: .dropping { $0 != kept })
        let shows = try await caller.get("/sync/all-items").json?["shows"]?.elements
        #expect(shows?.count == 1)
    }

    @Test("a client that gives up is no longer being answered")
    func givingUp() async throws {
        let caller = try await Caller.signedIn(patience: 5)
        caller.simkl.changeOptions { $0.enforcesRate = false }
        caller.simkl.fail(.path("/sync/history"), times: 1, with: .stallBeforeHeaders)
        await #expect(throws: URLError.self) { try await caller.post("/sync/history", [:]) }
        try await until { !caller.simkl.isAnswering }
        let patient = Caller(caller.simkl, token: caller.token)
        #expect(try await patient.post("/sync/history", [:]).status == 201)
        #expect(caller.simkl.violations.isEmpty)
    }

    static let items: [String: LoopbackEffect] = ["types": .wrongTypes(), "strings": .hostileStrings()]

    @Test("bad items keep their ids", arguments: Self.items.keys.sorted())
    func badItems(name: String) async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.fail(.path("/sync/all-items"), with: try #require(Self.items[name]))
        let films = try await caller.get("/sync/all-items/movies").json?["movies"]?.elements ?? []
        #expect(films.compactMap { $0["movie"]?["ids"]?["simkl"]?.int } == caller.simkl.account.ids(.movies))
    }
}
