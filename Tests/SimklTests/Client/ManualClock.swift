import Foundation
import Synchronization

@testable import Simkl

/// A clock that stands still until somebody sleeps, and then jumps.
final class ManualClock: Sendable {
    private struct State {
        var uptime = Duration.zero
        var now: Int64
        var sleeps: [Duration] = []
    }

    private let state: Mutex<State>

    init(now: Int64 = 1_780_000_000) { state = Mutex(State(now: now)) }

    /// How long whoever used the clock has slept, each time.
    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    /// Moves the wall clock alone, also back.
    func setNow(_ seconds: Int64) { state.withLock { $0.now = seconds } }

    func advance(by duration: Duration) {
        state.withLock { state in
            state.uptime += duration
            state.now += duration.components.seconds
        }
    }

    var timekeeper: Timekeeper {
        Timekeeper(
            now: { self.state.withLock { $0.now } }, uptime: { self.state.withLock { $0.uptime } },
            sleep: { duration in
                self.state.withLock { $0.sleeps.append(duration) }
                self.advance(by: duration)
            },
            jitter: { 0 })
    }
}
