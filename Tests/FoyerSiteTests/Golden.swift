import Foundation
import Testing

/// What is committed for tests to compare with: `RECORD_GOLDEN=1` makes it anew, and fails the run, so that somebody reads the difference.
enum Golden {
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

    /// Where the committed files of these tests are.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden").path

    static func write(_ bytes: Data, to path: String) throws {
        let file = URL(filePath: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
    }

    static func failSinceRecorded(_ path: String) {
        Issue.record("recorded \(path): read the difference, then run without RECORD_GOLDEN")
    }
}
