import Foundation
import TestSupport
import Testing

@testable import Simkl

/// What becomes of titles that Simkl no longer tells of. `E5` is the fault of the fault matrix.
@Suite("Removals")
struct SyncRemovalTests {
    private static let library = LoopbackFault.Match.path("/sync/all-items")

    private static func options(full: Bool = false, allowsEmpty: Bool = false) -> MirrorSync.Options {
        var options = SyncedMirror.libraryOnly
        (options.isFull, options.allowsEmpty) = (full, allowsEmpty)
        return options
    }

    /// A mirror of 25 shows, 12 anime and 25 films, of which both of Simkl's lists leave out some from now on.
    private func lying(_ isLost: @escaping @Sendable (Int) -> Bool) async throws -> SyncedMirror {
        let mirror = try await SyncedMirror(titles: 62)
        try await mirror.sync(Self.options())
        // Something has really gone: otherwise nobody would ask.
        mirror.simkl.change { account in
            for bucket in LoopbackAccount.Bucket.allCases { account.ids(bucket).last.map { account.remove($0) } }
        }
        mirror.simkl.fail(Self.library, with: .dropping(isLost))
        return mirror
    }

    private static let sample = LoopbackAccount.sample(titles: 62)

    /// All titles of a bucket but a few.
    private static func most(of bucket: LoopbackAccount.Bucket, but kept: Int = 3) -> @Sendable (Int) -> Bool {
        let ids = Set(sample.ids(bucket).dropFirst(kept))
        return { ids.contains($0) }
    }

    private func count(_ mirror: SyncedMirror) throws -> Int { try mirror.library().values.reduce(0) { $0 + $1.count } }

    @Test("E5 two lying answers that agree take nothing away, until the same is said an hour later", arguments: [true, false])
    func agreeing(isFull: Bool) async throws {
        let mirror = try await lying(Self.most(of: .shows))
        let before = try mirror.library()["shows"]
        let syncedAt = try mirror.index.syncedAt
        for seconds in [0, 1, 3598] {
            mirror.clock.advance(by: .seconds(seconds))
            let report = try await mirror.sync(Self.options(full: isFull))
            #expect(report.doubt?.description == "Simkl no longer tells of 22 of 25 shows" && !report.isCurrent)
            #expect(try mirror.library()["shows"] == before && mirror.index.syncedAt == syncedAt)
            #expect(try mirror.folder.read().doubt == "Simkl no longer tells of 22 of 25 shows")
        }
        mirror.clock.advance(by: .seconds(1))
        let report = try await mirror.sync(Self.options(full: isFull))
        #expect(report.isCurrent && report.doubt == nil && report.removed >= 22)
        #expect(try mirror.library()["shows"]?.count == 3)
        #expect(try mirror.folder.read().doubt == nil)
    }

    @Test("E5 what comes again in the meantime was never away")
    func truth() async throws {
        let mirror = try await lying(Self.most(of: .movies))
        try await mirror.sync(Self.options())
        mirror.simkl.clearFaults()
        mirror.clock.advance(by: .seconds(86_400))
        #expect(try await mirror.sync(Self.options()).isCurrent)
        #expect(try mirror.differences() == [])
    }

    @Test("E5 more than half of the library is doubted, too, when no bucket loses that much")
    func library() async throws {
        let ids = Self.sample.ids().enumerated().filter { $0.offset % 2 == 0 || $0.offset % 30 == 1 }.map(\.element)
        let mirror = try await lying { ids.contains($0) }
        let count = try count(mirror)
        #expect(ids.count * 2 > count)
        let report = try await mirror.sync(Self.options())
        #expect(report.doubt != nil && report.removed == 0)
        #expect(try self.count(mirror) == count)
    }

    @Test("fewer than twenty, or half of them, are believed when both lists agree")
    func few() async throws {
        let half = Set(Self.sample.ids(.movies).dropFirst(2).prefix(11))
        let mirror = try await lying { half.contains($0) || $0 == Self.sample.ids(.anime)[4] }
        let report = try await mirror.sync(Self.options())
        #expect(report.isCurrent && report.removed == 11 + 1 + 3)
    }

    @Test("E5 --allow-empty believes at once")
    func allowed() async throws {
        let mirror = try await lying(Self.most(of: .shows))
        #expect(try await mirror.sync(Self.options(allowsEmpty: true)).isCurrent)
        #expect(try mirror.library()["shows"]?.count == 3)
    }

    @Test("E5 when more is gone the second time, the hour begins anew")
    func more() async throws {
        let mirror = try await lying(Self.most(of: .shows, but: 8))
        try await mirror.sync(Self.options())
        mirror.simkl.clearFaults()
        mirror.simkl.fail(Self.library, with: .dropping(Self.most(of: .shows)))
        for hours in [1, 0] {
            mirror.clock.advance(by: .seconds(hours * 3600))
            #expect(try await !mirror.sync(Self.options()).isCurrent)
        }
        mirror.clock.advance(by: .seconds(3600))
        #expect(try await mirror.sync(Self.options()).isCurrent)
    }

