import Foundation
import TestSupport
import Testing

/// Builds that are killed, and builds that meet.
@Suite(.serialized)
struct InterruptionTests {
    private let scratch: Scratch
    private var site: String { "\(scratch.path)/site" }
    private static let old = (1...120).map { Scratch.Film(id: $0, name: "Old \($0)", rating: nil) }
    private static let new = (60...180).map { Scratch.Film(id: $0, name: "New \($0)", rating: 5) }

    init() throws { scratch = try Scratch() }

    /// Starts a build and kills it as soon as `moment` has come.
    private func kill(_ account: String, when moment: @escaping @Sendable () -> Bool) async throws {
        try await Program.start(Program.buildArguments(account, to: site)) { process in
            while !process.hasEnded, !moment() { await Task.yield() }
            process.signal(SIGKILL)
        }
    }

    private func inode(_ path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.systemFileNumber] as? Int
    }

    @Test(
        "a build killed at any moment leaves the whole old site or the whole new one, and the next build is right",
        arguments: [0, 1, 20, 60, 120, 180, 240, 300])
    func killed(stagedFolders: Int) async throws {
        let (old, new) = (try scratch.account("old", films: Self.old), try scratch.account("new", films: Self.new))
        #expect(try await Program.build(new, to: "\(scratch.path)/expected-new").code == 0)
        #expect(try await Program.build(old, to: site).code == 0)
        let whole = (old: try Tree(site), new: try Tree("\(scratch.path)/expected-new"))
        let before = inode(site)
        // The last of the moments is the exchange itself: then the old site waits to be removed.
        try await kill(new) {
            let staged =
                (try? FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/.site.foyer/site/movies"))?.count ?? -1
            return stagedFolders < 200 ? staged >= stagedFolders : inode(site) != before
        }
        let found = try Tree(site)
        #expect(found == (inode(site) == before ? whole.old : whole.new))
        #expect(try await Program.build(new, to: site).code == 0)
        #expect(try Tree(site) == whole.new)
        #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/.site.foyer"))
    }

    @Test("a build killed while it moves file by file is finished by the next one", arguments: [1, 30, 60, 100])
    func journal(moved: Int) async throws {
        let (old, new) = (try scratch.account("old", films: Self.old), try scratch.account("new", films: Self.new))
        #expect(try await Program.build(new, to: "\(scratch.path)/expected").code == 0)
        try scratch.write("gitdir: elsewhere", to: "site/.git")
        #expect(try await Program.build(old, to: site).code == 0)
        let first = Self.new[moved].id
        try await kill(new) {
            FileManager.default.fileExists(atPath: "\(site)/movies/\(first)-film-\(first)") && first > 120 || journalExists
        }
        let again = try await Program.build(new, to: site)
        #expect(again.code == 0, "\(again.errors)")
        var found = try Tree(site)
        found.files[".git"] = nil
        #expect(try found == Tree("\(scratch.path)/expected"))
    }

    private var journalExists: Bool { FileManager.default.fileExists(atPath: "\(site)/.foyer-working/journal") }

    @Test("a journal that a killed build left is carried out before anything else, and only inside the output")
    func leftJournal() async throws {
        let account = try scratch.account(films: Scratch.films)
        try scratch.write("gitdir: elsewhere", to: "site/.git")
        try scratch.write("outside", to: "victim")
        try scratch.write("staged", to: "site/.foyer-working/site/left/index.html")
        try scratch.write("put left/index.html\ndelete ../victim\nend", to: "site/.foyer-working/journal")
        let result = try await Program.build(account, to: site)
        #expect(result.code == 0, "\(result.errors)")
        #expect(try String(contentsOfFile: "\(site)/left/index.html", encoding: .utf8) == "staged")
        #expect(try String(contentsOfFile: "\(scratch.path)/victim", encoding: .utf8) == "outside")
        #expect(!FileManager.default.fileExists(atPath: "\(site)/.foyer-working"))
    }

    @Test("builds that meet wait for one another, and the site is one of theirs")
    func together() async throws {
        let (old, new) = (try scratch.account("old", films: Self.old), try scratch.account("new", films: Self.new))
        try await withThrowingTaskGroup(of: Program.Result.self) { group in
            for turn in 0..<6 { group.addTask { try await Program.build(turn % 2 == 0 ? old : new, to: site) } }
            for try await result in group { #expect([0, 75].contains(result.code)) }
        }
        #expect(try await Program.build(old, to: "\(scratch.path)/expected-old").code == 0)
        #expect(try await Program.build(new, to: "\(scratch.path)/expected-new").code == 0)
        let found = try Tree(site)
        #expect(try found == Tree("\(scratch.path)/expected-old") || found == Tree("\(scratch.path)/expected-new"))
    }
}
