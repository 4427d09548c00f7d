import Foundation
import Testing

@testable import Simkl

@Suite("An account's folder")
struct AccountFolderTests {
    @Test("every documented field is read", arguments: ["full", "odd"])
    func wholeAccount(name: String) throws {
        let account = try AccountFolder(path: "\(Fixtures.folder)/\(name)").read()
        let read = Outline.text(of: account)
        let golden = URL(filePath: "\(Fixtures.folder)/\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(read.utf8).write(to: golden)
            Issue.record("recorded \(golden.lastPathComponent)")
        }
        #expect(try read == String(contentsOf: golden, encoding: .utf8))
    }
}
