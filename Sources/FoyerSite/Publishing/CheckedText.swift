import Disk

/// Lines of ours behind a head with their hash: what was cut off or changed is known as such.
///
/// Everything is taken apart by bytes: a name may begin with a mark that Swift counts to the character before it.
enum CheckedText {
    typealias Line = Substring.UTF8View

    static func text(_ head: String, _ body: String) -> String { "\(head) \(hash(body))\n\(body)" }

    /// The lines behind the head; nil for anything that ``text(_:_:)`` did not write.
    static func lines(_ head: String, of bytes: [UInt8]) -> [Line]? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
            let body = String(validating: bytes[(end + 1)...], as: UTF8.self),
            bytes[..<end].elementsEqual("\(head) \(hash(body))".utf8)
        else {
            return nil
        }
        return body.utf8.split(separator: UInt8(ascii: "\n"))
    }

    /// So many fields of a line, of which the last may hold spaces; nil for another number.
    static func fields(_ line: Line, _ count: Int) -> [Substring]? {
        let fields = line.split(separator: UInt8(ascii: " "), maxSplits: count - 1, omittingEmptySubsequences: false)
        return fields.count == count ? fields.map { Substring($0) } : nil
    }

    private static func hash(_ body: String) -> String {
        var fingerprint = Fingerprint()
        fingerprint.feed(body)
        return String(fingerprint.value, radix: 16)
    }
}
