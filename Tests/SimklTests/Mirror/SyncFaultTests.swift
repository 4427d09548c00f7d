import Foundation
import TestSupport
import Testing

@testable import Simkl

/// A fault at each request of a sync. `A1` and so on are the faults of the fault matrix.
@Suite("Sync faults")
struct SyncFaultTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let effect: LoopbackEffect
    }

    /// Faults that no retry gets around.
    static let outages = [
        Fault(testDescription: "A1 401", effect: .tokenFailed), Fault(testDescription: "A4 412", effect: .clientFailed),
        Fault(testDescription: "A7 the day's quota is gone", effect: .quotaGone),
        Fault(testDescription: "A8 500", effect: .status(500)), Fault(testDescription: "A8 502, a page", effect: .gateway()),
        Fault(testDescription: "A10 cut", effect: .short(after: 1)), Fault(testDescription: "A10 reset", effect: .reset()),
        Fault(testDescription: "A12 random bytes", effect: .randomBytes()),
        Fault(testDescription: "A13 a page with 200", effect: .html),
        Fault(testDescription: "A14 nothing", effect: .empty),
    ]

    /// Answers that are JSON, but not what was asked for.
    static let nonsense = [
        Fault(testDescription: "A2 403", effect: .forbidden), Fault(testDescription: "A3 404", effect: .notFound),
        Fault(testDescription: "A14 null", effect: .json(.null)), Fault(testDescription: "A14 {}", effect: .json([:])),
        Fault(testDescription: "A14 []", effect: .json([])), Fault(testDescription: "A17 a text", effect: .json("x")),
        Fault(testDescription: "A17 other members", effect: .json(["status": "ok"])),
        Fault(testDescription: "A17 members of other types", effect: .json(["shows": 5, "anime": "x", "movies": [:], "all": 1])),
    ]

    /// What the second sync asks for, when all of it has moved.
    static let requests: [LoopbackFault.Match] = [
        .path("/sync/activities"), .path("/users/settings"), .parameter("extended", "full"), .path("/sync/ratings"),
        .parameter("extended", "simkl_ids_only"), .path("/sync/playback"),
    ]

    private static func changeEverything(_ account: inout LoopbackAccount) {
        account.watch(account.ids(.shows, status: "watching")[0], episode: 7)
        account.rate(account.ids(.movies)[4], 2)
        account.remove(account.ids(.anime)[1])
        account.changeSettings { $0["user"]?["name"] = "Other" }
        account.pause(account.ids(.shows)[0], progress: 50, episode: 3)
    }

    @Test(
        "A1–A14, A17 a fault at any request of a delta loses nothing: the next good sync gives what a full pull gives",
        arguments: outages.filter { ["A1 ", "A8 500", "A13"].contains(where: $0.testDescription.hasPrefix) } + nonsense,
        requests.indices)
    func delta(fault: Fault, request: Int) async throws {
        let mirror = try await SyncedMirror(titles: 15)
        try await mirror.sync(SyncedMirror.libraryOnly)
        let before = try mirror.contents()
        mirror.simkl.change(Self.changeEverything)
        mirror.simkl.fail(Self.requests[request], with: fault.effect)
        do {
            let report = try await mirror.sync(SyncedMirror.libraryOnly)
            let isTold = report.trouble != nil || report.leftOut != [] || report.doubt != nil
            #expect(isTold || Self.requests.count == request + 1)
        } catch {
            #expect(!error.description.contains("loopback-client"))
        }
        try Self.expectSound(mirror, since: before)
        mirror.simkl.clearFaults()
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(try mirror.differences() == [])
        // What Simkl itself refuses to hand out is left out, and asked for when it moves again.
        guard !fault.testDescription.hasPrefix("A2"), !fault.testDescription.hasPrefix("A3") else { return }
        // And a list without elements is what Simkl sends when nothing is paused.
        guard request != 5 || fault.testDescription != "A14 []" else { return }
        let account = mirror.simkl.account
        #expect(try JSON(mirror.data("settings.json")) == account.settings)
        #expect(try JSON(mirror.data("playback.json")).elements.count == 2)
    }

    @Test(
        "A1–A14 a first pull that ends at any request resumes with the buckets that are missing, though the account changed",
        arguments: outages.indices.map { (outages[$0], $0 % 5 + 1) })
    func firstPull(fault: Fault, after answers: Int) async throws {
        let mirror = try await SyncedMirror(titles: 15)
        mirror.simkl.fail(.host(.api) && !.path("/ratings"), skipping: answers, with: fault.effect)
        do {
            let report = try await mirror.sync(SyncedMirror.libraryOnly)
            #expect(report.trouble != nil)
        } catch {}
        #expect(!FileManager.default.fileExists(atPath: "\(mirror.folder.path)/activities.json"))
        mirror.simkl.clearFaults()
        mirror.simkl.change { account in
            for bucket in LoopbackAccount.Bucket.allCases { account.move(account.ids(bucket)[0], to: "dropped") }
        }
        try await mirror.sync(SyncedMirror.libraryOnly)
        let pulled = mirror.requests.filter { $0.hasPrefix("GET /sync/all-items/") }.map { $0.split(separator: "?")[0] }
        let buckets = ["shows", "anime", "movies"].dropFirst(answers - 1).map { "GET /sync/all-items/\($0)" }
        #expect(pulled.map(String.init) == buckets)
        #expect(try mirror.differences() == [])
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.requests == ["GET /sync/activities"])
    }

    @Test("--full begins anew, whatever an interrupted pull has brought already", arguments: [true, false])
    func fullAfterInterruption(isFirst: Bool) async throws {
        let mirror = try await SyncedMirror(titles: 15)
        var full = SyncedMirror.libraryOnly
        full.isFull = true
        if !isFirst { try await mirror.sync(SyncedMirror.libraryOnly) }
        mirror.simkl.fail(.path("/sync/all-items/movies"), with: .status(500))
        await #expect(throws: SyncError.self) { try await mirror.sync(full) }
        mirror.simkl.clearFaults()
        try await mirror.sync(full)
        let pulled = mirror.requests.filter { $0.hasPrefix("GET /sync/all-items/") }.compactMap { $0.split(separator: "?").first }
        #expect(pulled == ["GET /sync/all-items/shows", "GET /sync/all-items/anime", "GET /sync/all-items/movies"])
        #expect(try mirror.differences() == [])
    }

    @Test(
        "A14 an empty bucket on the first pull is not believed when the ids say otherwise",
        arguments: ["shows", "anime", "movies"])
    func emptyFirst(bucket: String) async throws {
        let mirror = try await SyncedMirror(titles: 15)
        mirror.simkl.fail(.path("/sync/all-items/\(bucket)") && .parameter("extended", "full"), with: .json([:]))
        await #expect(throws: SyncError.self) { try await mirror.sync(SyncedMirror.libraryOnly) }
        mirror.simkl.clearFaults()
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(try mirror.differences() == [])
    }

    /// Texts that no text can be and numbers beyond 64 bits, in fields that are read and in such that nobody knows.
    private static func damaged(_ bytes: Data) -> Data {
        let text = String(decoding: bytes, as: UTF8.self)
        return Data(
            text.replacing(#""title":""#, with: #""novelty":1e400,"number":99999999999999999999,"title":"\ud83d "#).utf8)
    }

    @Test("E6, E14 an answer that has to be mended is kept whole, with a note; what is kept is sound", arguments: [true, false])
    func mended(isFirst: Bool) async throws {
        let mirror = try await SyncedMirror(titles: 15)
        if !isFirst {
            try await mirror.sync(SyncedMirror.libraryOnly)
            mirror.simkl.change { $0.watch($0.ids(.movies)[0]) }
        }
        mirror.simkl.fail(
            .path("/sync/all-items") && .parameter("extended", "full"),
            with: .change { $0.body = LoopbackBody(Self.damaged($0.body.data)) })
        let report = try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(report.isCurrent && report.leftOut == [])
        #expect(
            report.mended.count == (isFirst ? 3 : 1) && report.mended.allSatisfy { $0.contains("no text can have") },
            "\(report.mended)")
        let account = try AccountFolder(path: mirror.folder.path).read()
        #expect(account.items.count == 15 && account.issues == [])
        #expect(account.items.contains { $0.media.title?.hasPrefix("\u{FFFD} ") == true })
        let film = try JSON(mirror.data("movies.json"))["movies"]?.elements.first { $0["movie"]?["number"] != nil }
        #expect(film?["movie"]?["number"] == "99999999999999999999" && film?["movie"]?["novelty"] == "1e400")
    }

    /// Every file is as it was, or JSON that the next run can use; nothing lies half-written.
    private static func expectSound(_ mirror: SyncedMirror, since before: [String: Data]) throws {
        let after = try mirror.contents()
        #expect(Set(after.keys) == Set(before.keys))
        let index = try MirrorIndex(reading: mirror.folder.path)
        for (file, data) in after {
            let entry = try #require(index.files[file])
            #expect(entry.matches(data), "\(file)")
            guard file != "playback.json", file != "settings.json", file != "activities.json", data != before[file] else {
                continue
            }
            #expect(try JSON(data) != .null, "\(file)")
        }
        for bucket in ["shows", "anime", "movies"] {
            let old = try JSON(before["\(bucket).json"] ?? Data())[bucket]?.elements.count ?? 0
            let new = try JSON(after["\(bucket).json"] ?? Data())[bucket]?.elements.count ?? 0
            #expect(new >= old - 1, "\(bucket)")
        }
    }
}

extension SyncedMirror {
    func data(_ file: String) throws -> Data { try Data(contentsOf: URL(filePath: "\(folder.path)/\(file)")) }
}
