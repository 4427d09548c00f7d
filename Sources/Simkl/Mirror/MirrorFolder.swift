import Disk
import Foundation
import Synchronization

/// The mirror on the disk, open for one writer: plain files in Simkl's own JSON, each as it was put there or not used at all.
///
/// Shape: as ``AccountFolder``, plus `mirror.json`, the ``MirrorIndex``. It holds private notes, so only its owner may read it. What is
/// not in the index, in `.foyer-drafts` or below `state` is somebody else's, and neither changed nor removed.
public final class MirrorFolder: Sendable {
    public let path: String
    private let lock: FolderLock<MirrorError>
    private let state: Mutex<State>

    typealias Storage = Files<MirrorError>

    private struct State {
        var index: MirrorIndex
        var damaged: [String] = []
    }

    /// What becomes of a file.
    enum Change: Hashable, Sendable {
        case put(Data, FileValidators = FileValidators())
        /// It is still what Simkl has.
        case confirmed
        /// Nothing can show it any more.
        case drop
    }

    /// Opens a mirror, or begins one.
    ///
    /// - Parameter now: seconds since 1970, to name what has to be set aside.
    /// - Throws: ``MirrorError`` when it is being written to, was written by a newer Foyer, cannot be written, or is no mirror but
    ///   somebody's own files.
    public init(path: String, now: Int64) throws(MirrorError) {
        try Self.check(path)
        self.path = path
        lock = try FolderLock(path, mode: 0o700)
        var opened = State(index: MirrorIndex())
        do {
            opened.index = try MirrorIndex(reading: path)
        } catch {
            guard case .damagedIndex = error else { throw error }
            Self.setAside("\(path)/\(MirrorIndex.fileName)", now)
            opened.damaged.append(MirrorIndex.fileName)
        }
        guard Storage.isWritable(path) else { throw .failed(action: "write into", path: path, reason: "not allowed") }
        try Self.settleDrafts(in: path, opened.index)
        state = Mutex(opened)
        // The index is the first file of a mirror: whatever else is in a folder without one is somebody else's.
        if !Self.isMirror(path) {
            defer { Storage.remove(drafts) }
            try writeIndex(opened.index)
        }
    }

    /// Whether a folder has a mirror's index.
    public static func isMirror(_ path: String) -> Bool { Storage.entry("\(path)/\(MirrorIndex.fileName)") != nil }

    public var index: MirrorIndex { state.withLock { $0.index } }

    /// Files that were not what they had to be, and were set aside.
    var damaged: [String] { state.withLock { $0.damaged } }

    /// A file as it was put there; nil when it is missing, or damaged and now set aside. The index forgets what is not there.
    func data(_ file: String, now: Int64) throws(MirrorError) -> Data? {
        guard let entry = index.files[file] else { return nil }
        let place = "\(path)/\(file)"
        guard Storage.entry(place) == .file else {
            state.withLock { $0.index.files[file] = nil }
            return nil
        }
        guard let data = FileManager.default.contents(atPath: place) else {
            throw .failed(action: "read", path: place, reason: "not allowed")
        }
        if entry.matches(data) { return data }
        Self.setAside(place, now)
        state.withLock { state in
            state.index.files[file] = nil
            state.damaged.append(file)
        }
        return nil
    }

    /// What Simkl's servers called the version of a file that is there and sound; nothing for any other, so that it comes whole.
    func validators(_ file: String, now: Int64) throws(MirrorError) -> FileValidators {
        guard try data(file, now: now) != nil, let entry = index.files[file] else { return FileValidators() }
        return FileValidators(etag: entry.etag, lastModified: entry.lastModified)
    }

    /// Puts files and what is known of them in place.
    ///
    /// The new files are on the disk before the index names them, and the index before they take their places: whenever a run
    /// ends, each file is the old one or the new one, and the index vouches for both.
    func commit(
        _ changes: [String: Change], now: Int64, _ update: (inout MirrorIndex) -> Void = { _ in }
    ) throws(MirrorError) {
        let before = index
        var after = before
        var drafted: [String] = []
        do {
            for (file, change) in changes.sorted(by: { $0.key < $1.key }) {
                let there = Storage.hash("\(path)/\(file)").map { $0.hexadecimal(16) }
                let isNew = after.apply(change, to: file, now: now, there: there)
                if change == .drop { remove(file) }
                guard isNew, case .put(let data, _) = change else { continue }
                try draft(data, of: file)
                drafted.append(file)
            }
            update(&after)
            for folder in Set(drafted.map { Storage.parent(of: "\(drafts)/\($0)") }) { Storage.syncFolder(folder) }
            if after != before { try writeIndex(after) }
        } catch {
            Storage.remove(drafts)
            throw error
        }
        // From here on the index wants the drafts: should one not take its place, the next run puts it there.
        for file in drafted { try place(file) }
        for folder in Set(drafted.map { Storage.parent(of: "\(path)/\($0)") }) { Storage.syncFolder(folder) }
        Storage.remove(drafts)
        state.withLock { $0.index = after }
    }

