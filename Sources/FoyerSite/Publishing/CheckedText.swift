import Disk

/// Lines of ours behind a head with their hash: what was cut off or changed is known as such.
///
/// Everything is taken apart by bytes: a name may begin with a mark that Swift counts to the character before it.
enum CheckedText {
    typealias Line = Substring.UTF8View

    static func bytes(_ head: String, _ body: [UInt8]) -> [UInt8] {
        let line = line(head) { fingerprint in unsafe body.withUnsafeBytes { unsafe fingerprint.feed($0) } }
        return Array("\(line)\n".utf8) + body
    }

    /// The lines behind the head; nil for anything that ``bytes(_:_:)`` did not write.
    static func lines(_ head: String, of bytes: [UInt8]) -> [Line]? {
        guard let body = body(head, of: bytes), let text = String(validating: body, as: UTF8.self) else { return nil }
        return text.utf8.split(separator: UInt8(ascii: "\n"))
    }

    /// What stands behind the head; nil for anything that ``bytes(_:_:)`` did not write.
    static func body(_ head: String, of bytes: [UInt8]) -> ArraySlice<UInt8>? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let body = bytes[(end + 1)...]
        let line = line(head) { fingerprint in unsafe body.withUnsafeBytes { unsafe fingerprint.feed($0) } }
        return bytes[..<end].elementsEqual(line.utf8) ? body : nil
    }

    /// So many fields of a line, of which the last may hold spaces; nil for another number.
    static func fields(_ line: Line, _ count: Int) -> [Substring]? {
        let fields = line.split(separator: UInt8(ascii: " "), maxSplits: count - 1, omittingEmptySubsequences: false)
        return fields.count == count ? fields.map { Substring($0) } : nil
    }

    /// The head, with the hash of the body that is fed.
    private static func line(_ head: String, _ feed: (inout Fingerprint) -> Void) -> String {
        var fingerprint = Fingerprint()
        feed(&fingerprint)
        return "\(head) \(String(fingerprint.value, radix: 16))"
    }
}
