import Foundation

extension Program {
    /// Runs the program on a terminal of its own (util-linux's `script`), where somebody types these lines.
    ///
    /// - Returns: all that stands on the terminal in the end, what was typed too.
    public static func onTerminal(
        _ arguments: [String], typing lines: [String] = [], environment: [String: String] = [:], in folder: String? = nil
    ) async throws -> Result {
        let typed = lines.map { "\($0)\n" }.joined()
        let script = "printf '%s' \"$TYPED\" | script -qec \"\(path) \(arguments.joined(separator: " "))\" /dev/null"
        let terminal = ["TERM": "xterm", "LC_ALL": "C.UTF-8", "NO_COLOR": "", "TYPED": typed]
        let result = try await run(
            ["-c", script], executable: "/bin/sh", environment: terminal.merging(environment) { $1 }, in: folder)
        return Result(code: result.code, output: result.output.replacing("\r\n", with: "\n"), errors: result.errors)
    }
}
