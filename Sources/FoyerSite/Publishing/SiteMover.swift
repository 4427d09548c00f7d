import Disk
import SystemPackage

/// Does what a journal says, file by file.
///
/// For a moment a reader may see new pages beside old ones, but never half of one, nor a link to a title whose page is not there yet.
struct SiteMover {
    let output: SiteFolder
    let working: WorkingFolder

    /// Finds out before anything is moved what could stop the moving half-way, and makes the folders that are missing, but for those
    /// that are moved as a whole.
    ///
    /// - Returns: the folders that were made, each behind the one around it.
    func prepare(_ journal: Journal) throws(PublishError) -> [FilePath] {
        let deleted = Set(journal.steps.lazy.filter { $0.action == .delete }.map(\.path))
        var (checked, missing, needed): (Set<FilePath>, Set<FilePath>, Set<FilePath>) = ([], [], [])
        for step in journal.steps {
            let folder = step.path.removingLastComponent()
            if checked.insert(folder).inserted {
                let found = try checkFolder(folder, deleted: deleted, missing: missing)
                missing.formUnion(found)
                if !step.isInNewFolder { needed.formUnion(found) }
            }
            if step.action != .delete, !missing.contains(folder) { try checkPlace(of: step, deleted: deleted) }
        }
        var made: [FilePath] = []
        do throws(PublishError) {
            // A folder's path is shorter than those of what is in it.
            for folder in needed.sorted(by: { $0.length < $1.length }) {
                try output.makeFolder(folder)
                made.append(folder)
            }
        } catch {
            takeBack(made)
            throw error
        }
        return made
    }

    /// Removes folders that were made in vain.
    func takeBack(_ made: [FilePath]) { for folder in made.reversed() { output.removeFolderIfEmpty(folder) } }

    /// - Parameter isResuming: whether an earlier run has staged the files: what is not as the journal says was moved already, or is
    ///   lost; then this build makes it anew.
    /// - Returns: why files could not be deleted. The manifest still has them.
    func run(_ journal: Journal, isResuming: Bool) throws(PublishError) -> [PublishError] {
        let staged = try working.open()
        var undeleted: [(step: Journal.Step, trouble: PublishError)] = []
        var moved: Set<FilePath> = []
        var place: (path: FilePath, folder: SiteFolder)?
        for step in journal.steps {
            guard case .put(let name, let mayReplace) = step.action else {
                do throws(PublishError) { try delete(step) } catch { undeleted.append((step, error)) }
                continue
            }
            if isResuming {
                if staged.digest(name)?.hash != step.hash { continue }
            } else if step.isInNewFolder {
                let folders = step.path.folders
                if folders.contains(where: moved.contains) { continue }
                if let folder = folders.first(where: { output.entry($0) == nil }) {
                    try put(folder, of: staged)
                    moved.insert(folder)
                    continue
                }
            }
            let path = step.path.removingLastComponent()
            if place?.path != path { place = (path, try output.makingFolder(path)) }
            guard let folder = place?.folder else { continue }
            try put(name, of: staged, as: step, in: folder, mayReplace: mayReplace)
        }
        try putManifest(of: staged, journal, with: undeleted.map(\.step))
        return undeleted.map(\.trouble)
    }

    private func put(
        _ name: FilePath, of staged: SiteFolder, as step: Journal.Step, in folder: SiteFolder, mayReplace: Bool
    ) throws(PublishError) {
        let file = FilePath(root: nil, step.path.components.suffix(1))
        if !mayReplace, folder.entry(file) != nil, folder.digest(file)?.hash != step.hash { throw foreign(step.path) }
        try staged.move(name, to: file, in: folder)
        folder.giveAway(file)
    }

    /// Moves a new folder with all that is in it.
    private func put(_ folder: FilePath, of staged: SiteFolder) throws(PublishError) {
        guard let around = try output.folder(folder.removingLastComponent()) else { throw .removed(path: output.path.string) }
        let name = FilePath(root: nil, folder.components.suffix(1))
        try staged.move(WorkingFolder.folders.appending(folder.components), to: name, in: around)
        around.giveAway(name)
    }

    private func delete(_ step: Journal.Step) throws(PublishError) {
        var path = step.path.removingLastComponent()
        guard let folder = try output.folder(path) else { return }
        let file = FilePath(root: nil, step.path.components.suffix(1))
        guard let bytes = folder.digest(file) else {
            // What cannot be read may still be published.
            if folder.entry(file) != nil { throw folder.failure("read", file) }
            return
        }
        // Somebody has made it theirs meanwhile.
        guard bytes.hash == step.hash else { return }
        try folder.delete(file)
        while !path.isEmpty, output.removeFolderIfEmpty(path) { path.removeLastComponent() }
    }

    private func putManifest(
        of staged: SiteFolder, _ journal: Journal, with undeleted: [Journal.Step]
    ) throws(PublishError) {
        guard let bytes = try staged.read(WorkingFolder.manifest), FileDigest(of: bytes).hash == journal.manifest else { return }
        var name = WorkingFolder.manifest
        if !undeleted.isEmpty {
            guard var manifest = OutputManifest(bytes) else { return }
            for step in undeleted { manifest.files[step.path] = OutputManifest.File(hash: step.hash, source: nil) }
            name = WorkingFolder.manifestDraft
            try staged.write(manifest.bytes, to: name, isLasting: true)
        }
        try staged.move(name, to: OutputManifest.fileName, in: output)
        output.giveAway(OutputManifest.fileName)
    }
}

// MARK: - What could stop the moving

extension SiteMover {
    private func foreign(_ path: FilePath) -> PublishError { .foreignFile(path: output.path.appending(path.components).string) }

    /// Whether a file may be put there.
    private func checkPlace(of step: Journal.Step, deleted: Set<FilePath>) throws(PublishError) {
        let path = step.path
        switch output.entry(path) {
        case nil: return
        case .file:
            // Nothing stood there when the file was staged.
            if case .put(_, mayReplace: false) = step.action, output.digest(path)?.hash != step.hash { throw foreign(path) }
        case .folder:
            // A folder of ours that is a file now, and nothing of others in it.
            guard let contents = try output.folder(path)?.contents(), contents.contains(where: { $0.kind == .file }),
                contents.allSatisfy({ $0.kind == .folder || deleted.contains(path.appending($0.file.components)) })
            else { throw foreign(path) }
        default: throw foreign(path)
        }
    }

    /// Whether files may be put into a folder, and taken out of it.
    ///
    /// - Parameter missing: folders that are known not to be there.
    /// - Returns: those folders on the way that are not there either.
    private func checkFolder(
        _ path: FilePath, deleted: Set<FilePath>, missing: Set<FilePath>
    ) throws(PublishError) -> [FilePath] {
        var there: FilePath = ""
        var found: [FilePath] = []
        for way in path.isEmpty ? [] : path.folders + [path] {
            if missing.contains(way) || !found.isEmpty {
                found.append(way)
                continue
            }
            switch output.entry(way) {
            case .folder: there = way
            case nil: found.append(way)
            // A file of ours that is a folder now: it is made when the file is gone.
            case .file where deleted.contains(way): return []
            // A link or a file where a page needs a folder would lead out of the output.
            default: throw foreign(way)
            }
        }
        // What is around these was looked at with them.
        if let first = found.first, missing.contains(first) { return found }
        guard output.isWritable(there.isEmpty ? "." : there) else {
            throw .failed(
                action: "change the folder", path: output.path.appending(there.components).string, reason: "it is write-protected"
            )
        }
        return found
    }
}
