import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("Damaged files")
struct FuzzTests {
    private static let rounds = ProcessInfo.processInfo.environment["FOYER_FUZZ"].flatMap(Int.init) ?? 2_000

    @Test("a damaged file is an error with its place or an account with issues, never a trap", arguments: ["full", "odd"])
    func damagedFiles(name: String) throws {
        let files = try Fixtures.files(in: name).sorted { $0.key < $1.key }
        let library = try #require(files.first { $0.key == "all-items.json" })
        let whole = try AccountFolder(path: "\(Fixtures.folder)/\(name)").read()
        var mutator = JSONMutator(seed: UInt64(files.count))
        var outcomes = (errors: 0, changed: 0)
        for file in files {
            let folder = try TemporaryAccount([:])
            try folder.write(library.value, to: library.key)
            for _ in 0..<(Self.rounds / 2 / files.count + 1) {
                let bytes = mutator.mutate(Array(file.value))
                try folder.write(Data(bytes), to: file.key)
                do throws(AccountError) {
                    let account = try folder.read()
                    if account.items != whole.items || !account.issues.isEmpty { outcomes.changed += 1 }
                    #expect(
                        account.issues.allSatisfy { $0.file == file.key && ($0.pointer.isEmpty || $0.pointer.hasPrefix("/")) })
                } catch {
                    outcomes.errors += 1
                    if case .notJSON(let path, let fault) = error {
                        #expect(path == file.key && (0...bytes.count).contains(fault.offset))
                        #expect(!fault.reason.hasPrefix("not JSON that can be read"), "\(fault)")
                    }
                }
            }
        }
        #expect(outcomes.errors > 10 && outcomes.changed > 10)
    }
}
