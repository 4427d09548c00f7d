import CLinux
import Foundation
import Glibc

/// The few calls that publishing makes, each with an error that says what failed and where.
public enum FileSystem {
    /// What stands at a path, without following a link.
    enum Entry: Equatable { case file, folder, other }

    static func entry(_ path: String) -> Entry? {
        var info = stat()
        guard unsafe lstat(path, &info) == 0 else { return nil }
        switch info.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// Whether every folder above a path below `root` is a folder, where it is there at all, and not a link to one: then nothing
    /// outside can be meant.
    static func isInside(_ root: String, _ path: String) -> Bool {
        var folder = parent(of: path)
        while !folder.isEmpty {
            guard (entry("\(root)/\(folder)") ?? .folder) == .folder else { return false }
            folder = parent(of: folder)
        }
        return true
    }

    /// Whether files may be put into a folder.
    static func isWritable(_ folder: String) -> Bool { unsafe access(folder, W_OK | X_OK) == 0 }

    /// The file system that a path lies on, and its mode; nil when it is not there.
    static func status(_ path: String) -> (device: UInt, mode: UInt32)? {
        var info = stat()
        guard unsafe stat(path, &info) == 0 else { return nil }
        return (UInt(info.st_dev), info.st_mode & 0o7777)
    }

    /// The path without links and dots; for a path that is not there, of what is there of it.
    static func resolved(_ path: String) -> String {
        if let real = unsafe realpath(path, nil) {
            defer { unsafe free(real) }
            return unsafe String(cString: real)
        }
        let url = URL(filePath: path).standardizedFileURL
        let parent = url.deletingLastPathComponent()
        return parent.path.utf8.count >= url.path.utf8.count
            ? url.path : resolved(parent.path) + (parent.path == "/" ? "" : "/") + url.lastPathComponent
    }

    /// Hash of a file's bytes; nil when it is no readable regular file.
    public static func hash(_ path: String) -> UInt64? {
        let descriptor = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var info = stat()
        guard unsafe fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
        return unsafe withUnsafeTemporaryAllocation(byteCount: max(1, Int(info.st_size)), alignment: 16) { buffer -> UInt64? in
            var filled = 0
            while filled < Int(info.st_size) {
                let count = unsafe Glibc.read(
                    descriptor, buffer.baseAddress.map { unsafe $0 + filled }, Int(info.st_size) - filled)
                guard count > 0 else { return nil }
                filled += count
            }
            return unsafe Fingerprint.of(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer).prefix(filled)))
        }
    }

    /// Writes a new file, its folders too. A file that is there is replaced, not written into: it may have another name elsewhere.
    ///
    /// - Parameter isLasting: whether the bytes are on the disk before this returns.
    static func write(_ bytes: [UInt8], to path: String, isLasting: Bool = false) throws(PublishError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        var descriptor = unsafe open(path, flags, 0o644)
        if descriptor < 0, errno == ENOENT {
            try makeFolder(parent(of: path))
            descriptor = unsafe open(path, flags, 0o644)
        } else if descriptor < 0, errno == EEXIST {
            _ = unsafe unlink(path)
            descriptor = unsafe open(path, flags, 0o644)
        }
        guard descriptor >= 0 else { throw failure("write", path) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure("write", path) }
            written += count
        }
        if isLasting, fsync(descriptor) != 0 { throw failure("write", path) }
    }

    static func makeFolder(_ path: String) throws(PublishError) {
        if unsafe mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw failure("make the folder", path) }
        try makeFolder(parent(of: path))
        guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure("make the folder", path) }
    }

    /// Gives a file a second name; the file itself, and its inode, stay one. False where the file system has no such names.
    static func link(_ existing: String, as path: String) throws(PublishError) -> Bool {
        if unsafe Glibc.link(existing, path) == 0 { return true }
        if errno == ENOENT {
            try makeFolder(parent(of: path))
            if unsafe Glibc.link(existing, path) == 0 { return true }
        }
        switch errno {
        case EXDEV, EPERM, EMLINK, EOPNOTSUPP: return false
        // One of our files stands where this one needs a folder.
        case ENOTDIR: throw .foreignFile(path: existing)
        default: throw failure("link", path)
        }
    }

    static func rename(_ path: String, to target: String) throws(PublishError) {
        if unsafe Glibc.rename(path, target) == 0 { return }
        if errno == ENOENT {
            try makeFolder(parent(of: target))
            if unsafe Glibc.rename(path, target) == 0 { return }
        }
        throw failure("put in place", target)
    }

    /// Exchanges two folders in one step; false where the file system cannot.
    static func exchange(_ path: String, _ other: String) -> Bool {
        unsafe renameat2(AT_FDCWD, path, AT_FDCWD, other, FOYER_RENAME_EXCHANGE) == 0
    }

    /// Removes a file or a folder with all that is in it, never what a link in it points to.
    static func remove(_ path: String) {
        guard (try? FileManager.default.removeItem(atPath: path)) == nil, entry(path) == .folder else { return }
        // A folder that nobody may write to, taken over from the output with its mode: it is a copy of ours, so we may.
        setMode(path, 0o700)
        for content in (try? contents(path, skipping: [])) ?? [] where content.kind != .file {
            setMode("\(path)/\(content.path)", 0o700)
        }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Removes a folder if it is empty.
    static func removeEmptyFolder(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

    static func setMode(_ path: String, _ mode: UInt32) { _ = unsafe chmod(path, mode) }

    /// Something below a folder, by its path relative to it.
    struct Content {
        let path: String
        let kind: Kind

        enum Kind { case file, folder, emptyFolder }
    }

    /// Every file and every folder below a folder; links are not followed.
    static func contents(_ folder: String, skipping skipped: Set<String>) throws(PublishError) -> [Content] {
        var found: [Content] = []
        var open = [""]
        while let current = open.popLast() {
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: current.isEmpty ? folder : "\(folder)/\(current)")
            } catch {
                throw .failed(action: "read the folder", path: "\(folder)/\(current)", reason: error.localizedDescription)
            }
            if !current.isEmpty { found.append(Content(path: current, kind: names.isEmpty ? .emptyFolder : .folder)) }
            for name in names {
                let path = current.isEmpty ? name : "\(current)/\(name)"
                if skipped.contains(path) { continue }
                if entry("\(folder)/\(path)") == .folder {
                    open.append(path)
                } else {
                    found.append(Content(path: path, kind: .file))
                }
            }
        }
        return found
    }

    /// The folder around a path; empty for a path without one.
    static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func failure(_ action: String, _ path: String) -> PublishError {
        .failed(action: action, path: path, reason: unsafe String(cString: strerror(errno)))
    }
}

/// A lock on a folder that dies with the process that holds it.
final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Makes the folder and waits for its lock.
    ///
    /// - Throws: ``PublishError/busy(path:)`` when another process keeps it for longer than `seconds`.
    init(_ folder: String, seconds: Int = 10) throws(PublishError) {
        for attempt in 0...(seconds * 10) {
            try FileSystem.makeFolder(folder)
            let opened = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard opened >= 0 else {
                if errno == ENOENT { continue }
                throw FileSystem.failure("open", folder)
            }
            if flock(opened, LOCK_EX | LOCK_NB) == 0 {
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
