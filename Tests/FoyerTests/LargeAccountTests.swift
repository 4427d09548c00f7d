import Foundation
import TestSupport
import Testing

struct LargeAccountTests {
    @Test("A19: an account of 3,000 titles is fetched once; afterwards nothing new is one request")
    func large() async throws {
        let owner = try await Owner.signedIn(titles: 3000) { $0.enforcesRate = true }
        let first = try await owner.run("sync", "--details", "50")
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output.hasPrefix(".foyer: 3000 titles fetched"), "\(first.output)")
        #expect(owner.simkl.violations.isEmpty)
        #expect(owner.simkl.log.allSatisfy { $0.status < 429 })
        let catalogue = owner.requests.filter { $0.contains(/^GET .(tv|anime|movies)./) }
        #expect(catalogue.count == 50)
        let counts = try ["shows", "anime", "movies"].map { try owner.mirrored("\($0).json")[$0]?.elements.count ?? 0 }
        #expect(counts.reduce(0, +) == 3000)
        owner.simkl.clearLog()
        let second = try await owner.run("sync", "--details", "0")
        #expect(second.code == 0 && second.output == ".foyer: nothing new\n", "\(second.errors)\(second.output)")
        #expect(owner.requests == ["GET /sync/activities"])
        #expect(owner.simkl.log.count == 1)
    }
}
