/// Text on its way into HTML.
public enum HTMLText {
    /// The text as HTML text or as the value of a quoted attribute.
    ///
    /// Source: https://html.spec.whatwg.org/multipage/syntax.html#attributes-2
    public static func escape(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var escaped: [UInt8] = []
        write(text, to: &escaped)
        return String(decoding: escaped, as: UTF8.self)
    }

    /// Adds the text to HTML, as ``escape(_:)`` gives it.
    public static func write(_ text: String, to html: inout [UInt8]) {
        guard let first = text.utf8.firstIndex(where: isSpecial) else {
            html.append(contentsOf: text.utf8)
            return
        }
        html.append(contentsOf: text.utf8[..<first])
        for byte in text.utf8[first...] {
            if let entity = entity(for: byte) {
                html.append(contentsOf: entity.utf8)
            } else {
                html.append(byte)
            }
        }
    }

    /// Whether a byte has an entity.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }

    private static func entity(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
