import Foundation
import Simkl
import TestSupport
import Testing

@testable import FoyerSite

@Suite("Exports that are published", .inEnglish)
struct ExportFileTests {
    private static let account = AccountFiles([
        "all-items.json": #"""
        {"movies":[{"status":"completed","last_watched_at":"2026-02-02T21:00:00Z","user_rating":9,"user_rated_at":"2026-02-03T09:00:00Z",
        "memo":{"text":"Mine alone","is_private":true},"movie":{"title":"Heat","year":1995,"runtime":170,"ids":{"simkl":13,"slug":"heat"}}},
        {"status":"completed","last_watched_at":"2026-02-04T21:00:00Z","movie":{"title":"Hidden","year":1999,"ids":{"simkl":15}}}]}
        """#
    ])

    /// The files below `export/` of a site.
    private func exports(_ formats: [LibraryExport], _ edition: Edition = .public) async throws -> [String: String] {
        let scratch = try Scratch()
        var configuration = Configuration()
        configuration.exports = formats
        configuration.edition = edition
        configuration.hiddenTitles = [15]
        let output = try OutputFolder("\(scratch.path)/site", inputs: [BuiltSite.templates], home: nil)
        _ = try await SiteBuilder(
            configuration: configuration, templates: BuiltSite.templates, output: output, now: try moment("2026-11-20T12:00:00Z")
        ).build { [try Self.account.account()] }
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: "\(scratch.path)/site") where path.hasPrefix("export/") {
            files[path] = try String(contentsOfFile: "\(scratch.path)/site/\(path)", encoding: .utf8)
        }
        let page = try String(contentsOfFile: "\(scratch.path)/site/feeds/index.md", encoding: .utf8)
        #expect(page.contains("## To take along") == !formats.isEmpty)
        for format in formats { #expect(page.contains("](../export/\(format.fileName))"), "\(page)") }
        return files
    }

    @Test(
        "those that are named are there, each as foyer export writes it of the same edition, and linked",
        arguments: Edition.allCases)
    func published(edition: Edition) async throws {
        let files = try await exports(LibraryExport.published, edition)
        #expect(Set(files.keys) == Set(LibraryExport.published.map { "export/\($0.fileName)" }))
        let audience = Audience(edition, hiddenTitles: [15])
        var options = LibraryMerger.Options()
        options.hiddenTitles = [15]
        options.now = try moment("2026-11-20T12:00:00Z")
        let library = LibraryMerger(options: options).library(from: [try Self.account.account()]).library.library(for: audience)
        for format in LibraryExport.published {
            var bytes: [UInt8] = []
            var sink = ExportSink { bytes += $0 }
            try format.write(library, to: &sink)
            #expect(files["export/\(format.fileName)"] == String(decoding: bytes, as: UTF8.self), "\(format)")
        }
        #expect(files.values.contains { $0.contains("Hidden") } == (edition == .private))
        #expect(!files.values.contains { $0.contains("Mine alone") })
    }

    @Test("without the setting there is none; with one there is that alone")
    func few() async throws {
        #expect(try await exports([]) == [:])
        #expect(try await exports([.plays]).keys.sorted() == ["export/plays.csv"])
    }
}
