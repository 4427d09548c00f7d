import Disk
import Foundation
import Simkl
import SystemPackage
import TestSupport
import Testing

@testable import FoyerSite

/// Lets the first, the second, … call to the system fail until a build passes, and looks after each at what is left.
///
/// `FOYER_FAULTS=all` tries every call with every reason; `make torture` does.
struct PublishFaultTests {
    private static let isThorough = ProcessInfo.processInfo.environment["FOYER_FAULTS"] == "all"

    private static let old = [
        "index.html": "old", "movies/1-a/index.html": "A", "movies/2-b/index.html": "B", "movies/index.html": "1 2",
        "assets/x": "x",
        "assets/y": "y",
    ]
    private static let new = [
        "index.html": "new", "movies/1-a/index.html": "A", "movies/3-c/index.html": "C", "tv/4-d/index.html": "D",
        "movies/index.html": "1 3", "assets/x": "x2", "assets/y/z": "z",
    ]
    private static let foreign = ["CNAME": "example.org", "movies/1-a/notes": "mine", ".well-known/x/y": "key"]

    private static let changes = Set(SystemCall.allCases.filter(\.isChange))
    private static let looks = Set(SystemCall.allCases).subtracting(changes)

    @Test(
        "whichever call fails, the site is the old one, or one that the next build finishes, and what is another's stays",
        arguments: [(changes, true, ENOSPC), (changes, false, EIO), (looks, false, EACCES)])
    func publishing(kinds: Set<SystemCall>, isLasting: Bool, number: Int32) throws {
        for (isLasting, number) in Self.isThorough ? [(false, ENOSPC), (true, EIO), (true, EROFS)] : [(isLasting, number)] {
            try tryAll(kinds, isLasting: isLasting, number)
        }
    }

    private func tryAll(_ kinds: Set<SystemCall>, isLasting: Bool, _ number: Int32) throws {
        var failures = 0
        for n in stride(from: 1, through: 2000, by: Self.isThorough || kinds == Self.changes ? 1 : 3) {
            let folder = try PublishedFolder()
            for (file, text) in Self.foreign { try folder.write(text, to: "site/\(file)") }
            try folder.publish(Self.old)
            let plan = FaultPlan(kinds, at: n, isLasting: isLasting, with: number)
            var trouble: PublishError?
            do { _ = try plan.run { try folder.publish(Self.new) } } catch { trouble = error as? PublishError }
            let found = try folder.files(withWork: false)
            let comment: Comment = "call \(n) of \(kinds.count), \(number), \(isLasting): \(trouble?.description ?? "no error")"
            if trouble == nil {
                #expect(found == Self.new.merging(Self.foreign) { $1 }, comment)
            } else {
                failures += 1
                check(found, in: folder, trouble, comment)
            }
            // Whatever has happened: a good build makes it whole, of the new account or of the old one.
            let next = n % 2 == 0 ? Self.new : Self.old
            try folder.publish(next)
            #expect(try folder.files() == next.merging(Self.foreign) { $1 }, comment)
            #expect(!folder.isThere(folder.working), comment)
            if !plan.hasStruck { break }
            #expect(n < 1990)
        }
        #expect(failures > 5)
    }

    /// After a failure: the old site, whole; or where moving has begun, files that are whole, and a journal that knows the rest.
    private func check(_ found: [String: String], in folder: PublishedFolder, _ trouble: PublishError?, _ comment: Comment) {
        for (file, text) in Self.foreign { #expect(found[file] == text, comment) }
        let ours = found.filter { Self.foreign[$0.key] == nil }
        switch trouble {
        case .undeleted: #expect(Self.new.allSatisfy { ours[$0.key] == $0.value }, comment)
        // Before or after all is done.
        case .removed: #expect(ours == Self.old || ours == Self.new, comment)
        case .unfinished:
            #expect(folder.isThere("\(folder.working)/journal"), comment)
            for (file, text) in ours { #expect(text == Self.old[file] || text == Self.new[file], comment) }
        default: #expect(ours == Self.old, comment)
        }
    }

    @Test("a first build that fails leaves nothing, or what the next one finishes")
    func first() throws {
        for n in 1...500 {
            let folder = try PublishedFolder()
            let plan = FaultPlan(Self.changes, at: n, isLasting: n % 2 == 0, with: ENOSPC)
            do { _ = try plan.run { try folder.publish(Self.new) } } catch {
                let isUnfinished = if case .unfinished? = error as? PublishError { true } else { false }
                if !isUnfinished, folder.isThere(folder.site) {
                    #expect(
                        try folder.files(withWork: false) == [:] || folder.files(withWork: false) == Self.new, "\(n) \(error)")
                }
            }
            try folder.publish(Self.new)
            #expect(try folder.files() == Self.new)
            if !plan.hasStruck { break }
            #expect(n < 500)
        }
    }

    @Test("a whole build, sealed years and memory included, whichever change fails")
    func building() async throws {
        let accounts = (old: try Self.account("Old", rating: 3), new: try Self.account("New", rating: 9))
        let (before, after) = (try PublishedFolder(), try PublishedFolder())
        _ = try await build(accounts.old, in: before)
        for name in ["site", "state"] {
            try FileManager.default.copyItem(atPath: "\(before.path)/\(name)", toPath: "\(after.path)/\(name)")
        }
        _ = try await build(accounts.new, in: after)
        let (old, new) = (try before.files(), try after.files())
        for n in stride(from: 1, through: 5000, by: Self.isThorough ? 1 : 97) {
            let folder = try PublishedFolder()
            for name in ["site", "state"] {
                try FileManager.default.copyItem(atPath: "\(before.path)/\(name)", toPath: "\(folder.path)/\(name)")
            }
            let plan = FaultPlan(Self.changes, at: n, with: ENOSPC)
            do {
                _ = try await plan.run { try await build(accounts.new, in: folder) }
                #expect(try folder.files(withWork: false) == new, "call \(n)")
            } catch SiteError.publishing(.unfinished) {
                #expect(folder.isThere("\(folder.working)/journal"), "call \(n)")
            } catch SiteError.publishing(.undeleted) {
                #expect(try folder.files(withWork: false).filter { new[$0.key] != nil } == new, "call \(n)")
            } catch {
                #expect(try folder.files(withWork: false) == old, "call \(n)")
            }
            _ = try await build(accounts.new, in: folder)
            #expect(try folder.files() == new, "call \(n)")
            if !plan.hasStruck { break }
            #expect(n < 4900)
        }
    }

    private func build(_ account: Account, in folder: PublishedFolder) async throws -> BuildReport {
        let output = try OutputFolder(folder.site, inputs: [], home: nil)
        var builder = SiteBuilder(
            configuration: Configuration(), templates: BuiltSite.templates, output: output,
            now: try moment("2026-11-20T12:00:00Z"))
        builder.state = StateFolder("\(folder.path)/state")
        return try await builder.build { [account] }
    }

    private static func account(_ name: String, rating: Int) throws -> Account {
        try AccountFiles(
            "movies",
            """
            {"status":"completed","last_watched_at":"2025-03-01T20:15:30Z","user_rating":\(rating),
            "movie":{"title":"\(name)","year":2020,"runtime":100,"ids":{"simkl":7}}}
            """
        ).account()
    }
}
