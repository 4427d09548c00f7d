import Foundation

/// A site that the built program serves while a test looks at it, in a folder with templates of its own.
public struct ServedSite: Sendable {
    public let scratch: Scratch
    public let port: UInt16
    public let process: Program.Running

    public var folder: String { scratch.path }
    public var root: String { "http://127.0.0.1:\(port)" }

    /// What the program has said until now.
    public var output: String { Self.said(scratch) }

    private static func said(_ scratch: Scratch) -> String {
        ["out", "err"].map { (try? String(contentsOfFile: "\(scratch.path)/\($0).txt", encoding: .utf8)) ?? "" }.joined()
    }

    /// Copies the project's templates into the folder, for a test to change.
    public static func prepare(_ scratch: Scratch) throws {
        try FileManager.default.copyItem(atPath: "\(Program.root)/Templates", toPath: "\(scratch.path)/Templates")
    }

    /// Serves until the test is done; then the program is asked to end.
    ///
    /// - Returns: its exit code.
    @discardableResult
    public static func serve(
        _ scratch: Scratch, _ arguments: [String] = ["--port", "0"], environment: [String: String] = [:],
        while test: @escaping @Sendable (ServedSite) async throws -> Void
    ) async throws -> Int32 {
        // Or an earlier server's words would be taken for this one's.
        for name in ["out", "err"] { try? FileManager.default.removeItem(atPath: "\(scratch.path)/\(name).txt") }
        let script = "exec \"$0\" serve \"$@\" >out.txt 2>err.txt"
        let home = ["HOME": "\(scratch.path)/home", "XDG_CONFIG_HOME": "\(scratch.path)/home/.config"]
        return try await Program.start(
            ["-c", script, Program.path] + arguments, executable: "/bin/sh", environment: home.merging(environment) { $1 },
            in: scratch.path
        ) { process in
            defer { process.signal(SIGINT) }
            try await until { process.hasEnded || port(in: said(scratch)) != nil }
            guard let port = port(in: said(scratch)) else { return }
            try await test(ServedSite(scratch: scratch, port: port, process: process))
        }.code
    }

    private static func port(in output: String) -> UInt16? {
        output.firstMatch(of: /(?m)^Your site: http:\/\/[^\/]+:(\d+)\/.*$/).flatMap { UInt16($0.1) }
    }

    public func ask(_ target: String, method: String = "GET", host: String? = nil) async throws -> BareHTTP.Answer {
        try await BareHTTP.ask(target, port: port, method: method, host: host)
    }

    /// Changes a file as most editors do: it is the old one or the new one, never half of one.
    public func edit(_ file: String, _ change: (String) -> String) throws {
        let path = "\(folder)/\(file)"
        try Data(change(String(contentsOfFile: path, encoding: .utf8)).utf8).write(to: URL(filePath: path), options: .atomic)
    }

    /// Waits until a page says something, or does not any more.
    public func wait(for text: String, at target: String, isThere: Bool = true) async throws {
        try await until { try await ask(target).text.contains(text) == isThere }
    }
}
