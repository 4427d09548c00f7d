import Disk
import Foundation
import Synchronization

/// What the program says: results on standard output, everything else on standard error.
///
/// The only place that writes to either, and it writes lines: ``PrintedLine``.
enum Console {
    static func print(_ lines: String...) { print(lines: lines) }

    static func print(lines: [String]) { write(lines, to: .standardOutput) }

    /// JSON for machines, on as many lines as it needs.
    static func print(json value: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Encoding texts and numbers cannot fail.
        guard let data = try? encoder.encode(value) else { return }
        printResult(Data((escaped(String(decoding: data, as: UTF8.self)) + "\n").utf8))
    }

    /// Parts of a file that somebody wants on standard output, as they are.
    static func print(bytes: [UInt8]) { printResult(Data(bytes)) }

    private static func printResult(_ bytes: Data) {
        write(bytes: bytes, to: .standardOutput)
        if !hasPrinted { hasLostResult.withLock { $0 = true } }
    }

    /// - Parameter details: lines of their own below the first.
    static func error(_ text: String, _ details: [String] = []) { write(["foyer: \(text)"] + details, to: .standardError) }

    static func note(_ text: String) { write([text], to: .standardError) }

    /// What is going on, where somebody watches: in one line, which the next takes the place of.
    ///
    /// - Parameter plain: the same for a terminal on which no line moves; nil where it has been said.
    static func progress(_ text: String, plain: String?) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        guard Surroundings.canStyle(STDERR_FILENO) else {
            if let plain { note("… \(plain)") }
            return
        }
        // As much as fits the narrowest terminal that is in use.
        let line = PrintedLine(String(text.prefix(79)))
        moving.withLock { isThere in
            isThere = true
            put(Data("\(clearing)\(line)".utf8), to: .standardError)
        }
    }

    /// A question whose answer is read from standard input.
    static func ask(_ question: String) { write(bytes: Data(PrintedLine(question).description.utf8), to: .standardError) }

    /// - Throws: ``Failure`` where nobody can answer.
    static func confirm(_ question: String) throws(Failure) -> Bool {
        guard isTerminal else {
            throw Failure(code: .usage, message: "nobody can be asked here. Add --yes to send, or --dry-run to see.")
        }
        ask("\(question) [y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased())
    }

    static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// Whether what is printed is looked at as it comes.
    static var isSeen: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether a line that moves stands where the next one would be written.
    private static let moving = Mutex(false)
    /// To the line's beginning, and all of it gone. Source: ECMA-48, EL.
    private static let clearing = "\r\u{1B}[2K"

    private static func write(_ lines: [String], to handle: FileHandle) {
        let hasColour = Surroundings.canStyle(handle.fileDescriptor)
        let lines = lines.map { line in
            let line = PrintedLine(line).description
            return "\(hasColour ? LineColour.coloured(line) : line)\n"
        }
        write(bytes: Data(lines.joined().utf8), to: handle)
    }

    private static func write(bytes: Data, to handle: FileHandle) {
        moving.withLock { isThere in
            if isThere { put(Data(clearing.utf8), to: .standardError) }
            isThere = false
            put(bytes, to: handle)
        }
    }

    private static func put(_ bytes: Data, to handle: FileHandle) {
        do {
            try handle.write(contentsOf: bytes)
        } catch {
            guard handle.fileDescriptor == STDOUT_FILENO else { return }
            let cause = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code
            trouble.withLock { $0 = $0 ?? Int32(clamping: cause ?? Int(EIO)) }
        }
    }

    /// The error number with which standard output did not take what was printed.
    private static let trouble = Mutex<Int32?>(nil)

    /// Whether standard output has taken all that was printed so far.
    static var hasPrinted: Bool { trouble.withLock { $0 == nil } }

    /// Whether JSON or a file is among what it has not taken.
    private static let hasLostResult = Mutex(false)

    /// - Parameter isResult: whether all that was printed is what somebody wanted, and not told beside it.
    /// - Throws: ``Failure`` where standard output, such as a file on a full disk, has not taken a result. A reader that has gone away is
    ///   no reason to fail.
    static func checkPrinted(isResult: Bool) throws(Failure) {
        guard let number = trouble.withLock({ $0 }), number != EPIPE, isResult || hasLostResult.withLock({ $0 }) else { return }
        let reason = unsafe String(cString: strerror(number))
        throw Failure(code: .cannotWrite, message: "standard output: cannot write (\(reason)). What was printed is not whole.")
    }

    /// The same JSON without a character in its texts that a terminal or a CI job would obey.
    private static func escaped(_ json: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            let isASCII = (0x20..<0x7F).contains(scalar.value) || scalar == "\n"
            let isPlain = isASCII ? scalar != "#" : PrintedLine("\(scalar)").description == "\(scalar)"
            // All that is meant here is below U+10000.
            text.append(contentsOf: isPlain ? "\(scalar)".unicodeScalars : "\\u\(scalar.value.hexadecimal(4))".unicodeScalars)
        }
        return String(text)
    }
}
