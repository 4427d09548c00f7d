import Disk
import Foundation
import SystemPackage

/// The folder that a site is published into, known to be one that may be written to.
public struct OutputFolder: Sendable, Hashable {
    /// Without links: where `Output` is a link, it stays, and what it points to is updated.
    let path: FilePath

    /// - Parameter inputs: what is read: the account's folder, the templates', the state's, tokens. None of them may lie in the output.
    /// - Parameter home: the home folder, where it is known.
    /// - Throws: ``PublishError/dangerousOutput(path:reason:)``, before anything is written.
    public init(_ path: String, inputs: [String], home: String?) throws(PublishError) {
        guard !path.isEmpty else { throw .dangerousOutput(path: path, reason: "the working folder") }
        guard let here = FilePath.workingFolder else {
            throw .dangerousOutput(path: path, reason: "below a working folder that is gone")
        }
        let resolved = FilePath(path).resolved
        func refuse(_ reason: String) -> PublishError { .dangerousOutput(path: path, reason: reason) }
        if resolved == "/" { throw refuse("the root of the file system") }
        if here.starts(with: resolved) { throw refuse("the working folder, or around it") }
        if let home, !home.isEmpty, FilePath(home).resolved.starts(with: resolved) {
            throw refuse("the home folder, or around it")
        }
        for input in inputs where FilePath(input).resolved.starts(with: resolved) {
            throw refuse("'\(input)', which is no part of a site, or around it")
        }
        for input in inputs where resolved.starts(with: FilePath(input).resolved) {
            throw refuse("inside '\(input)', which the site is made from")
        }
        if let entry = SiteFolder.working.entry(resolved), ![.folder, .unknown].contains(entry) { throw refuse("a file") }
        self.path = resolved
    }

    /// Tells before any work is done whether the folder, or the one in which it would be made, may be written to.
    public func checkIsWritable() throws(PublishError) {
        var folder = path
        while SiteFolder.working.entry(folder) == nil, folder.removeLastComponent() {}
        guard SiteFolder.working.isWritable(folder) else {
            throw .failed(action: "write into", path: folder.string, reason: "not allowed")
        }
    }

    /// How many titles the site has that is there; 0 for none, for the sample's, and where nobody can tell.
    var titleCount: Int {
        guard let folder = try? SiteFolder(path), let manifest = try? OutputManifest(in: folder), !manifest.isSample else {
            return 0
        }
        return manifest.titleCount
    }

    /// Finishes what a build that was stopped has begun to publish, whatever becomes of the next one.
    public func finishInterruptedBuild() throws(PublishError) {
        let journal = path.appending(WorkingFolder.name.components).appending(WorkingFolder.journal.components)
        guard SiteFolder.working.entry(journal) != nil else { return }
        _ = try WorkingFolder(in: FolderLock(path).folder).finish()
    }
}
