import Foundation
import Testing

@testable import Simkl

/// What is done about each answer that is not the one that was asked for. `A1` and so on are the faults of the fault matrix.
@Suite("Retries")
struct RetryRuleTests {
    private let now: Int64 = 1_780_000_000

    private func circumstances(succeeded: Bool = true, canRenew: Bool = false, jitter: Double = 0) -> RetryRule.Circumstances {
        RetryRule.Circumstances(hasSucceeded: succeeded, canRenew: canRenew, now: now, jitter: jitter)
    }

    private func rule(_ method: SimklRequest.Method = .get, _ audience: SimklRequest.Audience = .account) -> RetryRule {
        RetryRule(SimklRequest(method: method, audience: audience, path: "/x"), host: "api.simkl.com")
    }

    private func answer(_ status: Int, _ headers: [String: String] = [:]) -> HTTPAnswer {
        HTTPAnswer(status: status, headers: headers, body: Data())
    }

    /// Every pause until the rule gives up, and what it gives up with.
    private func course(
        _ circumstances: RetryRule.Circumstances,
        _ next: (inout RetryRule, RetryRule.Circumstances) -> RetryRule.Verdict
    ) -> (pauses: [Duration], end: RetryRule.Verdict) {
        var rule = rule()
        var pauses: [Duration] = []
        while true {
            let verdict = next(&rule, circumstances)
            guard case .again(let pause) = verdict else { return (pauses, verdict) }
            pauses.append(pause)
        }
    }

    private func seconds(_ numbers: Int...) -> [Duration] { numbers.map { .seconds($0) } }

    struct Case: Sendable, CustomTestStringConvertible {
        let fault: String
        let status: Int
        var error: String?
        var headers: [String: String] = [:]
        var pauses: [Int] = []
        let end: SimklError

        var testDescription: String { fault }
    }

    @Test(
        "an answer is asked for again as often as its kind deserves, then given up",
        arguments: [
            Case(
                fault: "A1 401 after a success is a hiccup, once", status: 401, error: "user_token_failed", pauses: [90],
                end: .signInNeeded(reason: "Simkl no longer accepts the token (user_token_failed).")),
            Case(fault: "A2 403", status: 403, error: "private_profile", end: .forbidden(path: "/x", error: "private_profile")),
            Case(fault: "A3 404", status: 404, error: "id_err", end: .notFound(path: "/x")),
            Case(fault: "A4 412", status: 412, error: "client_id_failed", end: .clientRefused),
            Case(fault: "A5 write lock", status: 400, error: "RATE_LIMIT", pauses: [5], end: .locked(path: "/x")),
            Case(
                fault: "A5 write lock, as the guide writes it", status: 400, error: "rate_limit", pauses: [5],
                end: .locked(path: "/x")),
            Case(
                fault: "A6 429 with Retry-After in seconds", status: 429, headers: ["retry-after": "20"],
                pauses: [20, 20, 20, 20, 20], end: .tooFast(path: "/x")),
            Case(
                fault: "A6 429 with Retry-After as a date", status: 429,
                headers: ["retry-after": "Thu, 28 May 2026 20:27:10 GMT"],
                pauses: [30, 30, 30, 30, 30], end: .tooFast(path: "/x")),
            Case(
                fault: "A6 the total wait is capped", status: 429, headers: ["retry-after": "140"], pauses: [140, 140],
                end: .tooFast(path: "/x")),
            Case(fault: "A7 429 without Retry-After", status: 429, pauses: [1, 2, 4, 8, 16], end: .tooFast(path: "/x")),
            Case(
                fault: "A7 the per-second limit ignores Retry-After", status: 429, error: "rate_limit",
                headers: ["retry-after": "45000"], pauses: [1, 2, 4, 8, 16], end: .tooFast(path: "/x")),
            Case(
                fault: "E4 the per-second limit with a Retry-After that can be waited for", status: 429, error: "rate_limit",
                headers: ["retry-after": "140"], pauses: [140, 140], end: .tooFast(path: "/x")),
            Case(
                fault: "E4 the write lock with a Retry-After that can be waited for", status: 400, error: "rate_limit",
                headers: ["retry-after": "300"], pauses: [300], end: .locked(path: "/x")),
            Case(
                fault: "A7 the daily quota is final", status: 429, error: "user_limit_exceeded",
                headers: ["retry-after": "45000"], end: .quotaUsed(secondsLeft: 45000)),
            Case(
                fault: "A7 the app's daily quota is final", status: 429, error: "app_limit_exceeded",
                end: .quotaUsed(secondsLeft: nil)),
            Case(
                fault: "A8 500", status: 500, error: "internal", pauses: [1, 2, 4, 8, 16],
                end: .unavailable(path: "/x", status: 500)),
            Case(
                fault: "A8 520 of the proxy", status: 520, pauses: [1, 2, 4, 8, 16], end: .unavailable(path: "/x", status: 520)),
            Case(fault: "A8 408", status: 408, pauses: [1, 2, 4, 8, 16], end: .unavailable(path: "/x", status: 408)),
            Case(
                fault: "A8 503 with Retry-After", status: 503, headers: ["retry-after": "10"], pauses: [10, 10, 10, 10, 16],
                end: .unavailable(path: "/x", status: 503)),
            Case(
                fault: "E2 304 to a question without validators", status: 304, pauses: [1],
                end: .withheld(path: "/x", status: 304, error: "without a word")),
            Case(
                fault: "E2 204", status: 204, pauses: [1], end: .withheld(path: "/x", status: 204, error: "without a word")),
            Case(
                fault: "E2 206", status: 206, pauses: [1], end: .withheld(path: "/x", status: 206, error: "without a word")),
            Case(
                fault: "a change to another protocol", status: 101, pauses: [1],
                end: .withheld(path: "/x", status: 101, error: "without a word")),
            Case(fault: "max_items", status: 400, error: "max_items", end: .tooManyItems(path: "/x")),
            Case(
                fault: "another 400", status: 400, error: "empty_field",
                end: .refused(path: "/x", status: 400, error: "empty_field")),
        ])
    func answers(_ test: Case) {
        let (pauses, end) = course(circumstances()) { $0.verdict(on: answer(test.status, test.headers), error: test.error, $1) }
        #expect(pauses == test.pauses.map { .seconds($0) })
        #expect(end == .giveUp(test.end))
    }

