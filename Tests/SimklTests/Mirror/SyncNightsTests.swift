import Foundation
import TestSupport
import Testing

@testable import Simkl

/// A mirror over years: clocks that jump, files that somebody deletes, and what is old. `E10` and so on are the faults of the matrix.
@Suite("Nights")
struct SyncNightsTests {
    private static func options(details: Int, full: Bool = false) -> MirrorSync.Options {
        var options = MirrorSync.Options()
        (options.catalogueBudget, options.isFull) = (details, full)
        return options
    }

    /// Lets a night pass, for Simkl and for whoever asks it.
    private func night(_ mirror: SyncedMirror, days: Int = 1) {
        mirror.simkl.advance(by: .seconds(days * 86_400))
        mirror.clock.setNow(Int64(mirror.simkl.account.now.timeIntervalSince1970) + 60)
    }

    @Test(
        "E10 nights with a clock that jumps bring what changed, ask for no more than others do, and leave nothing of their dates",
        arguments: [1, 2, 3] as [UInt64])
    func jumps(seed: UInt64) async throws {
        let mirror = try await SyncedMirror(titles: 20)
        try await mirror.sync(Self.options(details: 8))
        var random = SplitMix(seed: seed)
        let jumps: [Int64] = [
            0, 0, 0, 3600, -3600, 90_000, -90_000, 40_000_000, -40_000_000, 315_360_000, -315_360_000, -1_793_000_000,
        ]
        for round in 0..<20 {
            night(mirror)
            let jump = jumps.randomElement(using: &random) ?? 0
            mirror.clock.setNow(mirror.clock.timekeeper.now() + jump)
            let id = mirror.simkl.account.ids(.shows, status: "watching")[0]
            mirror.simkl.change { $0.note(id, "Night \(round)") }
            let report = try await mirror.sync(Self.options(details: 8))
            #expect(report.isCurrent && report.trouble == nil && report.damaged == [])
            #expect(try mirror.differences() == [])
            // A whole round: activities, changes, statistics, three crowds, what the catalogue has changed, the details; and the
            // calendar files.
            #expect(mirror.requests.count <= 7 + 8 && mirror.files.count <= 18, "\(jump): \(mirror.requests)")
        }
        for _ in 0..<6 {
            night(mirror)
            try await mirror.sync(Self.options(details: 8))
        }
        try await mirror.sync(Self.options(details: 8))
        #expect(mirror.requests == ["GET /sync/activities"] && mirror.files == [])
        let (index, now) = (try mirror.index, mirror.clock.timekeeper.now())
        #expect(index.syncedAt == now)
        for file in ["calendar/tv.json", "calendar/anime.json", "calendar/movie_release.json"] {
            // The sample's last airings are over by then: what has nothing in it any more is only asked for.
            let asked = [index.files[file]?.fetchedAt, index.rounds[file]].compactMap(\.self)
            #expect(asked.contains { (now - 86_400...now).contains($0) }, "\(file): \(asked)")
        }
        // What the wrong clocks have fetched goes with the month.
        night(mirror, days: 31)
        mirror.simkl.change { $0.note(1001, "Later") }
        try await mirror.sync(Self.options(details: 8))
        let years = try FileManager.default.contentsOfDirectory(atPath: "\(mirror.folder.path)/calendar").filter {
            Int($0) != nil
        }
        #expect(Set(years).isSubset(of: ["2025", "2026", "2027"]), "\(years)")
    }

    @Test("E10 after a run with the clock ahead the mirror does not claim to be of that day, also while Simkl is away")
    func ahead() async throws {
        let mirror = try await SyncedMirror(titles: 10)
        let now = mirror.clock.timekeeper.now()
        mirror.clock.setNow(now + 315_360_000)
        try await mirror.sync(Self.options(details: 0))
        #expect(try mirror.index.syncedAt == now + 315_360_000)
        mirror.clock.setNow(now)
        mirror.simkl.fail(.everything, with: .status(500))
        await #expect(throws: SyncError.self) { try await mirror.sync(Self.options(details: 0)) }
        #expect(try mirror.index.syncedAt == newest(mirror))
    }

    /// The newest change that the mirror knows, by Simkl's clock.
    private func newest(_ mirror: SyncedMirror) throws -> Int64? {
        try Snapshot(mirror.data("activities.json"))?.all?.secondsSince1970
    }

    @Test("E10 a clock that is behind what Simkl tells is not believed")
    func behind() async throws {
        let mirror = try await SyncedMirror(titles: 10)
        mirror.clock.setNow(0)
        try await mirror.sync(Self.options(details: 0))
        #expect(try mirror.index.syncedAt == newest(mirror))
    }

    @Test("E10 a film's details that were fetched by a clock that was ahead are not final")
    func film() async throws {
        let mirror = try await SyncedMirror(titles: 10)
        let film = try #require(mirror.simkl.account.ids(.movies, status: "plantowatch").first)
        let now = mirror.clock.timekeeper.now()
        mirror.simkl.fail(.path("/movies/\(film)"), with: .edit { $0["released"] = "2026-10-30" })
        mirror.clock.setNow(now + 315_360_000)
        try await mirror.sync(Self.options(details: 1000))
        mirror.clock.setNow(now + 86_400)
        try await mirror.sync(Self.options(details: 1000))
        #expect(mirror.simkl.log.contains { $0.path == "/movies/\(film)" })
    }

