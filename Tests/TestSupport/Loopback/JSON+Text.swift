public import Foundation

extension JSON {
    /// The text as Simkl writes it: compact, with `\/` and `\uXXXX`, as PHP does. Members stand in the order of their names.
    public var data: Data {
        var text: [UInt8] = []
        write(into: &text)
        return Data(text)
    }

    private func write(into text: inout [UInt8]) {
        switch self {
        case .null: text += "null".utf8
        case .bool(let value): text += (value ? "true" : "false").utf8
        case .int(let value): text += String(value).utf8
        case .double(let value): text += String(value).utf8
        case .string(let value): Self.write(name: value, into: &text)
        case .array(let elements):
            Self.write(elements, "[", "]", into: &text) { $0.write(into: &$1) }
        case .object(let members):
            Self.write(members.sorted { $0.key < $1.key }, "{", "}", into: &text) { member, text in
                Self.write(name: member.key, into: &text)
                text.append(UInt8(ascii: ":"))
                member.value.write(into: &text)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], _ start: Character, _ end: Character, into text: inout [UInt8],
        _ body: (Element, inout [UInt8]) -> Void
    ) {
        text += String(start).utf8
        for (index, element) in elements.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            body(element, &text)
        }
        text += String(end).utf8
    }

    private static func write(name string: String, into text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for unit in string.utf16 {
            switch unit {
            case 0x22, 0x2F, 0x5C: text += [UInt8(ascii: "\\"), UInt8(unit)]
            case 0x20...0x7E: text.append(UInt8(unit))
            default:
                let digits = String(unit, radix: 16)
                text += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            }
        }
        text.append(UInt8(ascii: "\""))
    }
}
