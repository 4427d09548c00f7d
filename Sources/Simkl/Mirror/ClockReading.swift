import Foundation

/// A moment by the clock that anybody can set, and by the one that counts from the start of the machine.
public struct ClockReading: Codable, Hashable, Sendable {
    /// Seconds since 1970.
    let wall: Int64
    /// Nil where the machine does not tell.
    let sinceStart: SinceStart?

    public struct SinceStart: Codable, Hashable, Sendable {
        /// Which start of the machine.
        let start: String
        let seconds: Int64

        /// Source: proc_sys_kernel(5), `random/boot_id`; proc_uptime(5).
        public static func current() -> SinceStart? {
            guard let start = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8),
                let uptime = try? String(contentsOfFile: "/proc/uptime", encoding: .utf8),
                let seconds = uptime.split(separator: " ").first.flatMap({ Double($0) }), seconds < 1e12
            else { return nil }
            return SinceStart(start: start.trimmingCharacters(in: .whitespacesAndNewlines), seconds: Int64(seconds))
        }
    }

    /// Longer than anybody would let pass who wants to know: it is the clock that went wrong, then or now.
    private static let longest = 60 * day

    /// How many seconds have passed since an earlier reading, at the least; nil where a clock must have been set in between.
    func seconds(since earlier: ClockReading) -> Int64? {
        let (elapsed, isTooLarge) = wall.subtractingReportingOverflow(earlier.wall)
        guard !isTooLarge, (0...Self.longest).contains(elapsed) else { return nil }
        guard let now = sinceStart, let then = earlier.sinceStart, now.start == then.start else { return elapsed }
        return now.seconds < then.seconds ? nil : min(elapsed, now.seconds - then.seconds)
    }
}
