import Foundation
import TestSupport
import Testing

@testable import Simkl

/// Faults on the way. `A9` and so on are the faults of the fault matrix.
@Suite("Transport faults")
struct TransportFaultTests {
    struct Stall: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let effect: LoopbackEffect
        let limits: HTTPTransport.Limits
        let reason: String
    }

    @Test(
        "A9 no silence lasts longer than it may, and four tries are the end",
        arguments: [
            Stall(
                testDescription: "before the headers", effect: .stallBeforeHeaders,
                limits: ConnectedClient.limits(idle: .seconds(2)), reason: "nothing came for 2 s"),
            Stall(
                testDescription: "in the body", effect: .stallInBody(),
                limits: ConnectedClient.limits(idle: .seconds(2)), reason: "nothing came for 2 s"),
            Stall(
                testDescription: "a drip", effect: .drip(bytesPerSecond: 10),
                limits: ConnectedClient.limits(total: .seconds(2)), reason: "not done after 2 s"),
        ])
    func stalls(stall: Stall) async throws {
        let connected = try await ConnectedClient(limits: stall.limits)
        connected.simkl.fail(.path("/sync/"), with: stall.effect)
        let error = await connected.error { _ = try await $0.activities() }
        #expect(error == .interrupted(host: "127.0.0.1", reason: stall.reason))
        func asked() -> Int { connected.simkl.log.count { $0.path == "/sync/activities" } }
        // The server may notice a request after the client has given it up.
        try await until { asked() >= 4 }
        #expect(asked() == 4)
        #expect(connected.pauses == [1, 2, 4])
    }

    @Test("A9 a slow answer that keeps coming is waited for")
    func slow() async throws {
        let idle = Duration.seconds(5)
        let connected = try await ConnectedClient(limits: ConnectedClient.limits(idle: idle))
        connected.simkl.fail(.everything, with: .drip(bytesPerSecond: 100))
        let start = ContinuousClock.now
        #expect(try await connected.client.activities().value.all != nil)
        // Or it would not have been slow.
        #expect(.now - start > idle)
        #expect(connected.simkl.log.count == 1)
    }

    struct Cut: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let effect: LoopbackEffect
    }

    static let cuts = [
        Cut(testDescription: "fewer bytes than Content-Length", effect: .short()),
        Cut(testDescription: "none of the bytes of Content-Length", effect: .short(after: 0)),
        Cut(testDescription: "chunks without the last", effect: .chunked(cutAfter: 20)),
        Cut(testDescription: "no chunk at all", effect: .chunked(cutAfter: 0)),
        Cut(testDescription: "a reset in the body", effect: .reset()),
        Cut(testDescription: "A11 a cut body that ends with its connection", effect: .withoutLength(cutAfter: 20)),
    ]

    @Test("A10, A11 a cut body is never taken for a whole one, and asked for again", arguments: cuts)
    func cut(cut: Cut) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, times: 1, with: cut.effect)
        let whole = try await connected.client.activities()
        let again = try await connected.client.activities()
        #expect(whole.body == again.body && whole.value.all != nil)
        #expect(connected.simkl.log.count == 3)
        #expect(connected.pauses == [1])
    }

    @Test("A10 a body that is cut every time is an error", arguments: cuts)
    func alwaysCut(cut: Cut) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, with: cut.effect)
        let error = await connected.error { _ = try await $0.activities() }
        #expect(error?.outlook == .unreachable)
        #expect(connected.simkl.log.count <= 4)
    }

    @Test("A10 a write whose answer is cut is not sent twice", arguments: cuts)
    func cutWrite(cut: Cut) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, with: cut.effect)
        var title = TitleReference(simkl: 1003)
        title.rating = 7
        let error = await connected.error { [title] in _ = try await $0.rate(TitleBatch(movies: [title])) }
        #expect(error?.outlook == .unreachable)
        #expect(connected.simkl.log.count == 1)
        #expect(connected.pauses == [])
    }

    @Test(
        "a whole answer is read however it is framed",
        arguments: [
            Cut(testDescription: "in chunks", effect: .chunked()),
            Cut(testDescription: "A11 without a length", effect: .withoutLength()),
            Cut(testDescription: "gzip", effect: .gzip),
            Cut(testDescription: "A12 behind a byte order mark", effect: .byteOrderMark),
            Cut(testDescription: "A13 as text/plain", effect: .typed("text/plain")),
            Cut(testDescription: "A13 as text/html", effect: .typed("text/html")),
        ])
    func framing(cut: Cut) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, with: cut.effect)
        let answer = try await connected.client.rows(LibraryQuery(.full, bucket: .anime))
        #expect(Set(answer.value.map(\.id)) == Set(connected.simkl.account.ids(.anime)))
        #expect(connected.simkl.log.count == 1)
    }

    @Test("A9 a host that does not answer who knocks is unreachable as soon as it may be")
    func deaf() async throws {
        let port = try DeafPort()
        let address = "http://127.0.0.1:\(port.port)"
        let limits = ConnectedClient.limits(connect: .milliseconds(150))
        let connected = try await ConnectedClient(limits: limits, environment: ["FOYER_API_URL": address])
        let error = await connected.error { _ = try await $0.activities() }
        #expect(error == .unreachable(host: "127.0.0.1", reason: "no connection within 0 s"))
        #expect(connected.pauses == [1, 2])
    }

    @Test("connections are kept for the next request")
    func kept() async throws {
        let connected = try await ConnectedClient()
        for _ in 0..<5 { _ = try await connected.client.activities() }
        _ = try await connected.client.details(of: 1001, in: .shows)
        #expect(connected.simkl.log.count == 6)
        #expect(Set(connected.simkl.log.map(\.connection)).count == 1)
    }

    @Test("A10 a write on a kept connection that ends without an answer is not sent twice")
    func writeOnKeptConnection() async throws {
        let connected = try await ConnectedClient()
        _ = try await connected.client.activities()
        connected.simkl.fail(.method("POST"), with: .wire(""))
        let error = await connected.error { _ = try await $0.rate(TitleBatch(movies: [TitleReference(simkl: 1003)])) }
        #expect(error == .interrupted(host: "127.0.0.1", reason: "the connection was lost"))
        #expect(connected.simkl.log.filter { $0.method == "POST" }.count == 1)
    }

    @Test("A10 an answer whose connection ends at any of its bytes is never taken for a whole one", arguments: [true, false])
    func anyByte(hasLength: Bool) async throws {
        let connected = try await ConnectedClient()
        let body = #"{"all":"2026-11-01T00:00:00Z"}"#
        let framing = hasLength ? "Content-Length: \(body.utf8.count)" : "Connection: close"
        let answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\(framing)\r\n\r\n\(body)"
        for length in 0...answer.utf8.count {
            connected.simkl.clearFaults()
            connected.simkl.clearLog()
            connected.simkl.fail(.everything, with: .wire(Data(answer.utf8.prefix(length))))
            let error = await connected.error { _ = try await $0.activities() }
            if length == answer.utf8.count {
                #expect(error == nil)
            } else {
                #expect(error?.outlook == .unreachable, "\(length)")
                #expect(connected.simkl.log.count <= 8, "\(length)")
            }
        }
    }

    @Test("B2 a port that nobody listens on is unreachable, and named")
    func refused() async throws {
        let connected = try await ConnectedClient()
        await connected.simkl.stop()
        let error = await connected.error { _ = try await $0.activities() }
        #expect(error == .unreachable(host: "127.0.0.1", reason: "nobody answers there"))
        #expect(connected.pauses == [1, 2])
    }
}
