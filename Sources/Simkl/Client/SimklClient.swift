import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Simkl's API, asked as its rules want: paced, identified, and with the token only where it belongs.
///
/// One for a run: it holds the connections and knows what has been asked already.
public final class SimklClient: Sendable {
    let hosts: SimklHosts
    let identity: AppIdentity
    let timekeeper: Timekeeper
    private let keeper: GrantKeeper?
    private let transport: HTTPTransport
    private let pacer: Pacer
    private let limits: HTTPTransport.Limits
    private let memory = Mutex(Memory())

    private struct Memory {
        var hasSucceeded = false
        var quota: Quota?
    }

    /// - Parameter keeper: whose account it is; nil for what needs no token.
    public convenience init(
        hosts: SimklHosts, identity: AppIdentity, keeper: GrantKeeper? = nil, timekeeper: Timekeeper = .system
    ) {
        self.init(hosts: hosts, identity: identity, keeper: keeper, timekeeper: timekeeper, limits: HTTPTransport.Limits())
    }

    init(
        hosts: SimklHosts, identity: AppIdentity, keeper: GrantKeeper?, timekeeper: Timekeeper, limits: HTTPTransport.Limits
    ) {
        self.hosts = hosts
        self.identity = identity
        self.keeper = keeper
        self.timekeeper = timekeeper
        self.limits = limits
        transport = HTTPTransport(limits: limits)
        pacer = Pacer(timekeeper: timekeeper)
    }

    /// What the last counted answer told.
    public var quota: Quota? { memory.withLock { $0.quota } }

    /// Asks until there is an answer that can be read, or none to be had.
    ///
    /// - Parameter read: reads the body's root; called once for each whole answer.
    func ask<Value: Sendable>(
        _ request: SimklRequest, read: @Sendable (JSONValue, inout WireReader) -> Value
    ) async throws(SimklError) -> Answer<Value> {
        try await ask(request) { answer throws(JSONFault) in
            var reader = WireReader(file: request.path)
            let value = try PaddedText(answer.body).parse { read($0, &reader) }
            return Answer(value: value, issues: reader.issues, body: answer.body, validators: answer.validators)
        }
    }

    /// Sends what is answered with a status and nothing more.
    func send(_ request: SimklRequest) async throws(SimklError) { try await ask(request) { _ throws(JSONFault) in } }

    /// As ``ask(_:read:)``, for answers that need not be JSON.
    func ask<Value: Sendable>(
        _ request: SimklRequest, accepting others: Set<Int> = [], take: @Sendable (HTTPAnswer) throws(JSONFault) -> Value
    ) async throws(SimklError) -> Value {
        // Whoever waits for a new token stands in the account's lane already.
        if request.audience == .signIn { return try await persist(request, accepting: others, take: take) }
        let lane: Pacer.Lane = request.audience == .account ? .account : .others
        await pacer.enter(lane)
        let result: Result<Value, SimklError>
        do {
            result = .success(try await persist(request, accepting: others, take: take))
        } catch {
            result = .failure(error)
        }
        await pacer.leave(lane)
        return try result.get()
    }

    private func persist<Value: Sendable>(
        _ request: SimklRequest, accepting others: Set<Int>, take: @Sendable (HTTPAnswer) throws(JSONFault) -> Value
    ) async throws(SimklError) -> Value {
        let host = (request.audience == .files ? hosts.files : hosts.api).host() ?? ""
        var rule = RetryRule(request, host: host)
        while true {
            let token = request.audience == .account ? try await keeper?.token(renewedBy: self) : nil
            if request.audience == .account, token == nil { throw .signInNeeded(reason: "Nobody is signed in.") }
            let verdict: RetryRule.Verdict
            do {
                if request.audience != .files { await pacer.turn(for: request.method) }
                let answer = try await follow(request, token: token)
                if (200..<300).contains(answer.status) || others.contains(answer.status) {
                    if let error = Self.error(in: answer) {
                        throw Trouble.final(.refused(path: request.name, status: answer.status, error: error))
                    }
                    let value = try take(answer)
                    if request.audience == .account { memory.withLock { $0.hasSucceeded = true } }
                    return value
                }
                verdict = rule.verdict(on: answer, error: Self.error(in: answer), circumstances)
            } catch let failure as TransportFailure {
                verdict = rule.verdict(on: failure, bodyLimit: limits.bodyBytes, circumstances)
            } catch let fault as JSONFault {
                verdict = rule.verdict(onGarbage: fault.reason, circumstances)
            } catch Trouble.final(let error) {
                throw error
            } catch {
                throw .interrupted(host: host, reason: "unknown")
            }
            switch verdict {
            case .again(let pause): await timekeeper.sleep(pause)
            case .renewToken: if let token { try await keeper?.renew(rejected: token, by: self) }
            case .giveUp(let error): throw error
            }
            if Task.isCancelled { throw .interrupted(host: host, reason: "the run was cancelled") }
        }
    }

    private enum Trouble: Error { case final(SimklError) }

    private var circumstances: RetryRule.Circumstances {
        RetryRule.Circumstances(
            hasSucceeded: memory.withLock { $0.hasSucceeded }, canRenew: keeper?.canRenew ?? false, now: timekeeper.now(),
            dice: timekeeper.dice())
    }

    /// Sends a request, and a read on to where it is redirected: at most five hops, never with the token to another place, never
    /// from a safe connection to an open one.
    private func follow(_ request: SimklRequest, token: Secret?) async throws -> HTTPAnswer {
        var next: URLRequest
        do { next = try request.urlRequest(to: hosts, as: identity) } catch { throw Trouble.final(error) }
        if let token { next.setValue("Bearer \(token.revealed)", forHTTPHeaderField: "Authorization") }
        for _ in 0...5 {
            let answer = try await transport.answer(to: next)
            remember(answer)
            guard [301, 302, 303, 307, 308].contains(answer.status), request.method == .get else { return answer }
            guard let from = next.url, let location = answer.headers["location"],
                let to = URL(string: location, relativeTo: from)?.absoluteURL, let host = to.host(),
                to.scheme == "https" || (to.scheme == "http" && from.scheme == "http" && SimklHosts.isThisMachine(host))
            else {
                throw Trouble.final(.redirected(path: request.name, reason: "to no safe address"))
            }
            if (to.scheme, host, to.port) != (from.scheme, from.host(), from.port) {
                next.setValue(nil, forHTTPHeaderField: "Authorization")
            }
            next.url = to
        }
        throw Trouble.final(.redirected(path: request.name, reason: "more than five redirects"))
    }

    private func remember(_ answer: HTTPAnswer) {
        guard let remaining = answer.headers["x-ratelimit-remaining"].flatMap(Int.init) else { return }
        let quota = Quota(limit: answer.headers["x-ratelimit-limit"].flatMap(Int.init), remaining: remaining)
        memory.withLock { $0.quota = quota }
    }

    /// Simkl's word for what is wrong, also where the status says that all is well.
    private static func error(in answer: HTTPAnswer) -> String? {
        guard answer.body.count < 10_000 else { return nil }
        let word = try? PaddedText(answer.body).parse { root -> String? in root["error"]?.string }
        // It may be printed, so it must be a word and nothing else.
        return (word ?? nil).map {
            String($0.prefix(60).filter { $0.isASCII && ($0.isLetter || $0.isNumber || "_- ".contains($0)) })
        }
    }
}
