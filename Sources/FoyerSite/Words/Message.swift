/// Something that the site says, as a file of words has it.
enum Message: Hashable, Sendable {
    case text(MessageText)
    /// By the form that a number takes; ``PluralCategory/other`` is always there.
    case plural([PluralCategory: MessageText])
    case list([String])

    var texts: [MessageText] {
        switch self {
        case .text(let text): [text]
        case .plural(let forms): Array(forms.values)
        case .list: []
        }
    }

    /// What it has room for.
    var placeholders: Set<String> { Set(texts.flatMap(\.placeholders)) }
}

/// A text with room for values: `{days}, since {day}`.
struct MessageText: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case text(String)
        case placeholder(String)
    }

    let parts: [Part]

    /// Nil where a brace opens or closes no placeholder.
    init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else { return nil }
            let name = rest[rest.index(after: brace)..<end]
            guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return nil }
            if brace > rest.startIndex { parts.append(.text(String(rest[..<brace]))) }
            parts.append(.placeholder(String(name)))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.parts = parts
    }

    var placeholders: [String] {
        parts.compactMap { if case .placeholder(let name) = $0 { name } else { nil } }
    }

    /// - Parameter value: what goes into the room of a name.
    func filled(_ value: (String) -> String?) -> String {
        // Most have room for nothing.
        if parts.count == 1, case .text(let text) = parts[0] { return text }
        var filled = ""
        for part in parts {
            switch part {
            case .text(let text): filled += text
            case .placeholder(let name): filled += value(name) ?? "{\(name)}"
            }
        }
        return filled
    }

    /// As it was written.
    var source: String { filled { _ in nil } }
}
