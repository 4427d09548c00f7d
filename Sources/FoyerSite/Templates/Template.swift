/// A template as it is written: its text, and the tags in it.
struct Template: Sendable {
    let file: String
    let text: String
    let nodes: [Node]

    /// Sections hold what stands inside them. Offsets are those of the tags, in bytes.
    indirect enum Node: Sendable {
        case text([UInt8])
        /// Where a line begins that is not a tag alone: where a partial's indentation goes.
        case lineStart
        case value(name: String, isTriple: Bool, isFenced: Bool, Int)
        case section(name: String, isInverted: Bool, inside: [Node], Int)
        case partial(name: String, indentation: [UInt8], isFenced: Bool, Int)
        case chart(kind: String, name: String, indentation: [UInt8], Int)
        /// A message, and the names of what goes into its placeholders.
        case phrase(key: String, values: [(placeholder: String, name: String)], isFenced: Bool, Int)
        /// Attributes of a list's item, each with the name of its value.
        case data([(attribute: String, name: String)], isFenced: Bool, Int)
        /// The id of a heading or an item, by the name of its text.
        case anchor(name: String, isFenced: Bool, Int)
    }

    struct Position: Hashable, Sendable {
        let line: Int
        /// In characters, from 1.
        let column: Int
    }

    init(file: String, text: String) throws(TemplateError) {
        self.file = file
        self.text = text
        do throws(TemplateScanner.Mistake) {
            var scanner = TemplateScanner(text)
            nodes = try scanner.nodes()
        } catch {
            throw TemplateError(file: file, position: Self.position(of: error.offset, in: text), problem: error.problem)
        }
    }

    func error(_ problem: TemplateError.Problem, at offset: Int) -> TemplateError {
        TemplateError(file: file, position: Self.position(of: offset, in: text), problem: problem)
    }

    private static func position(of offset: Int, in text: String) -> Position {
        let lines = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return Position(line: lines.count, column: (lines.last?.count ?? 0) + 1)
    }
}