    @Test("E5 an outage in between changes nothing about what was said, and when")
    func outage() async throws {
        let mirror = try await lying(Self.most(of: .shows))
        try await mirror.sync(Self.options())
        mirror.clock.advance(by: .seconds(3000))
        mirror.simkl.clearFaults()
        mirror.simkl.fail(.path("/sync/activities"), with: .status(500))
        await #expect(throws: SyncError.self) { try await mirror.sync(Self.options()) }
        #expect(try mirror.folder.read().doubt != nil)
        mirror.simkl.clearFaults()
        mirror.simkl.fail(Self.library, with: .dropping(Self.most(of: .shows)))
        mirror.clock.advance(by: .seconds(600))
        #expect(try await mirror.sync(Self.options()).isCurrent)
    }

    // MARK: - Clocks

    @Test(
        "E5, E10 a clock that jumps does not make an hour of ten minutes",
        arguments: [
            // Ahead by a day; by ten years; back by ten years; and each on a machine that was started anew meanwhile.
            (86_400, true, false), (315_360_000, true, false), (315_360_000, false, false), (-315_360_000, true, false),
            (-315_360_000, false, false), (-60, false, false),
            // What no clock contradicts is believed.
            (3600, false, true), (86_400, false, true),
        ])
    func jumps(seconds: Int64, isSameStart: Bool, isBelieved: Bool) async throws {
        let mirror = try await lying(Self.most(of: .shows))
        func start(_ seconds: Int64, _ name: String = "a") -> ClockReading.SinceStart { .init(start: name, seconds: seconds) }
        try await mirror.sync(Self.options(), sinceStart: start(500))
        mirror.clock.setNow(mirror.clock.timekeeper.now() + seconds)
        let second = try await mirror.sync(Self.options(), sinceStart: start(1100, isSameStart ? "a" : "b"))
        #expect(second.isCurrent == isBelieved)
        // And an hour of either clock later it is.
        mirror.clock.advance(by: .seconds(3600))
        #expect(try await mirror.sync(Self.options(), sinceStart: start(4700, isSameStart ? "a" : "b")).isCurrent)
    }

    @Test("the machine tells how long it has been on")
    func sinceStart() throws {
        let first = try #require(ClockReading.SinceStart.current())
        let second = try #require(ClockReading.SinceStart.current())
        #expect(first.start == second.start && first.seconds <= second.seconds && !first.start.isEmpty)
        let (early, late) = (ClockReading(wall: 100, sinceStart: first), ClockReading(wall: 200, sinceStart: second))
        #expect(late.seconds(since: early).map { (0...100).contains($0) } == true)
        #expect(early.seconds(since: late) == nil)
        #expect(ClockReading(wall: .max, sinceStart: nil).seconds(since: ClockReading(wall: .min, sinceStart: nil)) == nil)
    }

    // MARK: - What was removed

