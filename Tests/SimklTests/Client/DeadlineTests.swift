import Foundation
import TestSupport
import Testing

@testable import Simkl

/// The end of a run, whatever Simkl does. `E3` and so on are the faults of the fault matrix.
@Suite("Deadline of a run")
struct DeadlineTests {
    @Test("E3 an answer that drips on ends with the run, and nothing more is asked")
    func drip() async throws {
        let connected = try await ConnectedClient(timekeeper: .system)
        connected.simkl.fail(.path("/sync/"), with: .drip(bytesPerSecond: 2))
        // Enough to ask in, on a machine that is busy too, and a small part of what the answer takes.
        connected.client.setDeadline(in: .seconds(10))
        #expect(await connected.error { _ = try await $0.activities() } == .outOfTime)
        #expect(connected.simkl.log.count == 1)
        #expect(await connected.error { _ = try await $0.details(of: 1001, in: .shows) } == .outOfTime)
        #expect(connected.simkl.log.count == 1)
        connected.client.setDeadline(in: .seconds(3600))
        #expect(await connected.error { _ = try await $0.details(of: 1001, in: .shows) } == nil)
    }

    @Test("E3 pauses count: a run in which every request has to wait is over at its time, and what came stays")
    func pauses() async throws {
        let mirror = try await SyncedMirror(titles: 15)
        try await mirror.sync(SyncedMirror.libraryOnly)
        mirror.simkl.change { account in
            account.watch(account.ids(.shows, status: "watching")[0], episode: 7)
            account.rate(account.ids(.movies)[4], 2)
            account.remove(account.ids(.anime)[1])
            account.changeSettings { $0["user"]?["name"] = "Other" }
        }
        for path in ["/sync/activities", "/users/settings", "/sync/all-items", "/sync/ratings"] {
            mirror.simkl.fail(.path(path), times: 1, with: .status(503, retryAfter: "250"))
        }
        let start = mirror.clock.timekeeper.uptime()
        await #expect(throws: SyncError.simkl(.unavailable(path: "/sync/ratings", status: 503))) {
            try await mirror.sync(SyncedMirror.libraryOnly)
        }
        #expect(mirror.clock.timekeeper.uptime() - start < .seconds(900))
        let report = try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(report.isCurrent)
        #expect(try mirror.differences() == [])
    }

    @Test("a run that has many details to fetch may take as long as Simkl's rules make it")
    func details() {
        var options = MirrorSync.Options()
        #expect(options.timeLimit == .seconds(1650))
        options.catalogueBudget = 10_000
        #expect(options.timeLimit == .seconds(5900))
    }
}
