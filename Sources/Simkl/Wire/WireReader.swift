import Disk

/// Something in a file that could not be read as documented.
public struct ReadingIssue: Hashable, Sendable {
    public enum Loss: Hashable, Sendable {
        /// A whole item (a title, an airing, a season, …) is left out.
        case item
        /// One field of an item that is otherwise read.
        case field
        /// Some of a text, of which the rest is kept.
        case text
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
/// A missing key, `null` and `""` are all "nothing", never an issue. A number may come as text, an id as either. Nothing is read beyond
/// its ``TextLimit`` or ``ListLimit``.
struct WireReader {
    let file: String
    /// Whether the file is a library that Foyer has exported, whose dates are judged already.
    var isExport = false
    private var found: [ReadingIssue] = []
    /// The first issue of those that are only counted, and how many they are.
    private var others: (first: ReadingIssue, count: Int)?
    private var path: [Step] = []
    /// How deep the item stood that was last reported as left out.
    private var lastSkip: Int?

    private enum Step {
        case key(StaticString)
        case name(String)
        case index(Int)
    }

    init(file: String) { self.file = file }

    /// What could not be read; of very many the first, and how many more.
    var issues: [ReadingIssue] {
        guard let (first, count) = others else { return found }
        let message = count == 1 ? first.message : "\(first.message) (and \(count - 1) more of this file)"
        return found + [ReadingIssue(file: file, pointer: first.pointer, loss: first.loss, message: message)]
    }

    /// Notes what had to be mended before the file could be read.
    mutating func note(_ mends: JSONMends) {
        guard mends.characters > 0 else { return }
        let them =
            mends.characters == 1
            ? "1 character that no text can have was" : "\(mends.characters) characters that no text can have were"
        report(.text, "\(them) replaced")
    }

    mutating func string(_ object: JSONValue, _ key: StaticString, _ limit: TextLimit) -> String? {
        guard let value = present(object, key) else { return nil }
        path.append(.key(key))
        defer { path.removeLast() }
        return text(value, limit)
    }

