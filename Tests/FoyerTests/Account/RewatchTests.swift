import TestSupport
import Testing

/// Watching once more: of the sample, 1006 is a show, 1007 an anime, and 1008 a film of 103 minutes that was watched.
struct RewatchTests {
    @Test(
        "the same again is not sent twice within its own length either, of a film and of a show",
        arguments: [["1008"], ["1006", "S01E01"], ["1007", "E02"]])
    func againAtOnce(words: [String]) async throws {
        let owner = try await Owner.synced { $0.changeSettings { $0["account"]?["type"] = "vip" } }
        let first = try await owner.watch(words + ["--again"])
        #expect(first.code == 0 && first.output.contains(" again now\n"), "\(first.output)\(first.errors)")
        for _ in 1...2 {
            let more = try await owner.watch(words + ["--again"])
            #expect(more.code == 0, "\(more.errors)")
            #expect(more.output.hasSuffix(" already, less than its own length away\n"), "\(more.output)")
        }
        #expect(owner.requests.filter { $0.hasPrefix("POST ") } == ["POST /sync/history?allow_rewatch=yes"])
        #expect(try owner.rewatches() == 1)
        #expect(try owner.isMirrorTrue())
    }

    @Test("every watching counts: what is within the length of one, before or behind it, is not sent; of a day there is one")
    func againBeside() async throws {
        let owner = try await Owner.synced { $0.changeSettings { $0["account"]?["type"] = "vip" } }
        for time in ["2026-10-20T18:40:00Z", "2026-10-20T20:23:00Z"] {
            let sent = try await owner.watch(["1008", "--again", "--at", time])
            #expect(sent.output.contains("銀魂 (2008), film: watch again at 2026-10-20 2"), "\(sent.output)\(sent.errors)")
        }
        #expect(try await owner.watch(["1008", "--again", "--on", "2026-10-22"]).code == 0)
        owner.simkl.clearLog()
        for (arguments, words) in [
            (["--at", "2026-10-20T18:45:00Z"], "at 2026-10-20 20:40 already, less than its own length away"),
            (["--at", "2026-10-20T16:58:00Z"], "at 2026-10-20 20:40 already, less than its own length away"),
            (["--at", "2026-10-20T22:05:00Z"], "at 2026-10-20 22:23 already, less than its own length away"),
            (["--on", "2026-10-22"], "on 2026-10-22 already (--again --at for another watching on that day)"),
        ] {
            let refused = try await owner.watch(["1008", "--again"] + arguments)
            #expect(refused.code == 0, "\(refused.errors)")
            #expect(refused.output.hasSuffix("銀魂 (2008), film: was watched \(words)\n"), "\(refused.output)")
        }
        #expect(owner.writes.isEmpty)
        #expect(try owner.rewatches() == 3)
    }

    @Test("where nobody knows how long a film is, it has two hours")
    func unknownLength() async throws {
        let owner = try await Owner.synced { account in
            account.changeSettings { $0["account"]?["type"] = "vip" }
            account.changeMedia(of: 1008) { $0["runtime"] = .null }
            account.changeDetails(of: 1008) { $0["runtime"] = .null }
        }
        #expect(try await owner.watch(["1008", "--again", "--at", "2026-10-20T18:40:00Z"]).code == 0)
        let near = try await owner.watch(["1008", "--again", "--at", "2026-10-20T20:39:00Z"])
        #expect(
            near.output.hasSuffix("20:40 already, less than 120 minutes away, and nobody knows how long it is\n"),
            "\(near.output)\(near.errors)")
        #expect(try await owner.watch(["1008", "--again", "--at", "2026-10-20T20:40:00Z"]).code == 0)
        #expect(try owner.rewatches() == 2)
    }

    @Test("what Simkl has moved to another kind in the meantime is still what was watched")
    func moved() async throws {
        let owner = try await Owner.synced()
        owner.simkl.change { $0.reclassify(1007, to: .shows) }
        let result = try await owner.watch(["1007", "S01E02"])
        #expect(result.output.contains("9-1-1 (2007), show: S01E02 was watched at 20"), "\(result.output)\(result.errors)")
        #expect(owner.writes.isEmpty)
    }
}

extension Owner {
    /// `foyer watch … --yes`
    fileprivate func watch(_ arguments: [String]) async throws -> Program.Result {
        try await Program.run(["watch", "--yes"] + arguments, environment: environment, in: folder)
    }

    /// How many rewatches the mirror has.
    fileprivate func rewatches() throws -> Int {
        try ["shows", "anime", "movies"].reduce(0) { count, bucket in
            count + (try mirrored("\(bucket).json")[bucket]?.elements ?? []).count { $0["is_rewatch"]?.bool == true }
        }
    }
}
