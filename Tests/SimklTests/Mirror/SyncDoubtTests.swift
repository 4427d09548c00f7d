import Foundation
import TestSupport
import Testing

@testable import Simkl

/// What a sync does not believe, and what it does. `A14` and so on are the faults of the fault matrix.
@Suite("Doubtful answers")
struct SyncDoubtTests {
    private static let ids = LoopbackFault.Match.parameter("extended", "simkl_ids_only")
    private static let full = LoopbackFault.Match.parameter("extended", "full")
    private static let delta = full && .parameter("date_from")

    private static var fullSync: MirrorSync.Options {
        var options = SyncedMirror.libraryOnly
        options.isFull = true
        return options
    }

    private func mirror() async throws -> SyncedMirror {
        let mirror = try await SyncedMirror(titles: 20)
        try await mirror.sync(SyncedMirror.libraryOnly)
        return mirror
    }

    @Test("A18 a list of ids without most titles is checked against the whole bucket, and takes nothing away")
    func mostGone() async throws {
        let mirror = try await mirror()
        mirror.simkl.change { $0.remove($0.ids(.shows)[2]) }
        mirror.simkl.fail(Self.ids, with: .dropping { $0 > 1003 })
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.requests.filter { $0.hasPrefix("GET /sync/all-items/shows?") }.count == 2)
        mirror.simkl.clearFaults()
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(try mirror.differences() == [])
    }

    @Test("A17, A18 a title that cannot be read in the list of ids is not gone")
    func unreadable() async throws {
        let mirror = try await mirror()
        let gone = mirror.simkl.account.ids(.shows)[2]
        mirror.simkl.change { $0.remove(gone) }
        mirror.simkl.fail(
            Self.ids,
            with: .edit { json in
                var rows = json["shows"]?.elements ?? []
                rows[0] = ["show": ["ids": ["simkl": "x"]]]
                json["shows"] = .array(rows)
            })
        let report = try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(report.removed == 0 && report.leftOut != [])
        #expect(try mirror.library()["shows"]?.count == 8)
        mirror.simkl.clearFaults()
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(try mirror.differences() == [])
    }

    @Test("A18 titles that a full pull leaves out stay, as long as the list of ids has them")
    func droppedByPull() async throws {
        let mirror = try await mirror()
        mirror.simkl.fail(Self.full, with: .dropping { $0 % 2 == 0 })
        let report = try await mirror.sync(Self.fullSync)
        #expect(report.removed == 0)
        #expect(try mirror.differences() == [])
    }

    @Test("A14, A18 titles that a full pull leaves out stay, too, when the list of ids says nothing", arguments: [true, false])
    func droppedByBoth(isNull: Bool) async throws {
        let mirror = try await mirror()
        mirror.simkl.fail(Self.full, with: .dropping { $0 % 2 == 0 })
        mirror.simkl.fail(Self.ids, with: .json(isNull ? .null : [:]))
        try await mirror.sync(Self.fullSync)
        #expect(try mirror.differences() == [])
    }

    @Test(
        "A14 a bucket is not emptied at once, unless somebody says so", arguments: ["null", "{}", "[]", #"{"shows":[]}"#],
        [true, false])
    func emptied(text: String, allowsEmpty: Bool) async throws {
        let mirror = try await mirror()
        let before = try mirror.data("shows.json")
        mirror.simkl.fail(.path("/sync/all-items/shows"), with: .body(text))
        let report = try await mirror.sync(Self.fullSync)
        #expect(report.doubt?.description == "Simkl says that there are no shows any more, but the mirror has 8")
        #expect(!report.isCurrent && report.removed == 0)
        #expect(try mirror.data("shows.json") == before)
        var options = SyncedMirror.libraryOnly
        options.allowsEmpty = allowsEmpty
        if !allowsEmpty { mirror.clock.advance(by: .seconds(3600)) }
        #expect(try await mirror.sync(options).isCurrent)
        #expect(try mirror.library()["shows"] == [])
    }

    @Test(
        "A14 a bucket that comes empty while the list of ids is not stays, however often it is said", arguments: ["null", "{}"])
    func contradicted(text: String) async throws {
        let mirror = try await mirror()
        mirror.simkl.fail(.path("/sync/all-items/shows") && Self.full, with: .body(text))
        for _ in 0..<3 {
            try await mirror.sync(Self.fullSync)
            #expect(try mirror.differences() == [])
            mirror.clock.advance(by: .seconds(86_400))
        }
    }

    @Test(
        "A14 no change where lists have moved is not believed: the second time whole buckets come, as often as it takes",
        arguments: [.null, [:]] as [JSON])
    func unsentChanges(nothing: JSON) async throws {
        let mirror = try await mirror()
        let syncedAt = try mirror.index.syncedAt
        mirror.clock.advance(by: .seconds(60))
        mirror.simkl.change { account in
            account.move(account.ids(.anime)[0], to: "dropped")
            account.watch(account.ids(.shows, status: "watching")[0], episode: 6)
        }
        mirror.simkl.fail(Self.delta, with: .json(nothing))
        let first = try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(first.doubt?.description == "Simkl says that lists changed, but sent no title")
        #expect(!first.isCurrent && mirror.requests.count == 2)
        #expect(try mirror.index.syncedAt == syncedAt && mirror.folder.read().doubt != nil)
        let second = try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(second.isCurrent && second.doubt == nil)
        #expect(second.pulled.keys.sorted { $0.rawValue < $1.rawValue } == [.anime, .shows])
        #expect(try mirror.differences() == [])
        #expect(try mirror.index.doubt == nil && mirror.folder.read().doubt == nil)
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.requests == ["GET /sync/activities"])
    }

    @Test("A14 the same with ratings, given and taken back", arguments: [.null, [:]] as [JSON])
    func unsentRatings(nothing: JSON) async throws {
        let mirror = try await mirror()
        mirror.simkl.change { account in
            account.rate(account.ids(.shows, status: "completed")[0], 3)
            for id in account.ids(.movies, status: "completed") { account.unrate(id) }
        }
        mirror.simkl.fail(.path("/sync/ratings"), with: .json(nothing))
        #expect(try await mirror.sync(SyncedMirror.libraryOnly).doubt?.description.contains("ratings changed") == true)
        #expect(try await mirror.sync(SyncedMirror.libraryOnly).isCurrent)
        #expect(try mirror.differences() == [])
    }

    @Test(
        "A14 playbacks that changed and do not come are kept, and asked for until they come", arguments: [.null, [:]] as [JSON])
    func unsentPlayback(nothing: JSON) async throws {
        let mirror = try await mirror()
        let before = try mirror.data("playback.json")
        mirror.simkl.change { $0.pause($0.ids(.movies)[0], progress: 12) }
        mirror.simkl.fail(.path("/sync/playback"), with: .json(nothing))
        #expect(try await !mirror.sync(SyncedMirror.libraryOnly).isCurrent)
        for _ in 0..<3 {
            #expect(try await mirror.sync(SyncedMirror.libraryOnly).isCurrent)
            #expect(try mirror.data("playback.json") == before && mirror.requests.last == "GET /sync/playback?hide_watched=true")
        }
        mirror.simkl.clearFaults()
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(try JSON(mirror.data("playback.json")).elements.count == 2)
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.requests == ["GET /sync/activities"])
    }

    @Test("A18 titles that are on the list of ids and never come are no reason to wait for ever")
    func withheld() async throws {
        let mirror = try await mirror()
        let id = mirror.simkl.account.ids(.shows)[2]
        mirror.simkl.fail(Self.full, with: .dropping { $0 == id })
        let first = try await mirror.sync(Self.fullSync)
        #expect(first.doubt?.description == "1 of Simkl's list of shows did not come" && !first.isCurrent)
        mirror.clock.advance(by: .seconds(3600))
        #expect(try await mirror.sync(SyncedMirror.libraryOnly).isCurrent)
        #expect(try mirror.differences() == [])
    }

    @Test("a library too large for one answer is pulled list by list, and so are its changes")
    func split() async throws {
        let mirror = try await SyncedMirror(titles: 20)
        mirror.simkl.changeOptions { $0.maxItems = 3 }
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(try mirror.differences() == [])
        #expect(mirror.requests.filter { $0.hasPrefix("GET /sync/all-items/") }.count == 16)
        mirror.simkl.change { account in for id in account.ids() { account.note(id, "New") } }
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.requests.filter { $0.contains("date_from") }.count == 14)
        #expect(try mirror.differences() == [])
    }

    @Test("a title that was sorted anew leaves its old bucket; another one of the same id stays")
    func reclassified() async throws {
        let mirror = try await mirror()
        let id = mirror.simkl.account.ids(.shows)[2]
        let row = try #require(mirror.simkl.account.item(id))
        for (slug, isSame) in [("other", false), (row["show"]?["ids"]?["slug"]?.string ?? "", true)] {
            mirror.simkl.change { $0.move($0.ids(.anime)[0], to: "hold") }
            mirror.simkl.fail(
                Self.full, times: 1,
                with: .edit { json in
                    var moved = row
                    moved["show"]?["ids"]?["slug"] = .string(slug)
                    json["anime"] = .array((json["anime"]?.elements ?? []) + [moved])
                    json["shows"] = nil
                })
            try await mirror.sync(SyncedMirror.libraryOnly)
            let library = try mirror.library()
            func has(_ bucket: String) -> Bool {
                library[bucket]?.contains { $0["show"]?["ids"]?["simkl"]?.int == id } ?? false
            }
            #expect(has("anime") && has("shows") == !isSame)
        }
    }

    @Test("another account is refused before anything of it is written", arguments: [true, false])
    func otherAccount(isNewer: Bool) async throws {
        let mirror = try await mirror()
        let before = try mirror.contents()
        let index = try mirror.data("mirror.json")
        let other = try await SyncedMirror(titles: 30) { account in
            account.changeSettings { $0["account"]?["id"] = 4712 }
            if isNewer { for id in account.ids() { account.rate(id, 1) } }
        }
        await #expect(throws: SyncError.otherAccount(folder: mirror.folder.path)) {
            try await other.sync(SyncedMirror.libraryOnly, to: mirror.folder.path)
        }
        #expect(try mirror.contents() == before)
        #expect(try mirror.data("mirror.json") == index)
        #expect(other.requests == ["GET /sync/activities", "GET /users/settings"])
    }

    @Test("--full asks for everything, whatever is there")
    func fullPull() async throws {
        let mirror = try await mirror()
        try await mirror.sync(Self.fullSync)
        #expect(mirror.requests.filter { $0.hasPrefix("GET /sync/all-items/") }.count == 3)
        #expect(try mirror.differences() == [])
    }

    @Test(
        "D1 the machine's clock has no part in what is asked, and makes no loop",
        arguments: [315_360_000, -315_360_000, -86_400, 86_400])
    func clock(seconds: Int) async throws {
        let mirror = try await mirror()
        mirror.clock.setNow(mirror.clock.timekeeper.now() + Int64(seconds))
        let known = try #require(Snapshot(mirror.data("activities.json"))?.dateFrom)
        mirror.simkl.change { $0.watch($0.ids(.shows, status: "watching")[0], episode: 6) }
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.simkl.log.compactMap { $0.parameter("date_from") } == [known])
        #expect(try mirror.differences() == [])
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.requests == ["GET /sync/activities"])
        #expect(mirror.files.count <= 15)
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.files == [])
    }
}
