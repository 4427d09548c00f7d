import Disk
import Foundation

/// What Foyer wrote into an output folder: kept there, it decides what a later build may replace and delete.
struct OutputManifest: Sendable, Hashable {
    /// By path below the output folder.
    var files: [String: File] = [:]
    /// The hash of the program that made the files; another one may make others of the same sources.
    var program: UInt64 = 0

    struct File: Hashable, Sendable {
        /// Of the file's bytes.
        let hash: UInt64
        /// Of all that went into it; nil for files that are made anew each time.
        let source: UInt64?
    }

    static let fileName = ".foyer-manifest"
    private static let head = "foyer-manifest 1"

    init() {}

    /// - Throws: ``PublishError/damagedManifest(path:)`` for a file that ``text`` did not write. A folder without one is not ours.
    init(folder: String) throws(PublishError) {
        let path = "\(folder)/\(Self.fileName)"
        guard FileSystem.entry(path) != nil else { return }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8), read(text) else {
            throw .damagedManifest(path: path)
        }
    }

    var text: String {
        let lines = files.sorted { $0.key < $1.key }.map { path, file in
            "\(String(file.hash, radix: 16)) \(file.source.map { String($0, radix: 16) } ?? "-") \(path)\n"
        }
        let body = "program \(String(program, radix: 16))\n" + lines.joined()
        return "\(Self.head) \(Self.checksum(body))\n" + body
    }

    private mutating func read(_ text: String) -> Bool {
        let halves = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, halves[0] == "\(Self.head) \(Self.checksum(String(halves[1])))" else { return false }
        for line in halves[1].split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            if parts.count == 2, parts[0] == "program", let hash = UInt64(parts[1], radix: 16) {
                program = hash
            } else if parts.count == 3, let hash = UInt64(parts[0], radix: 16), Self.isInside(parts[2]) {
                files[String(parts[2])] = File(hash: hash, source: UInt64(parts[1], radix: 16))
            } else {
                return false
            }
        }
        return true
    }

    /// How many titles the site has a page for.
    var titleCount: Int {
        files.keys.count { path in
            let parts = path.split(separator: "/")
            return parts.count == 3 && parts[2] == "index.html" && MediaKind(rawValue: String(parts[0])) != nil
                && parts[1].prefix(while: \.isNumber).count > 0
        }
    }

    private static func checksum(_ body: String) -> String {
        var fingerprint = Fingerprint()
        fingerprint.feed(body)
        return String(fingerprint.value, radix: 16)
    }

    /// Whether a path stays inside the folder: a file that somebody changed must not lead us out of it.
    static func isInside(_ path: Substring) -> Bool {
        !path.isEmpty
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", ".."].contains($0) }
    }
}
