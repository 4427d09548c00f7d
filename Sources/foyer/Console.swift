import Foundation

/// What the program says: results on standard output, everything else on standard error.
enum Console {
    static func print(_ text: String) { write(text, to: .standardOutput) }

    static func error(_ text: String) { write("foyer: \(text)", to: .standardError) }

    static func note(_ text: String) { write(text, to: .standardError) }

    /// A reader that has gone away is no reason to fail.
    private static func write(_ text: String, to handle: FileHandle) { try? handle.write(contentsOf: Data((text + "\n").utf8)) }
}
