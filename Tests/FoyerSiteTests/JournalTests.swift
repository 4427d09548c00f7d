import Disk
import Foundation
import SystemPackage
import Testing

@testable import FoyerSite

/// What a journal that an interrupted build has left does, and does not do.
struct JournalTests {
    private let folder: PublishedFolder
    private static let site = ["index.html": "front", "movies/1-a/index.html": "A"]

    init() throws { folder = try PublishedFolder() }

    private func hash(_ text: String) -> UInt64 { FileDigest(of: Array(text.utf8)).hash }

    private func leave(_ steps: [Journal.Step]) throws {
        var journal = Journal()
        journal.steps = steps
        try folder.write(journal.text, to: "site/.foyer-working/journal")
    }

    private func add(_ name: FilePath, _ text: String, at path: FilePath) -> Journal.Step {
        Journal.Step(action: .put(staged: name, mayReplace: false), hash: hash(text), path: path)
    }

    private func delete(_ text: String, at path: FilePath) -> Journal.Step {
        Journal.Step(action: .delete, hash: hash(text), path: path)
    }

    @Test("a journal is read as it was written, whatever the names")
    func text() throws {
        let journal = Journal(
            [
                ("assets/ a  b", "1"), ("assets/\u{301}", nil), ("assets/e\u{301}", "2"), ("assets/\u{E9}", "3"),
                ("index.html", "4"),
            ]
            .map { path, staged in
                StagedFile(
                    path: FilePath(path), digest: FileDigest(of: Array(path.utf8)), source: nil,
                    staged: staged.map { FilePath("staged-\($0)") })
            }, deleted: ["assets/\u{301}x": 7], manifest: OutputManifest().bytes, replacing: { $0 == "index.html" })
        #expect(journal.steps.count == 5)
        #expect(Journal(journal.bytes) == journal)
        let bytes = journal.bytes
        for length in bytes.indices { #expect(Journal(Array(bytes.prefix(length))) == nil) }
    }

    @Test("it puts what was staged for it and deletes what it knows, and nothing that has become another's since")
    func carriedOut() throws {
        try folder.write("staged", to: "site/.foyer-working/staged-1")
        try folder.write("not what the journal means", to: "site/.foyer-working/staged-2")
        try folder.write("known", to: "site/known/page")
        try folder.write("edited", to: "site/edited/page")
        try leave([
            add("staged-1", "staged", at: "left/index.html"), add("staged-2", "lost", at: "lost/index.html"),
            delete("known", at: "known/page"), delete("known", at: "edited/page"),
        ])
        try folder.publish(Self.site)
        var expected = Self.site
        expected["left/index.html"] = "staged"
        expected["edited/page"] = "edited"
        #expect(try folder.files() == expected)
        #expect(!folder.isThere("\(folder.site)/known"))
        #expect(!folder.isThere(folder.working))
    }

    @Test("where another's file has come to stand meanwhile, it is named, and the journal waits")
    func foreign() throws {
        try folder.write("staged", to: "site/.foyer-working/staged-1")
        try folder.write("mine", to: "site/left/index.html")
        try leave([add("staged-1", "staged", at: "left/index.html")])
        #expect(throws: PublishError.foreignFile(path: "\(folder.site)/left/index.html")) { try folder.publish(Self.site) }
        #expect(folder.isThere("\(folder.working)/journal"))
        try FileManager.default.removeItem(atPath: "\(folder.site)/left/index.html")
        try folder.publish(Self.site)
        #expect(try folder.files() == Self.site.merging(["left/index.html": "staged"]) { $1 })
    }

    @Test("it leads nowhere through a link")
    func link() throws {
        try FileManager.default.createDirectory(atPath: "\(folder.path)/elsewhere", withIntermediateDirectories: true)
        try folder.write("staged", to: "site/.foyer-working/staged-1")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.site)/left", withDestinationPath: "\(folder.path)/elsewhere")
        try leave([add("staged-1", "staged", at: "left/index.html")])
        #expect(throws: PublishError.self) { try folder.publish(Self.site) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/elsewhere") == [])
    }

    @Test(
        "one that is damaged, or names what is outside, is thrown away with what was staged",
        arguments: [
            "delete 0 - ../victim", "delete 0 - /etc/hostname", "delete 0 - a/../../victim", "delete 0 - ../\u{301}/../victim",
            "add 0 ../victim left/index.html", "add x staged-1 left/index.html", "nonsense", "delete 0 - ",
        ])
    func damaged(line: String) throws {
        try folder.write("outside", to: "victim")
        try folder.write("staged", to: "site/.foyer-working/staged-1")
        let bytes = CheckedText.bytes("foyer-journal 1", Array("\(line)\n".utf8))
        try folder.write(String(decoding: bytes, as: UTF8.self), to: "site/.foyer-working/journal")
        try folder.publish(Self.site)
        #expect(try folder.files() == Self.site)
        #expect(folder.isThere("\(folder.path)/victim"))
    }

    @Test("one whose end is missing, or of which a letter has changed, is thrown away")
    func torn() throws {
        var journal = Journal()
        journal.steps = [add("staged-1", "staged", at: "left/index.html")]
        for text in [String(journal.text.dropLast()), journal.text.replacing("left", with: "lost"), ""] {
            try folder.write("staged", to: "site/.foyer-working/staged-1")
            try folder.write(text, to: "site/.foyer-working/journal")
            try folder.publish(Self.site)
            #expect(try folder.files() == Self.site)
        }
    }

    @Test("what somebody has put into the working folder stays")
    func foreignWork() throws {
        let mine = ["notes.txt", "staged", "staged-x", "staged-1/page", "site/index.html"]
        for name in mine.dropLast(2) + ["site/index.html"] { try folder.write("mine", to: "site/.foyer-working/\(name)") }
        for text in ["A", "B"] {
            try folder.publish(["index.html": text])
            #expect(
                Set(try folder.files().keys)
                    == Set((mine.dropLast(2) + ["site/index.html"]).map { ".foyer-working/\($0)" } + ["index.html"]))
        }
    }

    @Test("a file or a link with the working folder's name is somebody's: it is named, and stays", arguments: [false, true])
    func notAFolder(isLink: Bool) throws {
        try FileManager.default.createDirectory(atPath: "\(folder.path)/elsewhere", withIntermediateDirectories: true)
        if isLink {
            try FileManager.default.createDirectory(atPath: folder.site, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(atPath: folder.working, withDestinationPath: "\(folder.path)/elsewhere")
        } else {
            try folder.write("mine", to: "site/.foyer-working")
        }
        #expect(throws: PublishError.foreignFile(path: folder.working)) { try folder.publish(Self.site) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/elsewhere") == [])
        #expect(folder.isThere(folder.working))
    }

    @Test("assets come first, then titles, then what links to them, then the front page; deletions are last")
    func order() {
        let paths = [
            "index.html", "movies/index.html", "movies/2-b/index.html", "diary/2026/11/index.html", "assets/a.css",
            "tv/1-a/index.md",
        ]
        let journal = Journal(
            paths.map { StagedFile(path: FilePath($0), digest: FileDigest(of: []), source: nil, staged: "staged-1") },
            deleted: ["movies/1-a/index.html": 0], manifest: OutputManifest().bytes, replacing: { _ in true })
        #expect(
            journal.steps.map(\.path.string) == [
                "assets/a.css", "movies/2-b/index.html", "tv/1-a/index.md", "diary/2026/11/index.html", "movies/index.html",
                "index.html", "movies/1-a/index.html",
            ])
    }
}
