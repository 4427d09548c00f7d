/// Text on its way into JSON.
public enum JSONText {
    /// The text in quotation marks, as it may stand inside a script too.
    ///
    /// Why more is escaped than JSON asks for: `<` could end or comment out a script element around it, and U+2028 and U+2029
    /// end a line in older JavaScript.
    ///
    /// Source: RFC 8259, 7; https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
    public static func quoted(_ text: String) -> String {
        // Most texts have nothing to escape; of what is not ASCII, only three lead bytes can begin what has.
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): false
            case 0x20..<0x7F: true
            case 0x80..<0xC2, 0xC3..<0xE2, 0xE3..<0xEF, 0xF0...: true
            default: false
            }
        }
        if isPlain { return "\"\(text)\"" }
        var quoted = "\""
        quoted.reserveCapacity(text.utf8.count + 2)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "<", ">", "&", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}":
                quoted += "\\u" + scalar.value.hexadecimal(4)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