    private func removed(_ mirror: SyncedMirror) throws -> [String: Set<Int>] {
        let folder = "\(mirror.folder.path)/state/removed"
        var found: [String: Set<Int>] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let rows = try JSON(Data(contentsOf: URL(filePath: "\(folder)/\(name)"))).members.values.flatMap(\.elements)
            found[name] = Set(rows.compactMap { ($0["show"] ?? $0["movie"])?["ids"]?["simkl"]?.int })
        }
        return found
    }

    @Test("what is removed is kept by the day in Simkl's own rows, for a year, and can be read as a library")
    func kept() async throws {
        let mirror = try await SyncedMirror(titles: 20)
        try await mirror.sync(Self.options())
        let (show, film, anime) = (
            mirror.simkl.account.ids(.shows)[0], mirror.simkl.account.ids(.movies)[0], mirror.simkl.account.ids(.anime)[0]
        )
        let row = try #require(mirror.library()["movies"]?.first)
        mirror.simkl.change { $0.remove(film) }
        #expect(try await mirror.sync(Self.options()).removals == "state/removed/2026-11-01.json")
        mirror.simkl.change { $0.remove(show) }
        try await mirror.sync(Self.options())
        #expect(try removed(mirror) == ["2026-11-01.json": [show, film]])
        let file = try String(contentsOfFile: "\(mirror.folder.path)/state/removed/2026-11-01.json", encoding: .utf8)
        #expect(try JSON(Data(file.utf8))["movies"] == [row])
        #expect(try TemporaryAccount.read(["all-items.json": file]).items.map(\.media.ids.simkl) == [show, film])
        #expect(mode("\(mirror.folder.path)/state/removed/2026-11-01.json") == 0o600)
        // Ten years ahead for a night: nothing is forgotten, since Simkl's clock is another.
        let now = mirror.clock.timekeeper.now()
        mirror.clock.setNow(now + 315_360_000)
        try await mirror.sync(Self.options())
        #expect(try removed(mirror).keys.sorted() == ["2026-11-01.json"])
        mirror.clock.setNow(now + 400 * 86_400)
        mirror.simkl.advance(by: .seconds(400 * 86_400))
        mirror.simkl.change { $0.remove(anime) }
        try await mirror.sync(Self.options())
        #expect(try removed(mirror) == ["2027-12-06.json": [anime]])
    }

    private func mode(_ path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
    }

    @Test("a title that Simkl sorts anew is not removed", arguments: [true, false])
    func moved(isFull: Bool) async throws {
        let mirror = try await SyncedMirror(titles: 20)
        try await mirror.sync(Self.options())
        mirror.simkl.change { account in for id in account.ids(.anime) { account.reclassify(id, to: .shows) } }
        let report = try await mirror.sync(Self.options(full: isFull))
        #expect(report.removed == 0 && report.isCurrent && report.removals == nil)
        #expect(try mirror.differences() == [])
    }

    @Test("what was removed that day is not written over when it cannot be read: nothing is removed")
    func damagedRemovals() async throws {
        let mirror = try await SyncedMirror(titles: 20)
        try await mirror.sync(Self.options())
        try mirror.folder.write("{", to: "state/removed/2026-11-01.json")
        mirror.simkl.change { $0.remove($0.ids(.shows)[0]) }
        let path = "\(mirror.folder.path)/state/removed/2026-11-01.json"
        await #expect(throws: SyncError.mirror(.damagedRemovals(path: path))) { try await mirror.sync(Self.options()) }
        #expect(try mirror.library()["shows"]?.count == 8)
        #expect(throws: MirrorError.damagedRemovals(path: path)) { _ = try mirror.restore() }
    }

    // MARK: - Putting back

    @Test("what is put back is as it was, and stays though Simkl does not have it, until it is let go")
    func restored() async throws {
        let mirror = try await lying(Self.most(of: .shows))
        let before = try mirror.library()
        for _ in 0..<2 {
            try await mirror.sync(Self.options())
            mirror.clock.advance(by: .seconds(3600))
        }
        #expect(try mirror.library()["shows"]?.count == 3)
        let done = try mirror.restore()
        #expect(done.day == "2026-11-01" && done.present == 0 && done.restored == 22 + 2)
        #expect(try mirror.library() == before)
        // Simkl is asked for the whole library, and told of.
        let next = try await mirror.sync(Self.options())
        #expect(next.isCurrent && next.restored == 24 && next.removed == 0 && next.pulled.count == 3)
        #expect(try mirror.library() == before)
        try await mirror.sync(Self.options())
        #expect(mirror.requests == ["GET /sync/activities"])
        #expect(try mirror.restore() == Restoration(day: "2026-11-01", restored: 0, present: 24))
        // What Simkl has again is an ordinary title again.
        mirror.simkl.clearFaults()
        let back = try await mirror.sync(Self.options(full: true))
        #expect(back.restored == 3 && back.removed == 0)
        mirror.simkl.change { $0.remove($0.ids(.shows)[5]) }
        #expect(try await mirror.sync(Self.options()).removed == 1)
        #expect(try await mirror.sync(Self.options(full: true, allowsEmpty: true)).removed == 3)
        #expect(try mirror.differences() == [])
    }

    @Test("a day can be named; what is in the library by now stays as it is")
    func days() async throws {
        let mirror = try await SyncedMirror(titles: 20)
        try await mirror.sync(Self.options())
        #expect(throws: MirrorError.nothingRemoved(path: mirror.folder.path, day: nil, days: [])) { _ = try mirror.restore() }
        let films = mirror.simkl.account.ids(.movies)
        for film in films.prefix(2) {
            mirror.simkl.change { $0.remove(film) }
            try await mirror.sync(Self.options())
            mirror.clock.advance(by: .seconds(86_400))
        }
        #expect(try removed(mirror).keys.sorted() == ["2026-11-01.json", "2026-11-02.json"])
        mirror.simkl.change { $0.move(films[0], to: "dropped") }
        try await mirror.sync(Self.options())
        #expect(try mirror.restore("2026-11-01") == Restoration(day: "2026-11-01", restored: 0, present: 1))
        #expect(try mirror.differences() == [])
        let path = mirror.folder.path
        #expect(throws: MirrorError.nothingRemoved(path: path, day: "2026-10-31", days: ["2026-11-01", "2026-11-02"])) {
            _ = try mirror.restore("2026-10-31")
        }
        #expect(try mirror.restore().day == "2026-11-02")
        #expect(try mirror.differences() == ["movies \(films[1]): 1 rows, not 0"])
    }
}
