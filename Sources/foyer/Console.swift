import Foundation

/// What the program says: results on standard output, everything else on standard error.
enum Console {
    static func print(_ text: String) { write(text + "\n", to: .standardOutput) }

    static func error(_ text: String) { write("foyer: \(text)\n", to: .standardError) }

    static func note(_ text: String) { write(text + "\n", to: .standardError) }

    /// What is going on, where somebody watches.
    static func progress(_ text: String) {
        if isatty(STDERR_FILENO) == 1 { note("… \(text)") }
    }

    /// A question whose answer is read from standard input.
    static func ask(_ question: String) { write(question, to: .standardError) }

    /// - Throws: ``Failure`` where nobody can answer.
    static func confirm(_ question: String) throws(Failure) -> Bool {
        guard isTerminal else {
            throw Failure(code: .usage, message: "nobody can be asked here. Add --yes to send, or --dry-run to see.")
        }
        ask("\(question) [y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased())
    }

    static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// A reader that has gone away is no reason to fail.
    private static func write(_ text: String, to handle: FileHandle) { try? handle.write(contentsOf: Data(text.utf8)) }
}