    /// A text within a limit, a number as it is written; anything else is left out as a field.
    private mutating func text(_ value: JSONValue, _ limit: TextLimit) -> String? {
        guard value.kind == .string else {
            if let number = value.text { return number }
            report(.field, "a text was expected")
            return nil
        }
        let kept = unsafe value.withUTF8 { bytes in unsafe limit.kept(bytes) }
        guard let (text, isWhole) = kept else { return nil }
        if text == nil {
            report(.field, "it is longer than \(limit.characters) characters")
        } else if !isWhole {
            report(.text, "it is longer than \(limit.characters) characters, so only its beginning is kept")
        }
        return text
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
    mutating func strings(_ object: JSONValue, _ key: StaticString, _ limit: TextLimit, most: Int) -> [String] {
        guard let value = present(object, key) else { return [] }
        if value.kind == .string { return string(object, key, limit).map { [$0] } ?? [] }
        return list(object, key, most: most) { element, reader in element.kind == .string ? reader.text(element, limit) : nil }
    }

    /// What a title is called besides, as calendar files list it (texts) or the catalogue (objects with a name).
    mutating func alternativeTitles(_ object: JSONValue) -> [String] {
        list(object, "alt_titles", most: ListLimit.names) { element, reader in
            element.kind == .object ? reader.string(element, "name", .name) ?? "" : reader.text(element, .name)
        }.filter { !$0.isEmpty }
    }

    /// The members of an object that are texts or numbers, as texts; all others are none of ours.
    mutating func texts(
        of object: JSONValue, _ limit: TextLimit, most: Int, but skipped: Set<String> = []
    ) -> NamedTexts {
        var texts: [(String, String)] = []
        members(object) { name, value, reader in
            guard !skipped.contains(name), !texts.contains(where: { $0.0 == name }), value.text?.isEmpty == false else { return }
            guard texts.count < most, name.utf8.count <= TextLimit.word.characters else {
                return reader.report(.field, "it is one too many")
            }
            if let text = reader.text(value, limit) { texts.append((name, text)) }
        }
        return NamedTexts(texts)
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
    ///
    /// - Parameter most: how many are read; those behind are left out.
    mutating func list<Result>(
        _ parent: JSONValue, _ key: StaticString, most: Int = .max, _ read: (JSONValue, inout WireReader) -> Result?
    ) -> [Result] {
        guard let value = present(parent, key) else { return [] }
        path.append(.key(key))
        defer { path.removeLast() }
        return elements(value, most: most, read)
    }

    /// As ``list(_:_:most:_:)`` for some of a list's elements.
    mutating func list<Result>(
        named name: String, from first: Int, _ run: JSONValue, _ read: (JSONValue, inout WireReader) -> Result?
    ) -> [Result] {
        path.append(.name(name))
        defer { path.removeLast() }
        return elements(run, from: first, read)
    }

    /// As ``list(_:_:most:_:)`` for a value that is itself the array.
    mutating func elements<Result>(
        _ value: JSONValue, from first: Int = 0, most: Int = .max, _ read: (JSONValue, inout WireReader) -> Result?
    ) -> [Result] {
        guard value.kind != .null, !(value.kind == .object && value.isEmpty) else { return [] }
        guard value.kind == .array else {
            skip("a list was expected")
            return []
        }
        var result: [Result] = []
        value.forEachElement { position, element in
            path.append(.index(first + position))
            lastSkip = nil
            if position >= most {
                if position == most { report(.field, "only the first \(most) are read") }
            } else if let read = read(element, &self) {
                result.append(read)
            } else if lastSkip != path.count {
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

    /// Reads what stands in a line of a table.
    mutating func line<Result>(_ number: Int, _ read: (inout WireReader) -> Result?) -> Result? {
        path.append(.name("line \(number)"))
        defer { path.removeLast() }
        return read(&self)
    }

    /// Reports a field of a table that is left out.
    mutating func leaveOut(_ message: String) { report(.field, message) }

    /// Reports the item that is being read as left out.
    mutating func skip(_ message: String) {
        lastSkip = path.count
        report(.item, message)
    }

    private mutating func ignore<Result>(_ key: StaticString, _ message: String) -> Result? {
        path.append(.key(key))
        report(.field, message)
        path.removeLast()
        return nil
    }

    private mutating func report(_ loss: ReadingIssue.Loss, _ message: String) {
        // Of those that are only counted nobody has to know where they stand.
        if let known = others, !isWorse(loss, than: known.first) { return others = (known.first, known.count + 1) }
        count(ReadingIssue(file: file, pointer: pointer(), loss: loss, message: message), 1)
    }

    /// Takes over what another reader found further on in the same file.
    mutating func take(_ other: WireReader) {
        for issue in other.found { count(issue, 1) }
        if let (first, count) = other.others { self.count(first, count) }
    }

    private mutating func count(_ issue: ReadingIssue, _ more: Int) {
        guard found.count >= ListLimit.issues else { return found.append(issue) }
        guard let known = others else { return others = (issue, more) }
        others = (isWorse(issue.loss, than: known.first) ? issue : known.first, known.count + more)
    }

    /// A whole item is the loss to tell of.
    private func isWorse(_ loss: ReadingIssue.Loss, than known: ReadingIssue) -> Bool { loss == .item && known.loss != .item }

    private func present(_ object: JSONValue, _ key: StaticString) -> JSONValue? {
        guard let value = object[key], value.kind != .null else { return nil }
        return unsafe value.withUTF8 { $0.isEmpty } == true ? nil : value
    }

    private func pointer() -> String {
        path.map { step in
            switch step {
            case .key(let key): "/\(key)"
            case .index(let index): "/\(index)"
            case .name(let name): "/" + String(name.prefix(100)).replacing("~", with: "~0").replacing("/", with: "~1")
            }
        }.joined()
    }
}
