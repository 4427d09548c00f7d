/// Reads a template's tags with their places, which the Mustache library does not tell.
struct TemplateScanner {
    /// A template as far as checking goes: its tags, sections holding what stands inside them.
    indirect enum Node {
        case value(name: String, isTriple: Bool, Position)
        case section(name: String, isInverted: Bool, inside: [Node], Position)
        case partial(name: String, Position)
    }

    struct Position: Hashable, Sendable {
        let line: Int
        let column: Int
    }

    private let file: String
    private let text: [Character]
    private var index = 0
    private var line = 1
    private var column = 1

    init(file: String, text: String) {
        self.file = file
        self.text = Array(text)
    }

    mutating func nodes() throws(TemplateError) -> [Node] {
        var open: [(name: String, isInverted: Bool, position: Position, inside: [Node])] = [("", false, position, [])]
        while let (tag, position) = try nextTag() {
            let name = tag.dropFirst().trimmed
            switch tag.first {
            case "#", "^":
                open.append((name, tag.first == "^", position, []))
            case "/":
                let section = open.removeLast()
                guard !open.isEmpty else { throw error(.closesNothing(name), position) }
                guard section.name == name else { throw error(.closesAnother(open: section.name, close: name), position) }
                open[open.count - 1].inside.append(
                    .section(name: section.name, isInverted: section.isInverted, inside: section.inside, section.position))
            case ">":
                guard name.first != "*" else { throw error(.unsupported("{{>*"), position) }
                open[open.count - 1].inside.append(.partial(name: name, position))
            case "!": break
            case "{", "&":
                open[open.count - 1].inside.append(.value(name: name, isTriple: true, position))
            case "<", "$", "=", "%":
                throw error(.unsupported("{{\(tag.prefix(1))"), position)
            default:
                open[open.count - 1].inside.append(.value(name: tag.trimmed, isTriple: false, position))
            }
        }
        if open.count > 1, let unclosed = open.last { throw error(.neverClosed(unclosed.name), unclosed.position) }
        return open[0].inside
    }

    private var position: Position { Position(line: line, column: column) }

    /// The text between the next pair of braces and the place where it begins.
    private mutating func nextTag() throws(TemplateError) -> (Substring, Position)? {
        while index < text.count, !isNext("{{") { advance() }
        // The library takes a brace at the very end for half a tag.
        if index == text.count, text.last == "{" { throw error(.tagNeverEnds, Position(line: line, column: column - 1)) }
        guard index < text.count else { return nil }
        let start = position
        advance()
        advance()
        let close = index < text.count && text[index] == "{" ? "}}}" : "}}"
        var tag = ""
        while index < text.count, !isNext(close) {
            tag.append(text[index])
            advance()
        }
        guard index < text.count else { throw error(.tagNeverEnds, start) }
        for _ in close { advance() }
        return (tag[...], start)
    }

    private func isNext(_ string: String) -> Bool { text[index...].starts(with: string) }

    private mutating func advance() {
        if text[index].isNewline {
            line += 1
            column = 1
        } else {
            column += 1
        }
        index += 1
    }

    private func error(_ problem: TemplateError.Problem, _ position: Position) -> TemplateError {
        TemplateError(file: file, position: position, problem: problem)
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
