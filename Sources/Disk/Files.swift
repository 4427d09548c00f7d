import CLinux
import Foundation
import Glibc

/// What a stage has to tell when the disk does not do as asked.
public protocol FileFailure: Error {
    static func failed(action: String, path: String, reason: String) -> Self
    static func busy(path: String) -> Self
}

/// The few calls to the file system that Foyer makes, each with the caller's own error that says what failed and where.
public enum Files<Failure: FileFailure> {
    /// What stands at a path, without following a link.
    public static func entry(_ path: String) -> FileEntry? {
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
    public static func isInside(_ root: String, _ path: String) -> Bool {
        var folder = parent(of: path)
        while !folder.isEmpty {
            guard (entry("\(root)/\(folder)") ?? .folder) == .folder else { return false }
            folder = parent(of: folder)
        }
        return true
    }

    /// Whether files may be put into a folder.
    public static func isWritable(_ folder: String) -> Bool { unsafe access(folder, W_OK | X_OK) == 0 }

    /// The file system that a path lies on, and its mode; nil when it is not there.
    public static func status(_ path: String) -> (device: UInt, mode: UInt32)? {
        var info = stat()
        guard unsafe stat(path, &info) == 0 else { return nil }
        return (UInt(info.st_dev), info.st_mode & 0o7777)
    }

    /// The path without links and dots; for a path that is not there, of what is there of it.
    public static func resolved(_ path: String) -> String {
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
    public static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644, isLasting: Bool = false) throws(Failure) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        var descriptor = unsafe open(path, flags, mode)
        if descriptor < 0, errno == ENOENT {
            try makeFolder(parent(of: path))
            descriptor = unsafe open(path, flags, mode)
        } else if descriptor < 0, errno == EEXIST {
            _ = unsafe unlink(path)
            descriptor = unsafe open(path, flags, mode)
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

    /// Writes a file that is there afterwards as a whole or not at all, even after a power loss.
    public static func replace(_ path: String, with bytes: [UInt8], mode: UInt32) throws(Failure) {
        let draft = draft(of: path)
        do {
            try write(bytes, to: draft, mode: mode, isLasting: true)
            try rename(draft, to: path)
        } catch {
            remove(draft)
            throw error
        }
        syncFolder(parent(of: path))
    }

    /// Where a file is written before it takes its place: beside it, and never taken for it.
    public static func draft(of path: String) -> String {
        let folder = parent(of: path)
        return "\(folder.isEmpty ? "." : folder)/.\(path.dropFirst(folder.utf8.count).drop { $0 == "/" }).draft"
    }

    /// Puts the names in a folder on the disk.
    public static func syncFolder(_ path: String) {
        let descriptor = unsafe open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    public static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(Failure) {
        if unsafe mkdir(path, mode) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw failure("make the folder", path) }
        try makeFolder(parent(of: path), mode: mode)
        guard unsafe mkdir(path, mode) == 0 || errno == EEXIST else { throw failure("make the folder", path) }
    }

    /// Gives a file a second name; the file itself, and its inode, stay one.
    public static func link(_ existing: String, as path: String) throws(Failure) -> LinkOutcome {
        if unsafe Glibc.link(existing, path) == 0 { return .linked }
        if errno == ENOENT {
            try makeFolder(parent(of: path))
            if unsafe Glibc.link(existing, path) == 0 { return .linked }
        }
        switch errno {
        case EXDEV, EPERM, EMLINK, EOPNOTSUPP: return .unsupported
        case ENOTDIR: return .blocked
        default: throw failure("link", path)
        }
    }

    public static func rename(_ path: String, to target: String) throws(Failure) {
        if unsafe Glibc.rename(path, target) == 0 { return }
        if errno == ENOENT {
            try makeFolder(parent(of: target))
            if unsafe Glibc.rename(path, target) == 0 { return }
        }
        throw failure("put in place", target)
    }

    /// Exchanges two folders in one step; false where the file system cannot.
    public static func exchange(_ path: String, _ other: String) -> Bool {
        unsafe renameat2(AT_FDCWD, path, AT_FDCWD, other, FOYER_RENAME_EXCHANGE) == 0
    }

    /// Removes a file or a folder with all that is in it, never what a link in it points to.
    public static func remove(_ path: String) {
        guard (try? FileManager.default.removeItem(atPath: path)) == nil, entry(path) == .folder else { return }
        // A folder that nobody may write to, taken over from the output with its mode: it is a copy of ours, so we may.
        setMode(path, 0o700)
        for content in (try? contents(path, skipping: [])) ?? [] where content.kind != .file {
            setMode("\(path)/\(content.path)", 0o700)
        }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Removes a folder if it is empty.
    public static func removeEmptyFolder(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

    public static func setMode(_ path: String, _ mode: UInt32) { _ = unsafe chmod(path, mode) }

    /// Every file and every folder below a folder; links are not followed.
    public static func contents(_ folder: String, skipping skipped: Set<String>) throws(Failure) -> [FolderContent] {
        var found: [FolderContent] = []
        var open = [""]
        while let current = open.popLast() {
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: current.isEmpty ? folder : "\(folder)/\(current)")
            } catch {
                throw .failed(action: "read the folder", path: "\(folder)/\(current)", reason: error.localizedDescription)
            }
            if !current.isEmpty { found.append(FolderContent(path: current, kind: names.isEmpty ? .emptyFolder : .folder)) }
            for name in names {
                let path = current.isEmpty ? name : "\(current)/\(name)"
                if skipped.contains(path) { continue }
                if entry("\(folder)/\(path)") == .folder {
                    open.append(path)
                } else {
                    found.append(FolderContent(path: path, kind: .file))
                }
            }
        }
        return found
    }

    /// The folder around a path; empty for a path without one.
    public static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func failure(_ action: String, _ path: String) -> Failure {
        .failed(action: action, path: path, reason: unsafe String(cString: strerror(errno)))
    }
}

/// What stands at a path.
public enum FileEntry: Equatable, Sendable { case file, folder, other }

/// Something below a folder, by its path relative to it.
public struct FolderContent: Sendable {
    public let path: String
    public let kind: Kind

    public enum Kind: Sendable { case file, folder, emptyFolder }
}

/// What came of giving a file a second name.
public enum LinkOutcome: Sendable {
    case linked
    /// The file system has no such names.
    case unsupported
    /// A file stands where the new name needs a folder.
    case blocked
}
