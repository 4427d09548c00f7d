/// A text for each of a few names.
///
/// Shape: one run of bytes, ascending by name, since a library has such by the hundred thousand: each name and each text behind its
/// length, in groups of seven bits, the lowest first.
public struct NamedTexts: Hashable, Sendable {
    private var bytes: [UInt8] = []

    /// Of two texts of one name the first counts.
    public init(_ texts: some Sequence<(String, String)> = []) {
        var sorted: [(name: String, text: String)] = []
        for (name, text) in texts {
            // They are few, and mostly stand in some order already.
            let position = sorted.lastIndex { $0.name <= name }
            if let position, sorted[position].name == name { continue }
            sorted.insert((name, text), at: position.map { $0 + 1 } ?? 0)
        }
        bytes.reserveCapacity(sorted.reduce(0) { $0 + $1.name.utf8.count + $1.text.utf8.count + 2 })
        for (name, text) in sorted {
            append(name)
            append(text)
        }
    }

    public var isEmpty: Bool { bytes.isEmpty }

    public subscript(name: String) -> String? {
        var position = 0
        while position < bytes.count {
            let (own, text) = (field(at: &position), field(at: &position))
            if bytes[own].elementsEqual(name.utf8) { return string(text) }
        }
        return nil
    }

    private mutating func append(_ text: String) {
        var length = text.utf8.count
        while length > 0x7F {
            bytes.append(UInt8(length & 0x7F) | 0x80)
            length >>= 7
        }
        bytes.append(UInt8(length))
        bytes += text.utf8
    }

    private func field(at position: inout Int) -> Range<Int> {
        var (length, shift) = (0, 0)
        repeat {
            length |= Int(bytes[position] & 0x7F) << shift
            shift += 7
            position += 1
        } while bytes[position - 1] > 0x7F
        defer { position += length }
        return position..<(position + length)
    }

    private func string(_ field: Range<Int>) -> String { String(decoding: bytes[field], as: UTF8.self) }
}

extension NamedTexts: Sequence {
    public func makeIterator() -> AnyIterator<(name: String, text: String)> {
        var position = 0
        return AnyIterator {
            guard position < bytes.count else { return nil }
            let (name, text) = (field(at: &position), field(at: &position))
            return (string(name), string(text))
        }
    }
}

extension NamedTexts: CustomReflectable {
    /// Texts, not bytes: whoever looks for one in what is printed is to find it.
    public var customMirror: Mirror { Mirror(self, children: map { (label: $0.name, value: $0.text) }, displayStyle: .struct) }
}

extension NamedTexts: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, String)...) { self.init(elements) }
}

extension Dictionary<String, String> {
    public init(_ texts: NamedTexts) { self.init(uniqueKeysWithValues: texts.map { ($0.name, $0.text) }) }
}
