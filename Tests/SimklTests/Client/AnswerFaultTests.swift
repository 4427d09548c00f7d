import Foundation
import TestSupport
import Testing

@testable import Simkl

/// Answers that came whole, and are not what was asked for. `A5` and so on are the faults of the fault matrix.
@Suite("Answer faults")
struct AnswerFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let effect: LoopbackEffect
        var times = Int.max
        var pauses: [Int] = []
        var error: SimklError?
    }

    private static let path = "/sync/activities"

    @Test(
        "each answer is asked for again as its kind deserves, with the pauses that it asks for",
        arguments: [
            Case(testDescription: "A5 the write lock, let go", effect: .locked, times: 1, pauses: [5]),
            Case(testDescription: "A5 the write lock, held", effect: .locked, pauses: [5], error: .locked(path: path)),
            Case(testDescription: "A6 429 with seconds", effect: .status(429, "slow", retryAfter: "7"), times: 1, pauses: [7]),
            Case(
                testDescription: "A6 429 with a date",
                effect: .status(429, "slow", retryAfter: "Sun, 01 Nov 2026 00:01:00 GMT"), times: 1, pauses: [60]),
            Case(
                testDescription: "A6 429 with more patience than there is", effect: .status(429, "slow", retryAfter: "301"),
                error: .tooFast(path: path)),
            Case(
                testDescription: "A6 429 with nonsense", effect: .status(429, "slow", retryAfter: "soon"), times: 1, pauses: [1]),
            Case(
                testDescription: "A6 429 with less than nothing", effect: .status(429, "slow", retryAfter: "-5"), times: 1,
                pauses: [1]),
            Case(
                testDescription: "A7 429 of the second, whose Retry-After is the day's", effect: .tooFast, times: 3,
                pauses: [1, 2, 4]),
            Case(
                testDescription: "A7 429 without end", effect: .tooFast, pauses: [1, 2, 4, 8, 16], error: .tooFast(path: path)),
            Case(testDescription: "A7 the day's quota", effect: .quotaGone, error: .quotaUsed(secondsLeft: 45000)),
            Case(
                testDescription: "A7 the app's quota", effect: .status(429, "app_limit_exceeded"),
                error: .quotaUsed(secondsLeft: nil)),
            Case(testDescription: "A8 500, 500", effect: .status(500), times: 2, pauses: [1, 2]),
            Case(testDescription: "A8 520 as a page", effect: .gateway(520), times: 1, pauses: [1]),
            Case(testDescription: "A8 408", effect: .status(408, "timeout"), times: 1, pauses: [1]),
            Case(testDescription: "A8 503 with Retry-After", effect: .status(503, retryAfter: "20"), times: 1, pauses: [20]),
            Case(
                testDescription: "A8 502 without end", effect: .gateway(), pauses: [1, 2, 4, 8, 16],
                error: .unavailable(path: path, status: 502)),
            Case(
                testDescription: "A1 401 on the first call", effect: .tokenFailed,
                error: .signInNeeded(reason: "Simkl no longer accepts the token (user_token_failed).")),
            Case(testDescription: "A2 403", effect: .forbidden, error: .forbidden(path: path, error: "private_profile")),
            Case(testDescription: "A3 404", effect: .notFound, error: .notFound(path: path)),
            Case(testDescription: "A4 412", effect: .clientFailed, error: .clientRefused),
            Case(
                testDescription: "200 with an error", effect: .json(["error": "premium_only"]),
                error: .refused(path: path, status: 200, error: "premium_only")),
            Case(
                testDescription: "E2 304, though nobody asked for a change", effect: .status(304), pauses: [1],
                error: .withheld(path: path, status: 304, error: "without a word")),
            Case(
                testDescription: "E2 204", effect: .status(204), pauses: [1],
                error: .withheld(path: path, status: 204, error: "without a word")),
            Case(
                testDescription: "E2 206, once", effect: .json(["all": "2026-11-01T00:00:00Z"], status: 206), times: 1,
                pauses: [1]),
            Case(
                testDescription: "400 with a text of somebody else's", effect: .status(400, "<script>\u{1B}[2J\n../"),
                error: .refused(path: path, status: 400, error: "script2J")),
            Case(testDescription: "A12 random bytes, once", effect: .randomBytes(), times: 1, pauses: [1]),
            Case(testDescription: "A12 broken gzip, once", effect: .brokenGzip, times: 1, pauses: [1]),
            Case(testDescription: "A13 a page, once", effect: .html, times: 1, pauses: [1]),
            Case(testDescription: "A14 nothing, once", effect: .empty, times: 1, pauses: [1]),
            Case(
                testDescription: "A13 a page, always", effect: .html, pauses: [1],
                error: .notJSON(path: path, reason: "this is an HTML page, not JSON")),
            Case(
                testDescription: "A14 nothing, always", effect: .empty, pauses: [1],
                error: .notJSON(path: path, reason: "the file is empty")),
        ])
    func answers(test: Case) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, times: test.times, with: test.effect)
        #expect(await connected.error { _ = try await $0.activities() } == test.error)
        #expect(connected.pauses == test.pauses)
        #expect(connected.simkl.log.count == test.pauses.count + 1)
    }

    @Test(
        "A12, A15 what is no JSON in the end is an error and no trap",
        arguments: [
            Case(testDescription: "random bytes", effect: .randomBytes()),
            Case(testDescription: "broken gzip", effect: .brokenGzip),
            Case(testDescription: "200,000 lists in each other", effect: .nested(200_000)),
            Case(testDescription: "lists that never end", effect: .body(String(repeating: "[", count: 200_000))),
            Case(testDescription: "objects that never end", effect: .body(String(repeating: #"{"error":"#, count: 200_000))),
        ])
    func garbage(test: Case) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, with: test.effect)
        let error = await connected.error { _ = try await $0.rows(LibraryQuery(.full)) }
        #expect(error?.outlook == .unreachable, "\(String(describing: error))")
        #expect(connected.simkl.log.count <= 4)
    }

    @Test("A12, E6 titles that are no UTF-8 are mended, and a note says so")
    func mended() async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, with: .invalidUTF8)
        let answer = try await connected.client.rows(LibraryQuery(.full, bucket: .anime))
        #expect(Set(answer.value.map(\.id)) == Set(connected.simkl.account.ids(.anime)))
        let texts = answer.value.map { String(decoding: $0.text, as: UTF8.self) }
        #expect(texts.allSatisfy { $0.contains("\"title\":\"\u{FFFD}(\u{FFFD}") })
        #expect(answer.issues.map(\.loss) == [.text])
    }

    @Test("A12 members that stand twice are read once")
    func duplicates() async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, with: .duplicateKeys)
        #expect(try await connected.client.rows(LibraryQuery(.full)).value == [])
    }

    @Test(
        "A15 a body or a bomb over the limit is broken off, and not asked for again",
        arguments: [
            Case(testDescription: "64 MB", effect: .huge(megabytes: 64)),
            Case(testDescription: "a bomb of 64 MB", effect: .gzipBomb(megabytes: 64)),
        ])
    func tooLarge(test: Case) async throws {
        let connected = try await ConnectedClient(limits: ConnectedClient.limits(bodyBytes: 1 << 20))
        connected.simkl.fail(.everything, with: test.effect)
        let error = await connected.error { _ = try await $0.rows(LibraryQuery(.full)) }
        #expect(error == .tooLarge(path: "/sync/all-items", limit: 1 << 20))
        #expect(connected.simkl.log.count == 1)
    }
}
