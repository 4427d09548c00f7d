/// Why some bytes are not a JSON document, and where.
///
/// Source: RFC 8259.
public struct JSONFault: Error, Hashable, CustomStringConvertible {
    /// Offset of the first byte that cannot be, from 0; the length of the text when it ends too early.
    public let offset: Int
    public let reason: String

    public var description: String { "\(reason) at byte \(offset)" }
}
