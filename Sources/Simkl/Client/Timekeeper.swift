import Foundation

/// The clocks of a run and its chance, passed in so that tests neither wait nor guess.
public struct Timekeeper: Sendable {
    /// Seconds since 1970 by the machine's clock: for the age of what is kept, never for what Simkl is asked.
    public var now: @Sendable () -> Int64
    /// Time since the machine was started, the same for all runs on it, whatever is done to its clock.
    public var uptime: @Sendable () -> Duration
    public var sleep: @Sendable (Duration) async -> Void
    /// How much longer than it has to a run waits before it asks again: from 0 up to 1.
    public var jitter: @Sendable () -> Double

    public init(
        now: @escaping @Sendable () -> Int64, uptime: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async -> Void, jitter: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.uptime = uptime
        self.sleep = sleep
        self.jitter = jitter
    }

    public static let system: Timekeeper = {
        // Where one run's moments are another's too.
        let (start, uptime) = (ContinuousClock.now, Duration.seconds(ProcessInfo.processInfo.systemUptime))
        return Timekeeper(
            now: { Int64(Date().timeIntervalSince1970) }, uptime: { uptime + (ContinuousClock.now - start) },
            sleep: { try? await Task.sleep(for: $0) }, jitter: { Double.random(in: 0..<1) })
    }()
}
