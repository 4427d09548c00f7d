import CLinux
import Glibc
public import SystemPackage

/// A folder that is held open.
///
/// What is done below it is done to this very folder, even when it is renamed meanwhile, or another is put in its place. Paths are
/// relative to it, and compared by their bytes: to a file system, names are not the same because they look the same.
public final class Folder<Failure: FileFailure>: Sendable {
    /// Where it was when it was opened, for messages.
    public let path: FilePath
    let descriptor: Int32

    init(descriptor: Int32, path: FilePath) {
        self.descriptor = descriptor
        self.path = path
    }

    /// The folder in which the program works, wherever a path leads from there.
    public static var working: Folder { Folder(descriptor: AT_FDCWD, path: "") }

    deinit { if descriptor >= 0 { _ = SystemCall.close { Glibc.close(descriptor) } } }

    /// Opens a folder, or the one that a link at the path leads to.
    ///
    /// - Parameter name: what messages call it, instead of the path.
    public convenience init(_ path: FilePath, named name: FilePath? = nil) throws(Failure) {
        let descriptor = SystemCall.open {
            unsafe path.withPlatformString { unsafe Glibc.open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        }
        guard descriptor >= 0 else { throw .failed("open the folder", path.string) }
        self.init(descriptor: descriptor, path: name ?? path)
    }

    func named(_ path: FilePath) -> String { self.path.appending(path.components).string }

    /// What the call that has just failed says of itself.
    public func failure(_ action: String, _ path: FilePath) -> Failure { .failed(action, named(path)) }

    // MARK: - What is there

    func status(_ path: FilePath, followingLink: Bool = false) -> stat? {
        var info = stat()
        let result = SystemCall.look {
            unsafe path.withPlatformString {
                unsafe fstatat(descriptor, $0, &info, followingLink ? 0 : AT_SYMLINK_NOFOLLOW)
            }
        }
        return result == 0 ? info : nil
    }

    /// What stands at a path, without following a link; nil for nothing.
    public func entry(_ path: FilePath) -> FileEntry? {
        if let status = status(path) { return FileEntry(mode: status.st_mode) }
        return errno == ENOENT || errno == ENOTDIR ? nil : .unknown
    }

    /// Whether two names are those of one file: on some disks, `A` and `a` are.
    public func isSameFile(_ path: FilePath, _ other: FilePath) -> Bool {
        guard let first = status(path), let second = status(other) else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    /// Whether it still has a name where it was opened: not removed meanwhile, nor replaced.
    public var isStillThere: Bool {
        guard let here = status("."), let there = Folder.working.status(path, followingLink: true) else { return false }
        return here.st_dev == there.st_dev && here.st_ino == there.st_ino
    }

    /// Whether files may be put into a folder, and taken out of it.
    public func isWritable(_ path: FilePath = ".") -> Bool {
        let result = SystemCall.look {
            unsafe path.withPlatformString { unsafe faccessat(descriptor, $0, W_OK | X_OK, 0) }
        }
        return result == 0
    }

    /// The names in it.
    public func names() throws(Failure) -> [FilePath] {
        var names: [FilePath] = []
        // The copy has the place in the list, and is closed with it.
        let copy = SystemCall.list { unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard copy >= 0, let list = unsafe fdopendir(copy) else { throw failure("read the folder", ".") }
        defer { unsafe closedir(list) }
        errno = 0
        while let entry = unsafe readdir(list) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe FilePath(platformString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw failure("read the folder", ".") }
        return names
    }

    // MARK: - Folders in it

    /// The folder at a path, without following a link on the way; nil where there is none.
    public func folder(_ path: FilePath) throws(Failure) -> Folder? {
        var folder = self
        for component in path.components {
            guard let next = try folder.child(component) else { return nil }
            folder = next
        }
        return folder
    }

    /// The folder at a path, made where it is missing, without following a link on the way.
    public func makingFolder(_ path: FilePath) throws(Failure) -> Folder {
        var folder = self
        for component in path.components {
            if let next = try folder.child(component) {
                folder = next
                continue
            }
            try folder.makeFolder(FilePath(root: nil, [component]))
            guard let next = try folder.child(component) else { throw failure("open the folder", path) }
            folder = next
        }
        return folder
    }

    private func child(_ name: FilePath.Component) throws(Failure) -> Folder? {
        let name = FilePath(root: nil, [name])
        let child = SystemCall.open {
            unsafe name.withPlatformString {
                unsafe openat(descriptor, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            }
        }
        guard child >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("open the folder", name)
        }
        return Folder(descriptor: child, path: path.appending(name.components))
    }

    /// Makes a folder, and those around it that are missing.
    ///
    /// - Returns: whether it was made; false where it was there.
    @discardableResult
    public func makeFolder(_ path: FilePath, mode: UInt32 = 0o755) throws(Failure) -> Bool {
        let result = SystemCall.makeFolder { unsafe path.withPlatformString { unsafe mkdirat(descriptor, $0, mode) } }
        if result != 0 {
            if errno == EEXIST { return false }
            let parent = path.removingLastComponent()
            // Without a folder around it, the working folder itself is gone.
            guard errno == ENOENT, !parent.isEmpty, parent != path else { throw failure("make the folder", path) }
            try makeFolder(parent, mode: mode)
            let again = SystemCall.makeFolder { unsafe path.withPlatformString { unsafe mkdirat(descriptor, $0, mode) } }
            guard again == 0 else {
                if errno == EEXIST { return false }
                throw failure("make the folder", path)
            }
        }
        if mode & 0o004 != 0 { giveAway(path) }
        return true
    }

    /// Removes a folder if it is empty.
    ///
    /// - Returns: whether it is gone.
    @discardableResult
    public func removeFolderIfEmpty(_ path: FilePath) -> Bool {
        SystemCall.deleteFolder { unsafe path.withPlatformString { unsafe unlinkat(descriptor, $0, AT_REMOVEDIR) } } == 0
    }

    // MARK: - Owners

    /// Gives what root has made to whom the folder around it belongs, as if they had made it: else they could not change it later.
    ///
    /// What everybody may read is given away as it is made; what is private is not, unless it is asked for.
    public func giveAway(_ path: FilePath) {
        guard geteuid() == 0, let owner = owner(of: path.removingLastComponent()) else { return }
        guard owner.st_uid != geteuid() || owner.st_gid != getegid() else { return }
        _ = SystemCall.changeOwner {
            unsafe path.withPlatformString { unsafe fchownat(descriptor, $0, owner.st_uid, owner.st_gid, AT_SYMLINK_NOFOLLOW) }
        }
    }

    /// Within an open folder, another thread may have made the one around a file and not yet given it away: what is root's there
    /// belongs to whom the open folder does.
    private func owner(of parent: FilePath) -> stat? {
        guard !parent.isEmpty else { return status(".") }
        let owner = status(parent, followingLink: true)
        return owner?.st_uid == 0 && descriptor != AT_FDCWD ? status(".") : owner
    }

    // MARK: - On the disk

    /// Puts the names in it on the disk.
    public func sync() { _ = SystemCall.sync { fsync(descriptor) } }

    /// Puts all that was written to the file system on which it lies on the disk: one call for any number of files.
    public func syncFileSystem() throws(Failure) {
        guard SystemCall.sync({ syncfs(descriptor) }) == 0 else { throw failure("write to the disk", ".") }
    }
}
