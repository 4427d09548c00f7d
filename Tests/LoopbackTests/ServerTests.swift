import Foundation
import FoundationNetworking
import TestSupport
import Testing

struct ServerTests {
    @Test("who waits for an answer on every thread there is gets it")
    func blockedThreads() async throws {
        let simkl = try await LoopbackSimkl(account: .sample(titles: 5))
        let url = try #require(URL(string: "\(simkl.apiURL)/tv/1001?\(Caller.identification)"))
        let answers = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let done = DispatchSemaphore(value: 0)
                    let task = URLSession.shared.dataTask(with: url) { _, _, _ in done.signal() }
                    task.resume()
                    return Self.wait(for: done) ? 1 : 0
                }
            }
            return await group.reduce(0, +)
        }
        #expect(answers == 8)
    }

    private static func wait(for done: DispatchSemaphore) -> Bool { done.wait(timeout: .now() + 60) == .success }

    @Test("a stopped server refuses connections")
    func stop() async throws {
        let caller = try await Caller.signedIn()
        caller.simkl.fail(.everything, with: .stallInBody())
        async let waiting = try? caller.get("/sync/activities")
        try await until { !caller.simkl.log.isEmpty }
        await caller.simkl.stop()
        #expect(await waiting == nil)
        await #expect(throws: URLError.self) { try await caller.get("/sync/activities") }
    }
}
