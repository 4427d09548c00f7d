import Foundation

/// What has been used up, and who is still being served.
struct Limits: Sendable {
    fileprivate var day = ""
    fileprivate var used = 0
    fileprivate var reads: [ContinuousClock.Instant] = []
    fileprivate var writes: [ContinuousClock.Instant] = []
    var lockedUntil: ContinuousClock.Instant?
    var served = 0
    var writing = 0

    /// Uses up the day's quota but for some calls.
    mutating func leave(_ calls: Int, of quota: Int, now: Date) {
        day = Self.day(now)
        used = quota - calls
    }

    fileprivate static func day(_ now: Date) -> String { String(midnight(after: now).timeIntervalSince1970) }

    /// Quotas start anew at midnight in New York.
    fileprivate static func midnight(after now: Date) -> Date {
        var calendar = Foundation.Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "America/New_York") ?? .gmt
        return calendar.nextDate(after: now, matching: DateComponents(hour: 0, minute: 0, second: 0), matchingPolicy: .nextTime)
            ?? now
    }
}

extension LoopbackState {
    /// Counts a call, or refuses it; the headers to send along.
    mutating func count(_ request: LoopbackRequest, _ grant: Grant) throws(Refusal) -> [LoopbackAnswer.Header] {
        let reset = String(Int(Limits.midnight(after: account.now).timeIntervalSince(account.now)))
        let asked = request.parameter("debug_limit")
        if options.enforcesRate, !limits.admits(request, in: options.rateWindow) {
            // The header names the day's reset: whoever believes it sleeps until tomorrow.
            throw Refusal(429, "rate_limit").with("Retry-After", reset)
        }
        if limits.day != Limits.day(account.now) { (limits.day, limits.used) = (Limits.day(account.now), 0) }
        if limits.used >= options.dailyQuota || asked != nil {
            throw Refusal(429, grant.isOld || asked == "app" ? "app_limit_exceeded" : "user_limit_exceeded")
                .with("Retry-After", reset)
        }
        limits.used += 1
        let isFirst = grants.use(grant)
        if grant.isOld || isFirst { return [] }
        return [
            .init(name: "X-RateLimit-Limit", value: String(options.dailyQuota)),
            .init(name: "X-RateLimit-Remaining", value: String(options.dailyQuota - limits.used)),
        ]
    }

    /// One write at a time; others are told so.
    mutating func takeWriteLock(_ request: LoopbackRequest) throws(Refusal) {
        if limits.writing > 0 || limits.lockedUntil.map({ request.arrival < $0 }) == true {
            throw Refusal(400, "rate_limit", description: "Another sync is in progress. Please try again later.")
        }
        if options.writeLock > .zero { limits.lockedUntil = request.arrival + options.writeLock }
    }

    /// Marks a request as being served, and notes whom it overtakes.
    mutating func begin(_ request: LoopbackRequest) {
        guard request.isExclusive else { return }
        if limits.served > 0 { note("A second request while one is being answered", request) }
        limits.served += 1
    }

    mutating func admit(writing request: LoopbackRequest) { if request.isExclusive, request.isWrite { limits.writing += 1 } }

    mutating func end(_ request: LoopbackRequest) {
        guard request.isExclusive else { return }
        limits.served -= 1
        if request.isWrite { limits.writing -= 1 }
    }
}

extension Limits {
    fileprivate mutating func admits(_ request: LoopbackRequest, in window: Duration) -> Bool {
        let start = request.arrival - window
        reads.removeAll { $0 <= start }
        writes.removeAll { $0 <= start }
        if request.method == "GET" {
            guard reads.count < 10 else { return false }
            reads.append(request.arrival)
        } else {
            guard writes.isEmpty else { return false }
            writes.append(request.arrival)
        }
        return true
    }
}

extension LoopbackRequest {
    /// Whether Simkl wants this one at a time: all but sign-in, catalogue and CDN.
    fileprivate var isExclusive: Bool {
        host == .api && !isCatalog && parts.first != "oauth" && parts.first != "oauth2"
    }
}
