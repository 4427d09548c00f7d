import Disk
import SystemPackage

/// Files of the last site that the new one has no more.
struct Leftovers {
    /// By their path, with the hash that they have.
    private(set) var deleted: [FilePath: UInt64] = [:]
    /// What stays in the manifest, since it stays in the folder.
    private(set) var staying: [FilePath: OutputManifest.File] = [:]
    /// Changed by hand, in the order of their names: they are somebody's now, and told of as long as they are there.
    private(set) var edited: [String] = []
    /// Why others can be neither deleted nor forgotten.
    private(set) var trouble: [PublishError] = []

    /// - Parameter files: all of the new site.
    init(of old: OutputManifest, beside files: [StagedFile], in output: SiteFolder) {
        // Most often there are none, which is known before the new ones are sorted in.
        guard files.count(where: { old.files[$0.path] != nil }) < old.files.count else { return }
        let new = Set(files.lazy.map(\.path))
        let gone = old.files.filter { !new.contains($0.key) }
        // On some disks, the name that is gone is still that of a file: its letters have become small or capital.
        let names = Dictionary(new.map { ($0.string.lowercased(), $0) }) { first, _ in first }
        for (path, file) in gone.sorted(by: { $0.key.string < $1.key.string }) {
            if let name = names[path.string.lowercased()], output.isSameFile(path, name) { continue }
            do throws(PublishError) {
                guard let digest = try Self.digest(of: path, in: output) else { continue }
                if digest.hash == file.hash {
                    deleted[path] = file.hash
                    continue
                }
                edited.append(path.string)
            } catch {
                trouble.append(error)
            }
            staying[path] = file
        }
    }

    /// What a file has become; nil where there is none any more, or nothing that could be ours.
    ///
    /// - Throws: where the disk does not tell: then it may still be published.
    private static func digest(of path: FilePath, in output: SiteFolder) throws(PublishError) -> FileDigest? {
        var folder = path.removingLastComponent()
        while !folder.isEmpty {
            switch output.entry(folder) {
            case .folder, .unknown: folder.removeLastComponent()
            // Beyond a link, nothing is ours.
            case nil, .file, .link, .other: return nil
            }
        }
        if let digest = output.digest(path) { return digest }
        switch output.entry(path) {
        case nil, .folder, .link, .other: return nil
        case .file, .unknown: throw output.failure("read, and so not delete", path)
        }
    }
}
