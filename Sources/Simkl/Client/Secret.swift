/// A text that must never be seen: a token, a code, a client id.
///
/// It prints, reflects and dumps as a placeholder, so that no log, error or crash report can hold it by accident.
public struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The text itself: for a request, or for the file that only its owner may read.
    public let revealed: String

    /// Nil for nothing at all.
    public init?(_ text: String?) {
        guard let text, !text.isEmpty else { return nil }
        revealed = text
    }

    public var description: String { "(secret)" }
    public var debugDescription: String { description }
    public var customMirror: Swift.Mirror { Swift.Mirror(self, children: []) }
}

extension Secret: Codable {
    public init(from decoder: any Decoder) throws { revealed = try decoder.singleValueContainer().decode(String.self) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(revealed)
    }
}
