import Foundation
import TestSupport
import Testing

@testable import FoyerSite

/// `Golden/first-night` is an account, `Golden/second-night` what is another a day later, and `Golden/site` the site that a second build
/// makes of it: all of it but what is the theme's own.
@Suite("The site of a small account")
struct GoldenSiteTests {
    @Test("it is the committed one: the same files, and each the same to the byte")
    func site() async throws {
        var (site, notes) = try await Self.build()
        #expect(notes == [])
        // Of a picture what it says: its bytes are another library's, and no two versions make the same.
        for (path, bytes) in site where path.hasSuffix("share.png") || path.hasSuffix("share-tall.png") {
            site[path] = nil
            site["\(path).txt"] = Data("\(try await PNGReading(Array(bytes)).description)\n".utf8)
        }
        let theme = try Self.theme()
        let committed = "\(Golden.folder)/site"
        if Golden.isRecording {
            try? FileManager.default.removeItem(atPath: committed)
            for (path, bytes) in site where theme[path] != bytes { try Golden.write(bytes, to: "\(committed)/\(path)") }
            return Golden.failSinceRecorded(committed)
        }
        let expected = try filesAndEmptyFolders(of: committed).merging(theme) { committed, _ in committed }
        if let difference = difference(site, expected) { Issue.record("\(difference)\nmake golden records it anew") }
    }

    @Test("nothing of a hidden title, or of a note that is private, is in it", arguments: ["Untold", "for nobody else"])
    func secrets(text: String) async throws {
        for (path, bytes) in try await Self.build().site {
            #expect(!String(decoding: bytes, as: UTF8.self).contains(text), "\(path)")
        }
    }

    @Test("a difference is told by its file, and by its first line")
    func firstDifference() {
        func told(_ own: [String: String], _ expected: [String: String]) -> String? {
            difference(own.mapValues { Data($0.utf8) }, expected.mapValues { Data($0.utf8) })
        }
        #expect(told(["a": "1\n2", "b": "", "c/": ""], ["a": "1\n2", "b": "", "c/": ""]) == nil)
        #expect(told(["a": "1"], ["a": "1", "b": ""]) == "b is missing")
        #expect(told(["a": "1", "c/": ""], ["a": "1"]) == "c/ should not be there")
        #expect(told(["a": "1\n2\n3\n"], ["a": "1\n4\n5\n"]) == "a:2 is\n  2\nand should be\n  4")
        #expect(told(["a": "1\n"], ["a": "1"]) == "a:2 is\n  \nand should be\n  (nothing more)")
    }

    /// The site on the second night, and what the build had to say.
    private static func build() async throws -> (site: [String: Data], notes: [String]) {
        let folder = try BuildFolder(try AccountFiles(in: "first-night"), now: "2026-11-20T04:30:00Z")
        folder.configuration.title = "Ada’s evenings"
        folder.configuration.hiddenTitles = [104]
        folder.configuration.openWeb = .everything
        var notes = try await folder.build().diagnostics
        try folder.save(try AccountFiles(in: "first-night", "second-night"))
        folder.now = try moment("2026-11-21T04:30:00Z")
        notes += try await folder.build().diagnostics
        return (try folder.files(), notes)
    }

    /// What a site has of its theme as it is.
    private static func theme() throws -> [String: Data] {
        try Dictionary(
            uniqueKeysWithValues: filesAndEmptyFolders(of: "\(BuiltSite.templates)/assets").map { ("assets/\($0)", $1) })
    }
}

extension AccountFiles {
    /// Of committed folders, each with the files that it has instead of those before it.
    init(in folders: String...) throws {
        self.init([:])
        for folder in folders {
            for (path, bytes) in try filesAndEmptyFolders(of: "\(Golden.folder)/\(folder)") {
                files[path] = String(decoding: bytes, as: UTF8.self)
            }
        }
    }
}
