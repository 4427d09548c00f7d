import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("When Simkl sent what is known of titles")
struct FetchTimesTests {
    @Test("a mirror tells of each file when Simkl sent it, and of the ratings list by list; a copy of its files does not")
    func times() async throws {
        let mirror = try await SyncedMirror(titles: 20)
        let first = mirror.clock.timekeeper.now()
        try await mirror.sync()
        mirror.clock.advance(by: .seconds(86_400))
        let second = mirror.clock.timekeeper.now()
        try await mirror.sync()
        // The clock goes on while the client waits.
        func isOn(_ night: Int64, _ time: Int64?) -> Bool { time.map { (night..<night + 3600).contains($0) } ?? false }
        let account = try AccountFolder(path: mirror.folder.path).read()
        // The sample's details are of titles that have ended or are out, and are fetched once.
        #expect(!account.details.isEmpty && account.details.allSatisfy { isOn(first, $0.fetchedAt) })
        #expect(!account.airings.isEmpty && account.airings.allSatisfy { isOn(second, $0.fetchedAt) })
        #expect(!account.crowd.isEmpty && account.crowd.allSatisfy { isOn(first, $0.fetchedAt) })
        let copy = try TemporaryAccount(try mirror.contents().mapValues { String(decoding: $0, as: UTF8.self) })
        let saved = try AccountFolder(path: copy.path).read()
        #expect(saved.details.count == account.details.count && saved.details.allSatisfy { $0.fetchedAt == nil })
        #expect(saved.airings.allSatisfy { $0.fetchedAt == nil } && saved.crowd.allSatisfy { $0.fetchedAt == nil })
    }
}
