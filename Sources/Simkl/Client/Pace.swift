/// When requests went out, as far as it decides when the next may.
///
/// Source: https://api.simkl.org/resources/rate-limits
struct Pace: Hashable, Sendable {
    /// By a clock that all who share the pace have.
    private var reads: [Duration] = []
    private var lastWrite: Duration?

    /// A little more than a second, since what counts is when requests arrive.
    private static let second = Duration.milliseconds(1050)
    private static let readsInASecond = 10

    init() {}

    /// When the next request may go out, which is noted as if it did.
    mutating func start(of method: SimklRequest.Method, now: Duration) -> Duration {
        forget(after: now)
        var start = now
        if method == .get {
            if reads.count >= Self.readsInASecond { start = max(now, reads[reads.count - Self.readsInASecond] + Self.second) }
            reads = (reads + [start]).suffix(Self.readsInASecond)
        } else {
            if let lastWrite { start = max(now, lastWrite + Self.second) }
            lastWrite = start
        }
        return start
    }

    /// What is further ahead than anybody waits was noted before the machine was started anew.
    private mutating func forget(after now: Duration) {
        let end = now + .seconds(60)
        reads.removeAll { $0 > end }
        if let last = lastWrite, last > end { lastWrite = nil }
    }
}

extension Pace {
    /// As it is kept: the last write, or 0, and the reads, in microseconds.
    var text: String { ([lastWrite ?? .zero] + reads).map { String($0.microseconds) }.joined(separator: " ") }

    /// Empty where it cannot be read.
    init(text: String) {
        let times = text.split(separator: " ").map { Int64($0) }
        guard times.count <= Self.readsInASecond + 1, !times.contains(nil) else { return }
        let known = times.compactMap { $0 }.map { Duration.microseconds($0) }
        lastWrite = known.first.flatMap { $0 > .zero ? $0 : nil }
        reads = Array(known.dropFirst())
    }
}

extension Duration {
    fileprivate var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}
