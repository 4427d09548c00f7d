/// The colour of the word that a line begins with, where that says what kind of line it is. Never the only sign of it.
///
/// Source: ECMA-48, SGR.
enum LineColour: String {
    case fault = "1;31"
    case warning = "33"
    case good = "32"
    case important = "1"

    private static let words: [(word: String, colour: LineColour)] = [
        ("foyer:", .fault), ("fault", .fault), ("note:", .warning), ("note", .warning), ("ok", .good), ("Your site:", .important),
        ("Next:", .important),
    ]

    static func coloured(_ line: String) -> String {
        guard let known = words.first(where: { line.hasPrefix("\($0.word) ") || line == $0.word }) else { return line }
        return "\u{1B}[\(known.colour.rawValue)m\(known.word)\u{1B}[0m\(line.dropFirst(known.word.count))"
    }
}
