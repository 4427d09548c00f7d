import Foundation

/// The built program, run as a user runs it.
struct Program {
    struct Result {
        let code: Int32
        let output: String
        let errors: String
    }

    /// Beside the test bundle, where the build puts both.
    static let path: String = {
        let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "foyer").path
    }()

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path

    /// A process that is ready to run and says nothing to anybody.
    private static func process(
        _ executable: String, _ arguments: [String], environment: [String: String], in folder: String?
    ) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.environment = ownEnvironment.merging(environment) { $1 }
        process.currentDirectoryURL = URL(filePath: folder ?? root)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }

    /// The machine's environment without what the program listens to: no test may depend on who runs it, or use their sign-in.
    private static let ownEnvironment = ProcessInfo.processInfo.environment.filter { name, _ in
        let name = name.lowercased()
        return !["simkl_", "foyer_", "xdg_config", "urlsession", "ssl_cert"].contains(where: name.hasPrefix)
            && !name.hasSuffix("_proxy") && name != "ci"
    }

    /// Starts the program without waiting for it.
    static func start(_ arguments: [String], environment: [String: String] = [:], in folder: String? = nil) throws -> Process {
        let process = process(path, arguments, environment: environment, in: folder)
        try process.run()
        return process
    }

    /// Runs the program, or another, to its end.
    static func run(
        _ arguments: [String], executable: String = path, environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Result {
        let (output, errors) = (try Scratch.file(), try Scratch.file())
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        let process = process(executable, arguments, environment: environment, in: folder)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return try Result(process, output, errors)
    }

    /// As ``run(_:executable:environment:in:)``, but other tests go on while the program sleeps.
    static func finish(
        _ arguments: [String], executable: String = path, environment: [String: String], in folder: String? = nil
    ) async throws -> Result {
        let (output, errors) = (try Scratch.file(), try Scratch.file())
        defer { for file in [output, errors] { try? FileManager.default.removeItem(at: file) } }
        let process = process(executable, arguments, environment: environment, in: folder)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        await places.enter()
        let outcome = await end(of: process)
        await places.leave()
        try outcome.get()
        return try Result(process, output, errors)
    }

    private static func end(of process: Process) async -> Swift.Result<Void, any Error> {
        await withCheckedContinuation { waiting in
            process.terminationHandler = { _ in waiting.resume(returning: .success(())) }
            do { try process.run() } catch { waiting.resume(returning: .failure(error)) }
        }
    }

    /// Programs at once: most of them sleep, but the machine may be small.
    private static let places = Places(8)

    /// `foyer build` with the project's templates, at a fixed instant.
    static func build(
        _ account: String, to output: String, _ more: [String] = [], environment: [String: String] = [:]
    ) throws -> Result {
        try run(buildArguments(account, to: output) + more, environment: environment)
    }

    static func buildArguments(_ account: String, to output: String) -> [String] {
        ["build", "--offline", "--data", account, "--output", output, "--now", "2026-11-01T00:00:00Z"]
    }
}

extension Program.Result {
    fileprivate init(_ process: Process, _ output: URL, _ errors: URL) throws {
        code = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        self.output = try String(contentsOf: output, encoding: .utf8)
        self.errors = try String(contentsOf: errors, encoding: .utf8)
    }
}

/// So many places, for whom they are free in turn.
private actor Places {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ free: Int) { self.free = free }

    func enter() async {
        if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

/// A folder for one test, gone with it.
final class Scratch: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(
            path: "foyer-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    static func file() throws -> URL {
        let file = FileManager.default.temporaryDirectory.appending(path: "foyer-test-\(UUID().uuidString)")
        try Data().write(to: file)
        return file
    }

    func write(_ text: String, to file: String) throws {
        let url = URL(filePath: "\(path)/\(file)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// A small account: films, by default without anything else.
    func account(_ name: String = "data", films: [Film], extra: String = "") throws -> String {
        let items = films.map(\.json).joined(separator: ",")
        try write(#"{"movies":[\#(items)]\#(extra)}"#, to: "\(name)/all-items.json")
        return "\(path)/\(name)"
    }

    struct Film {
        var id: Int
        var name: String
        var rating: Int?

        fileprivate var json: String {
            """
            {"status":"completed","last_watched_at":"2026-03-0\(id % 9 + 1)T20:15:30Z","user_rating":\(rating.map(String.init) ?? "null"),
            "user_rated_at":\(rating == nil ? "null" : "\"2026-03-10T10:00:00Z\""),
            "movie":{"title":"\(name)","year":2020,"runtime":100,"ids":{"simkl":\(id),"slug":"film-\(id)"}}}
            """
        }
    }

    static let films = (1...9).map { Film(id: $0, name: "Film \($0)", rating: $0) }
}

/// What is in a folder, file by file.
struct Tree: Equatable {
    var files: [String: Data] = [:]

    init(_ folder: String) throws {
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let file = URL(filePath: "\(folder)/\(path)")
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[path] = try Data(contentsOf: file)
            }
        }
    }

    /// Each file's inode and modification time.
    static func identities(_ folder: String) throws -> [String: [String]] {
        var identities: [String: [String]] = [:]
        for path in try Tree(folder).files.keys {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
            identities[path] = ["\(attributes[.systemFileNumber] ?? 0)", "\(attributes[.modificationDate] ?? 0)"]
        }
        return identities
    }
}
