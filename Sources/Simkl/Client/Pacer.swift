/// Keeps a run within what Simkl allows: 10 reads and 1 write a second, one request to the account in flight, four to the rest.
///
/// Source: https://api.simkl.org/resources/rate-limits
actor Pacer {
    private let timekeeper: Timekeeper
    private var reads: [Duration] = []
    private var lastWrite: Duration?
    private var free: [Lane: Int] = [.account: 1, .others: 4]
    private var waiting: [Lane: [CheckedContinuation<Void, Never>]] = [:]

    enum Lane { case account, others }

    /// A little more than a second, since what counts is when requests arrive.
    private static let second = Duration.milliseconds(1050)
    private static let readsInASecond = 10

    init(timekeeper: Timekeeper) { self.timekeeper = timekeeper }

    /// Takes a place in a lane; whoever does must ``leave(_:)`` it.
    func enter(_ lane: Lane) async {
        if let places = free[lane], places > 0 {
            free[lane] = places - 1
        } else {
            await withCheckedContinuation { waiting[lane, default: []].append($0) }
        }
    }

    func leave(_ lane: Lane) {
        if var line = waiting[lane], !line.isEmpty {
            line.removeFirst().resume()
            waiting[lane] = line
        } else {
            free[lane, default: 0] += 1
        }
    }

    /// Waits until one more request may go out.
    func turn(for method: SimklRequest.Method) async {
        let now = timekeeper.uptime()
        var start = now
        if method == .get {
            if reads.count >= Self.readsInASecond { start = max(now, reads[reads.count - Self.readsInASecond] + Self.second) }
            reads = reads.suffix(Self.readsInASecond - 1) + [start]
        } else {
            if let lastWrite { start = max(now, lastWrite + Self.second) }
            lastWrite = start
        }
        if start > now { await timekeeper.sleep(start - now) }
    }
}
