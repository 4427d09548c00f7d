import Disk
import SystemPackage

/// Publishes a site's files.
///
/// New and changed files are staged in a working folder in the output, written down in a journal, and moved to their places one by one;
/// a build that is interrupted then is finished by the next one. The output folder stays the one it is, for whoever has it mounted or
/// open. Files that did not change keep their inode and their time; files that Foyer did not write stay.
final class SitePublisher: Sendable {
    let staging: StagingArea
    private let lock: FolderLock<PublishError>
    private let isSample: Bool

    private var output: SiteFolder { lock.folder }
    private var working: WorkingFolder { staging.working }

    /// What a published build did.
    struct Summary: Hashable, Sendable {
        var written = 0
        var unchanged = 0
        var deleted = 0
        /// Of the whole site.
        var bytes = 0
        /// Pages that are no longer part of the site but were changed by hand, so that they stay.
        var kept: [String] = []
        /// Files that came out otherwise than the last time, though what is declared of their inputs is the same.
        var undeclared: [String] = []
        /// Each file of the site as it was left, in the manifest's order; nothing where not all that the manifest has is of this build.
        var files: [FileStatus] = []
    }

    /// Waits for the output, and finishes what an interrupted build has left there.
    ///
    /// - Parameter receipt: what the last build saw of the files that it left.
    /// - Throws: ``PublishError`` when the folder cannot be written to, or another build is at it.
    init(
        _ output: OutputFolder, program: UInt64, secrets: SecretSearch, isForced: Bool, isSample: Bool = false,
        receipt: Receipt? = nil
    ) throws(PublishError) {
        self.isSample = isSample
        lock = try FolderLock(output.path)
        let folder = lock.folder
        let working = try WorkingFolder(in: folder)
        try working.finish()
        var old = OutputManifest()
        var isAdopting = false
        do throws(PublishError) {
            old = try OutputManifest(in: folder, receipt: receipt)
        } catch {
            guard isForced, case .damagedManifest = error else { throw error }
            isAdopting = true
        }
        staging = StagingArea(
            output: folder, working: working, old: old, program: program, secrets: secrets, isForced: isForced,
            isAdopting: isAdopting, missing: MissingFolders(in: folder))
    }

    deinit {
        // What a journal still asks for is done by the next build.
        if working.folder?.entry(WorkingFolder.journal) == nil { try? working.clear() }
        if lock.isNew { SiteFolder.working.removeFolderIfEmpty(output.path) }
    }

    /// Makes the staged files the site.
    ///
    /// - Throws: ``PublishError/undeleted(trouble:)`` when all is done but for files that could not be deleted.
    func publish(_ files: [StagedFile]) throws(PublishError) -> Summary {
        let leftovers = Leftovers(of: staging.old, beside: files, in: output)
        let sorted = files.map { (path: $0.path.string, file: $0) }.sorted { $0.path.isBeforeInBytes($1.path) }
        let new = files.count { $0.staged != nil }
        var summary = Summary(
            written: new, unchanged: files.count - new, deleted: leftovers.deleted.count,
            bytes: files.reduce(0) { $0 + $1.digest.size }, kept: leftovers.edited,
            undeclared: files.filter(staging.hasUndeclaredInput).map(\.path.string).sorted())
        var trouble = leftovers.trouble
        if new > 0 || !leftovers.deleted.isEmpty || !isAsBefore(files, leftovers) {
            var lines = sorted.map { path, file in
                (path: path, file: OutputManifest.File(hash: file.digest.hash, source: file.source))
            }
            if !leftovers.staying.isEmpty {
                lines += leftovers.staying.map { ($0.key.string, $0.value) }
                lines.sort { $0.path.isBeforeInBytes($1.path) }
            }
            let manifest = OutputManifest.bytes(program: staging.program, isSample: isSample, lines)
            trouble += try replace(files, leftovers.deleted, manifest)
        }
        let left = try statuses(of: sorted.map(\.file))
        if leftovers.staying.isEmpty { summary.files = left }
        if !trouble.isEmpty { throw .undeleted(trouble: trouble.map(\.description)) }
        return summary
    }

    /// Whether the manifest would say nothing else than it does.
    private func isAsBefore(_ files: [StagedFile], _ leftovers: Leftovers) -> Bool {
        let old = staging.old
        return old.program == staging.program && old.isSample == isSample
            && files.count + leftovers.staying.count == old.files.count
            && files.allSatisfy { file in
                old.files[file.path].map { $0.hash == file.digest.hash && $0.source == file.source } ?? false
            }
    }

    private func replace(
        _ files: [StagedFile], _ deleted: [FilePath: UInt64], _ manifest: [UInt8]
    ) throws(PublishError) -> [PublishError] {
        let journal = Journal(
            files, deleted: deleted, manifest: manifest, replacing: { staging.isAdopting || staging.old.files[$0] != nil })
        let mover = SiteMover(output: output, working: working)
        guard output.isStillThere else { throw .removed(path: output.path.string) }
        let made = try mover.prepare(journal)
        do throws(PublishError) {
            try working.write(journal, manifest)
        } catch {
            mover.takeBack(made)
            throw error
        }
        let undeleted: [PublishError]
        do throws(PublishError) {
            undeleted = try mover.run(journal, isResuming: false)
        } catch {
            throw .unfinished(trouble: error.description)
        }
        // A journal that stays all the same finds its work done.
        try? working.clear()
        return undeleted
    }

    /// Somebody may have removed the folder, or what is in it, while the site was made.
    private func statuses(of files: [StagedFile]) throws(PublishError) -> [FileStatus] {
        guard output.isStillThere else { throw .removed(path: output.path.string) }
        let statuses = files.concurrentMap { file in file.status ?? output.fileStatus(file.path) }
        return try zip(files, statuses).map { file, status throws(PublishError) in
            guard let status else { throw .removed(path: output.path.appending(file.path.components).string) }
            return status
        }
    }
}
