import Disk
import SystemPackage

/// What Foyer wrote into an output folder: kept there, it decides what a later build may replace and delete.
struct OutputManifest: Sendable, Hashable {
    /// By path below the output folder.
    var files: [FilePath: File] = [:]
    /// The hash of the program that made the files; another one may make others of the same sources.
    var program: UInt64 = 0
    /// Whether the site shows the sample account, so that another one may take its place.
    var isSample = false

    struct File: Hashable, Sendable {
        /// Of the file's bytes.
        let hash: UInt64
        /// Of all that went into it; nil for files that are made anew each time.
        let source: UInt64?
    }

    static let fileName: FilePath = ".foyer-manifest"
    private static let head = "foyer-manifest 1"
    private static let sample = "account sample"

    init() {}

    /// - Throws: ``PublishError/damagedManifest(path:)`` for a file that ``text`` did not write. A folder without one is not ours.
    init(in folder: SiteFolder) throws(PublishError) {
        guard let bytes = try folder.read(Self.fileName) else { return }
        guard let manifest = Self(bytes) else {
            throw .damagedManifest(path: folder.path.appending(Self.fileName.components).string)
        }
        self = manifest
    }

    /// Nil for anything that ``text`` did not write.
    init?(_ bytes: [UInt8]) {
        guard let lines = CheckedText.lines(Self.head, of: bytes) else { return nil }
        for line in lines {
            if let fields = CheckedText.fields(line, 3), let hash = UInt64(fields[0], radix: 16),
                let path = FilePath(inside: fields[2])
            {
                files[path] = File(hash: hash, source: UInt64(fields[1], radix: 16))
            } else if let fields = CheckedText.fields(line, 2), fields[0] == "program", let hash = UInt64(fields[1], radix: 16) {
                program = hash
            } else if line.elementsEqual(Self.sample.utf8) {
                isSample = true
            } else {
                return nil
            }
        }
    }

    /// A file's hash and path, as they are written.
    typealias Line = (hash: ArraySlice<UInt8>, path: ArraySlice<UInt8>)

    /// The files of a manifest, in its order; nil for anything that ``text`` did not write.
    static func lines(in bytes: [UInt8]) -> [Line]? {
        guard let body = CheckedText.body(head, of: bytes) else { return nil }
        var files: [Line] = []
        var start = body.startIndex
        while let end = body[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = body[start..<end]
            start = end + 1
            // Lines about the whole site have fewer fields.
            guard let first = line.firstIndex(of: UInt8(ascii: " ")),
                let second = line[(first + 1)...].firstIndex(of: UInt8(ascii: " "))
            else { continue }
            files.append((line[..<first], line[(second + 1)...]))
        }
        return files
    }

    /// How many titles the site has a page for.
    var titleCount: Int {
        files.keys.count { path in
            let parts = path.components.map(\.string)
            return parts.count == 3 && parts[2] == "index.html" && MediaKind(rawValue: parts[0]) != nil
                && parts[1].prefix(while: \.isNumber).count > 0
        }
    }

    /// In the order of the paths' bytes.
    var text: String {
        let lines = files.map { (path: $0.key.string, file: $0.value) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            .map { path, file in
                "\(String(file.hash, radix: 16)) \(file.source.map { String($0, radix: 16) } ?? "-") \(path)\n"
            }
        let account = isSample ? "\(Self.sample)\n" : ""
        return CheckedText.text(Self.head, "program \(String(program, radix: 16))\n" + account + lines.joined())
    }
}

extension FilePath {
    /// A path that stays inside the folder: a file that somebody changed must not lead us out of it.
    init?(inside path: Substring) {
        // No system knows a longer one, or one with a zero in it.
        guard path.utf8.count < 4_096, !path.utf8.contains(0) else { return nil }
        self.init(String(path))
        guard !isEmpty, root == nil, components.allSatisfy({ $0.kind == .regular }) else { return nil }
    }
}