    @Test("A1 a 401 on the first call of a run is final")
    func firstCall() {
        var rule = rule()
        let refusal = SimklError.signInNeeded(reason: "Simkl no longer accepts the token (user_token_failed).")
        #expect(rule.verdict(on: answer(401), error: "user_token_failed", circumstances(succeeded: false)) == .giveUp(refusal))
    }

    @Test("an expired token is renewed once, if it can be", arguments: [SimklRequest.Method.get, .post])
    func expired(method: SimklRequest.Method) {
        var renewable = rule(method)
        #expect(renewable.verdict(on: answer(401), error: "invalid_token", circumstances(canRenew: true)) == .renewToken)
        let refusal = SimklError.signInNeeded(reason: "Simkl no longer accepts the token (invalid_token).")
        #expect(renewable.verdict(on: answer(401), error: "invalid_token", circumstances(canRenew: true)) == .giveUp(refusal))
        var fixed = rule(method)
        #expect(fixed.verdict(on: answer(401), error: "invalid_token", circumstances()) == .giveUp(refusal))
    }

    @Test("E3, E4 a pause that Simkl asks for is waited for, unless the run is over before", arguments: [299, 300, 301])
    func pausesAndTheEnd(seconds: Int) {
        func verdict(timeLeft: Duration) -> RetryRule.Verdict {
            var rule = rule()
            var circumstances = circumstances()
            circumstances.timeLeft = timeLeft
            return rule.verdict(on: answer(429, ["retry-after": String(seconds)]), error: nil, circumstances)
        }
        let isPatient = seconds <= 300
        #expect(
            verdict(timeLeft: .seconds(900)) == (isPatient ? .again(after: .seconds(seconds)) : .giveUp(.tooFast(path: "/x"))))
        #expect(verdict(timeLeft: .seconds(299)) == .giveUp(.tooFast(path: "/x")))
    }

    @Test(
        "a pause that no calendar can hold is bounded",
        arguments: ["99999999999999999999", "9223372036854775807", "-9223372036854775808"])
    func endlessPause(text: String) {
        #expect((answer(429, ["retry-after": text]).retryAfter(now: now) ?? 0) <= 31_536_000)
    }

    @Test("a date that no calendar can hold is bounded", arguments: ["0001", "9999", "999999999", "292277026596"])
    func endlessDate(year: String) {
        let seconds = answer(429, ["retry-after": "Sun, 01 Nov \(year) 00:01:00 GMT"]).retryAfter(now: now)
        #expect((0...31_536_000).contains(seconds ?? 0))
    }

    @Test("A8 a write is never sent twice unless it was refused unread", arguments: [500, 502, 503, 408])
    func writes(status: Int) {
        var rule = rule(.post)
        #expect(
            rule.verdict(on: answer(status), error: nil, circumstances()) == .giveUp(.unavailable(path: "/x", status: status)))
        #expect(rule.verdict(on: answer(429), error: "rate_limit", circumstances()) == .again(after: .seconds(1)))
        let cut = rule.verdict(on: .interrupted(reason: "cut"), circumstances())
        #expect(cut == .giveUp(.interrupted(host: "api.simkl.com", reason: "cut")))
    }

    @Test("A10, A12, B1, B2, B3 connections are tried again, garbage once, a wrong certificate never")
    func failures() {
        func course(_ failure: TransportFailure) -> (pauses: [Duration], end: RetryRule.Verdict) {
            self.course(circumstances()) { $0.verdict(on: failure, $1) }
        }
        let cut = course(.interrupted(reason: "cut"))
        #expect(cut.pauses == seconds(1, 2, 4))
        #expect(cut.end == .giveUp(.interrupted(host: "api.simkl.com", reason: "cut")))
        let away = course(.unreachable(reason: "gone"))
        #expect(away.pauses == seconds(1, 2))
        #expect(away.end == .giveUp(.unreachable(host: "api.simkl.com", reason: "gone")))
        #expect(course(.untrusted).end == .giveUp(.untrusted(host: "api.simkl.com")))
        #expect(course(.untrusted).pauses.isEmpty)
        #expect(course(.tooLarge(limit: 1 << 20)).end == .giveUp(.tooLarge(path: "/x", limit: 1 << 20)))
        let garbage = self.course(circumstances()) { $0.verdict(onGarbage: "an HTML page", $1) }
        #expect(garbage.pauses == seconds(1))
        #expect(garbage.end == .giveUp(.notJSON(path: "/x", reason: "an HTML page")))
    }

    @Test("pauses are spread by up to a half, so that many do not come back at once")
    func jitter() {
        let (pauses, _) = course(circumstances(jitter: 0.5)) { $0.verdict(on: answer(500), error: nil, $1) }
        #expect(pauses == [1.25, 2.5, 5, 10, 20].map { .seconds($0) })
    }
}
