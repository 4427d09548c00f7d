import Disk
import SystemPackage

/// What Foyer wrote into an output folder: kept there, it decides what a later build may replace and delete.
struct OutputManifest: Sendable {
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
        /// What the last build saw of it when it was done, where that can be trusted: its bytes need not be read again.
        var status: FileStatus?
    }

    static let fileName: FilePath = ".foyer-manifest"
    private static let head = "foyer-manifest 1"
    private static let sample = "account sample"

    init() {}

    /// - Parameter receipt: what the last build saw of the files that it left.
    /// - Throws: ``PublishError/damagedManifest(path:)`` for a file that ``bytes`` did not write. A folder without one is not ours.
    init(in folder: SiteFolder, receipt: Receipt? = nil) throws(PublishError) {
        guard let bytes = try folder.read(Self.fileName) else { return }
        let isKnown = receipt.map { FileDigest(of: bytes).hash == $0.manifest } ?? false
        guard let manifest = Self(bytes, receipt: isKnown ? receipt : nil) else {
            throw .damagedManifest(path: folder.path.appending(Self.fileName.components).string)
        }
        self = manifest
    }

    /// Nil for anything that ``bytes`` did not write.
    ///
    /// - Parameter receipt: the one that was written for this manifest.
    init?(_ bytes: [UInt8], receipt: Receipt? = nil) {
        guard let body = CheckedText.body(Self.head, of: bytes), let lines = Self.lines(of: body) else { return nil }
        let statuses = receipt.flatMap { $0.files.count == lines.files.count ? $0.files : nil }
        files.reserveCapacity(lines.files.count)
        for (position, line) in lines.files.enumerated() {
            guard let hash = UInt64(hexadecimal: line.hash), let path = FilePath(inside: line.path) else { return nil }
            let status = statuses.map { $0[position] }.flatMap { receipt?.isSettled($0) == true ? $0 : nil }
            files[path] = File(hash: hash, source: UInt64(hexadecimal: line.source), status: status)
        }
        for line in lines.others {
            if line.elementsEqual(Self.sample.utf8) {
                isSample = true
            } else if line.starts(with: "program ".utf8), let hash = UInt64(hexadecimal: line.dropFirst(8)) {
                program = hash
            } else {
                return nil
            }
        }
    }

    /// A file's hash, that of its source and its path, as they are written.
    typealias Line = (hash: ArraySlice<UInt8>, source: ArraySlice<UInt8>, path: ArraySlice<UInt8>)

    /// The files of a manifest, in its order; nil for anything that ``bytes`` did not write.
    static func files(in bytes: [UInt8]) -> [Line]? {
        CheckedText.body(head, of: bytes).flatMap { lines(of: $0)?.files }
    }

    /// Nil where it does not end with a line's end.
    private static func lines(of body: ArraySlice<UInt8>) -> (files: [Line], others: [ArraySlice<UInt8>])? {
        var (files, others): ([Line], [ArraySlice<UInt8>]) = ([], [])
        var start = body.startIndex
        while start < body.endIndex {
            guard let end = body[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            let line = body[start..<end]
            start = end + 1
            // Lines about the whole site have fewer fields.
            if let first = line.firstIndex(of: UInt8(ascii: " ")),
                let second = line[(first + 1)...].firstIndex(of: UInt8(ascii: " "))
            {
                files.append((line[..<first], line[(first + 1)..<second], line[(second + 1)...]))
            } else {
                others.append(line)
            }
        }
        return (files, others)
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
    var bytes: [UInt8] {
        let sorted = files.map { (path: $0.key.string, file: $0.value) }.sorted { $0.path.isBeforeInBytes($1.path) }
        return Self.bytes(program: program, isSample: isSample, sorted)
    }

    /// - Parameter files: in the order of their paths' bytes.
    static func bytes(program: UInt64, isSample: Bool, _ files: [(path: String, file: File)]) -> [UInt8] {
        var body = Array("program ".utf8)
        body.reserveCapacity(files.count * 96)
        body.append(hexadecimal: program)
        body.append(contentsOf: (isSample ? "\n\(sample)\n" : "\n").utf8)
        for (path, file) in files {
            body.append(hexadecimal: file.hash)
            body.append(UInt8(ascii: " "))
            if let source = file.source { body.append(hexadecimal: source) } else { body.append(UInt8(ascii: "-")) }
            body.append(UInt8(ascii: " "))
            body.append(contentsOf: path.utf8)
            body.append(UInt8(ascii: "\n"))
        }
        return CheckedText.bytes(head, body)
    }
}

extension String {
    func isBeforeInBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

extension FilePath {
    /// A path that stays inside the folder: a file that somebody changed must not lead us out of it.
    init?(inside path: some Collection<UInt8>) {
        // No system knows a longer one, or one with a zero in it.
        guard path.count < 4_096, !path.contains(0), let text = String(validating: path, as: UTF8.self) else { return nil }
        let names = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard names.allSatisfy({ !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }) else { return nil }
        self.init(text)
    }
}
