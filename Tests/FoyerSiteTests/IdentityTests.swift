import Foundation
import Testing

@testable import FoyerSite

/// `FOYER_IDENTITY` says how many sequences are tried, and that sixty nights are; `FOYER_IDENTITY_SEED`, which one alone.
@Suite("A site that is built on the last one is the site that is built from nothing")
struct IdentityTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seed = environment["FOYER_IDENTITY_SEED"].flatMap(Int.init)
    private static let count = environment["FOYER_IDENTITY"].flatMap(Int.init)
    private static let seeds = seed.map { $0...$0 } ?? 1...(count ?? 20)

    @Test("whatever changes, both have the same files to the byte", arguments: seeds)
    func changes(seed: Int) async throws {
        try await Self.compare(3, seed: seed) { try $0.changeAnything() }
    }

    @Test("for sixty nights on end, both have the same files to the byte", .enabled(if: count != nil), arguments: [seed ?? 60])
    func nights(seed: Int) async throws {
        try await Self.compare(60, seed: seed) { try $0.liveADay() }
    }

    /// Changes a site, and builds it both ways, as often as is asked for.
    private static func compare(
        _ rounds: Int, seed: Int, change: (inout ChangingSite) throws -> String
    ) async throws {
        var site = try ChangingSite(seed: seed)
        try await site.folder.build()
        var changes: [String] = []
        for _ in 1...rounds {
            changes.append(try change(&site))
            let (on, fresh) = try await site.folder.bothWays()
            #expect(fresh.count > 50)
            // What somebody edited and the site does not have any more is theirs.
            let own = on.filter { fresh[$0.key] != nil || !site.edited.contains($0.key) }
            if let difference = difference(own, fresh) {
                Issue.record("FOYER_IDENTITY_SEED=\(seed), after \(changes.joined(separator: "; ")): \(difference)")
                return
            }
        }
    }
}
