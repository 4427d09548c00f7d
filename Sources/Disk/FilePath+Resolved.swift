import Glibc
public import SystemPackage

extension FilePath {
    /// The folder in which the program works; nil where it has been removed.
    public static var workingFolder: FilePath? {
        guard let path = unsafe getcwd(nil, 0) else { return nil }
        defer { unsafe free(path) }
        return unsafe FilePath(platformString: path)
    }

    /// The path without links and dots; for a path that is not there, of what is there of it.
    public var resolved: FilePath {
        if let path = unsafe withPlatformString({ unsafe realpath($0, nil) }) {
            defer { unsafe free(path) }
            return unsafe FilePath(platformString: path)
        }
        guard let last = lastComponent else { return self }
        let around = removingLastComponent()
        let parent = around.isEmpty ? Self.workingFolder ?? "" : around.resolved
        switch last.kind {
        case .currentDirectory: return parent
        case .parentDirectory: return parent.removingLastComponent()
        case .regular: return parent.appending(last)
        }
    }
}
