import Foundation
import TestSupport
import Testing

struct LimitTests {
    @Test("quota headers come with the second call, and the end of the quota names the reset")
    func quota() async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.leaveQuota(2)
        #expect(try await caller.get("/sync/activities").headers["x-ratelimit-remaining"] == nil)
        #expect(try await caller.get("/sync/activities").headers["x-ratelimit-remaining"] == "0")
        #expect(try await caller.get("/tv/1001").status == 200)
        let refused = try await caller.get("/sync/activities")
        #expect(refused.status == 429)
        #expect(refused.json?["error"] == "user_limit_exceeded")
        #expect(Int(refused.headers["retry-after"] ?? "") ?? 0 > 0)
    }

    @Test("the second write of a second is too fast")
    func rate() async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.changeOptions { $0.rateWindow = .seconds(3600) }
        #expect(try await caller.post("/sync/history", [:]).status == 201)
        let second = try await caller.post("/sync/history", [:])
        #expect(second.status == 429)
        #expect(second.json?["error"] == "rate_limit")
    }

    @Test("a write while another is running meets the lock")
    func lock() async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.holdWriteLock(for: .seconds(3600))
        let reply = try await caller.post("/sync/history", [:])
        #expect(reply.status == 400)
        #expect(reply.json?["error"] == "rate_limit")
        #expect(reply.json?["error_description"] != nil)
    }

    @Test("calls that overtake each other and tokens for the catalogue are noted")
    func violations() async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.fail(.path("/sync/activities"), with: .stallBeforeHeaders)
        async let stalled = try? caller.get("/sync/activities")
        try await until { caller.simkl.isAnswering }
        _ = try await caller.get("/users/settings")
        _ = try await caller.get("/tv/1001")
        #expect(caller.simkl.violations.count == 2)
        await caller.simkl.stop()
        #expect(await stalled == nil)
    }
}
