/// The path of one of Simkl's pictures, without its size, known to be of safe characters only.
public struct ImagePath: Hashable, Sendable {
    /// Such as `24/24273cee77f9d9f`.
    public let path: String

    /// Nil for anything but two or more names of letters, digits, `_` and `-` between slashes.
    public init?(_ path: String) {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isSafe = parts.allSatisfy { part in
            !part.isEmpty && part.count <= 100
                && part.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                        true
                    default: false
                    }
                }
        }
        guard (2...4).contains(parts.count), isSafe else { return nil }
        self.path = path
    }
}
