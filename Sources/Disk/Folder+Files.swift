import Glibc
public import SystemPackage

// MARK: - Reading

extension Folder {
    /// Does something with the bytes of a regular file.
    ///
    /// - Returns: nil where there is none, or it cannot be read, or has more bytes than `limit`; the reason is in `errno`.
    func withBytes<Result>(
        of path: FilePath, limit: Int = .max, _ work: (UnsafeRawBufferPointer) -> Result
    ) -> Result? {
        // A pipe must not be waited for.
        let file = SystemCall.open {
            unsafe path.withPlatformString {
                unsafe openat(descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
            }
        }
        guard file >= 0 else { return nil }
        defer { _ = SystemCall.close { Glibc.close(file) } }
        var info = stat()
        guard SystemCall.look({ unsafe fstat(file, &info) }) == 0 else { return nil }
        guard info.st_mode & S_IFMT == S_IFREG else {
            errno = EINVAL
            return nil
        }
        guard info.st_size <= limit else {
            errno = EFBIG
            return nil
        }
        let size = Int(info.st_size)
        return unsafe withUnsafeTemporaryAllocation(byteCount: max(1, size), alignment: 16) { buffer -> Result? in
            var filled = 0
            while filled < size {
                let count = SystemCall.read {
                    unsafe Glibc.read(file, buffer.baseAddress.map { unsafe $0 + filled }, size - filled)
                }
                guard count >= 0 else { return nil }
                // Somebody has cut it off meanwhile.
                if count == 0 { break }
                filled += count
            }
            return unsafe work(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer).prefix(filled)))
        }
    }

    /// What tells a file's bytes apart; nil when it is no readable regular file.
    public func digest(_ path: FilePath) -> FileDigest? { unsafe withBytes(of: path) { unsafe FileDigest($0) } }

    /// A file's bytes; nil where nothing stands.
    public func read(_ path: FilePath, limit: Int = .max) throws(Failure) -> [UInt8]? {
        if let bytes = unsafe withBytes(of: path, limit: limit, { unsafe Array($0) }) { return bytes }
        switch errno {
        case ENOENT: return nil
        case EFBIG: throw .failed(action: "read", path: named(path), reason: "it has more than \(limit / 1_000_000) MB")
        case ENXIO, EINVAL: throw .failed(action: "read", path: named(path), reason: "it is no file")
        default: throw failure("read", path)
        }
    }
}

// MARK: - Writing

extension Folder {
    /// Writes a new file, its folders too: where others may not read it, they may not look into these. A file that is there is replaced,
    /// not written into: it may have another name elsewhere.
    ///
    /// - Parameter isLasting: whether the bytes are on the disk before this returns.
    public func write(
        _ bytes: [UInt8], to path: FilePath, mode: UInt32 = 0o644, isLasting: Bool = false
    ) throws(Failure) {
        var file = create(path, mode)
        if file < 0, errno == ENOENT, !path.removingLastComponent().isEmpty {
            try makeFolder(path.removingLastComponent(), mode: mode & 0o004 == 0 ? 0o700 : 0o755)
            file = create(path, mode)
        } else if file < 0, errno == EEXIST {
            try delete(path)
            file = create(path, mode)
        }
        guard file >= 0 else { throw failure("write", path) }
        do throws(Failure) {
            try fill(file, with: bytes, path, isLasting: isLasting)
        } catch {
            _ = SystemCall.close { Glibc.close(file) }
            throw error
        }
        // Where the disk is another machine's, it may only now say that it is full.
        guard SystemCall.close({ Glibc.close(file) }) == 0 else { throw failure("write", path) }
        if mode & 0o004 != 0 { giveAway(path) }
    }

    func create(_ path: FilePath, _ mode: UInt32) -> Int32 {
        SystemCall.create {
            unsafe path.withPlatformString {
                unsafe openat(descriptor, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
            }
        }
    }

    func fill(_ file: Int32, with bytes: [UInt8], _ path: FilePath, isLasting: Bool) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = SystemCall.write {
                unsafe bytes.withUnsafeBytes { buffer in
                    unsafe Glibc.write(file, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
                }
            }
            guard count > 0 else { throw failure("write", path) }
            written += count
        }
        if isLasting, SystemCall.sync({ fsync(file) }) != 0 { throw failure("write", path) }
    }

    /// Moves a file to its place in a folder of the same file system, over the one that is there.
    public func move(_ path: FilePath, to target: FilePath, in other: Folder) throws(Failure) {
        let result = SystemCall.rename {
            unsafe path.withPlatformString { path in
                unsafe target.withPlatformString { target in
                    unsafe renameat(descriptor, path, other.descriptor, target)
                }
            }
        }
        guard result == 0 else { throw other.failure("put in place", target) }
    }

    /// Deletes a file or a link; one that is gone already is no failure.
    public func delete(_ path: FilePath) throws(Failure) {
        let result = SystemCall.delete { unsafe path.withPlatformString { unsafe unlinkat(descriptor, $0, 0) } }
        guard result == 0 || errno == ENOENT else { throw failure("delete", path) }
    }
}
