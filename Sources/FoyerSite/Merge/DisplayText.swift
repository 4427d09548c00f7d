import Foundation

/// Text of Simkl's or the owner's, made fit to be shown: what would break a line, turn the text around or be no character at all is gone,
/// everything else stays, composed as the web has it (NFC).
enum DisplayText {
    /// Control characters become spaces, bidirectional overrides and noncharacters go, blanks at the ends go.
    static func clean(_ text: String) -> String {
        guard !isPlain(text) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isUnfit(scalar) {
            scalars.append(isControl(scalar) ? " " : scalar)
        }
        let text = trimmed(String(scalars))
        // Below the first combining mark, everything is composed.
        return scalars.contains { $0.value >= 0x300 } ? text.precomposedStringWithCanonicalMapping : text
    }

    /// As ``clean(_:)``; nil where nothing would be seen of it: a name that only has blanks, joiners or fillers is none.
    static func visible(_ text: String) -> String? {
        let text = clean(text)
        return text.unicodeScalars.allSatisfy(isInvisible) ? nil : text
    }

    /// An overview without its HTML: line breaks become spaces, other tags go. Nil where nothing is left of it.
    static func plain(_ html: String) -> String? {
        guard html.utf8.contains(UInt8(ascii: "<")) else { return visible(html) }
        let text = html.replacing(/(?i)<br\s*\/?>/, with: " ").replacing(/<\/?[A-Za-z][^<>]{0,200}>/, with: "")
        return visible(clean(text).replacing(/\ {2,}/, with: " "))
    }

    /// Whether there is nothing to do, as with almost all texts.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return true }
        return text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && first != 0x20 && last != 0x20
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// Embeddings, overrides and isolates, which could reorder the page around the text, and what neither HTML nor XML may hold.
    private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            || scalar.properties.isNoncharacterCodePoint
    }

    /// Blanks, joiners, marks of direction, fillers (Hangul's too, and the Braille pattern without a dot).
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800
            || [.control, .format].contains(scalar.properties.generalCategory)
    }
}
