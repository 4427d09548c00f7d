import Foundation
import Simkl
import Testing

@testable import FoyerSite

/// Everything that one site is made from, in a folder of its own, and the sites that are built of it.
final class BuildFolder {
    let path: String
    var configuration = Configuration()
    var now: Moment
    /// When the account's files were last in step with Simkl, besides what they say.
    var syncedAt: Moment?
    /// Whether Simkl was away.
    var isOutdated = false

    init(_ account: AccountFiles, now: String) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "foyer-build-\(UUID().uuidString)").path
        self.now = try moment(now)
        configuration.baseURL = BaseURL("https://foyer.example/watch/")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: BuiltSite.templates, toPath: "\(path)/templates")
        try write("a program", to: "program")
        try save(account)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func builder(_ site: String = "site", state: String = "state") throws -> SiteBuilder {
        let output = try OutputFolder("\(path)/\(site)", inputs: ["\(path)/data"], home: nil)
        var builder = SiteBuilder(configuration: configuration, templates: "\(path)/templates", output: output, now: now)
        builder.state = StateFolder("\(path)/\(state)")
        builder.account = "\(path)/data"
        builder.program = "\(path)/program"
        builder.isOutdated = isOutdated
        builder.chance = 4711
        return builder
    }

    @discardableResult
    func build(
        _ site: String = "site", state: String = "state", _ change: (inout SiteBuilder) -> Void = { _ in }
    ) async throws -> BuildReport {
        var builder = try builder(site, state: state)
        change(&builder)
        if let report = try builder.reportOfUnchanged() { return report }
        let key = builder.inputKey()
        // More than the program reads, so that what is kept back does not hang on that.
        var account = try AccountFolder(path: "\(path)/data").read(allEpisodeNames: true)
        account.syncedAt = syncedAt?.secondsSince1970
        return try await builder.build(key: key) { [account] }
    }

    /// The site as it is built on the last one, and as it is built from nothing, by the same memory.
    func bothWays() async throws -> (on: [String: Data], fresh: [String: Data]) {
        for copy in ["state-copy", "fresh"] { try? remove(copy) }
        try FileManager.default.copyItem(atPath: "\(path)/state", toPath: "\(path)/state-copy")
        try await build()
        try await build("fresh", state: "state-copy")
        return (try files("site"), try files("fresh"))
    }

    /// A site's files, but for the manifest.
    func files(_ folder: String = "site") throws -> [String: Data] {
        try filesAndEmptyFolders(of: "\(path)/\(folder)").filter { $0.key != ".foyer-manifest" }
    }

    /// Makes these the account's files; those that are so already stay untouched.
    func save(_ account: AccountFiles) throws {
        let known = (try? FileManager.default.subpathsOfDirectory(atPath: "\(path)/data")) ?? []
        for file in known where file.hasSuffix(".json") && account.files[file] == nil { try remove("data/\(file)") }
        for (file, text) in account.files
        where FileManager.default.contents(atPath: "\(path)/data/\(file)") != Data(text.utf8) {
            try write(text, to: "data/\(file)")
        }
        syncedAt = account.syncedAt
    }

    func write(_ text: String, to file: String) throws {
        let url = URL(filePath: "\(path)/\(file)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func edit(_ file: String, _ old: String, _ new: String) throws {
        let text = try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
        #expect(text.contains(old), "\(file)")
        try write(text.replacing(old, with: new), to: file)
    }

    func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(file)") }
}
