/// Decides what to do about an answer that is not what was asked for: wait and ask again, get a new token, or give up.
///
/// Shape: one for each request; it remembers how often and how long it has waited.
/// Source: Simkl's rate limits and error pages; the three kinds of 429, the write lock, the burst of 401s and the 412 each have
/// their own way.
struct RetryRule {
    let method: SimklRequest.Method
    let audience: SimklRequest.Audience
    let path: String
    let host: String

    private var tries: [Cause: Int] = [:]
    private var waited = Duration.zero

    init(_ request: SimklRequest, host: String) {
        method = request.method
        audience = request.audience
        path = request.name
        self.host = host
    }

    enum Verdict: Equatable {
        case again(after: Duration)
        case renewToken
        case giveUp(SimklError)
    }

    /// What a run knows when an answer comes.
    struct Circumstances {
        /// Whether the account has answered in this run: then a 401 may be a hiccup.
        var hasSucceeded: Bool
        var canRenew: Bool
        var now: Int64
        /// How much longer than it has to it waits: from 0 up to 1.
        var jitter: Double
        /// Until the run has to be over.
        var timeLeft = SimklClient.patience
    }

    private enum Cause: Hashable { case away, cut, garbage, tooFast, lock, burst, renewal }

    /// The most that one request waits in all.
    static let patience = Duration.seconds(300)
    private static let pauses = [1, 2, 4, 8, 16]

    mutating func verdict(on failure: TransportFailure, _ circumstances: Circumstances) -> Verdict {
        switch failure {
        case .untrusted: return .giveUp(.untrusted(host: host))
        case .tooLarge(let limit): return .giveUp(.tooLarge(path: path, limit: limit))
        case .unreachable(let reason):
            return backOff(.away, retries: 2, else: .unreachable(host: host, reason: reason), circumstances)
        case .interrupted(let reason):
            return backOff(.cut, retries: 3, else: .interrupted(host: host, reason: reason), circumstances)
        }
    }

    /// - Parameter error: the word of Simkl's in the body, if there is one.
    mutating func verdict(on answer: HTTPAnswer, error: String?, _ circumstances: Circumstances) -> Verdict {
        let retryAfter = answer.retryAfter(now: circumstances.now)
        switch answer.status {
        case 400 where error?.lowercased() == "rate_limit":
            return once(.lock, after: .seconds(max(5, Self.brief(retryAfter) ?? 0)), else: .locked(path: path), circumstances)
        case 400 where error == "max_items": return .giveUp(.tooManyItems(path: path))
        case 401 where audience != .signIn: return unauthorized(error, circumstances)
        case 403: return .giveUp(.forbidden(path: path, error: error ?? "forbidden"))
        case 404: return .giveUp(.notFound(path: path))
        case 409 where path.hasPrefix("/scrobble/"):
            return .giveUp(.conflict(path: path, error: error, until: answer.expiresAt))
        case 412: return .giveUp(.clientRefused)
        case 429: return limited(error, retryAfter, circumstances)
        case 408, 500...599:
            return backOff(
                .away, retries: 5, atLeast: retryAfter, else: .unavailable(path: path, status: answer.status), circumstances)
        case 100..<300, 304:
            let error = SimklError.withheld(path: path, status: answer.status, error: error ?? "without a word")
            return backOff(.garbage, retries: 1, else: error, circumstances)
        default: return .giveUp(.refused(path: path, status: answer.status, error: error ?? "without a word"))
        }
    }

    /// A body that is not JSON may have been damaged on its way: once more.
    mutating func verdict(onGarbage reason: String, _ circumstances: Circumstances) -> Verdict {
        backOff(.garbage, retries: 1, else: .notJSON(path: path, reason: reason), circumstances)
    }

    private mutating func unauthorized(_ error: String?, _ circumstances: Circumstances) -> Verdict {
        // Refused before anything was done, so a write may be sent again as well.
        if error == "invalid_token", circumstances.canRenew, count(.renewal) == 1 { return .renewToken }
        let refusal = SimklError.signInNeeded(reason: "Simkl no longer accepts the token (\(error ?? "401")).")
        guard circumstances.hasSucceeded, error == "user_token_failed" else { return .giveUp(refusal) }
        return once(.burst, after: .seconds(90), else: refusal, circumstances)
    }

    private mutating func limited(_ error: String?, _ retryAfter: Int?, _ circumstances: Circumstances) -> Verdict {
        switch error {
        case "rate_limit":
            return backOff(
                .tooFast, retries: 5, atLeast: Self.brief(retryAfter), isWriteSafe: true, else: .tooFast(path: path),
                circumstances)
        case "user_limit_exceeded", "app_limit_exceeded": return .giveUp(.quotaUsed(secondsLeft: retryAfter))
        default:
            return backOff(
                .tooFast, retries: 5, atLeast: retryAfter, isWriteSafe: true, else: .tooFast(path: path), circumstances)
        }
    }

    /// Where Simkl says that all came too fast, Retry-After may hold the end of the day, which is not meant.
    private static func brief(_ retryAfter: Int?) -> Int? { retryAfter.flatMap { .seconds($0) <= patience ? $0 : nil } }

    /// Waits 1, 2, 4, 8, 16 seconds and up to a half more, at least as long as asked, and never beyond ``patience`` in all, nor
    /// beyond the end of the run.
    private mutating func backOff(
        _ cause: Cause, retries: Int, atLeast seconds: Int? = nil, isWriteSafe: Bool = false, else error: SimklError,
        _ circumstances: Circumstances
    ) -> Verdict {
        // Nobody knows whether a write that got no answer was carried out; asking for a token twice does no harm.
        guard method == .get || audience == .signIn || isWriteSafe else { return .giveUp(error) }
        let retry = count(cause)
        guard retry <= retries, retry <= Self.pauses.count else { return .giveUp(error) }
        let pause = Duration.seconds(Self.pauses[retry - 1]) * (1 + circumstances.jitter / 2)
        return wait(max(pause, .seconds(seconds ?? 0)), else: error, circumstances)
    }

    private mutating func once(
        _ cause: Cause, after pause: Duration, else error: SimklError, _ circumstances: Circumstances
    ) -> Verdict {
        count(cause) == 1 ? wait(pause, else: error, circumstances) : .giveUp(error)
    }

    private mutating func wait(_ pause: Duration, else error: SimklError, _ circumstances: Circumstances) -> Verdict {
        guard waited + pause <= Self.patience, pause < circumstances.timeLeft else { return .giveUp(error) }
        waited += pause
        return .again(after: pause)
    }

    private mutating func count(_ cause: Cause) -> Int {
        tries[cause, default: 0] += 1
        return tries[cause, default: 0]
    }
}
