import Foundation
import TestSupport
import Testing

/// What part of a synced account's hours stands on the lengths of the episodes themselves.
struct ExactHoursTests {
    private func estimated(_ owner: Owner) async throws -> String {
        let result = try await owner.run("build", "--details", "0", "--now", "2027-03-01T12:00:00Z")
        #expect(result.code == 0, "\(result.errors)")
        let sentence = /that of the show's ordinary episode: (.+?) of the time/
        return String(try #require(try owner.page("about/index.md").firstMatch(of: sentence)).1).replacing("\u{A0}", with: " ")
    }

    @Test("hours are exact where Simkl knows the lengths of episodes, rewatches included")
    func shares() async throws {
        let owner = try await Owner.signedIn(titles: 40)
        owner.simkl.change { account in
            account.changeSettings { $0["account"]?["type"] = "pro" }
            let start = Date(timeIntervalSince1970: 1_790_000_000)
            for id in account.ids(.shows, status: "completed") { account.rewatch(id, episodes: [1, 2, 3], from: start) }
            for id in account.ids(.movies, status: "completed") { account.rewatch(id, from: start) }
        }
        owner.simkl.fail(.path("/sync/all-items"), with: .withoutLengthsAndRewatches)
        let before = try await estimated(owner)
        #expect(before == "87.2 %")
        owner.simkl.clearFaults()
        #expect(try await owner.run("sync", "--full").code == 0)
        let after = try await estimated(owner)
        #expect(after == "12.6 %")
        #expect(owner.simkl.violations.isEmpty)
    }
}
