import Foundation
import Synchronization

/// Simkl's API, asked as its rules want: paced, identified, and with the token only where it belongs.
///
/// One for a run: it holds the connections and knows what has been asked already.
public final class SimklClient: Sendable {
    let hosts: SimklHosts
    let identity: AppIdentity
    let timekeeper: Timekeeper
    private let keeper: GrantKeeper?
    private let transport = HTTPTransport()
    private let pacer: Pacer
    private let limits: HTTPTransport.Limits
    private let memory: Mutex<Memory>

    private struct Memory {
        /// By the timekeeper's uptime.
        var deadline: Duration
        var hasSucceeded = false
        var quota: Quota?
    }

    /// How long a run asks of Simkl, unless it says otherwise.
    public static let patience = Duration.seconds(900)

    /// - Parameters:
    ///   - keeper: whose account it is; nil for what needs no token.
    ///   - pace: what other runs keep to as well; nil for one that is alone.
    public convenience init(
        hosts: SimklHosts, identity: AppIdentity, keeper: GrantKeeper? = nil, pace: PaceFolder? = nil,
        timekeeper: Timekeeper = .system
    ) {
        self.init(
            hosts: hosts, identity: identity, keeper: keeper, timekeeper: timekeeper, limits: HTTPTransport.Limits(), pace: pace)
    }

    init(
        hosts: SimklHosts, identity: AppIdentity, keeper: GrantKeeper?, timekeeper: Timekeeper, limits: HTTPTransport.Limits,
        pace: PaceFolder? = nil
    ) {
        self.hosts = hosts
        self.identity = identity
        self.keeper = keeper
        self.timekeeper = timekeeper
        self.limits = limits
        pacer = Pacer(timekeeper: timekeeper, shared: pace)
        memory = Mutex(Memory(deadline: timekeeper.uptime() + Self.patience))
    }

    /// Begins a run: so much time from now on, all requests and pauses together. After it nothing is asked any more.
    public func setDeadline(in time: Duration) {
        let deadline = timekeeper.uptime() + time
        memory.withLock { $0.deadline = deadline }
    }

    private var timeLeft: Duration { memory.withLock { $0.deadline } - timekeeper.uptime() }

    /// What the last counted answer told.
    public var quota: Quota? { memory.withLock { $0.quota } }

    /// Asks until there is an answer that can be read, or none to be had.
    ///
    /// - Parameter read: reads the body's root; called once for each whole answer.
    func ask<Value: Sendable>(
        _ request: SimklRequest, read: @Sendable (JSONValue, inout WireReader) -> Value
    ) async throws(SimklError) -> Answer<Value> {
        try await ask(request) { answer throws(BadAnswer) in
            let (value, issues) = try answer.read(file: request.path, read)
            return Answer(
                value: value, issues: issues, body: answer.body, validators: answer.validators,
                pages: answer.headers["x-pagination-page-count"].flatMap(Int.init))
        }
    }

    /// Sends what is answered with a status and nothing more.
    func send(_ request: SimklRequest) async throws(SimklError) {
        try await ask(request) { answer throws(BadAnswer) in
            if let word = answer.error { throw .refusal(word) }
        }
    }

    /// As ``ask(_:read:)``, for answers that need not be JSON.
    func ask<Value: Sendable>(
        _ request: SimklRequest, take: @Sendable (HTTPAnswer) throws(BadAnswer) -> Value
    ) async throws(SimklError) -> Value {
        // Whoever waits for a new token stands in the account's lane already.
        if request.audience == .signIn { return try await persist(request, take: take) }
        let lane: Pacer.Lane = request.audience == .account ? .account : .others
        await pacer.enter(lane)
        let result: Result<Value, SimklError>
        do {
            result = .success(try await persist(request, take: take))
        } catch {
            result = .failure(error)
        }
        await pacer.leave(lane)
        return try result.get()
    }

