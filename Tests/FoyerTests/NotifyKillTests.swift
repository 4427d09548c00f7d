import Foundation
import TestSupport
import Testing

/// `foyer notify` that is killed.
struct NotifyKillTests {
    /// How often to kill; `FOYER_NOTIFY_KILLS` may say more (`make bench`).
    private static let kills = ProcessInfo.processInfo.environment["FOYER_NOTIFY_KILLS"].flatMap { Int($0) } ?? 12

    @Test("killed at any moment, it tells nothing twice, and loses at most what was on its way just then")
    func killed() async throws {
        let owner = try await NotifiedOwner()
        let places: [NotifiedOwner.Place] = [.ntfy, .discord]
        var random = SplitMix(seed: 17)
        // Each round, an episode moves to a day that no other round has.
        func save(_ round: Int) throws {
            let day = (Date(timeIntervalSince1970: 1_798_000_000) + Double(round) * 86_400).formatted(.iso8601)
            try owner.save([1: day])
        }
        func now(_ round: Int, _ minutes: Double) -> String {
            (Date(timeIntervalSince1970: 1_795_000_000) + Double(round) * 600 + minutes * 60).formatted(.iso8601)
        }
        try save(0)
        try await owner.run(now(0, 0), to: places)
        let start = ContinuousClock.now
        try await Program.start(
            NotifiedOwner.arguments + ["--now", now(0, 1)], environment: owner.environment(places), in: owner.scratch.path
        ) { _ in }
        // A machine that is busy just then is no reason to wait for ever.
        let longest = min(ContinuousClock.now - start, .seconds(0.6))
        var (lost, ended, interrupted) = (0, 0, 0)
        for round in 1...Self.kills {
            try save(round)
            owner.receiver.change()
            let moment = longest * Double.random(in: 0...1, using: &random)
            let killed = try await Program.start(
                NotifiedOwner.arguments + ["--now", now(round, 0)], environment: owner.environment(places),
                in: owner.scratch.path
            ) { process in
                // Now and then just when a message has come, and its answer is on its way.
                if round.isMultiple(of: 3) {
                    while !process.hasEnded, owner.receiver.requests.isEmpty { await Task.yield() }
                } else {
                    try await Task.sleep(for: moment)
                }
                process.signal(SIGKILL)
            }
            if killed.code == 0 { ended += 1 } else { interrupted += 1 }
            let after = try await owner.run(now(round, 1), to: places)
            #expect(after.code == 0, "\(after.errors)")
            for path in ["/", "/api/webhooks/7/secret-key"] {
                let count = owner.receiver.requests.count { $0.path == path }
                #expect(count <= 1, "round \(round): told \(count) times")
                if count == 0 { lost += 1 }
            }
            // Nothing that an earlier round has told or lost comes again.
            #expect(try await owner.run(now(round, 2), to: places).output.components(separatedBy: "nothing new").count == 3)
        }
        // Each round has one message for each of two places.
        #expect(lost <= interrupted * places.count)
        print(
            "foyer notify: \(interrupted) killed, \(ended) done before; of \(Self.kills * 2) messages \(lost) lost, none told twice"
        )
    }
}
