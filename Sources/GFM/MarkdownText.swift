/// Text on its way into Markdown.
public enum MarkdownText {
    /// Markdown that renders as exactly this text, wherever it is put in a line.
    ///
    /// Line breaks and tabs become spaces. A backslash stands before what can begin a construct anywhere, and before the rest only
    /// where it could: `+`, `-`, `=`, `>`, `^`, `:` at the start, `.` and `)` behind leading digits, `!` at the end, `&` before a
    /// name. White space at either end, which Markdown would drop or take for indented code, becomes an entity. So
    /// `Marvel's Agents of S.H.I.E.L.D.` and `Love, Death & Robots` stay readable. Bare addresses stay text only in
    /// ``Dialect/page``.
    ///
    /// Source: https://github.github.com/gfm/#backslash-escapes
    public static func escape(_ text: String) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 8)
        write(text, to: &escaped)
        return String(decoding: escaped, as: UTF8.self)
    }

    /// Adds the text to Markdown, as ``escape(_:)`` gives it.
    public static func write(_ text: String, to markdown: inout [UInt8]) {
        let opening = text.unicodeScalars.first.flatMap(blank)
        let closing = text.unicodeScalars.dropFirst().last.flatMap(blank)
        guard opening != nil || closing != nil else { return writeInner(text, to: &markdown) }
        let inner = text.unicodeScalars.dropFirst(opening == nil ? 0 : 1).dropLast(closing == nil ? 0 : 1)
        if let opening { markdown.append(contentsOf: opening.utf8) }
        writeInner(String(inner), to: &markdown)
        if let closing { markdown.append(contentsOf: closing.utf8) }
    }

    private static func writeInner(_ text: String, to markdown: inout [UInt8]) {
        let bytes = text.utf8Span.span
        var opensLine = true
        for position in bytes.indices {
            let byte = bytes[position]
            let next = position + 1 < bytes.count ? bytes[position + 1] : nil
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), 0x0B, 0x0C:
                markdown.append(UInt8(ascii: " "))
                continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "):
                break
            case UInt8(ascii: "!"):
                if next == nil { markdown.append(UInt8(ascii: "\\")) }
                opensLine = false
            case UInt8(ascii: "&"):
                if next.map(beginsEntity) ?? true { markdown.append(UInt8(ascii: "\\")) }
                opensLine = false
            default:
                if isSpecial(byte) || (opensLine && isSpecialAtStart(byte, next: next)) { markdown.append(UInt8(ascii: "\\")) }
                opensLine = false
            }
            markdown.append(byte)
        }
    }

    /// The entity of a scalar that Markdown takes for white space, or, first in a document, for a byte order mark.
    private static func blank(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x09...0x0D, 0x20: "&#32;"
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0xFEFF: "&#\(scalar.value);"
        default: nil
        }
    }

    private static func beginsEntity(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "#"): true
        default: false
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "#"):
            true
        default: false
        }
    }

    /// List markers count only before a space or the end of the line.
    private static func isSpecialAtStart(_ byte: UInt8, next: UInt8?) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "^"): true
        case UInt8(ascii: ":"): next == UInt8(ascii: "-")
        case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "+"): next.map { $0 <= UInt8(ascii: " ") } ?? true
        default: false
        }
    }
}
