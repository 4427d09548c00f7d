import Foundation
import TestSupport
import Testing

/// Syncs that are killed.
struct SyncInterruptionTests {
    private static let parts = [
        "shows.json", "anime.json", "movies.json", "settings.json", "playback.json", "activities.json",
    ]

    /// How often to kill; `FOYER_KILLS` may say more (`make bench`).
    private static let kills = ProcessInfo.processInfo.environment["FOYER_KILLS"].flatMap { Int($0) } ?? 80

    @Test(
        "C3: a sync killed at any moment leaves a mirror that the next one brings up to date, and nothing is ever damaged",
        arguments: 0..<4)
    func killed(lane: Int) async throws {
        let owner = try await Owner.signedIn(titles: 60)
        let arguments = ["sync", "--details", "4", "--quiet"]
        var seen: Set<Int> = []
        var random = SplitMix(seed: UInt64(lane))
        let start = ContinuousClock.now
        _ = try await Program.run(arguments + ["--data", "measured"], environment: owner.environment, in: owner.folder)
        // A machine that is busy just then is no reason to wait for ever.
        let longest = min(ContinuousClock.now - start, .seconds(0.6))
        for round in 0..<(Self.kills / 4) {
            // Now and then a first pull; else what changed since.
            if round % 20 == 0 {
                try? FileManager.default.removeItem(atPath: owner.mirror)
                seen = []
            }
            let moment = longest * Double.random(in: 0...1, using: &random)
            try await Program.start(arguments, environment: owner.environment, in: owner.folder) { process in
                try await Task.sleep(for: moment)
                process.signal(SIGKILL)
            }
            if round % 4 == 3 { owner.simkl.change { Self.change(&$0, round * 4 + lane * 4) } }
            if round % 10 == 9 {
                try await expectUndisturbed(owner, arguments, round)
                // Whatever was ever in the mirror is there, or among what was removed.
                let library = try Self.ids(["shows.json", "anime.json", "movies.json"].map { "\(owner.mirror)/\($0)" })
                let removed = (try? FileManager.default.contentsOfDirectory(atPath: "\(owner.mirror)/state/removed")) ?? []
                let kept = try Self.ids(removed.map { "\(owner.mirror)/state/removed/\($0)" })
                #expect(seen.isSubset(of: library.union(kept)), "round \(round): \(seen.subtracting(library).subtracting(kept))")
                seen.formUnion(library)
            }
        }
    }

    private static func ids(_ files: [String]) throws -> Set<Int> {
        let rows = try files.flatMap { try JSON(Data(contentsOf: URL(filePath: $0))).members.values.flatMap(\.elements) }
        return Set(rows.compactMap { ($0["show"] ?? $0["movie"])?["ids"]?["simkl"]?.int })
    }

    /// Something of everything that can happen to an account.
    private static func change(_ account: inout LoopbackAccount, _ round: Int) {
        let ids = account.ids()
        let id = ids[round * 7 % ids.count]
        switch round / 4 % 8 {
        case 0: account.rate(id, 1 + round % 10)
        case 1: account.note(id, "Round \(round)")
        case 2: account.remove(id)
        case 3: account.move(id, to: "completed")
        case 4: account.changeSettings { $0["user"] = ["name": .string("Round \(round)")] }
        case 5: account.pause(id, progress: Double(round % 100))
        case 6: account.unrate(id)
        default: account.move(1061, to: "plantowatch")
        }
    }

    /// One undisturbed sync makes the mirror what a fresh one is.
    private func expectUndisturbed(_ owner: Owner, _ arguments: [String], _ round: Int) async throws {
        let result = try await Program.run(arguments, environment: owner.environment, in: owner.folder)
        #expect(result.code == 0 && result.errors.isEmpty, "round \(round): \(result.errors)")
        let fresh = "\(owner.scratch.path)/fresh-\(round)"
        #expect(
            try await Program.run(arguments + ["--data", fresh], environment: owner.environment, in: owner.folder).code == 0)
        let (found, expected) = (try Tree(owner.mirror).files, try Tree(fresh).files)
        for part in Self.parts { #expect(found[part] == expected[part], "round \(round): \(part)") }
        let odd = found.keys.filter { $0.contains(".corrupt-") || $0.hasPrefix(".foyer-drafts") }
        #expect(odd.isEmpty, "round \(round): \(odd)")
    }

    @Test("C3: a sync killed between its index and its files: what had come takes its place, and is not asked for again")
    func betweenIndexAndFiles() async throws {
        let owner = try await Owner.signedIn()
        #expect(try await owner.run("sync", "--details", "0").code == 0)
        let old = try Tree(owner.mirror).files
        owner.simkl.change { account in
            account.changeSettings { $0["user"] = ["name": "Somebody new"] }
            account.note(1003, "A new memo")
        }
        #expect(try await owner.run("sync", "--details", "0").code == 0)
        let new = try Tree(owner.mirror).files
        for file in ["settings.json", "movies.json"] {
            try #require(old[file]).write(to: URL(filePath: "\(owner.mirror)/\(file)"))
            try owner.scratch.write(
                String(decoding: try #require(new[file]), as: UTF8.self), to: "work/.foyer/.foyer-drafts/\(file)")
        }
        try owner.scratch.write("half a fi", to: "work/.foyer/.foyer-drafts/shows.json")
        owner.simkl.clearLog()
        let result = try await owner.run("sync", "--details", "0")
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(owner.requests == ["GET /sync/activities"])
        var found = try Tree(owner.mirror).files
        found["mirror.json"] = new["mirror.json"]
        #expect(found == new)
    }
}