    private func persist<Value: Sendable>(
        _ request: SimklRequest, take: @Sendable (HTTPAnswer) throws(BadAnswer) -> Value
    ) async throws(SimklError) -> Value {
        let host = (request.audience == .files ? hosts.files : hosts.api).host() ?? ""
        var rule = RetryRule(request, host: host)
        while timeLeft > .zero {
            let token = request.audience == .account ? try await keeper?.token(renewedBy: self) : nil
            if request.audience == .account, token == nil { throw .signInNeeded(reason: "Nobody is signed in.") }
            let verdict: RetryRule.Verdict
            do {
                if request.audience != .files { await pacer.turn(for: request.method) }
                let answer = try await follow(request, token: token)
                if request.isAnswered(by: answer.status) {
                    let value = try take(answer)
                    if request.audience == .account { memory.withLock { $0.hasSucceeded = true } }
                    return value
                }
                verdict = rule.verdict(on: answer, error: answer.error, circumstances)
            } catch let failure as TransportFailure {
                verdict = rule.verdict(on: failure, circumstances)
            } catch BadAnswer.notJSON(let reason) {
                verdict = rule.verdict(onGarbage: reason, circumstances)
            } catch BadAnswer.refusal(let word) {
                throw .refused(path: request.name, status: 200, error: word)
            } catch let error as SimklError {
                throw error
            } catch {
                throw .interrupted(host: host, reason: "unknown")
            }
            if timeLeft <= .zero { break }
            switch verdict {
            case .again(let pause): await timekeeper.sleep(pause)
            case .renewToken: if let token { try await keeper?.renew(rejected: token, by: self) }
            case .giveUp(let error): throw error
            }
            if Task.isCancelled { throw .interrupted(host: host, reason: "the run was cancelled") }
        }
        throw .outOfTime
    }

    private var circumstances: RetryRule.Circumstances {
        RetryRule.Circumstances(
            hasSucceeded: memory.withLock { $0.hasSucceeded }, canRenew: keeper?.canRenew ?? false, now: timekeeper.now(),
            jitter: timekeeper.jitter(), timeLeft: timeLeft)
    }

    /// Sends a request, and a read on to where it is redirected: at most five hops, never with the token to another place, never
    /// from a safe connection to an open one.
    private func follow(_ request: SimklRequest, token: Secret?) async throws -> HTTPAnswer {
        var next = try request.httpRequest(to: hosts, as: identity)
        if let token { next[header: "Authorization"] = "Bearer \(token.revealed)" }
        for _ in 0...5 {
            let answer = try await transport.answer(to: next, limits: limits(for: request))
            remember(answer)
            guard [301, 302, 303, 307, 308].contains(answer.status), request.method == .get else { return answer }
            guard let location = answer.headers["location"], let to = URL(string: location, relativeTo: next.url)?.absoluteURL,
                let host = to.host(), to.user() == nil,
                to.scheme == "https" || (to.scheme == "http" && next.url.scheme == "http" && SimklHosts.isThisMachine(host))
            else {
                throw SimklError.redirected(path: request.name, reason: "to no safe address")
            }
            if (to.scheme, host, to.port) != (next.url.scheme, next.url.host(), next.url.port) {
                next[header: "Authorization"] = nil
            }
            next.url = to
        }
        throw SimklError.redirected(path: request.name, reason: "more than five redirects")
    }

    private func limits(for request: SimklRequest) -> HTTPTransport.Limits {
        var limits = limits
        limits.total = min(limits.total, timeLeft)
        if request.audience != .account { limits.bodyBytes = min(limits.bodyBytes, limits.fileBytes) }
        return limits
    }

    private func remember(_ answer: HTTPAnswer) {
        guard let remaining = answer.headers["x-ratelimit-remaining"].flatMap(Int.init) else { return }
        let quota = Quota(limit: answer.headers["x-ratelimit-limit"].flatMap(Int.init), remaining: remaining)
        memory.withLock { $0.quota = quota }
    }
}

/// Why the body of an answer is not what was asked for.
enum BadAnswer: Error {
    case notJSON(String)
    /// Simkl's word for what is wrong, though the status says that all is well.
    case refusal(String)
}

extension HTTPAnswer {
    /// Reads the body's root.
    func read<Value>(
        file: String, _ read: (JSONValue, inout WireReader) -> Value
    ) throws(BadAnswer) -> (value: Value, issues: [ReadingIssue]) {
        var reader = WireReader(file: file)
        let result: Result<Value, BadAnswer>
        do {
            result = try PaddedText(body).parse { root, mends in
                if let word = root.errorWord { return .failure(.refusal(word)) }
                reader.note(mends)
                return .success(read(root, &reader))
            }
        } catch {
            throw .notJSON(error.reason)
        }
        return (try result.get(), reader.issues)
    }

    /// Simkl's word for what is wrong.
    var error: String? { (try? PaddedText(body).parse { root in root.errorWord }) ?? nil }

    /// Until when something stands in the way, where the body tells.
    var expiresAt: WireDate? {
        (try? PaddedText(body).parse { root in root["expires_at"]?.string.flatMap { WireDate($0) } }) ?? nil
    }
}

extension JSONValue {
    /// Simkl's word for what is wrong, in an answer that is an error. It may be printed, so it must be a word and nothing else.
    var errorWord: String? {
        self["error"]?.string.map {
            String(
                $0.unicodeScalars.prefix(60).filter {
                    $0.isASCII && ($0.properties.isAlphabetic || "0123456789_- ".unicodeScalars.contains($0))
                }.map(Character.init))
        }
    }
}