    private func writeIndex(_ index: MirrorIndex) throws(MirrorError) {
        try draft(index.encoded(), of: MirrorIndex.fileName)
        try place(MirrorIndex.fileName)
        Storage.syncFolder(path)
    }

    /// Writes a file that is none of Simkl's and not in the index: what the mirror remembers, below `state`. It is on the disk when
    /// this returns.
    func write(_ data: Data, beside file: String) throws(MirrorError) {
        defer { Storage.remove(drafts) }
        try draft(data, of: file)
        try place(file)
        Storage.syncFolder(Storage.parent(of: "\(path)/\(file)"))
    }

    func removeBeside(_ file: String) { Storage.remove("\(path)/\(file)") }

    /// Removes a file of ours, and the folders that it leaves empty.
    private func remove(_ file: String) {
        Storage.remove("\(path)/\(file)")
        var folder = Storage.parent(of: file)
        while !folder.isEmpty, Storage.removeEmptyFolder("\(path)/\(folder)") { folder = Storage.parent(of: folder) }
    }

    private static func setAside(_ path: String, _ now: Int64) { try? Storage.rename(path, to: "\(path).corrupt-\(now)") }
}

// MARK: - Drafts

extension MirrorFolder {
    /// Where files are written before they take their places: a folder of the mirror's own, with the same paths in it.
    static let draftsFolder = ".foyer-drafts"

    private var drafts: String { "\(path)/\(Self.draftsFolder)" }

    /// Puts the bytes of a file on the disk.
    private func draft(_ data: Data, of file: String) throws(MirrorError) {
        try Storage.write(Array(data), to: "\(drafts)/\(file)", mode: 0o600, isLasting: true)
    }

    private func place(_ file: String) throws(MirrorError) { try Self.place(file, in: path) }

    private static func place(_ file: String, in folder: String) throws(MirrorError) {
        try Storage.makeFolder(Storage.parent(of: "\(folder)/\(file)"), mode: 0o700)
        try Storage.rename("\(folder)/\(draftsFolder)/\(file)", to: "\(folder)/\(file)")
    }

    /// What a run that was killed has left: what the index knows was only to take its place.
    private static func settleDrafts(in folder: String, _ index: MirrorIndex) throws(MirrorError) {
        let drafts = "\(folder)/\(draftsFolder)"
        guard let entry = Storage.entry(drafts) else { return }
        guard entry == .folder else { throw .failed(action: "keep drafts", path: drafts, reason: "it is no folder") }
        for content in try Storage.contents(drafts, skipping: []) {
            guard let checksum = index.files[content.path]?.checksum,
                Storage.hash("\(drafts)/\(content.path)").map({ $0.hexadecimal(16) }) == checksum
            else { continue }
            try place(content.path, in: folder)
        }
        Storage.remove(drafts)
    }
}

extension MirrorIndex {
    /// Notes what becomes of a file.
    ///
    /// - Parameter there: the checksum of what is on the disk, which an interrupted run may have left behind the index.
    /// - Returns: whether its bytes have to be written.
    fileprivate mutating func apply(_ change: MirrorFolder.Change, to file: String, now: Int64, there: String?) -> Bool {
        switch change {
        case .confirmed:
            files[file]?.fetchedAt = now
            return false
        case .drop:
            files[file] = nil
            return false
        case .put(let data, let validators):
            let checksum = Self.checksum(data)
            let isSound = there != nil && (there == files[file]?.checksum || there == files[file]?.previous)
            files[file] = Entry(
                checksum: checksum, previous: isSound && there != checksum ? there : nil, fetchedAt: now, etag: validators.etag,
                lastModified: validators.lastModified)
            return there != checksum
        }
    }
}
