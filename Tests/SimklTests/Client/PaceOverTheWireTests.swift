import Foundation
import TestSupport
import Testing

@testable import Simkl

/// With the real clock, against a server that refuses what is too fast.
@Suite("Pace over the wire")
struct PaceOverTheWireTests {
    @Test("A7 the server's ten reads a second are never overstepped, nor its one write")
    func pace() async throws {
        // Half a second: the other half is for what a busy machine puts between a request's start and its arrival.
        var options = LoopbackOptions()
        options.rateWindow = .milliseconds(500)
        let connected = try await ConnectedClient(options: options, timekeeper: .system)
        let client = connected.client
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<12 { group.addTask { _ = try await client.playback() } }
            for _ in 0..<2 {
                group.addTask { _ = try await client.unrate(TitleBatch(movies: [TitleReference(simkl: 1003)])) }
            }
            try await group.waitForAll()
        }
        #expect(connected.simkl.log.map(\.status).filter { $0 >= 300 } == [])
        #expect(connected.simkl.log.count == 14)
        #expect(connected.simkl.violations == [])
    }

    @Test("one request to the account at a time, and the catalogue four at a time")
    func lanes() async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, with: .delay(.milliseconds(60)))
        let client = connected.client
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 { group.addTask { _ = try await client.playback() } }
            for id in 0..<8 { group.addTask { _ = try await client.details(of: 1001 + id * 5, in: .shows) } }
            try await group.waitForAll()
        }
        #expect(connected.simkl.violations == [])
        let times = connected.simkl.log.filter { $0.path.hasPrefix("/tv") }.map(\.arrival)
        #expect(times.count == 8)
        for (first, fifth) in zip(times, times.dropFirst(4)) { #expect(fifth - first >= .milliseconds(55)) }
    }

    @Test("the quota is what the last counted answer said, and unknown before")
    func quota() async throws {
        let connected = try await ConnectedClient()
        _ = try await connected.client.activities()
        #expect(connected.client.quota == nil)
        _ = try await connected.client.activities()
        #expect(connected.client.quota == Quota(limit: 500, remaining: 498))
        _ = try await connected.client.details(of: 1001, in: .shows)
        #expect(connected.client.quota == Quota(limit: 500, remaining: 498))
        connected.simkl.leaveQuota(1)
        _ = try await connected.client.activities()
        #expect(connected.client.quota == Quota(limit: 500, remaining: 0))
        let error = await connected.error { _ = try await $0.activities() }
        guard case .quotaUsed(let seconds?) = error else { throw try #require(error) }
        #expect((1...86_400).contains(seconds))
    }
}
