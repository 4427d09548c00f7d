import Foundation

/// Faults on the way.
extension LoopbackEffect {
    /// Silence before the first byte.
    public static func delay(_ time: Duration) -> Self { .change { $0.delay = time } }

    /// Silence before the first byte, until a test opens the gate.
    public static func held(by gate: LoopbackGate) -> Self { .change { $0.gate = gate } }

    public static var stallBeforeHeaders: Self { .delay(.seconds(3600)) }

    public static func stallInBody(after bytes: Int = 20) -> Self { .change { $0.ending = .stall(after: bytes) } }

    public static func drip(bytesPerSecond: Int) -> Self { .change { $0.bytesPerSecond = bytesPerSecond } }

    /// Fewer bytes than Content-Length says.
    public static func short(after bytes: Int = 20) -> Self { .change { $0.ending = .cut(after: bytes) } }

    /// Chunks, whole or without the last ones.
    public static func chunked(cutAfter bytes: Int? = nil) -> Self {
        .change { answer in
            answer.framing = .chunked
            if let bytes { answer.ending = .cut(after: bytes) }
        }
    }

    /// A reset of the connection within the body.
    public static func reset(after bytes: Int = 20) -> Self { .change { $0.ending = .reset(after: bytes) } }

    /// No length: the body ends where the connection does, be it whole or cut.
    public static func withoutLength(cutAfter bytes: Int? = nil) -> Self {
        .change { answer in
            answer.framing = .untilClose
            if let bytes { answer.ending = .cut(after: bytes) }
        }
    }
}
