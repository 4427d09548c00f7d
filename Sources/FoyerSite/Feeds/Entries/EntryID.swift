import Disk

/// What readers know a feed or an entry by, for ever: made from what it is about, never from where the site is or when it was built.
///
/// Source: RFC 4287, 4.2.6; RFC 9562, 5.8 (version 8)
struct EntryID: Hashable, Sendable {
    /// As in `urn:uuid:2f7a9a4e-51c8-8b0d-9a3e-0c1d2e3f4a5b`.
    let text: String

    /// - Parameter key: what tells it from everything else of this owner. No part of it may be something that the edition does not
    ///   show: few possible values could be tried until the id comes out.
    init(of owner: Owner, _ key: String...) {
        let (high, low) = Fingerprint.wide(([owner.name ?? ""] + key).joined(separator: "\u{1F}"))
        let version = high & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
        let variant = low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = Self.hex(version) + Self.hex(variant)
        let lengths = [8, 4, 4, 4, 12]
        var rest = digits[...]
        let groups = lengths.map { length in
            defer { rest = rest.dropFirst(length) }
            return String(rest.prefix(length))
        }
        text = "urn:uuid:" + groups.joined(separator: "-")
    }

    private static func hex(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension TitleID {
    /// As in `tv/1399`.
    var key: String { "\(kind.path)/\(simkl)" }
}
