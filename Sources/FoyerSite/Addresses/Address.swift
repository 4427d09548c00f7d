import Disk

/// A link's destination, percent-encoded: an absolute `https` address or a relative one of our own.
struct Address: Hashable, Sendable {
    let text: String

    /// An address of safe characters only; nil for any other, so that data can never smuggle one in.
    init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy(Self.isSafe) else { return nil }
        self.text = text
    }

    /// A page of the web that somebody has given, at most 2,000 characters long; nil for anything else.
    static func web(_ text: String) -> Address? {
        let page = /https?:\/\/[A-Za-z0-9.-]+(:[0-9]+)?([\/?#].*)?/.ignoresCase()
        return text.utf8.count <= 2_000 && text.wholeMatch(of: page) != nil ? Address(text) : nil
    }

    /// Likewise, or an address for mail.
    static func contact(_ text: String) -> Address? {
        let mail = /mailto:[^:\/?#@]{1,64}@[^:\/?#@]{1,255}/
        return text.wholeMatch(of: mail) == nil ? web(text) : Address(text)
    }

    /// `https://` with a host of ours to name, and path components and query that are encoded here.
    init(host: String, path components: [String], query: (name: String, value: String)? = nil) {
        text =
            "https://\(host)/" + components.map(Self.encode).joined(separator: "/")
            + (query.map { "?\($0.name)=\(Self.encode($0.value))" } ?? "")
    }

    /// An address within the site.
    ///
    /// - Parameter root: what leads to the site's root; it is encoded already.
    init(root: String = "", relative path: String) {
        if path.utf8.allSatisfy({ Self.isUnreserved($0) || $0 == UInt8(ascii: "/") }) {
            text = root + path
        } else {
            text =
                root
                + path.split(separator: "/", omittingEmptySubsequences: false).map { Self.encode(String($0)) }.joined(
                    separator: "/")
        }
    }

    /// The same with something that the page's script reads.
    func with(query: (name: String, value: String)) -> Address {
        Address(encoded: "\(text)?\(query.name)=\(Self.encode(query.value))")
    }

    /// As people read it: without scheme, `www.` and a slash at its end.
    var label: String {
        let text = text.replacing(/^(https?:\/\/(www\.)?|mailto:)/, with: "")
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private init(encoded text: String) { self.text = text }

    /// Percent-encodes everything but the unreserved characters.
    ///
    /// Source: RFC 3986, 2.3.
    static func encode(_ component: String) -> String {
        var encoded = ""
        for byte in component.utf8 {
            if isUnreserved(byte) {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%" + byte.hexadecimal(2, uppercase: true)
            }
        }
        return encoded
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func isSafe(_ byte: UInt8) -> Bool { isUnreserved(byte) || ":/?#=&%,;@+!*".utf8.contains(byte) }
}
