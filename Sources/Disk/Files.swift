import Glibc
import SystemPackage

/// The few calls to the file system that Foyer makes by a file's whole path, each with the caller's own error that says what failed
/// and where.
///
/// Paths are taken apart here and nowhere else: by their bytes, as the file system does.
public enum Files<Failure: FileFailure> {
    private static var working: Folder<Failure> { .working }

    /// What stands at a path, without following a link.
    public static func entry(_ path: String) -> FileEntry? { working.entry(FilePath(path)) }

    /// Whether files may be put into a folder.
    public static func isWritable(_ folder: String) -> Bool { working.isWritable(FilePath(folder)) }

    /// Whether a folder is this user's own, and nobody else's to write into; a link to one is not.
    public static func isOwnFolder(_ path: String) -> Bool {
        guard let status = working.status(FilePath(path)), status.st_mode & S_IFMT == S_IFDIR else { return false }
        return status.st_uid == user && status.st_mode & 0o022 == 0
    }

    /// The user's number, which names what is theirs in a place that all share.
    public static var user: UInt32 { geteuid() }

    /// Hash of a file's bytes; nil when it is no readable regular file.
    public static func hash(_ path: String) -> UInt64? { working.digest(FilePath(path))?.hash }

    /// Writes a new file, its folders too. A file that is there is replaced, not written into: it may have another name elsewhere.
    ///
    /// - Parameter isLasting: whether the bytes are on the disk before this returns.
    public static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644, isLasting: Bool = false) throws(Failure) {
        try working.write(bytes, to: FilePath(path), mode: mode, isLasting: isLasting)
    }

    /// Writes a file that is there afterwards as a whole or not at all, even after a power loss.
    public static func replace(_ path: String, with bytes: [UInt8], mode: UInt32) throws(Failure) {
        let draft = draft(of: path)
        do throws(Failure) {
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
        let path = FilePath(path)
        return path.removingLastComponent().appending(".\(path.lastComponent?.string ?? "").draft").string
    }

    /// Puts the names in a folder on the disk.
    public static func syncFolder(_ path: String) { (try? Folder<Failure>(path.isEmpty ? "." : FilePath(path)))?.sync() }

    /// Makes a folder, and those around it that are missing.
    public static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(Failure) {
        try working.makeFolder(FilePath(path), mode: mode)
    }

    /// Gives a file another name on the same file system, in place of the file that has it.
    public static func rename(_ path: String, to target: String) throws(Failure) {
        try working.move(FilePath(path), to: FilePath(target), in: working)
    }

    /// Removes a file or a folder with all that is in it, never what a link in it points to; what cannot be removed stays.
    public static func remove(_ path: String) {
        let path = FilePath(path)
        guard let name = path.lastComponent, let folder = folder(around: path) else { return }
        try? folder.removeAll(FilePath(root: nil, [name]))
    }

    /// Removes a folder if it is empty.
    public static func removeEmptyFolder(_ path: String) -> Bool { working.removeFolderIfEmpty(FilePath(path)) }

    /// Every file and every folder below a folder; links are not followed.
    public static func contents(_ folder: String, skipping skipped: Set<String>) throws(Failure) -> [FolderContent] {
        try Folder<Failure>(FilePath(folder)).contents(skipping: Set(skipped.map { FilePath($0) }))
    }

    private static func folder(around path: FilePath) -> Folder<Failure>? {
        let folder = path.removingLastComponent()
        return try? Folder(folder.isEmpty ? "." : folder)
    }

    /// The folder around a path; empty for a path without one.
    public static func parent(of path: String) -> String { FilePath(path).removingLastComponent().string }
}
