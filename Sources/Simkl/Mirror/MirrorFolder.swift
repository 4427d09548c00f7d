import Disk
import Foundation
import Synchronization

/// The mirror on the disk, open for one writer: plain files in Simkl's own JSON, each as it was put there or not used at all.
///
/// Shape: as ``AccountFolder``, plus `mirror.json`, the ``MirrorIndex``. It holds private notes, so only its owner may read it.
public final class MirrorFolder: Sendable {
    public let path: String
    private let lock: FolderLock<MirrorError>
    private let state: Mutex<State>

    private typealias Storage = Files<MirrorError>

    private struct State {
        var index: MirrorIndex
        var damaged: [String] = []
    }

    /// What becomes of a file.
    enum Change: Hashable, Sendable {
        case put(Data, FileValidators = FileValidators())
        /// It is still what Simkl has.
        case confirmed
    }

    /// Opens a mirror, or begins one.
    ///
    /// - Parameter now: seconds since 1970, to name what has to be set aside.
    /// - Throws: ``MirrorError`` when it is being written to, was written by a newer Foyer, or is no mirror but somebody's own files.
    public init(path: String, now: Int64) throws(MirrorError) {
        guard Self.mayBecomeMirror(path) else { throw .notAMirror(path: path) }
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
        for content in try Storage.contents(path, skipping: ["state"]) {
            if let file = Self.file(ofDraft: content.path) { try Self.settle(file, in: path, opened.index) }
        }
        state = Mutex(opened)
    }

    /// Whether a folder has a mirror's index.
    public static func isMirror(_ path: String) -> Bool { Storage.entry("\(path)/\(MirrorIndex.fileName)") != nil }

    /// Whether a folder is a mirror, or has nothing in it that somebody else would have put there.
    public static func mayBecomeMirror(_ path: String) -> Bool {
        guard !isMirror(path) else { return true }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        if names.contains(where: { $0.hasPrefix("\(MirrorIndex.fileName).corrupt-") }) { return true }
        return !names.contains { ["all-items.json", "shows.json", "anime.json", "movies.json"].contains($0) }
    }

    public var index: MirrorIndex { state.withLock { $0.index } }

    /// Files that were not what they had to be, and were set aside.
    var damaged: [String] { state.withLock { $0.damaged } }

    /// A file as it was put there; nil when it is missing, or damaged and now set aside.
    func data(_ file: String, now: Int64) throws(MirrorError) -> Data? {
        guard let entry = index.files[file], Storage.entry("\(path)/\(file)") == .file else { return nil }
        guard let data = FileManager.default.contents(atPath: "\(path)/\(file)") else {
            throw .failed(action: "read", path: "\(path)/\(file)", reason: "not allowed")
        }
        if entry.matches(data) { return data }
        Self.setAside("\(path)/\(file)", now)
        state.withLock { state in
            state.index.files[file] = nil
            state.damaged.append(file)
        }
        return nil
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
                let there = Storage.hash("\(path)/\(file)").map(MirrorIndex.hex)
                let isNew = after.apply(change, to: file, now: now, there: there)
                guard isNew, case .put(let data, _) = change else { continue }
                drafted.append(file)
                try Storage.makeFolder(Storage.parent(of: "\(path)/\(file)"), mode: 0o700)
                try Storage.write(Array(data), to: Storage.draft(of: "\(path)/\(file)"), mode: 0o600, isLasting: true)
            }
            update(&after)
            if after != before { try Storage.replace("\(path)/\(MirrorIndex.fileName)", with: after.encoded(), mode: 0o600) }
            for file in drafted { try Storage.rename(Storage.draft(of: "\(path)/\(file)"), to: "\(path)/\(file)") }
        } catch {
            for file in drafted { Storage.remove(Storage.draft(of: "\(path)/\(file)")) }
            throw error
        }
        for folder in Set(drafted.map { Storage.parent(of: "\(path)/\($0)") }) { Storage.syncFolder(folder) }
        state.withLock { $0.index = after }
    }

    private static func setAside(_ path: String, _ now: Int64) { try? Storage.rename(path, to: "\(path).corrupt-\(now)") }

    /// What a run that was killed has left of a file: the index knows it when it was only to take its place.
    private static func settle(_ file: String, in folder: String, _ index: MirrorIndex) throws(MirrorError) {
        let draft = Storage.draft(of: "\(folder)/\(file)")
        if let checksum = index.files[file]?.checksum, Storage.hash(draft).map(MirrorIndex.hex) == checksum {
            try Storage.rename(draft, to: "\(folder)/\(file)")
        } else {
            Storage.remove(draft)
        }
    }

    /// The file that a draft was to become; nil for what is no draft.
    private static func file(ofDraft path: String) -> String? {
        let folder = Storage.parent(of: path)
        let name = path.dropFirst(folder.isEmpty ? 0 : folder.utf8.count + 1)
        guard name.hasPrefix("."), name.hasSuffix(".draft") else { return nil }
        return (folder.isEmpty ? "" : "\(folder)/") + name.dropFirst().dropLast(6)
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
