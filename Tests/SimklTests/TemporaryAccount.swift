import Foundation

@testable import Simkl

/// A folder of files that lives as long as this value.
final class TemporaryAccount: Sendable {
    let path = FileManager.default.temporaryDirectory.appending(path: "simkl-\(UUID().uuidString)").path()

    init(_ files: [String: String]) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

    func write(_ data: Data, to name: String) throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func read() throws(AccountError) -> Account { try AccountFolder(path: path).read() }

    /// What a folder of just these files is read as.
    static func read(_ files: [String: String]) throws -> Account { try TemporaryAccount(files).read() }
}

/// The files beside the tests.
enum Fixtures {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path()

    /// Every JSON file below a folder, by its path in it.
    static func files(in name: String) throws -> [String: Data] {
        let root = folder + "/" + name
        var files: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root) where path.hasSuffix(".json") {
            files[path] = try Data(contentsOf: URL(filePath: root + "/" + path))
        }
        return files
    }
}
