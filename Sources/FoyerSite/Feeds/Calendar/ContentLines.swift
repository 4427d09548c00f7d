/// Lines of a calendar: folded, and ended as the format asks for.
///
/// Source: RFC 5545, 3.1
struct ContentLines: Sendable {
    private(set) var text = ""

    /// The octets that a line may have, its end not counted.
    private static let longest = 75
    private static let fold = "\r\n "

    /// - Parameter name: the property, with its parameters.
    mutating func add(_ name: StaticString, _ value: CalendarValue) {
        let line = "\(name):\(value.written)"
        if line.utf8.count <= Self.longest {
            text += line
        } else if line.utf8.allSatisfy({ $0 < 0x80 }) {
            addFolded(ascii: line)
        } else {
            addFolded(line)
        }
        text += "\r\n"
    }

    /// A component with its lines.
    mutating func add(component name: StaticString, _ lines: (inout ContentLines) -> Void) {
        add("BEGIN", .word(name))
        lines(&self)
        add("END", .word(name))
    }

    private mutating func addFolded(ascii line: String) {
        var rest = line.utf8[...]
        var room = Self.longest
        while rest.count > room {
            text += Substring(rest.prefix(room)) + Self.fold
            rest = rest.dropFirst(room)
            // The space at the beginning of the next line counts.
            room = Self.longest - 1
        }
        text += Substring(rest)
    }

    /// Between what a reader takes for characters, and where one of them is longer than a line, between code points.
    private mutating func addFolded(_ line: String) {
        var octets = 0
        for character in line {
            let isEndless = character.utf8.count >= Self.longest
            for part in isEndless ? character.unicodeScalars.map({ Character($0) }) : [character] {
                if octets + part.utf8.count > Self.longest {
                    text += Self.fold
                    octets = 1
                }
                text.append(part)
                octets += part.utf8.count
            }
        }
    }
}
