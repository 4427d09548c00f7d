import Disk
import SystemPackage

/// Keeps what builds remember to one build at a time, and to one site: two that took turns would each see the other's changes as news.
struct StateLock: Sendable {
    fileprivate let lock: FolderLock<StateError>
}

extension StateFolder {
    /// - Parameter output: the folder of the site that this build is for.
    /// - Throws: ``StateError/shared(path:output:)`` where another site of this edition lives by this state and still is there.
    func lock(for output: FilePath, _ edition: Edition) throws(StateError) -> StateLock {
        let lock = StateLock(lock: try FolderLock(path, mode: 0o700))
        var ignored: [Diagnostic] = []
        var owners = try read(SiteOwners.file, as: SiteOwners.self, &ignored) ?? SiteOwners()
        let own = SiteOwners.Entry(state: FilePath(path).resolved.string, output: output.string)
        let known = owners.entries[edition.rawValue]
        // A state that was copied or moved belongs to nobody.
        if let known, known != own, known.state == own.state,
            SiteFolder.working.entry(FilePath(known.output).appending(OutputManifest.fileName.components)) != nil
        {
            throw .shared(path: path, output: known.output)
        }
        owners.entries[edition.rawValue] = own
        try write(owners, to: SiteOwners.file)
        return lock
    }
}

/// Which sites live by a state.
private struct SiteOwners: Remembered {
    static let version = 1
    static let file = "sites.json"

    /// By edition.
    var entries: [String: Entry] = [:]

    struct Entry: Codable, Hashable, Sendable {
        /// The state's own folder.
        let state: String
        let output: String
    }
}
