import Disk

/// Publishes by exchanging the whole output folder for a new one, in one step.
struct TreeExchange {
    let output: OutputFolder
    let place: WorkingFolder

    /// Completes the new tree with all that stays, and exchanges it.
    ///
    /// - Returns: false where the file system cannot exchange folders, or read or name again all that is there; nothing has
    ///   happened then.
    func run(_ change: SiteChange) throws(PublishError) -> Bool {
        guard let status = FileSystem.status(output.path) else {
            try FileSystem.rename(place.site, to: output.path)
            return true
        }
        // By their bytes: to a file system, names are not the same because they look the same.
        let gone = Set((change.new + change.deleted).map { Array($0.utf8) })
        guard let contents = try? FileSystem.contents(output.path, skipping: [WorkingFolder.insideName]) else { return false }
        var folders: [String] = []
        for content in contents where !gone.contains(Array(content.path.utf8)) {
            let (existing, target) = ("\(output.path)/\(content.path)", "\(place.site)/\(content.path)")
            switch content.kind {
            case .folder: folders.append(content.path)
            case .emptyFolder:
                try FileSystem.makeFolder(target)
                folders.append(content.path)
            case .file:
                // A file that stays, where one of ours needs a folder.
                if FileSystem.entry(target) == .folder { throw .foreignFile(path: existing) }
                switch try FileSystem.link(existing, as: target) {
                case .linked: break
                case .unsupported: return false
                case .blocked: throw .foreignFile(path: existing)
                }
            }
        }
        for folder in folders { keepMode(of: folder) }
        FileSystem.setMode(place.site, status.mode)
        guard FileSystem.exchange(place.site, output.path) else { return false }
        try rescue(except: gone)
        return true
    }

    /// Takes over what somebody put into the old folder while the new one was being completed.
    private func rescue(except gone: Set<[UInt8]>) throws(PublishError) {
        for content in try FileSystem.contents(place.site, skipping: [])
        where content.kind == .file && !gone.contains(Array(content.path.utf8)) {
            let target = "\(output.path)/\(content.path)"
            guard FileSystem.entry(target) == nil else { continue }
            if case .blocked = try FileSystem.link("\(place.site)/\(content.path)", as: target) {
                throw .foreignFile(path: target)
            }
        }
    }

    private func keepMode(of folder: String) {
        guard let old = FileSystem.status("\(output.path)/\(folder)"), let new = FileSystem.status("\(place.site)/\(folder)"),
            old.mode != new.mode
        else { return }
        FileSystem.setMode("\(place.site)/\(folder)", old.mode)
    }
}
