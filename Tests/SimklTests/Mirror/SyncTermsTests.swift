import Foundation
import TestSupport
import Testing

@testable import Simkl

/// A mirror whose rows were asked for by other terms than today's.
@Suite("Other terms")
struct SyncTermsTests {
    /// A mirror as a program made it that never asked for lengths and rewatches, and never kept what it asked for.
    private func oldMirror() async throws -> SyncedMirror {
        let mirror = try await SyncedMirror(titles: 20) { account in
            account.changeSettings { $0["account"]?["type"] = "pro" }
            for id in account.ids(.shows, status: "completed") { account.rewatch(id, episodes: [1, 2]) }
            for id in account.ids(.movies, status: "completed") { account.rewatch(id) }
        }
        mirror.simkl.fail(.path("/sync/all-items"), with: .withoutLengthsAndRewatches)
        try await mirror.sync(SyncedMirror.libraryOnly)
        mirror.simkl.clearFaults()
        try mirror.changeIndex { $0.terms = nil }
        return mirror
    }

    private static let pulls = ["shows", "anime", "movies"].map { "GET /sync/all-items/\($0)?" + MirrorSyncTests.full }

    @Test("a mirror that was made by other terms is pulled whole once, and not again", arguments: [nil, "extended=full"])
    func once(terms: String?) async throws {
        let mirror = try await oldMirror()
        try mirror.changeIndex { $0.terms = terms }
        #expect(try mirror.differences() != [])
        let report = try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.requests == ["GET /sync/activities"] + Self.pulls)
        #expect(report.pulled == [.shows: 8, .anime: 4, .movies: 8] && report.removed == 0 && report.isCurrent)
        #expect(try mirror.differences() == [])
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.requests == ["GET /sync/activities"])
        mirror.simkl.change { $0.rewatch($0.ids(.shows, status: "completed")[0], episodes: [3]) }
        #expect(try await mirror.sync(SyncedMirror.libraryOnly).changed == 1)
        #expect(try mirror.differences() == [])
    }

    @Test("what else moved since the last run is fetched with it")
    func moved() async throws {
        let mirror = try await oldMirror()
        mirror.simkl.change { account in
            account.changeSettings { $0["user"]?["name"] = "New name" }
            account.pause(account.ids(.movies)[0], progress: 12)
            account.rate(account.ids(.shows)[0], 3)
            account.remove(account.ids(.movies)[1])
        }
        let report = try await mirror.sync(SyncedMirror.libraryOnly)
        let ids = ["GET /sync/all-items/movies?extended=simkl_ids_only"]
        let account = ["GET /users/settings", "GET /sync/playback?hide_watched=true"]
        #expect(Set(mirror.requests) == Set(["GET /sync/activities"] + Self.pulls + ids + account))
        #expect(report.removed == 1 && report.isCurrent)
        #expect(try mirror.differences() == [])
    }

    @Test("a pull that broke off goes on by today's terms, and one of other terms begins anew", arguments: [true, false])
    func interrupted(isOfToday: Bool) async throws {
        let mirror = try await oldMirror()
        mirror.simkl.fail(.path("/sync/all-items/movies"), with: .status(500))
        await #expect(throws: SyncError.self) { try await mirror.sync(SyncedMirror.libraryOnly) }
        mirror.simkl.clearFaults()
        if !isOfToday { try mirror.changeIndex { $0.pull?.terms = nil } }
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.requests == ["GET /sync/activities"] + (isOfToday ? Self.pulls.suffix(1) : Self.pulls[...]))
        #expect(try mirror.differences() == [])
    }

    @Test("what such a pull leaves out is doubted as ever, and asked for until it is settled")
    func doubted() async throws {
        let mirror = try await oldMirror()
        let before = try mirror.library()["shows"]?.count
        mirror.simkl.fail(.path("/sync/all-items/shows"), with: .body("{}"))
        let report = try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(report.doubt?.description == "Simkl says that there are no shows any more, but the mirror has 8")
        #expect(try mirror.library()["shows"]?.count == before)
        mirror.simkl.clearFaults()
        mirror.clock.advance(by: .seconds(3600))
        #expect(try await mirror.sync(SyncedMirror.libraryOnly).isCurrent)
        #expect(mirror.requests == ["GET /sync/activities", Self.pulls[0]])
        #expect(try mirror.differences() == [])
    }

    @Test("whose account has neither PRO nor VIP gets lengths, and no rewatches")
    func free() async throws {
        let mirror = try await SyncedMirror(titles: 20) { $0.rewatch($0.ids(.shows, status: "completed")[0], episodes: [1]) }
        try await mirror.sync(SyncedMirror.libraryOnly)
        let shows = try mirror.library()["shows"] ?? []
        #expect(shows.count == 8 && shows.allSatisfy { $0["is_rewatch"] == nil })
        #expect(shows.contains { $0["seasons"]?[0]?["episodes"]?[0]?["runtime"]?.int != nil })
        #expect(try mirror.differences() == [])
    }
}

extension SyncedMirror {
    /// Changes what the mirror knows of itself, as another program might have left it.
    fileprivate func changeIndex(_ change: (inout MirrorIndex) -> Void) throws {
        let now = clock.timekeeper.now()
        let folder = try MirrorFolder(path: folder.path, now: now)
        try folder.commit([:], now: now, change)
    }
}
