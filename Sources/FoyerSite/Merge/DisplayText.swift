/// Text of Simkl's, made fit to be shown: what would break a line or turn the text around is gone, everything else stays.
enum DisplayText {
    /// Control characters become spaces, bidirectional overrides go, blanks at the ends go.
    static func clean(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isControl($0) || isOverride($0) }) || text.first == " " || text.last == " "
        else {
            return text
        }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isOverride(scalar) {
            scalars.append(isControl(scalar) ? " " : scalar)
        }
        return trimmed(String(scalars))
    }

    /// An overview without its HTML: line breaks become spaces, other tags go.
    static func plain(_ html: String) -> String {
        guard html.utf8.contains(UInt8(ascii: "<")) else { return clean(html) }
        let text = html.replacing(/(?i)<br\s*\/?>/, with: " ").replacing(/<\/?[A-Za-z][^<>]{0,200}>/, with: "")
        return clean(text).replacing(/\ {2,}/, with: " ")
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// Embeddings, overrides and isolates, which could reorder the page around the text.
    private static func isOverride(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
