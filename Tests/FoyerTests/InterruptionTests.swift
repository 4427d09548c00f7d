import Foundation
import TestSupport
import Testing

/// Builds that are killed, and builds that meet.
@Suite(.serialized)
struct InterruptionTests {
    private let scratch: Scratch
    private var site: String { "\(scratch.path)/site" }
    private var working: String { "\(site)/.foyer-working" }
    private static let old = (1...120).map { Scratch.Film(id: $0, name: "Old \($0)", rating: nil) }
    private static let new = (60...180).map { Scratch.Film(id: $0, name: "New \($0)", rating: 5) }

    init() throws { scratch = try Scratch() }

    /// Starts a build and kills it as soon as `moment` has come.
    ///
    /// Why it is stopped first: on a busy machine a build goes on between what is seen of it and what is done about that.
    ///
    /// - Returns: whether it was killed in that moment; else it has come to its end.
    @discardableResult
    private func kill(_ account: String, when moment: @escaping @Sendable () -> Bool) async throws -> Bool {
        let result = try await Program.start(Program.buildArguments(account, to: site)) { process in
            while !process.hasEnded {
                if moment() {
                    process.signal(SIGSTOP)
                    try await until { process.isStopped || process.hasEnded }
                    if moment() { return process.signal(SIGKILL) }
                    process.signal(SIGCONT)
                }
                await Task.yield()
            }
        }
        return result.code == 128 + SIGKILL
    }

    private func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    @Test(
        "a build killed before its journal is written leaves the whole old site, and the next build is right",
        arguments: ["", "/staged-1", "/folders", "/folders/movies/180-film-180/index.md"])
    func staging(staged: String) async throws {
        let (old, new) = (try scratch.account("old", films: Self.old), try scratch.account("new", films: Self.new))
        #expect(try await Program.build(new, to: "\(scratch.path)/expected-new").code == 0)
        #expect(try await Program.build(old, to: site).code == 0)
        let whole = (old: try Tree(site: site), new: try Tree("\(scratch.path)/expected-new"))
        let manifest = whole.old.files[".foyer-manifest"]
        let wasStaging = try await kill(new) {
            isThere(working + staged) && !isThere("\(working)/journal")
                && FileManager.default.contents(atPath: "\(site)/.foyer-manifest") == manifest
        }
        #expect(try Tree(site: site) == (wasStaging ? whole.old : whole.new))
        #expect(try await Program.build(new, to: site).code == 0)
        #expect(try Tree(site) == whole.new)
    }

    @Test(
        "a build killed while it moves file by file is finished by the next one, before anything else",
        arguments: [62, 150])
    func moving(last: Int) async throws {
        let (old, new) = (try scratch.account("old", films: Self.old), try scratch.account("new", films: Self.new))
        #expect(try await Program.build(new, to: "\(scratch.path)/expected").code == 0)
        #expect(try await Program.build(old, to: site).code == 0)
        let page = "\(site)/movies/\(last)-film-\(last)/index.md"
        let before = try? Data(contentsOf: URL(filePath: page))
        let wasMoving = try await kill(new) {
            isThere("\(working)/journal") && (try? Data(contentsOf: URL(filePath: page))) != before
        }
        let again = try await Program.build(new, to: site)
        #expect(again.code == 0, "\(again.errors)")
        // The journal has moved what was made; so nothing is left to write.
        if wasMoving { #expect(again.output.contains("0 files written"), "\(again.output)") }
        #expect(try Tree(site) == Tree("\(scratch.path)/expected"))
    }

    @Test("what a killed build has begun is finished by the next one even when that fails, or is of another account")
    func otherBuilds() async throws {
        let (old, new) = (try scratch.account("old", films: Self.old), try scratch.account("new", films: Self.new))
        for name in ["old", "new"] {
            #expect(try await Program.build("\(scratch.path)/\(name)", to: "\(scratch.path)/expected-\(name)").code == 0)
        }
        #expect(try await Program.build(old, to: site).code == 0)
        let wasMoving = try await kill(new) { isThere("\(working)/journal") }
        #expect(try await Program.build("\(scratch.path)/missing", to: site).code == 65)
        if wasMoving { #expect(try Tree(site) == Tree("\(scratch.path)/expected-new")) }
        try await kill(old) { isThere("\(working)/journal") }
        #expect(try await Program.build(new, to: site).code == 0)
        #expect(try Tree(site) == Tree("\(scratch.path)/expected-new"))
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
