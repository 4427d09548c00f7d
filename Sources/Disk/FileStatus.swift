import Glibc
public import SystemPackage

/// Which file stands at a path, and when it was last changed: as long as this is the same, so are the file's bytes.
public struct FileStatus: Hashable, Sendable {
    public let inode: UInt64
    /// In bytes.
    public let size: Int
    /// When its bytes were last written, in nanoseconds since 1970.
    public let modified: Int
    /// When anything of it was last changed, its name and owner too, in nanoseconds since 1970. Nobody can set it back.
    public let changed: Int

    public init(inode: UInt64, size: Int, modified: Int, changed: Int) {
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    /// Nil for anything but a regular file.
    init?(_ info: stat) {
        guard info.st_mode & S_IFMT == S_IFREG else { return nil }
        inode = UInt64(info.st_ino)
        size = Int(info.st_size)
        modified = Self.nanoseconds(info.st_mtim)
        changed = Self.nanoseconds(info.st_ctim)
    }

    private static func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec) }
}

extension Folder {
    /// Nil where no regular file stands; links are not followed.
    public func fileStatus(_ path: FilePath) -> FileStatus? {
        status(path).flatMap(FileStatus.init)
    }

    /// The same for a path that is given by its bytes, for many of them.
    public func fileStatus(ofPath bytes: some Collection<UInt8>) -> FileStatus? {
        var info = stat()
        let result = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { buffer in
            var count = 0
            for byte in bytes {
                unsafe buffer[count] = CChar(bitPattern: byte)
                count += 1
            }
            unsafe buffer[count] = 0
            guard let path = buffer.baseAddress else { return Int32(-1) }
            return SystemCall.look { unsafe fstatat(descriptor, path, &info, AT_SYMLINK_NOFOLLOW) }
        }
        return result == 0 ? FileStatus(info) : nil
    }
}

extension Files {
    /// Nil where no regular file stands at the end of a path; links are followed.
    public static func status(_ path: String) -> FileStatus? {
        Folder<Failure>.working.status(FilePath(path), followingLink: true).flatMap(FileStatus.init)
    }
}
