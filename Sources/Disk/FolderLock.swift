import Glibc
public import SystemPackage

/// A lock on a folder that dies with the process that holds it.
public final class FolderLock<Failure: FileFailure>: Sendable {
    /// The folder, open.
    public let folder: Folder<Failure>
    /// Whether the folder was made for the lock.
    public let isNew: Bool

    public enum Kind: Sendable {
        /// For one alone; makes the folder.
        case exclusive
        /// For readers, who may be many; the folder has to be there.
        case shared
    }

    /// Waits for the folder's lock.
    ///
    /// - Throws: ``FileFailure/busy(path:)`` when another process keeps it for longer than `seconds`.
    public init(_ path: FilePath, _ kind: Kind = .exclusive, mode: UInt32 = 0o755, seconds: Int = 10) throws(Failure) {
        var isNew = false
        for attempt in 0...(seconds * 10) {
            if kind == .exclusive, try Folder<Failure>.working.makeFolder(path, mode: mode) { isNew = true }
            if let folder = try Self.open(path, kind), try folder.lock(isExclusive: kind == .exclusive),
                // The holder before us may have removed the folder that we opened.
                folder.isStillThere
            {
                self.folder = folder
                self.isNew = isNew
                return
            }
            if attempt < seconds * 10 { usleep(100_000) }
        }
        throw .busy(path: path.string)
    }

    public convenience init(
        _ path: String, _ kind: Kind = .exclusive, mode: UInt32 = 0o755, seconds: Int = 10
    ) throws(Failure) {
        try self.init(FilePath(path), kind, mode: mode, seconds: seconds)
    }

    /// Nil where the folder that was just made has been removed again, by a holder that had no use for it.
    private static func open(_ path: FilePath, _ kind: Kind) throws(Failure) -> Folder<Failure>? {
        do throws(Failure) {
            return try Folder(path)
        } catch {
            guard kind == .exclusive, Folder<Failure>.working.entry(path) == nil else { throw error }
            return nil
        }
    }
}

extension Folder {
    /// - Returns: false where another process has the lock.
    fileprivate func lock(isExclusive: Bool) throws(Failure) -> Bool {
        let result = SystemCall.lock { flock(descriptor, (isExclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) }
        if result == 0 { return true }
        switch errno {
        case EWOULDBLOCK: return false
        // Network file systems that cannot lock a folder: whoever builds there with two programs at once is on their own.
        case EBADF, ENOLCK, ENOSYS, EOPNOTSUPP, EINVAL: return true
        default: throw failure("lock", ".")
        }
    }
}
