import Glibc
public import SystemPackage

/// Something below a folder, by its path relative to it.
public struct FolderContent: Sendable {
    public let file: FilePath
    public let kind: Kind

    public var path: String { file.string }

    public enum Kind: Sendable { case file, folder }
}

extension Folder {
    /// Every file and every folder below it; links are not followed.
    public func contents(skipping skipped: Set<FilePath> = []) throws(Failure) -> [FolderContent] {
        var found: [FolderContent] = []
        var open: [FilePath] = [""]
        while let current = open.popLast() {
            guard let folder = try self.folder(current) else { continue }
            for name in try folder.names() {
                let path = current.appending(name.components)
                if skipped.contains(path) { continue }
                let isFolder = folder.entry(name) == .folder
                if isFolder { open.append(path) }
                found.append(FolderContent(file: path, kind: isFolder ? .folder : .file))
            }
        }
        return found
    }

    /// Removes a file or a folder with all that is in it, never what a link in it points to.
    public func removeAll(_ path: FilePath) throws(Failure) {
        if entry(path) == .folder, let folder = try folder(path) {
            for name in try folder.names() { try folder.removeAll(name) }
            guard removeFolderIfEmpty(path) || errno == ENOENT else { throw failure("remove", path) }
        } else {
            try delete(path)
        }
    }
}
