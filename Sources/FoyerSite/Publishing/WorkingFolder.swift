import Disk
import Synchronization
import SystemPackage

/// Where a build keeps what it has not published yet: a folder in the output, which nobody else may look into.
///
/// Why there: a file can always be renamed from it to its place, wherever the output is mounted, and the folder around the output may
/// be write-protected. It is made when there is something to keep, and only files with names of ours are ever removed from it.
final class WorkingFolder: Sendable {
    static let name: FilePath = ".foyer-working"
    static let journal: FilePath = "journal"
    static let manifest: FilePath = "manifest"
    static let manifestDraft: FilePath = "manifest.draft"
    private static let journalDraft: FilePath = "journal.draft"
    /// Keeps git from taking up what a build that was killed has left in a work tree.
    fileprivate static let ignoreFile: FilePath = ".gitignore"
    private static let stagedPrefix = "staged-"
    /// What goes into folders that are not there yet waits in these folders here, so that each is moved at once.
    static let folders: FilePath = "folders"

    private let output: SiteFolder
    private let state: Mutex<State>

    fileprivate struct State {
        var folder: SiteFolder?
        var staged = 0
    }

    /// - Throws: where something else has its name.
    init(in output: SiteFolder) throws(PublishError) {
        self.output = output
        if let entry = output.entry(Self.name), entry != .folder {
            throw .foreignFile(path: output.path.appending(Self.name.components).string)
        }
        state = Mutex(State(folder: try output.folder(Self.name)))
    }

    /// The folder, where there is one.
    var folder: SiteFolder? { state.withLock { $0.folder } }

    /// Takes a file's bytes.
    ///
    /// - Parameter path: where it belongs, for one whose folder is not there yet.
    /// - Returns: its name here.
    func stage(_ bytes: [UInt8], inNewFolder path: FilePath? = nil) throws(PublishError) -> FilePath {
        let (folder, number) = try state.withLock { state throws(PublishError) in
            state.staged += 1
            return (try state.open(in: output), state.staged)
        }
        let name = path.map { Self.folders.appending($0.components) } ?? FilePath("\(Self.stagedPrefix)\(number)")
        try folder.write(bytes, to: name)
        return name
    }

    /// Opens the folder, made if need be.
    func open() throws(PublishError) -> SiteFolder {
        try state.withLock { state throws(PublishError) in try state.open(in: output) }
    }

    /// Writes down what is to be done, and the bytes of the new manifest. They are on the disk when this returns, and so is all that was
    /// staged.
    func write(_ journal: Journal, _ manifest: [UInt8]) throws(PublishError) {
        let folder = try open()
        try folder.write(manifest, to: Self.manifest)
        try folder.write(journal.bytes, to: Self.journalDraft)
        try folder.syncFileSystem()
        try folder.move(Self.journalDraft, to: Self.journal, in: folder)
        folder.sync()
    }

    /// Does what a journal that an earlier build has left asks for, where it is whole, and clears up.
    ///
    /// What could not be deleted stays in the manifest: the next to publish tries again, and tells.
    func finish() throws(PublishError) {
        if let journal = try folder?.read(Self.journal).flatMap({ Journal($0) }) {
            _ = try SiteMover(output: output, working: self).run(journal, isResuming: true)
        }
        try clear()
    }

    /// Removes what is ours, and the folder if nothing else is in it.
    func clear() throws(PublishError) {
        guard let folder else { return }
        // The journal first: without what was staged it would say what is not so.
        try folder.delete(Self.journal)
        for name in try folder.names() where Self.isOurs(name) { try folder.removeAll(name) }
        state.withLock { $0.folder = nil }
        output.removeFolderIfEmpty(Self.name)
    }

    private static func isOurs(_ name: FilePath) -> Bool {
        [journal, journalDraft, manifest, manifestDraft, ignoreFile, folders].contains(name)
            || (name.string.hasPrefix(stagedPrefix) && Int(name.string.dropFirst(stagedPrefix.count)) != nil)
    }
}

extension WorkingFolder.State {
    fileprivate mutating func open(in output: SiteFolder) throws(PublishError) -> SiteFolder {
        if let folder { return folder }
        try output.makeFolder(WorkingFolder.name, mode: 0o700)
        // Should root be stopped now, whoever owns the output can go on.
        output.giveAway(WorkingFolder.name)
        guard let made = try output.folder(WorkingFolder.name) else { throw .removed(path: output.path.string) }
        try made.write(Array("*\n".utf8), to: WorkingFolder.ignoreFile)
        folder = made
        return made
    }
}
