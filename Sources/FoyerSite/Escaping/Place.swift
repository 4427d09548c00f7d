import GFM

/// Where a template's text goes, and so how a value is escaped in it.
enum Place: Sendable {
    case markdown, html
    /// A line inside a fenced block of Markdown, where nothing can be escaped.
    case fence

    func escape(_ text: String) -> String {
        switch self {
        case .markdown: MarkdownText.escape(text)
        case .html: HTMLText.escape(text)
        case .fence: FencedText.escape(text)
        }
    }

    /// Adds a text, escaped.
    func write(_ text: String, to bytes: inout [UInt8]) {
        switch self {
        case .markdown: MarkdownText.write(text, to: &bytes)
        case .html: HTMLText.write(text, to: &bytes)
        case .fence: bytes.append(contentsOf: FencedText.escape(text).utf8)
        }
    }

    /// Adds an address, as it stands in a Markdown link's parentheses or in a quoted attribute.
    func write(_ address: Address, to bytes: inout [UInt8]) {
        switch self {
        case .markdown:
            // Everything that could end the destination is percent-encoded; only an entity could still be read into it.
            let text = address.text
            bytes.append(contentsOf: (text.utf8.contains(UInt8(ascii: ";")) ? text.replacing("&", with: "\\&") : text).utf8)
        case .html, .fence:
            write(address.text, to: &bytes)
        }
    }
}
