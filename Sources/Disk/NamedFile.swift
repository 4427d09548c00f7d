import Glibc
import SystemPackage

/// A file that somebody has named, written piece by piece: what is there stays until all of the new one is.
///
/// A link leads to the file that is meant. What is no file, such as a pipe or a device, is written into. Folders that are missing are made.
public final class NamedFile<Failure: FileFailure> {
    private let name: String
    private let place: FilePath
    /// Beside the place, with a name that nothing else has; nil for what is written into.
    private let draft: FilePath?
    private var descriptor: Int32

    private static var working: Folder<Failure> { .working }

    /// - Parameter mode: who may read it, where it is not there yet.
    public init(_ path: String, mode: UInt32 = 0o644) throws(Failure) {
        name = path
        place = FilePath(path).resolved
        let status = Self.working.status(place)
        switch status.map({ FileEntry(mode: $0.st_mode) }) {
        case .folder: throw .failed(action: "write", path: path, reason: "it is a folder")
        case .file, nil:
            let mode = status.map { $0.st_mode & 0o777 } ?? mode
            (descriptor, draft) = try Self.draft(in: place.removingLastComponent(), mode)
            if descriptor >= 0, status != nil { _ = SystemCall.changeOwner { fchmod(descriptor, mode) } }
        case .link, .other, .unknown:
            draft = nil
            descriptor = SystemCall.create { unsafe open(path, O_WRONLY | O_CREAT | O_NOCTTY | O_CLOEXEC, 0o644) }
        }
        guard descriptor >= 0 else { throw .failed("write", path) }
    }

    private static func draft(in folder: FilePath, _ mode: UInt32) throws(Failure) -> (Int32, FilePath) {
        if working.entry(folder) == nil { try working.makeFolder(folder, mode: mode & 0o004 == 0 ? 0o700 : 0o755) }
        var number = 0
        while true {
            let draft = folder.appending(".foyer-\(getpid())-\(number).draft")
            let descriptor = working.create(draft, mode)
            number += 1
            if descriptor >= 0 || errno != EEXIST || number == 100 { return (descriptor, draft) }
        }
    }

    public func write(_ bytes: [UInt8]) throws(Failure) {
        try Self.working.fill(descriptor, with: bytes, FilePath(name), isLasting: false)
    }

    /// Puts it in its place, once it is on the disk.
    public func finish() throws(Failure) {
        guard let draft else { return try close() }
        guard SystemCall.sync({ fsync(descriptor) }) == 0 else { throw .failed("write", name) }
        try close()
        Self.working.giveAway(draft)
        try Self.working.move(draft, to: place, in: Self.working)
        Files<Failure>.syncFolder(place.removingLastComponent().string)
    }

    private func close() throws(Failure) {
        let closed = descriptor
        descriptor = -1
        guard SystemCall.close({ Glibc.close(closed) }) == 0 else { throw .failed("write", name) }
    }

    /// What did not get to its place is no file of anybody's.
    deinit {
        if descriptor >= 0 { _ = SystemCall.close { Glibc.close(descriptor) } }
        if let draft { try? Self.working.delete(draft) }
    }
}
