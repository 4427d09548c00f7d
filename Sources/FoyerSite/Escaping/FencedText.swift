/// Text on its way into a fenced block, where everything stands for itself but the fence.
enum FencedText {
    /// One line of text that closes no fence: backticks and tildes become the letters that look like them.
    static func escape(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { replacement(for: $0) != $0 }) else { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { escaped.append(replacement(for: scalar)) }
        return String(escaped)
    }

    private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\n", "\r", "\t", "\u{0B}", "\u{0C}": " "
        case "`": "\u{02CB}"
        case "~": "\u{02DC}"
        default: scalar
        }
    }
}
