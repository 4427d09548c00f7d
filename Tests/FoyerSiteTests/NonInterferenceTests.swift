import Foundation
import Testing

@testable import FoyerSite

@Suite("What an edition does not show, nothing of it tells")
struct NonInterferenceTests {
    /// How many accounts are tried: more where somebody has the time.
    private static let seeds = 1...(ProcessInfo.processInfo.environment["FOYER_TWINS"].flatMap(Int.init) ?? 1)

    @Test(
        "two accounts that differ only in what an edition does not show give the same bytes, night after night",
        arguments: Edition.allCases, seeds)
    func twins(edition: Edition, seed: Int) async throws {
        var account = try TwinAccount(seed: seed, edition: edition)
        let (own, other) = (try Nights(account.audience), try Nights(account.audience))
        for night in 0...3 {
            if night > 1 { try account.live(night) }
            let twin = try account.twin()
            // Or the test would compare an account with itself.
            #expect(twin.files["all-items.json"] != account.own.files["all-items.json"])
            let now = "2026-11-\(20 + night)T0\(night):00:00Z"
            let (site, twinSite) = (try await own.build(account.own, now: now), try await other.build(twin, now: now))
            #expect(site.count > 150)
            #expect(site.keys.sorted() == twinSite.keys.sorted())
            let different = site.keys.filter { site[$0] != twinSite[$0] }.sorted()
            #expect(
                different == [], "night \(night): \(firstDifference(different.last { $0 != ".foyer-manifest" }, site, twinSite))")
        }
    }
}

/// The first line of a file in which two sites are not alike.
private func firstDifference(_ path: String?, _ own: [String: Data], _ other: [String: Data]) -> String {
    let lines = [own, other].map { site in
        path.flatMap { site[$0] }.map { String(decoding: $0, as: UTF8.self).split(separator: "\n") } ?? []
    }
    return zip(lines[0], lines[1]).first { $0 != $1 }.map { "\($0)\n\($1)" } ?? "\(path ?? "none"): one ends before the other"
}
