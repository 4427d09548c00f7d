import Disk

/// JSON put together from parts that are JSON already.
enum JSONParts {
    static func object(_ members: [(name: String, value: [UInt8])]) -> [UInt8] {
        list(members.map { Array(JSONText.quoted($0.name).utf8) + [UInt8(ascii: ":")] + $0.value }, in: "{", "}")
    }

    static func array(_ elements: some Sequence<[UInt8]>) -> [UInt8] { list(elements, in: "[", "]") }

    private static func list(_ parts: some Sequence<[UInt8]>, in open: Unicode.Scalar, _ close: Unicode.Scalar) -> [UInt8] {
        var text = [UInt8(ascii: open)]
        for part in parts {
            if text.count > 1 { text.append(UInt8(ascii: ",")) }
            text += part
        }
        text.append(UInt8(ascii: close))
        return text
    }
}
