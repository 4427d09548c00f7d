import Disk
import SystemPackage

/// How large a site is that lies in its output folder, and what hosts say to that.
public struct SiteSize: Sendable, Hashable {
    public let files: Int
    public let bytes: Int

    /// What well-known hosts do not take.
    public func notes(hasMarkdown: Bool) -> [Diagnostic] {
        HostLimits.notes(files: files, bytes: bytes, hasMarkdown: hasMarkdown)
    }
}

extension OutputFolder {
    /// The size of the site that is there, all files counted that a host would get; nil where none was built.
    ///
    /// - Throws: ``PublishError/damagedManifest(path:)`` where nobody can tell any more which files are Foyer's.
    public func size() throws(PublishError) -> SiteSize? {
        guard SiteFolder.working.entry(path.appending(OutputManifest.fileName.components)) != nil else { return nil }
        let folder = try SiteFolder(path)
        _ = try OutputManifest(in: folder)
        let statuses = try folder.contents(skipping: [WorkingFolder.name]).compactMap { folder.fileStatus($0.file) }
        return SiteSize(files: statuses.count, bytes: statuses.reduce(0) { $0 + $1.size })
    }

    /// Whether a build was stopped half-way, which the next one finishes.
    public var isInterrupted: Bool {
        SiteFolder.working.entry(path.appending(WorkingFolder.name.components).appending(WorkingFolder.journal.components)) != nil
    }
}
