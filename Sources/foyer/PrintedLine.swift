/// A line as it may be printed to a terminal or into the log of a CI job, whatever it was made of.
///
/// Names and paths come from Simkl and from files, and a terminal obeys some characters, a CI job some words. Here a line is one line,
/// in one direction, without controls, and no command to anything.
/// Source: ECMA-48; UAX #9, 2 (directional formatting); GitHub's and Azure's workflow commands, `::name::` and `##[name]`.
struct PrintedLine: CustomStringConvertible {
    let description: String

    /// More than anybody reads.
    private static let longest = 4000

    init(_ text: String) {
        var line: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            guard line.count < Self.longest else {
                line.append("…")
                break
            }
            line.append(Self.printed(scalar))
        }
        Self.breakCommands(&line)
        description = String(String.UnicodeScalarView(line))
    }

    private static func printed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
        // C0, DEL and C1; marks and overrides of direction; annotations.
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: "\u{FFFD}"
        default: scalar
        }
    }

    /// Puts a blank between two colons that begin the line, and between two signs in front of a bracket.
    ///
    /// What cannot be seen is looked through, as those who look for commands may do.
    private static func breakCommands(_ line: inout [Unicode.Scalar]) {
        let seen = line.indices.filter { !line[$0].properties.isDefaultIgnorableCodePoint }
        let lastBracket = seen.last { line[$0] == "[" } ?? -1
        let first = seen.first { !line[$0].properties.isWhitespace }
        for (position, next) in zip(seen, seen.dropFirst()).reversed() where line[position] == line[next] {
            if line[position] == ":" && position == first || line[position] == "#" && next < lastBracket {
                line.insert(" ", at: next)
            }
        }
    }
}
