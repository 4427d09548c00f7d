import Disk
import SystemPackage

/// A file of the new site.
struct StagedFile: Sendable {
    let path: FilePath
    let digest: FileDigest
    /// A hash of all that went into it; nil for a file that is made anew each time.
    let source: UInt64?
    /// Its name in the working folder; nil where it is already where it belongs.
    let staged: FilePath?
    /// What was seen of it, where it stays as the last build left it.
    var status: FileStatus?
}
