import Foundation
import TestSupport
import Testing

/// Servers that answer whatever may harm: the program ends as it should, or reads what can be read.
struct HostilePeerTests {
    struct Peer: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let effect: LoopbackEffect

        init(_ description: String, _ effect: LoopbackEffect) {
            (testDescription, self.effect) = (description, effect)
        }

        init(_ description: String, _ frame: @escaping @Sendable (_ body: String) -> String) {
            self.init(description, .wire(frame))
        }

        /// Of the true body under some headers.
        init(_ description: String, headers: String) {
            self.init(description) { "HTTP/1.1 200 OK\r\n\(headers)\r\nContent-Length: \($0.utf8.count)\r\n\r\n\($0)" }
        }

        /// Of a chunked answer with something behind its last chunk.
        init(_ description: String, chunk size: String? = nil, trailers: String) {
            self.init(description) { body in
                let size = size ?? String(body.utf8.count, radix: 16)
                return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(size)\r\n\(body)\r\n0\r\n\(trailers)\r\n"
            }
        }
    }

    private static let ok = "HTTP/1.1 200 OK\r\n"

    /// Sound answers in odd clothes.
    static let readable = [
        Peer("E1 a trailer, as Server-Timing makes it", trailers: "Server-Timing: edge;dur=1\r\n"),
        Peer(
            "a trailer that says what only a head may say",
            trailers: "Content-Length: 5\r\nLocation: http://x/\r\nHTTP/1.1 500: X\r\n"),
        Peer("a thousand trailers", trailers: String(repeating: "A: b\r\n", count: 1000)),
        Peer("a chunk with an extension") { body in
            let size = String(body.utf8.count, radix: 16)
            return ok + "Transfer-Encoding: chunked\r\n\r\n\(size);name=\"value\"\r\n\(body)\r\n0;last\r\n\r\n"
        },
        Peer("a hundred interim answers") { body in
            String(repeating: "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", count: 100) + ok
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        },
        Peer("an offer of another protocol", headers: "Upgrade: h2c, websocket\r\nConnection: Upgrade"),
        Peer("a hundred cookies", headers: (0..<100).map { "Set-Cookie: a\($0)=b" }.joined(separator: "\r\n")),
        Peer("headers that are no text", headers: "X-\u{1}: \u{2}\u{7F}\r\nÄ: ö\r\n: nothing"),
        Peer("a quota beyond all numbers", headers: "X-RateLimit-Remaining: 99999999999999999999\r\nX-RateLimit-Limit: -1"),
    ]

    /// Answers that are none.
    static let unreadable = [
        Peer("nothing at all", .wire("")),
        Peer("bytes", .wire(Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37) }))),
        Peer("zeros", .wire(Data(count: 65_536))),
        Peer("a TLS alert", .wire(Data([0x15, 3, 1, 0, 2, 2, 40]))),
        Peer("another protocol", .wire("SSH-2.0-OpenSSH_9.2\r\n")),
        Peer("HTTP/0.9", .wire("{}")),
        Peer("HTTP/2 unasked", .wire("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")),
        Peer("a version of the future", .wire("HTTP/9.9 200 OK\r\n\r\n{}")),
        Peer("a status without end", .wire("HTTP/1.1 20000000000000000000 OK\r\n\r\n{}")),
        Peer("a status below zero", .wire("HTTP/1.1 -200 OK\r\n\r\n{}")),
        Peer("a status that is a word", .wire("HTTP/1.1 yes\r\n\r\n{}")),
        Peer("a switch to another protocol", .wire("HTTP/1.1 101 X\r\nUpgrade: websocket\r\n\r\n\u{81}\u{5}hello")),
        Peer("headers without end", .wire(LoopbackBody(start: ok, repeating: "X-A: b\r\n", times: 200_000, end: ""))),
        Peer("a header without end", .wire(LoopbackBody(start: ok + "X: ", repeating: "aaaaaaaa", times: 200_000, end: ""))),
        Peer(
            "a header that goes on and on", .wire(LoopbackBody(start: ok + "X: a", repeating: "\r\n b", times: 200_000, end: ""))),
        Peer(
            "interim answers without end",
            .wire(LoopbackBody(start: "", repeating: "HTTP/1.1 100 Continue\r\n\r\n", times: 100_000, end: ""))),
        Peer(
            "trailers without end",
            .wire(
                LoopbackBody(
                    start: ok + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n", repeating: "A: b\r\n", times: 200_000,
                    end: ""))),
        Peer("a length below zero", .wire(ok + "Content-Length: -1\r\n\r\n{")),
        Peer("a length beyond all numbers", .wire(ok + "Content-Length: 99999999999999999999\r\n\r\n{")),
        Peer("a length that is no number", .wire(ok + "Content-Length: many\r\n\r\n{")),
        Peer("two lengths", .wire(ok + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{ ")),
        Peer("a header without a colon", headers: "no colon"),
        Peer("a NUL in a header", .wire(ok + "X: \u{0}\r\n\r\n{")),
        Peer("a chunk below zero", chunk: "-5", trailers: ""),
        Peer("a chunk beyond all numbers", chunk: String(repeating: "F", count: 40), trailers: ""),
        Peer("a chunk of no number", chunk: "zz", trailers: ""),
        Peer("a chunk that is larger than it says", chunk: "1", trailers: ""),
        Peer("a chunk whose extension does not end", chunk: "5;" + String(repeating: "x", count: 200_000), trailers: ""),
        Peer("a coding that nobody asked for", headers: "Content-Encoding: br"),
        Peer("a coding that nobody knows", headers: "Content-Encoding: gzip, secret"),
        Peer("codings in codings", headers: "Content-Encoding: gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip"),
        Peer("a packed body that is none", headers: "Content-Encoding: gzip"),
        Peer("a packed body of nothing", .wire(ok + "Content-Encoding: gzip\r\nContent-Length: 0\r\n\r\n")),
        Peer("304 with a body", .wire("HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\n{}")),
        Peer("204 with a body", .wire("HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}")),
        Peer("a redirect to a place with a password", .wire("HTTP/1.1 302 X\r\nLocation: http://a:b@127.0.0.1/\r\n\r\n")),
        Peer("a redirect without a place", .wire("HTTP/1.1 302 X\r\nLocation:\r\n\r\n")),
    ]

    /// In CI a first sync says that there was no mirror; else nothing.
    private func tellsNothing(_ result: Program.Result) -> Bool {
        result.complaints.allSatisfy { $0.hasPrefix("note: there was no mirror in ") }
    }

    @Test("E1: a sound answer in odd clothes is read at once", arguments: readable)
    func odd(peer: Peer) async throws {
        let owner = try await Owner.signedIn(titles: 5)
        owner.simkl.fail(.path("/sync/activities"), with: peer.effect)
        let result = try await owner.run("sync", "--details", "0")
        #expect(result.code == 0 && tellsNothing(result), "\(result.code) \(result.errors)")
        #expect(owner.requests.filter { $0 == "GET /sync/activities" }.count == 1)
    }

    @Test("what is no answer does not end the program, and once over it is forgotten", arguments: unreadable)
    func once(peer: Peer) async throws {
        let owner = try await Owner.signedIn(titles: 5)
        owner.simkl.fail(.path("/sync/activities"), times: 1, with: peer.effect)
        let result = try await owner.run("sync", "--details", "0")
        if peer.testDescription.hasPrefix("a redirect") {
            #expect(result.code == 69 && result.errors.contains("leads astray"), "\(result.code) \(result.errors)")
        } else {
            #expect(result.code == 0 && tellsNothing(result), "\(result.code) \(result.errors)")
        }
    }

    @Test(
        "where nothing else ever comes, the end is 69 after one line", arguments: [unreadable[1], unreadable[12], unreadable[20]])
    func always(peer: Peer) async throws {
        let owner = try await Owner.signedIn(titles: 5)
        owner.simkl.fail(.everything, with: peer.effect)
        let result = try await owner.run("sync", "--details", "0")
        #expect(result.code == 69 && result.complaints.count == 1, "\(result.code) \(result.errors)")
    }

    // MARK: - What is too large

    /// Runs the program, and tells the most memory that it had, in megabytes.
    private func measured(_ owner: Owner, _ arguments: String...) async throws -> (result: Program.Result, peak: Int) {
        let script = """
            import resource, subprocess, sys
            code = subprocess.call(sys.argv[1:])
            print("peak", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
            sys.exit(code if code >= 0 else 128 - code)
            """
        let result = try await Program.run(
            ["python3", "-c", script, Program.path] + arguments, executable: "/usr/bin/env", environment: owner.environment,
            in: owner.folder)
        let peak = try #require(result.output.firstMatch(of: /peak (\d+)/)?.1)
        return (result, try #require(Int(peak)))
    }

    @Test("A15, E15: 8 GiB that come packed are stopped where they are unpacked, in the library and in three calendars at once")
    func bomb() async throws {
        for place in [LoopbackFault.Match.path("/sync/all-items"), .host(.cdn)] {
            let owner = try await Owner.signedIn(titles: 5)
            owner.simkl.fail(place, with: .gzipBomb(megabytes: 8192))
            let (result, peak) = try await measured(owner, "sync", "--details", "0")
            #expect(result.code == 69 && result.errors.contains("so it was not taken"), "\(result.code) \(result.errors)")
            #expect(peak < 400)
        }
    }
}
