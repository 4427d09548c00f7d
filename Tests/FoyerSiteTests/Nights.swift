import Foundation

@testable import FoyerSite

/// The builds of one account, one after the other, with what they remember.
final class Nights {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "foyer-nights-\(UUID().uuidString)").path
    private let audience: Audience
    var state: String { "\(folder)/state" }

    init(_ audience: Audience) throws { self.audience = audience }

    /// Files that earlier builds have left.
    func keep(_ state: [String: String]) throws {
        try FileManager.default.createDirectory(atPath: "\(folder)/state", withIntermediateDirectories: true)
        for (file, text) in state { try Data(text.utf8).write(to: URL(filePath: "\(folder)/state/\(file)")) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Every file of the site, by path.
    func build(_ account: AccountFiles, now: String) async throws -> [String: Data] {
        var configuration = Configuration()
        configuration.edition = audience.edition
        configuration.hiddenTitles = audience.hidden
        configuration.exports = LibraryExport.published
        configuration.discovers = true
        configuration.premieres = true
        configuration.baseURL = BaseURL("https://foyer.example/watch/")
        configuration.openWeb = .everything
        let output = try OutputFolder("\(folder)/site", inputs: [BuiltSite.templates], home: nil)
        var builder = SiteBuilder(
            configuration: configuration, templates: BuiltSite.templates, output: output, now: try moment(now))
        builder.state = StateFolder("\(folder)/state")
        builder.chance = 4711
        _ = try await builder.build { [try account.account()] }
        return try filesAndEmptyFolders(of: "\(folder)/site")
    }
}
