import Disk
import Foundation

/// Publishes by moving file by file, where the output cannot be exchanged: a mount point, a git work tree.
///
/// What has to be done is written down first, so that a build that is interrupted is finished by the next one. For a moment a
/// reader may see new pages beside old ones, but never half of one.
struct JournaledReplacement {
    let output: OutputFolder
    let place: WorkingFolder

    private static let end = "end"

    func run(_ change: SiteChange) throws(PublishError) {
        // Pages before the lists that link to them, the front page and the manifest last.
        let puts = change.new.sorted { (Self.rank($0), $0) < (Self.rank($1), $1) }
        for path in puts { try check(path) }
        let lines = puts.map { "put \($0)" } + change.deleted.map { "delete \($0)" } + [Self.end]
        let draft = place.journal + ".draft"
        try FileSystem.write(Array(lines.joined(separator: "\n").utf8), to: draft)
        try FileSystem.rename(draft, to: place.journal)
        try Self.finish(in: place, output: output)
    }

    /// Does what a complete journal says, and forgets it.
    static func finish(in place: WorkingFolder, output: OutputFolder) throws(PublishError) {
        guard let text = try? String(contentsOfFile: place.journal, encoding: .utf8) else { return }
        let lines = text.split(separator: "\n")
        guard lines.last == end[...] else { return }
        for line in lines.dropLast() {
            let parts = line.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, OutputManifest.isInside(parts[1]), FileSystem.isInside(output.path, String(parts[1])) else {
                continue
            }
            let target = "\(output.path)/\(parts[1])"
            if parts[0] == "put" {
                let staged = "\(place.site)/\(parts[1])"
                if FileSystem.entry(staged) != nil { try FileSystem.rename(staged, to: target) }
            } else {
                FileSystem.remove(target)
                removeEmptyFolders(above: String(parts[1]), output: output)
            }
        }
        FileSystem.remove(place.journal)
    }

    private static func rank(_ path: String) -> Int {
        if path == OutputManifest.fileName { return 3 }
        return path.contains("/") ? (path.hasPrefix("assets/") ? 0 : 1) : 2
    }

    private static func removeEmptyFolders(above path: String, output: OutputFolder) {
        var folder = FileSystem.parent(of: path)
        while !folder.isEmpty, FileSystem.removeEmptyFolder("\(output.path)/\(folder)") {
            folder = FileSystem.parent(of: folder)
        }
    }

    /// Finds out before anything is moved what could stop the moving half-way.
    private func check(_ path: String) throws(PublishError) {
        let target = "\(output.path)/\(path)"
        if let entry = FileSystem.entry(target), entry != .file { throw .foreignFile(path: target) }
        var folder = FileSystem.parent(of: path)
        while !folder.isEmpty {
            // A link or a file where a page needs a folder would lead out of the output.
            if let entry = FileSystem.entry("\(output.path)/\(folder)") {
                guard entry == .folder else { throw .foreignFile(path: "\(output.path)/\(folder)") }
                guard FileSystem.isWritable("\(output.path)/\(folder)") else {
                    throw .failed(
                        action: "write into the folder", path: "\(output.path)/\(folder)", reason: "it is write-protected")
                }
            }
            folder = FileSystem.parent(of: folder)
        }
    }
}
