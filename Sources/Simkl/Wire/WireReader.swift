/// Something in a file that could not be read as documented.
public struct ReadingIssue: Hashable, Sendable {
    public enum Loss: Hashable, Sendable {
        /// A whole item (a title, an airing, a season, …) is left out.
        case item
        /// One field of an item that is otherwise read.
        case field
    }

    /// The file's path inside the account's folder.
    public let file: String
    /// The place inside the file.
    ///
    /// Source: RFC 6901, JSON Pointer.
    public let pointer: String
    public let loss: Loss
    public let message: String
}

/// Reads loosely typed JSON, and remembers where it had to leave something out.
///
/// A missing key, `null` and `""` are all "nothing", never an issue. A number may come as text, an id as either.
struct WireReader {
    let file: String
    private(set) var issues: [ReadingIssue] = []
    private var path: [Step] = []

    private enum Step {
        case key(StaticString)
        case name(String)
        case index(Int)
    }

    init(file: String) { self.file = file }

    mutating func string(_ object: JSONValue, _ key: StaticString) -> String? {
        guard let value = present(object, key) else { return nil }
        if let text = value.string { return text }
        if let number = value.integer { return String(number) }
        if let number = value.double { return String(number) }
        return ignore(key, "a text was expected")
    }

    mutating func integer(_ object: JSONValue, _ key: StaticString) -> Int? {
        guard let value = present(object, key) else { return nil }
        if let number = value.integer { return number }
        if let number = value.double, let whole = Int(exactly: number) { return whole }
        if let text = value.string, let number = Int(text) { return number }
        return ignore(key, "a whole number was expected")
    }

    /// A count, a runtime or a year: never below zero, never beyond what any account holds.
    mutating func count(_ object: JSONValue, _ key: StaticString) -> Int? {
        guard let number = integer(object, key) else { return nil }
        return (0...100_000_000).contains(number) ? number : ignore(key, "\(number) is out of range")
    }

    mutating func double(_ object: JSONValue, _ key: StaticString) -> Double? {
        guard let value = present(object, key) else { return nil }
        if let number = value.double ?? value.string.flatMap(Double.init), number.isFinite { return number }
        return ignore(key, "a number was expected")
    }

    mutating func bool(_ object: JSONValue, _ key: StaticString) -> Bool? {
        guard let value = present(object, key) else { return nil }
        return value.bool ?? ignore(key, "true or false was expected")
    }

    mutating func date(_ object: JSONValue, _ key: StaticString) -> WireDate? {
        guard let value = present(object, key) else { return nil }
        let date = unsafe value.withUTF8 { unsafe WireDate(utf8: $0) } ?? nil
        return date ?? ignore(key, "a date was expected")
    }

    /// Texts of an array; a single text counts as one.
    mutating func strings(_ object: JSONValue, _ key: StaticString) -> [String] {
        guard let value = present(object, key) else { return [] }
        if let text = value.string { return [text] }
        return list(object, key) { element, _ in element.string }
    }

    mutating func integers(_ object: JSONValue, _ key: StaticString) -> [Int] {
        list(object, key) { element, _ in element.integer ?? element.string.flatMap(Int.init) }
    }

    /// Reads a nested object with `read`; a value of another kind is left out as a field.
    mutating func object<Result>(
        _ parent: JSONValue, _ key: StaticString, _ read: (JSONValue, inout WireReader) -> Result?
    ) -> Result? {
        guard let value = present(parent, key) else { return nil }
        // PHP writes an empty object as `[]`.
        if value.kind == .array { return nil }
        guard value.kind == .object else { return ignore(key, "an object was expected") }
        path.append(.key(key))
        defer { path.removeLast() }
        return read(value, &self)
    }

    /// Reads each element of a nested array; the ones for which `read` gives nil are left out as items.
    mutating func list<Result>(
        _ parent: JSONValue, _ key: StaticString, _ read: (JSONValue, inout WireReader) -> Result?
    ) -> [Result] {
        guard let value = present(parent, key) else { return [] }
        path.append(.key(key))
        defer { path.removeLast() }
        return elements(value, read)
    }

    /// As ``list(_:_:_:)`` for a value that is itself the array.
    mutating func elements<Result>(_ value: JSONValue, _ read: (JSONValue, inout WireReader) -> Result?) -> [Result] {
        guard value.kind != .null, !(value.kind == .object && value.isEmpty) else { return [] }
        guard value.kind == .array else {
            skip("a list was expected")
            return []
        }
        var result: [Result] = []
        value.forEachElement { position, element in
            path.append(.index(position))
            let known = issues.count
            if let read = read(element, &self) {
                result.append(read)
            } else if !issues[known...].contains(where: { $0.loss == .item && $0.pointer == pointer() }) {
                skip("it cannot be read")
            }
            path.removeLast()
        }
        return result
    }

    /// Reads the members of an object whose keys are data.
    mutating func members(_ value: JSONValue, _ read: (String, JSONValue, inout WireReader) -> Void) {
        value.forEachMember { name, member in
            path.append(.name(name))
            read(name, member, &self)
            path.removeLast()
        }
    }

    /// Reports the item that is being read as left out.
    mutating func skip(_ message: String) {
        issues.append(ReadingIssue(file: file, pointer: pointer(), loss: .item, message: message))
    }

    private mutating func ignore<Result>(_ key: StaticString, _ message: String) -> Result? {
        issues.append(ReadingIssue(file: file, pointer: pointer() + "/\(key)", loss: .field, message: message))
        return nil
    }

    private func present(_ object: JSONValue, _ key: StaticString) -> JSONValue? {
        guard let value = object[key], value.kind != .null else { return nil }
        return unsafe value.withUTF8 { $0.isEmpty } == true ? nil : value
    }

    private func pointer() -> String {
        path.map { step in
            switch step {
            case .key(let key): "/\(key)"
            case .index(let index): "/\(index)"
            case .name(let name): "/" + name.replacing("~", with: "~0").replacing("/", with: "~1")
            }
        }.joined()
    }
}
