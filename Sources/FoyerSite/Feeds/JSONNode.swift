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
    var document: String { written(depth: 0) + "\n" }

    /// Without spaces and line ends, for a page.
    var line: String {
        switch self {
        case .list(let elements): "[" + elements.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(JSONText.quoted($0.name)):\($0.value.line)" }.joined(separator: ",") + "}"
        default: written(depth: 0)
        }
    }

    private func written(depth: Int) -> String {
        switch self {
        case .null: "null"
        case .text(let text): JSONText.quoted(text)
        case .whole(let number): String(number)
        case .decimal(let number): number.withPoint
        case .flag(let flag): flag ? "true" : "false"
        case .list(let elements): Self.block("[", elements.map { $0.written(depth: depth + 1) }, "]", depth: depth)
        case .object(let members):
            Self.block(
                "{", members.map { "\(JSONText.quoted($0.name)): \($0.value.written(depth: depth + 1))" }, "}", depth: depth)
        }
    }

    private static func block(_ open: String, _ lines: [String], _ close: String, depth: Int) -> String {
        if lines.isEmpty { return open + close }
        let indent = String(repeating: "  ", count: depth)
        return "\(open)\n" + lines.map { "\(indent)  \($0)" }.joined(separator: ",\n") + "\n\(indent)\(close)"
    }
}
