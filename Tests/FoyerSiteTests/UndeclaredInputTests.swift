import Disk
import Foundation
import SystemPackage
import Testing

@testable import FoyerSite

@Suite("What comes out otherwise though its inputs are the same")
struct UndeclaredInputTests {
    @Test("a maker that looks at more than it declares is found out by a build that makes everything anew, and by no other")
    func maker() async throws {
        let folder = try PublishedFolder()
        #expect(try await Self.publish("1", to: folder).undeclared == [])
        #expect(try await Self.publish("2", to: folder).undeclared == [])
        #expect(try folder.files() == ["fickle": "1", "steady": "same", "unknown": "2"])
        #expect(try await Self.publish("3", to: folder, isForced: true).undeclared == ["fickle"])
        #expect(try folder.files() == ["fickle": "3", "steady": "same", "unknown": "3"])
    }

    /// Publishes a file that shows what it does not declare, one that declares everything, and one that declares nothing.
    private static func publish(
        _ text: String, to folder: PublishedFolder, isForced: Bool = false
    ) async throws -> SitePublisher.Summary {
        let publisher = try folder.publisher(isForced: isForced)
        let jobs = [("fickle", 7, text), ("steady", 7, "same"), ("unknown", nil, text)].map { path, source, text in
            Job(paths: [FilePath(path)], source: source, weight: 1) { () throws(SiteError) in [Array(text.utf8)] }
        }
        return try publisher.publish(try await JobRunner(staging: publisher.staging).run(jobs))
    }

    @Test("a build that makes everything anew names the page, and one of an account that changed names none")
    func report() async throws {
        let folder = try BuildFolder(
            AccountFiles("movies", #"{"status":"completed","movie":{"title":"A","ids":{"simkl":1}}}"#),
            now: "2026-11-20T12:00:00Z")
        let words = "made of the same inputs as the last time, and yet different: a fault in Foyer"
        try await folder.build()
        try folder.edit("data/all-items.json", "\"A\"", "\"B\"")
        for _ in 1...2 {
            let report = try await folder.build { $0.isForced = true }
            #expect(report.diagnostics.filter { $0.contains(words) } == [])
        }
        // As if the last build had made another page of this.
        let path = "\(folder.path)/site/\(OutputManifest.fileName)"
        var manifest = try #require(OutputManifest(Array(try Data(contentsOf: URL(filePath: path)))))
        let page: FilePath = "about/index.html"
        manifest.files[page] = OutputManifest.File(hash: 1, source: manifest.files[page]?.source)
        try folder.write(manifest.text, to: "site/\(OutputManifest.fileName)")
        let report = try await folder.build { $0.isForced = true }
        #expect(report.diagnostics.filter { $0.contains(words) } == ["about/index.html: \(words)"])
    }
}
