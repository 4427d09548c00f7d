/// Text on its way into Markdown.
public enum MarkdownText {
    /// Markdown that renders as exactly this text, wherever it is put in a line.
    ///
    /// Line breaks and tabs become spaces. A backslash stands before what can begin a construct anywhere, and before the rest only
    /// where it could: `+`, `-`, `=`, `>` at the start, `.` and `)` behind leading digits, `!` at the end, `&` before a name.
    /// So `Marvel's Agents of S.H.I.E.L.D.` and `Love, Death & Robots` stay readable. Bare addresses stay text only in
    /// ``Dialect/page``.
    ///
    /// Source: https://github.github.com/gfm/#backslash-escapes
    public static func escape(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var escaped: [UInt8] = []
        escaped.reserveCapacity(bytes.count + 8)
        var opensLine = true
        for (position, byte) in bytes.enumerated() {
            let next = position + 1 < bytes.count ? bytes[position + 1] : nil
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), 0x0B, 0x0C:
                escaped.append(UInt8(ascii: " "))
                continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "):
                break
            case UInt8(ascii: "!"):
                if next == nil { escaped.append(UInt8(ascii: "\\")) }
                opensLine = false
            case UInt8(ascii: "&"):
                if next.map(beginsEntity) ?? true { escaped.append(UInt8(ascii: "\\")) }
                opensLine = false
            default:
                if isSpecial(byte) || (opensLine && isSpecialAtStart(byte, next: next)) { escaped.append(UInt8(ascii: "\\")) }
                opensLine = false
            }
            escaped.append(byte)
        }
        return String(decoding: escaped, as: UTF8.self)
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
        case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ">"): true
        case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "+"): next.map { $0 <= UInt8(ascii: " ") } ?? true
        default: false
        }
    }
}
