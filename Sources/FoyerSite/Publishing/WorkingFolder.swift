import Disk

/// Where a build keeps what it has not published yet.
struct WorkingFolder: Sendable {
    let path: String
    /// Beside the output, on the same file system, so that the two can be exchanged; else inside it.
    let isBeside: Bool

    /// The new files.
    var site: String { path + "/site" }
    /// What a build that was interrupted while it moved files has still to do.
    var journal: String { path + "/journal" }

    static let insideName = ".foyer-working"

    /// Inside the output where it cannot be exchanged: when it is a mount point or a git work tree, or the folder around it
    /// cannot be written to.
    init(for output: OutputFolder) throws(PublishError) {
        let beside = "\(output.parent)/.\(output.name).foyer"
        let isMounted = FileSystem.status(output.path).map { $0.device != FileSystem.status(output.parent)?.device } ?? false
        let isWorkTree = FileSystem.entry("\(output.path)/.git") != nil
        let inside = "\(output.path)/\(Self.insideName)"
        if !isMounted, !isWorkTree, (try? FileSystem.makeFolder(beside)) != nil {
            (path, isBeside) = (beside, true)
        } else {
            try FileSystem.makeFolder(output.path)
            try FileSystem.makeFolder(inside)
            (path, isBeside) = (inside, false)
        }
    }

    /// Throws away what an earlier build left.
    ///
    /// - Throws: when something cannot be removed: new files must not be written among old ones.
    func clear() throws(PublishError) {
        for path in [site, journal] {
            FileSystem.remove(path)
            if FileSystem.entry(path) != nil { throw .failed(action: "remove", path: path, reason: "left by an earlier build") }
        }
    }

    func remove() { FileSystem.remove(path) }
}
