import Glibc

/// A lock on a folder that dies with the process that holds it.
public final class FolderLock<Failure: FileFailure>: Sendable {
    private let descriptor: Int32

    public enum Kind: Sendable {
        /// For one alone; makes the folder.
        case exclusive
        /// For readers, who may be many; the folder has to be there.
        case shared
    }

    /// Waits for the folder's lock.
    ///
    /// - Throws: ``FileFailure/busy(path:)`` when another process keeps it for longer than `seconds`.
    public init(_ folder: String, _ kind: Kind = .exclusive, mode: UInt32 = 0o755, seconds: Int = 10) throws(Failure) {
        for attempt in 0...(seconds * 10) {
            if kind == .exclusive { try Files<Failure>.makeFolder(folder, mode: mode) }
            let opened = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard opened >= 0 else {
                if errno == ENOENT, kind == .exclusive { continue }
                throw Files<Failure>.failure("open", folder)
            }
            if flock(opened, (kind == .exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 {
                // The holder before us may have removed the folder that we opened.
                var (ours, there) = (stat(), stat())
                if unsafe fstat(opened, &ours) == 0, unsafe stat(folder, &there) == 0, ours.st_ino == there.st_ino {
                    descriptor = opened
                    return
                }
            }
            close(opened)
            if attempt < seconds * 10 { usleep(100_000) }
        }
        throw .busy(path: folder)
    }

    deinit { close(descriptor) }
}
