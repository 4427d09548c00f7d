import Disk
import SystemPackage

/// What publishing has to do to the output, written down before the first of it is done, so that a build that is interrupted is finished
/// by the next one.
///
/// Each step carries the hash of the bytes that it is about: a journal does nothing with files that are not the ones it was written for.
struct Journal: Hashable, Sendable {
    /// In the order in which they are done.
    var steps: [Step] = []
    /// Hash of the new manifest's file, which is put in place at the end.
    var manifest: UInt64 = 0

    struct Step: Hashable, Sendable {
        let action: Action
        let hash: UInt64
        let path: FilePath

        /// Whether it is about a file that waits in a folder that was not there when its build began.
        var isInNewFolder: Bool {
            if case .put(let staged, _) = action { staged.starts(with: WorkingFolder.folders) } else { false }
        }
    }

    enum Action: Hashable, Sendable {
        /// Put a staged file where nothing may stand, or over a file of ours.
        case put(staged: FilePath, mayReplace: Bool)
        case delete
    }

    private static let head = "foyer-journal 1"

    init() {}

    /// Nil for anything that ``bytes`` did not write to its end.
    init?(_ bytes: [UInt8]) {
        guard let lines = CheckedText.lines(Self.head, of: bytes) else { return nil }
        for line in lines {
            guard let fields = CheckedText.fields(line, 4), let hash = UInt64(fields[1], radix: 16) else { return nil }
            if fields[0] == "manifest" {
                manifest = hash
                continue
            }
            guard let path = FilePath(inside: fields[3].utf8), let staged = FilePath(inside: fields[2].utf8) else { return nil }
            switch fields[0] {
            case "add": steps.append(Step(action: .put(staged: staged, mayReplace: false), hash: hash, path: path))
            case "replace": steps.append(Step(action: .put(staged: staged, mayReplace: true), hash: hash, path: path))
            case "delete": steps.append(Step(action: .delete, hash: hash, path: path))
            default: return nil
            }
        }
    }

    var bytes: [UInt8] {
        let lines = steps.map { step in
            let (verb, staged) =
                switch step.action {
                case .put(let staged, let mayReplace): (mayReplace ? "replace" : "add", staged.string)
                case .delete: ("delete", "-")
                }
            return "\(verb) \(String(step.hash, radix: 16)) \(staged) \(step.path.string)\n"
        }
        return CheckedText.bytes(Self.head, Array((lines.joined() + "manifest \(String(manifest, radix: 16)) - -\n").utf8))
    }
}

extension Journal {
    /// - Parameters:
    ///   - manifest: the bytes of the new one.
    ///   - replacing: whether the file at a path may be replaced.
    init(
        _ files: [StagedFile], deleted: [FilePath: UInt64], manifest: [UInt8], replacing: (FilePath) -> Bool
    ) {
        let puts = files.compactMap { file in
            file.staged.map {
                Step(action: .put(staged: $0, mayReplace: replacing(file.path)), hash: file.digest.hash, path: file.path)
            }
        }
        let deletions = deleted.map { Step(action: .delete, hash: $0.value, path: $0.key) }
        // A file of ours that has become a folder, or a folder a file, makes way first.
        let folders = deletions.isEmpty ? [] : Set(puts.flatMap(\.path.folders))
        let places = deletions.isEmpty ? [] : Set(puts.map(\.path))
        let inTheWay = deletions.filter { folders.contains($0.path) || !places.isDisjoint(with: $0.path.folders) }
        let others = Set(deletions).subtracting(inTheWay)
        steps = inTheWay.inOrder + puts.inOrder + Array(others).inOrder
        self.manifest = FileDigest(of: manifest).hash
    }
}

extension FilePath {
    /// Those above it, the outermost first.
    var folders: [FilePath] {
        var folders: [FilePath] = []
        var folder: FilePath = ""
        for component in components.dropLast() {
            folder.append(component)
            folders.append(folder)
        }
        return folders
    }
}

extension [Journal.Step] {
    /// Assets, then titles, then what links to them, the front page and its neighbours last; by name among each other.
    fileprivate var inOrder: [Journal.Step] {
        map { (rank: Self.rank($0.path), name: $0.path.string, step: $0) }
            .sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.map(\.step)
    }

    private static func rank(_ path: FilePath) -> Int {
        guard path.components.count > 1, let folder = path.components.first?.string else { return 3 }
        if folder == "assets" { return 0 }
        return path.components.count > 2 && MediaKind.allCases.contains { $0.path == folder } ? 1 : 2
    }
}