    // MARK: - Deleted files

    @Test("E13 a calendar file that somebody deleted comes again, whole, though the CDN would say 304", arguments: [true, false])
    func deletedCalendar(isFull: Bool) async throws {
        let mirror = try await SyncedMirror(titles: 10)
        try await mirror.sync(Self.options(details: 0))
        let before = try mirror.data("calendar/tv.json")
        for file in ["calendar/tv.json", "calendar/2026/11/anime.json"] {
            try FileManager.default.removeItem(atPath: "\(mirror.folder.path)/\(file)")
        }
        try await mirror.sync(Self.options(details: 0, full: isFull))
        #expect(mirror.files.sorted() == ["/calendar/v2/2026/11/anime.json 200", "/calendar/v2/tv.json 200"])
        #expect(try mirror.data("calendar/tv.json") == before)
    }

    @Test("E2 a 304 to a question about nothing is no calendar", arguments: ["calendar/tv.json", "calendar/2026/11/anime.json"])
    func unasked304(file: String) async throws {
        let mirror = try await SyncedMirror(titles: 10)
        try await mirror.sync(Self.options(details: 0))
        try FileManager.default.removeItem(atPath: "\(mirror.folder.path)/\(file)")
        mirror.simkl.fail(.host(.cdn), with: .answer(LoopbackAnswer(304, Data(), type: "application/json")))
        #expect(try await mirror.sync(Self.options(details: 0)).trouble != nil)
        #expect(!FileManager.default.fileExists(atPath: "\(mirror.folder.path)/\(file)"))
        mirror.simkl.clearFaults()
        try await mirror.sync(Self.options(details: 0))
        #expect(FileManager.default.fileExists(atPath: "\(mirror.folder.path)/\(file)"))
    }

    // MARK: - What is old

    private func ids(_ file: String, in mirror: SyncedMirror) throws -> Set<Int> {
        let json = try JSON(mirror.data(file))
        let rows = Set((json["calendar"]?.elements ?? []).compactMap { $0["simkl_id"]?.int })
        #expect(Set((json["metadata"]?.members ?? [:]).keys.compactMap { Int($0) }) == rows)
        return rows
    }

    /// The rows of all calendars of months, whenever they were fetched.
    private func monthlyAirings(in mirror: SyncedMirror) throws -> Set<Wire.Airing> {
        let airings = try mirror.folder.read().airings.filter { !$0.isRolling }
        return Set(
            airings.map { airing in
                var airing = airing
                airing.fetchedAt = nil
                return airing
            })
    }

    @Test("a calendar month goes small a year after it ended: what the account's titles have in it stays, to the letter")
    func oldMonths() async throws {
        let mirror = try await SyncedMirror(titles: 20)
        mirror.simkl.change { $0.move(1021, to: "watching") }
        // A title that nobody has here has airings too.
        mirror.simkl.change { $0.remove(1021) }
        try await mirror.sync(Self.options(details: 0))
        let file = "calendar/2026/11/tv.json"
        let (library, before) = (Set(mirror.simkl.account.ids()), try monthlyAirings(in: mirror))
        let all = try ids(file, in: mirror)
        try #require(!all.isSubset(of: library) && !all.isDisjoint(with: library))
        for months in 1...12 {
            night(mirror, days: 31)
            mirror.simkl.change { $0.note(1001, "Month \(months)") }
            try await mirror.sync(Self.options(details: 0))
        }
        #expect(try ids(file, in: mirror) == all)
        for _ in 0..<3 {
            night(mirror, days: 31)
            mirror.simkl.change { $0.note(1001, "Later") }
            try await mirror.sync(Self.options(details: 0))
        }
        #expect(try ids(file, in: mirror) == all.intersection(library))
        #expect(before.isSubset(of: try monthlyAirings(in: mirror)))
        #expect(try mirror.index.files["calendar/2026/10/movie_release.json"] == nil)
        #expect(!FileManager.default.fileExists(atPath: "\(mirror.folder.path)/calendar/2026/10/movie_release.json"))
        try await mirror.sync(Self.options(details: 0))
        #expect(mirror.requests == ["GET /sync/activities"])
    }

    @Test("details and episodes go a year after their title")
    func oldTitles() async throws {
        let mirror = try await SyncedMirror(titles: 10)
        try await mirror.sync(Self.options(details: 1000))
        let id = mirror.simkl.account.ids(.shows)[0]
        let files = ["titles/tv/\(id).json", "episodes/tv/\(id).json"]
        func areThere() -> Bool { files.allSatisfy { FileManager.default.fileExists(atPath: "\(mirror.folder.path)/\($0)") } }
        mirror.simkl.change { $0.remove(id) }
        for days in [1, 100, 200] {
            night(mirror, days: days)
            mirror.simkl.change { $0.note(1003, "Day \(days)") }
            try await mirror.sync(Self.options(details: 1000))
            #expect(areThere())
        }
        for days in [70, 31] {
            night(mirror, days: days)
            mirror.simkl.change { $0.note(1003, "Day \(days)") }
            try await mirror.sync(Self.options(details: 1000))
        }
        for file in files { #expect(!FileManager.default.fileExists(atPath: "\(mirror.folder.path)/\(file)")) }
        #expect(try mirror.index.files.keys.filter { $0.contains("/\(id).json") } == [])
    }
}
