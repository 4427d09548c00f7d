/// Keeps a run within what Simkl allows: 10 reads and 1 write a second, one request to the account in flight, four to the rest.
///
/// Source: https://api.simkl.org/resources/rate-limits
actor Pacer {
    private let timekeeper: Timekeeper
    /// What other runs keep to as well; nil for one that is alone.
    private let shared: PaceFolder?
    private var pace = Pace()
    private var free: [Lane: Int] = [.account: 1, .others: 4]
    private var waiting: [Lane: [CheckedContinuation<Void, Never>]] = [:]

    enum Lane { case account, others }

    init(timekeeper: Timekeeper, shared: PaceFolder? = nil) {
        self.timekeeper = timekeeper
        self.shared = shared
    }

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
        let own = pace.start(of: method, now: now)
        let start = max(own, shared?.change { $0.start(of: method, now: now) } ?? own)
        if start > now { await timekeeper.sleep(start - now) }
    }
}
