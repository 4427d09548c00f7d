import Foundation
import TestSupport

extension Program {
    /// `foyer build` with the project's templates, at a fixed instant.
    static func build(
        _ account: String, to output: String, _ more: [String] = [], environment: [String: String] = [:]
    ) async throws -> Result {
        try await run(buildArguments(account, to: output) + more, environment: environment)
    }

    static func buildArguments(_ account: String, to output: String) -> [String] {
        ["build", "--offline", "--data", account, "--output", output, "--now", "2026-11-01T00:00:00Z"]
    }
}

extension Scratch {
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

    /// A site without what a build that was killed keeps in it.
    init(site folder: String) throws {
        try self.init(folder)
        files = files.filter { !$0.key.hasPrefix(".foyer-working/") }
    }

    init(_ folder: String) throws {
        for (path, _) in try Self.regularFiles(folder) { files[path] = try Data(contentsOf: URL(filePath: "\(folder)/\(path)")) }
    }

    /// Each file's inode and modification time.
    static func identities(_ folder: String) throws -> [String: [Int]] {
        try regularFiles(folder).mapValues { [Int($0.st_ino), $0.st_mtim.tv_sec, $0.st_mtim.tv_nsec] }
    }

    private static func regularFiles(_ folder: String) throws -> [String: stat] {
        var files: [String: stat] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var status = stat()
            guard unsafe lstat("\(folder)/\(path)", &status) == 0 else { throw CocoaError(.fileReadNoSuchFile) }
            if status.st_mode & S_IFMT == S_IFREG { files[path] = status }
        }
        return files
    }
}
