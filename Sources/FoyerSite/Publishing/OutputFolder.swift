import Disk
import Foundation

/// The folder that a site is published into, known to be one that may be written to.
public struct OutputFolder: Sendable, Hashable {
    /// Without links: where `Output` is a link, it stays, and what it points to is updated.
    let path: String

    /// - Parameter inputs: folders that are read: the account's, the templates', the state's. None of them may lie in the output.
    /// - Parameter home: the home folder, where it is known.
    /// - Throws: ``PublishError/dangerousOutput(path:reason:)``, before anything is written.
    public init(_ path: String, inputs: [String], home: String?) throws(PublishError) {
        guard !path.isEmpty else { throw .dangerousOutput(path: path, reason: "the working folder") }
        guard FileSystem.entry(FileManager.default.currentDirectoryPath) != nil else {
            throw .dangerousOutput(path: path, reason: "below a working folder that is gone")
        }
        let resolved = FileSystem.resolved(path)
        func refuse(_ reason: String) -> PublishError { .dangerousOutput(path: path, reason: reason) }
        if resolved == "/" { throw refuse("the root of the file system") }
        let here = FileSystem.resolved(FileManager.default.currentDirectoryPath)
        if Self.contains(resolved, here) { throw refuse("the working folder, or around it") }
        if let home, !home.isEmpty, Self.contains(resolved, FileSystem.resolved(home)) {
            throw refuse("the home folder, or around it")
        }
        for input in inputs where Self.contains(resolved, FileSystem.resolved(input)) {
            throw refuse("'\(input)', which the site is made from, or around it")
        }
        for input in inputs where Self.contains(FileSystem.resolved(input), resolved) && resolved != FileSystem.resolved(input) {
            throw refuse("inside '\(input)', which the site is made from")
        }
        if let entry = FileSystem.entry(resolved), entry != .folder { throw refuse("a file") }
        self.path = resolved
    }

    private static func contains(_ folder: String, _ other: String) -> Bool {
        other == folder || other.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }

    /// The folder's name and the one around it.
    var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
    /// Tells before any work is done whether the folder, or the one in which it would be made, may be written to.
    public func checkIsWritable() throws(PublishError) {
        var folder = path
        while FileSystem.entry(folder) == nil { folder = FileSystem.parent(of: folder) }
        guard FileSystem.isWritable(folder) else { throw .failed(action: "write into", path: folder, reason: "not allowed") }
    }

    var parent: String { FileSystem.parent(of: path) }
}
