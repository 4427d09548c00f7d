public import Foundation

/// Bytes in the place of an answer, be they HTTP or not.
extension LoopbackEffect {
    public static func wire(_ bytes: Data) -> Self { wire(LoopbackBody(bytes)) }

    public static func wire(_ text: String) -> Self { wire(Data(text.utf8)) }

    public static func wire(_ body: LoopbackBody) -> Self { .change { $0.wire = body } }

    /// The true body, framed by hand.
    public static func wire(_ frame: @escaping @Sendable (_ body: String) -> String) -> Self {
        .change { $0.wire = LoopbackBody(Data(frame(String(decoding: $0.body.data, as: UTF8.self)).utf8)) }
    }
}
