import Foundation

/// What Foyer wrote into an output folder: kept there, it decides what a later build may replace and delete.
struct OutputManifest: Sendable, Hashable {
    /// By path below the output folder.
    var files: [String: File] = [:]

    struct File: Hashable, Sendable {
        /// Of the file's bytes.
        let hash: UInt64
        /// Of all that went into it; nil for files that are made anew each time.
        let source: UInt64?
    }

    static let fileName = ".foyer-manifest"
    private static let head = "foyer-manifest 1"

    init() {}

    /// Nil for a file that is missing or was not written by ``text``: then nothing in the folder is known to be ours.
    init?(folder: String) {
        guard let text = try? String(contentsOfFile: "\(folder)/\(Self.fileName)", encoding: .utf8) else { return nil }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.popLast() == "", lines.first?.hasPrefix(Self.head + " ") == true,
            let count = Int(lines[0].dropFirst(Self.head.count + 1)),
            count == lines.count - 1
        else { return nil }
        for line in lines.dropFirst() {
            let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3, let hash = UInt64(parts[0], radix: 16), Self.isInside(parts[2]) else { return nil }
            files[String(parts[2])] = File(hash: hash, source: UInt64(parts[1], radix: 16))
        }
    }

    var text: String {
        let lines = files.sorted { $0.key < $1.key }.map { path, file in
            "\(String(file.hash, radix: 16)) \(file.source.map { String($0, radix: 16) } ?? "-") \(path)\n"
        }
        return "\(Self.head) \(lines.count)\n" + lines.joined()
    }

    /// Whether a path stays inside the folder: a manifest that somebody changed must not lead us out of it.
    private static func isInside(_ path: Substring) -> Bool {
        !path.isEmpty
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", ".."].contains($0) }
    }
}
