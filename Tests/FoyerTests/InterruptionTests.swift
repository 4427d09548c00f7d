import Foundation
import Testing

/// Builds that are killed, and builds that meet.
@Suite(.serialized)
struct InterruptionTests {
    private let scratch: Scratch
    private var site: String { "\(scratch.path)/site" }
    private static let old = (1...120).map { Scratch.Film(id: $0, name: "Old \($0)", rating: nil) }
    private static let new = (60...180).map { Scratch.Film(id: $0, name: "New \($0)", rating: 5) }

    init() throws { scratch = try Scratch() }

    @Test("a build killed at any moment leaves the whole old site or the whole new one, and the next build is right")
    func killed() throws {
        let (old, new) = (try scratch.account("old", films: Self.old), try scratch.account("new", films: Self.new))
        #expect(try Program.build(old, to: "\(scratch.path)/expected-old").code == 0)
        #expect(try Program.build(new, to: "\(scratch.path)/expected-new").code == 0)
        let whole = (old: try Tree("\(scratch.path)/expected-old"), new: try Tree("\(scratch.path)/expected-new"))
        var seen: Set<Int> = []
        for round in 0..<24 {
            try? FileManager.default.removeItem(atPath: site)
            #expect(try Program.build(old, to: site).code == 0)
            let process = try Program.start(Program.buildArguments(new, to: site))
            usleep(UInt32(round) * 25_000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let found = try Tree(site)
            #expect(found == whole.old || found == whole.new, "killed after \(round * 25) ms")
            seen.insert(found == whole.old ? 0 : 1)
            #expect(try Program.build(new, to: site).code == 0)
            #expect(try Tree(site) == whole.new, "the build after the one killed after \(round * 25) ms")
            #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/.site.foyer"))
        }
        #expect(seen == [0, 1], "the kills came all too early or all too late")
    }

    @Test("a build killed while it moves file by file is finished by the next one")
    func journal() throws {
        let (old, new) = (try scratch.account("old", films: Self.old), try scratch.account("new", films: Self.new))
        #expect(try Program.build(new, to: "\(scratch.path)/expected").code == 0)
        for round in 0..<12 {
            try? FileManager.default.removeItem(atPath: site)
            try scratch.write("gitdir: elsewhere", to: "site/.git")
            #expect(try Program.build(old, to: site).code == 0)
            let process = try Program.start(Program.buildArguments(new, to: site))
            usleep(UInt32(round) * 40_000)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let again = try Program.build(new, to: site)
            #expect(again.code == 0, "\(again.errors)")
            var found = try Tree(site)
            found.files[".git"] = nil
            #expect(try found == Tree("\(scratch.path)/expected"), "killed after \(round * 40) ms")
        }
    }

    @Test("builds that meet wait for one another, and the site is one of theirs")
    func together() throws {
        let (old, new) = (try scratch.account("old", films: Self.old), try scratch.account("new", films: Self.new))
        let processes = try (0..<6).map { try Program.start(Program.buildArguments($0 % 2 == 0 ? old : new, to: site)) }
        for process in processes {
            process.waitUntilExit()
            #expect([0, 75].contains(process.terminationStatus))
        }
        #expect(try Program.build(old, to: "\(scratch.path)/expected-old").code == 0)
        #expect(try Program.build(new, to: "\(scratch.path)/expected-new").code == 0)
        let found = try Tree(site)
        #expect(try found == Tree("\(scratch.path)/expected-old") || found == Tree("\(scratch.path)/expected-new"))
    }
}
