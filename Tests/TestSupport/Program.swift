import Foundation
import Subprocess
import SystemPackage

/// The built program, or another, run as a user runs it.
public enum Program {
    public struct Result: Sendable {
        public let code: Int32
        public let output: String
        public let errors: String
    }

    /// Beside the test bundle, where the build puts both.
    public static let path: String = {
        let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "foyer").path
    }()

    /// The project's folder.
    public static let root = (0..<3).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent() }.path

    /// The machine's environment without what the program listens to: no test may depend on who runs it, or use their sign-in.
    private static let ownEnvironment = ProcessInfo.processInfo.environment.filter { name, _ in
        let name = name.lowercased()
        return !["simkl_", "foyer_", "xdg_config", "urlsession", "ssl_cert"].contains(where: name.hasPrefix)
            && !name.hasSuffix("_proxy") && name != "ci"
    }

    /// Runs the program, or another, to its end.
    public static func run(
        _ arguments: [String], executable: String = path, environment: [String: String] = [:], in folder: String? = nil
    ) async throws -> Result {
        try await places.within {
            try await start(arguments, executable: executable, environment: environment, in: folder) { _ in }
        }
    }

    /// Starts the program, or another, does something while it runs, and waits for its end.
    ///
    /// Unlike ``run(_:executable:environment:in:)`` it begins at once, however many run: what is done meanwhile may run others.
    @discardableResult
    public static func start(
        _ arguments: [String], executable: String = path, environment: [String: String] = [:], in folder: String? = nil,
        meanwhile: @escaping @Sendable (Running) async throws -> Void
    ) async throws -> Result {
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await end(of: arguments, executable, environment, folder, meanwhile) }
            group.addTask {
                try await Task.sleep(for: Patience.program)
                return nil
            }
            defer { group.cancelAll() }
            guard let result = try await group.next().flatMap({ $0 }) else { throw Hanging(arguments: arguments) }
            return result
        }
    }

    private static func end(
        of arguments: [String], _ executable: String, _ environment: [String: String], _ folder: String?,
        _ meanwhile: @Sendable (Running) async throws -> Void
    ) async throws -> Result {
        let environment = ownEnvironment.merging(environment) { $1 }.map { (Environment.Key(stringLiteral: $0), $1) }
        let result = try await Subprocess.run(
            .path(FilePath(executable)), arguments: Arguments(arguments),
            environment: .custom(Dictionary(uniqueKeysWithValues: environment)), workingDirectory: FilePath(folder ?? root),
            input: .none, output: .string(limit: 1 << 26), error: .string(limit: 1 << 26)
        ) { try await meanwhile(Running(identifier: $0.processIdentifier.value)) }
        let code: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let signal): 128 + signal
            }
        return Result(code: code, output: result.standardOutput, errors: result.standardError)
    }

    /// A program that runs.
    public struct Running: Sendable {
        public let identifier: Int32

        public init(identifier: Int32) { self.identifier = identifier }

        public var hasEnded: Bool { isIn("Z") ?? true }
        public var isStopped: Bool { isIn("T") ?? false }

        /// Nil where there is no such program any more.
        private func isIn(_ state: String) -> Bool? {
            (try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8))?.contains(") \(state) ")
        }

        public func signal(_ signal: Int32) { kill(identifier, signal) }
    }

    private struct Hanging: Error, CustomStringConvertible {
        let arguments: [String]

        var description: String { "did not end within \(Patience.program): \(arguments.joined(separator: " "))" }
    }

    /// Programs at once: most of them sleep, but the machine may be small.
    private static let places = Places(20)
}
