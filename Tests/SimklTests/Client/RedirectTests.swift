import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("Redirects")
struct RedirectTests {
    private let path = "/sync/activities"

    @Test("A16 five hops are followed, a sixth is not", arguments: [1, 5, 6, Int.max])
    func hops(count: Int) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, times: count, with: .redirectToItself)
        let error = await connected.error { _ = try await $0.activities() }
        #expect(error == (count <= 5 ? nil : .redirected(path: path, reason: "more than five redirects")))
        #expect(connected.simkl.log.count == min(count, 5) + 1)
        #expect(connected.simkl.log.allSatisfy { $0["authorization"] != nil })
    }

    @Test("A16 another host gets neither the token nor the client id", arguments: [301, 302, 303, 307, 308])
    func foreign(status: Int) async throws {
        let connected = try await ConnectedClient()
        let address = connected.simkl.foreignURL + "/x?a=b"
        connected.simkl.fail(.host(.api), with: .redirect(to: address, status: status))
        _ = await connected.error { _ = try await $0.activities() }
        let there = connected.simkl.log.filter { $0.host == .foreign }
        #expect(there.allSatisfy { $0["authorization"] == nil && $0.parameter("client_id") == nil })
        #expect(there.allSatisfy { !$0.headers.values.contains { $0.contains("loopback-client") } })
        #expect(there.count <= 1)
    }

    @Test("A16 the token does not come back on the way from another host", arguments: [true, false])
    func back(isRelative: Bool) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.host(.foreign), with: .redirect(to: connected.simkl.apiURL + "/sync/playback"))
        connected.simkl.fail(.host(.api), times: 1, with: .redirect(to: connected.simkl.foreignURL + "/x"))
        #expect(await connected.error { _ = try await $0.activities() } != nil)
        #expect(connected.simkl.log.map { $0["authorization"] != nil } == [true, false, false])
    }

    @Test(
        "A16 an address that is not safe is not followed",
        arguments: [
            "http://example.com/x", "ftp://127.0.0.1/x", "file:///etc/passwd", "http://", "javascript:alert(1)",
            "//example.com/x",
            "http://127.0.0.1.example.com/",
        ])
    func unsafe(address: String) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, with: .redirect(to: address))
        let error = await connected.error { _ = try await $0.activities() }
        #expect(error == .redirected(path: path, reason: "to no safe address"))
        #expect(connected.simkl.log.count == 1)
    }

    @Test("A16 a write is never sent on to another place", arguments: [302, 307, 308])
    func write(status: Int) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, with: .redirect(to: connected.simkl.foreignURL + "/x", status: status))
        let error = await connected.error { _ = try await $0.rate(TitleBatch(movies: [TitleReference(simkl: 1003)])) }
        #expect(error == .refused(path: "/sync/ratings", status: status, error: "without a word"))
        #expect(connected.simkl.log.map(\.host) == [.api])
    }
}
