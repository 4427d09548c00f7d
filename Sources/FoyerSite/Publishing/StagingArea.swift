import Disk
import Synchronization
import SystemPackage

/// Takes the files of the new site one by one, from any thread.
struct StagingArea: Sendable {
    let output: SiteFolder
    let working: WorkingFolder
    /// What the last build left there.
    let old: OutputManifest
    let program: UInt64
    /// What must not be in any file.
    let secrets: SecretSearch
    /// Make everything anew, whatever the manifest says.
    let isForced: Bool
    /// Replace what stands in the way of a page, since the manifest that would tell whose it is was damaged.
    let isAdopting: Bool
    let missing: MissingFolders

    /// The file as it stands, when it was made from the same source and nobody changed it since.
    func kept(_ path: FilePath, source: UInt64) -> StagedFile? {
        guard !isForced, old.program == program, let file = old.files[path], file.source == source else { return nil }
        if let status = file.status, output.fileStatus(path) == status {
            let digest = FileDigest(hash: file.hash, size: status.size)
            return StagedFile(path: path, digest: digest, source: source, staged: nil, status: status)
        }
        guard let digest = output.digest(path), digest.hash == file.hash else { return nil }
        return StagedFile(path: path, digest: digest, source: source, staged: nil)
    }

    /// Takes a file's bytes; what already stands there with the same bytes stays as it is.
    ///
    /// - Throws: ``PublishError/secret(path:)`` before a secret is written anywhere.
    func stage(_ bytes: [UInt8], at path: FilePath, source: UInt64? = nil) throws(PublishError) -> StagedFile {
        if secrets.isIn(bytes, isFolded: path.extension == "ics") { throw .secret(path: secrets.masked(path)) }
        let digest = FileDigest(of: bytes)
        if missing.contains(path.removingLastComponent()) {
            return StagedFile(path: path, digest: digest, source: source, staged: try working.stage(bytes, inNewFolder: path))
        }
        if output.digest(path) == digest { return StagedFile(path: path, digest: digest, source: source, staged: nil) }
        if isForeign(path) { throw .foreignFile(path: output.path.appending(path.components).string) }
        return StagedFile(path: path, digest: digest, source: source, staged: try working.stage(bytes))
    }

    /// Whether a file that was made anew differs from the one that the same program made of the same source.
    func hasUndeclaredInput(_ file: StagedFile) -> Bool {
        guard let source = file.source, old.program == program, let last = old.files[file.path], last.source == source else {
            return false
        }
        return last.hash != file.digest.hash
    }

    /// Whether something stands there that no build has put there. A folder may go with the files of ours that are in it.
    func isForeign(_ path: FilePath) -> Bool {
        guard !isAdopting, old.files[path] == nil, let entry = output.entry(path) else { return false }
        return entry != .folder
    }
}

/// The folders of a site that were not there when its build began: nothing in them has to be looked for.
final class MissingFolders: Sendable {
    private let output: SiteFolder
    private let known = Mutex<[FilePath: Bool]>([:])

    init(in output: SiteFolder) { self.output = output }

    func contains(_ path: FilePath) -> Bool {
        known.withLock { known in
            if let isMissing = known[path] { return isMissing }
            let isMissing = output.entry(path.isEmpty ? "." : path) == nil
            known[path] = isMissing
            return isMissing
        }
    }
}
