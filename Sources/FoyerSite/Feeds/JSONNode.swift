import Disk

/// A value on its way into a JSON file: names in the order in which they are given.
enum JSONNode: Hashable, Sendable {
    case null
    case text(String)
    case whole(Int)
    /// Written to one decimal.
    case decimal(Double)
    case flag(Bool)
    case list([JSONNode])
    case object([Member])

    struct Member: Hashable, Sendable {
        let name: String
        let value: JSONNode
    }

    /// An object without the members that have no value.
    static func object(_ members: (name: String, value: JSONNode?)...) -> JSONNode {
        .object(members.compactMap { member in member.value.map { Member(name: member.name, value: $0) } })
    }

    static func texts(_ texts: [String]) -> JSONNode { .list(texts.map(JSONNode.text)) }

    /// One member or element a line, so that people can read it and a change is a line.
    ///
    /// Source: RFC 8259
    var document: String {
        var text = ""
        write(to: &text, depth: 0)
        return text + "\n"
    }

    /// Without spaces and line ends, for a page.
    var line: String {
        switch self {
        case .list(let elements): "[" + elements.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(JSONText.quoted($0.name)):\($0.value.line)" }.joined(separator: ",") + "}"
        case .null: "null"
        case .text(let text): JSONText.quoted(text)
        case .whole(let number): String(number)
        case .decimal(let number): number.withPoint
        case .flag(let flag): flag ? "true" : "false"
        }
    }

    private func write(to text: inout String, depth: Int) {
        switch self {
        case .list(let elements):
            Self.write(elements, between: ("[", "]"), to: &text, depth: depth) { $1.write(to: &$0, depth: depth + 1) }
        case .object(let members):
            Self.write(members, between: ("{", "}"), to: &text, depth: depth) {
                $0 += JSONText.quoted($1.name)
                $0 += ": "
                $1.value.write(to: &$0, depth: depth + 1)
            }
        default: text += line
        }
    }

    private static func write<Part>(
        _ parts: [Part], between signs: (open: String, close: String), to text: inout String, depth: Int,
        _ write: (inout String, Part) -> Void
    ) {
        text += signs.open
        if parts.isEmpty { return text += signs.close }
        let indent = "\n" + String(repeating: "  ", count: depth)
        for (position, part) in parts.enumerated() {
            if position > 0 { text += "," }
            text += indent
            text += "  "
            write(&text, part)
        }
        text += indent
        text += signs.close
    }
}
