import Disk

/// Publishes a site's files all at once.
///
/// New and changed files are staged in a working folder beside the output. Publishing then exchanges the whole folder in one
/// step, so that a reader sees the old site or the new one, or, where that cannot be done, moves file by file after a journal.
/// Files that did not change keep their inode and their time; files that Foyer did not write stay.
final class SitePublisher: Sendable {
    let staging: StagingArea
    private let lock: FolderLock<PublishError>

    /// What a published build did.
    struct Summary: Hashable, Sendable {
        var written = 0
        var unchanged = 0
        var deleted = 0
        /// Pages that are no longer part of the site but were changed by hand, so that they stay.
        var kept: [String] = []
    }

    /// - Throws: ``PublishError`` when the folder cannot be written to, or another build is at it.
    init(_ output: OutputFolder, program: UInt64, isForced: Bool) throws(PublishError) {
        let place = try WorkingFolder(for: output)
        lock = try FolderLock(place.path)
        try JournaledReplacement.finish(in: place, output: output)
        try place.clear()
        var old = OutputManifest()
        var isAdopting = false
        do {
            old = try OutputManifest(folder: output.path)
        } catch {
            guard isForced else { throw error }
            isAdopting = true
        }
        staging = StagingArea(
            output: output, place: place, old: old, program: program, isForced: isForced, isAdopting: isAdopting)
    }

    deinit {
        // What a journal still asks for is done by the next build.
        if FileSystem.entry(staging.place.journal) == nil { staging.place.remove() }
    }

    /// Makes the staged files the site.
    func publish(_ files: [StagedFile]) throws(PublishError) -> Summary {
        let (output, place, old) = (staging.output, staging.place, staging.old)
        var manifest = OutputManifest()
        manifest.program = staging.program
        for file in files { manifest.files[file.path] = file.file }
        let new = files.filter(\.isNew).map(\.path)
        var summary = Summary(written: new.count, unchanged: files.count - new.count)
        var deleted: [String] = []
        for (path, file) in old.files.sorted(by: { $0.key < $1.key }) where manifest.files[path] == nil {
            guard FileSystem.isInside(output.path, path), let hash = FileSystem.hash("\(output.path)/\(path)") else { continue }
            if hash == file.hash {
                deleted.append(path)
            } else {
                // A page that somebody changed by hand is theirs now: it stays, and is told of as long as it does.
                manifest.files[path] = file
                summary.kept.append(path)
            }
        }
        summary.deleted = deleted.count
        if old == manifest, new.isEmpty { return summary }
        try FileSystem.write(Array(manifest.text.utf8), to: "\(place.site)/\(OutputManifest.fileName)", isLasting: true)
        let change = SiteChange(new: new + [OutputManifest.fileName], deleted: deleted)
        if place.isBeside, try TreeExchange(output: output, place: place).run(change) { return summary }
        try JournaledReplacement(output: output, place: place).run(change)
        return summary
    }
}

/// Takes the files of the new site one by one, from any thread.
struct StagingArea: Sendable {
    let output: OutputFolder
    let place: WorkingFolder
    /// What the last build left there.
    let old: OutputManifest
    let program: UInt64
    /// Make everything anew, whatever the manifest says.
    let isForced: Bool
    /// Replace what stands in the way of a page, since the manifest that would tell whose it is was damaged.
    let isAdopting: Bool

    /// The file as it stands, when it was made from the same source and nobody changed it since.
    func kept(_ path: String, source: UInt64) -> StagedFile? {
        guard !isForced, old.program == program, let file = old.files[path], file.source == source,
            FileSystem.hash("\(output.path)/\(path)") == file.hash
        else {
            return nil
        }
        return StagedFile(path: path, file: file, isNew: false)
    }

    /// Takes a file's bytes; what already stands there with the same bytes stays as it is.
    func stage(_ bytes: [UInt8], at path: String, source: UInt64? = nil) throws(PublishError) -> StagedFile {
        let hash = unsafe bytes.withUnsafeBytes { unsafe Fingerprint.of($0) }
        let file = OutputManifest.File(hash: hash, source: source)
        if FileSystem.hash("\(output.path)/\(path)") == hash { return StagedFile(path: path, file: file, isNew: false) }
        if !isAdopting, old.files[path] == nil, FileSystem.entry("\(output.path)/\(path)") != nil {
            throw .foreignFile(path: "\(output.path)/\(path)")
        }
        try FileSystem.write(bytes, to: "\(place.site)/\(path)")
        return StagedFile(path: path, file: file, isNew: true)
    }
}

/// A file of the new site.
struct StagedFile: Sendable {
    let path: String
    let file: OutputManifest.File
    /// Whether it lies in the working folder; else it is already where it belongs.
    let isNew: Bool
}

/// What publishing has to do to the output.
struct SiteChange: Sendable {
    /// Paths of files in the working folder.
    let new: [String]
    /// Paths of files of ours that are no longer part of the site.
    let deleted: [String]
}
