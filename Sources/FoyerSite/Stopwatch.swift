import Synchronization

/// How long each stage of a build takes, in the order in which they end.
public final class Stopwatch: Sendable {
    /// A stage that is over.
    public struct Lap: Sendable {
        public let stage: String
        public let took: Duration
    }

    private let state: Mutex<(last: ContinuousClock.Instant, laps: [Lap])>

    /// - Parameter start: when the first stage began.
    public init(since start: ContinuousClock.Instant = .now) { state = Mutex((start, [])) }

    public var laps: [Lap] { state.withLock { $0.laps } }

    /// Ends a stage, and begins the next.
    public func lap(_ stage: String) {
        state.withLock { state in
            let now = ContinuousClock.now
            state.laps.append(Lap(stage: stage, took: state.last.duration(to: now)))
            state.last = now
        }
    }
}
