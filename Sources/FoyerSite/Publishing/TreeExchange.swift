/// Publishes by exchanging the whole output folder for a new one, in one step.
struct TreeExchange {
    let output: OutputFolder
    let place: WorkingFolder

    /// Completes the new tree with all that stays, and exchanges it.
    ///
    /// - Returns: false where the file system cannot exchange folders; nothing has happened then.
    func run(_ change: SiteChange) throws(PublishError) -> Bool {
        guard let status = FileSystem.status(output.path) else {
            try FileSystem.rename(place.site, to: output.path)
            return true
        }
        let gone = Set(change.new + change.deleted)
        for (path, isFolder) in try FileSystem.contents(output.path, skipping: [WorkingFolder.insideName])
        where !gone.contains(path) {
            let target = "\(place.site)/\(path)"
            if isFolder {
                try FileSystem.makeFolder(target)
            } else {
                // A file that stays, where one of ours needs a folder.
                if FileSystem.entry(target) == .folder { throw .foreignFile(path: "\(output.path)/\(path)") }
                try FileSystem.link("\(output.path)/\(path)", as: target)
            }
        }
        FileSystem.setMode(place.site, status.mode)
        return FileSystem.exchange(place.site, output.path)
    }
}
