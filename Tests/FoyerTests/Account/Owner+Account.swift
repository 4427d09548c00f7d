import TestSupport
import Testing

extension Owner {
    /// With a mirror, and Simkl's answers as they stood then.
    static func synced(_ change: @Sendable (inout LoopbackAccount) -> Void = { _ in }) async throws -> Owner {
        let owner = try await Owner.signedIn()
        owner.simkl.change(change)
        #expect(try await owner.run("sync", "--details", "0").code == 0)
        owner.simkl.clearLog()
        return owner
    }

    /// What was sent, write by write: the path, and the body.
    var writes: [String: JSON] {
        Dictionary(simkl.log.filter { $0.method == "POST" }.map { ($0.path, $0.json ?? .null) }) { $1 }
    }

    /// Whether the mirror is what a complete pull would give now.
    func isMirrorTrue() throws -> Bool {
        func sorted(_ rows: JSON?) -> [JSON] {
            (rows?.elements ?? []).sorted { left, right in order(left).lexicographicallyPrecedes(order(right)) }
        }
        func order(_ row: JSON) -> [Int] {
            [(row["show"] ?? row["movie"])?["ids"]?["simkl"]?.int ?? 0, row["rewatch_id"]?.int ?? 0]
        }
        let truth = simkl.fullPull()
        return try ["shows", "anime", "movies"].allSatisfy { bucket in
            sorted(try mirrored("\(bucket).json")[bucket]) == sorted(truth[bucket])
        }
    }

    /// What Simkl has of a title.
    func item(_ id: Int) throws -> JSON { try #require(simkl.account.item(id)) }

    /// When an episode was watched, by Simkl.
    func watchedAt(_ id: Int, season: Int = 1, _ episode: Int) throws -> String? {
        try item(id)["seasons"]?.elements.first { $0["number"]?.int == season }?["episodes"]?.elements
            .first { $0["number"]?.int == episode }?["watched_at"]?.string
    }
}
