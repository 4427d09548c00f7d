import Foundation

/// A file that has a library, or a part of one.
struct LibraryPart: Hashable, Sendable {
    let file: String
    /// What its name says of the entries in it.
    let place: ExportedLibrary.Place
    let isTable: Bool

    /// - Parameter isTable: nil where the name tells.
    init(file: String, place: ExportedLibrary.Place, isTable: Bool? = nil) {
        (self.file, self.place) = (file, place)
        self.isTable = isTable ?? file.lowercased().hasSuffix(".csv")
    }
}

// Libraries that do not have the names that Simkl's answers are saved under.

extension AccountFolder {
    /// One file that was exported, whatever its name: an archive, a table, or JSON.
    init(exported path: String) throws(AccountError) {
        let name = URL(filePath: path).lastPathComponent
        let bytes = try Self.bytes(of: path)
        if bytes.starts(with: ZipArchive.mark) || bytes.starts(with: ZipArchive.markOfEmpty) {
            do {
                let archive = try ZipArchive(bytes, mostBytes: Self.mostBytes)
                let unpacked = try archive.files { Self.isExport($0) }
                self.init(path: path, files: .inMemory(Self.withoutOuterFolder(unpacked)))
            } catch {
                throw .archive(file: path, fault: error)
            }
            return
        }
        if let look = ForeignFile.words(bytes) { throw .notAnExport(path: path, look: look) }
        let first = bytes.first { $0 > 0x20 && $0 < 0x7F }
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || name.lowercased().hasSuffix(".json")
        let part = LibraryPart(file: name, place: isJSON ? ExportedLibrary.Place(file: name) : .init(), isTable: !isJSON)
        self.init(path: path, files: .inMemory([name: bytes]), library: [part])
    }

    private static func bytes(of path: String) throws(AccountError) -> [UInt8] {
        do {
            let size = try FileManager.default.attributesOfItem(atPath: URL(filePath: path).resolvingSymlinksInPath().path)[.size]
            guard (size as? NSNumber)?.intValue ?? 0 <= mostBytes else {
                throw AccountError.unreadable(file: path, reason: "it is larger than \(mostBytes >> 20) MiB")
            }
            return try [UInt8](Data(contentsOf: URL(filePath: path)))
        } catch let error as AccountError {
            throw error
        } catch {
            throw .unreadable(file: path, reason: (error as? CocoaError)?.localizedDescription ?? "\(error)")
        }
    }

    /// What in an archive may be an account's; not what some systems put beside it.
    private static func isExport(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        let isHidden = parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
        return !isHidden && [".json", ".csv"].contains { name.lowercased().hasSuffix($0) }
    }

    /// Many programs pack a folder, not what is in it.
    private static func withoutOuterFolder(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
        let outer = Set(files.keys.map { $0.split(separator: "/").count > 1 ? $0.split(separator: "/").first : nil })
        guard outer.count == 1, let folder = outer.first ?? nil else { return files }
        // A folder that an account has itself is none around it.
        guard !ownFolders.contains(String(folder)), Wire.Bucket(exported: folder) == nil, ListName(folder) == nil else {
            return files
        }
        return Dictionary(files.map { ($0.key.dropFirst(folder.count + 1).description, $0.value) }) { first, _ in first }
    }

    // MARK: - Looking for a library

    private static let ownFolders: Set = ["calendar", "crowd", "titles", "episodes", "state"]
    private static let ownFiles: Set = ["ratings.json", "activities.json", "settings.json", "stats.json", "playback.json"]

    /// The most files that are looked into.
    private static let mostFiles = 200

    /// Reads the library from files of other names: Simkl's backup if there is one, else what all of them together have.
    ///
    /// - Throws: ``AccountError/severalLibraries(folder:files:)`` when two files tell of the same title, so that one of them would have to be
    ///   preferred: yesterday's export beside today's, for example.
    func readExports(into account: inout Account) throws(AccountError) {
        let names = exportNames
        if let backup = try backup(among: names) { return account.items = try exportItems(of: backup, &account) }
        let texts = names.filter { $0.lowercased().hasSuffix(".json") }
        var tellers: [String: String] = [:]
        var failure: AccountError?
        for file in texts.prefix(Self.mostFiles) {
            var trial = Account()
            do {
                let items = try exportItems(of: file, &trial)
                guard !items.isEmpty else { continue }
                for item in items {
                    if let other = tellers[item.identity], other != file {
                        throw AccountError.severalLibraries(folder: path, files: [other, file])
                    }
                    tellers[item.identity] = file
                }
                account.items += items
                account.add(trial)
            } catch AccountError.severalLibraries(let folder, let files) {
                throw .severalLibraries(folder: folder, files: files)
            } catch let error as AccountError {
                failure = failure ?? error
            } catch {}
        }
        guard account.items.isEmpty else { return }
        let others = names.filter { !texts.contains($0) }
        if others.count > 1, texts.isEmpty { throw .severalLibraries(folder: path, files: others) }
        if let other = others.first { return account.items = try exportItems(of: other, &account) }
        // Of a single file, what is wrong with it is the thing to say.
        if let failure, texts.count == 1 { throw failure }
        throw .noLibrary(folder: path)
    }

    /// Files that may have a library in them, here and one folder below, in the order of their names.
    private var exportNames: [String] {
        let here = files.names(in: "").filter { !$0.hasPrefix(".") }
        let below = here.filter { !Self.ownFolders.contains($0) && !$0.contains(".") }.flatMap { folder in
            files.names(in: folder).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
        }
        let endings = [".json", ".csv", ".zip"]
        let own = here.filter { name in !Self.ownFiles.contains(name) && endings.contains { name.lowercased().hasSuffix($0) } }
        return (own + below).sorted()
    }

    /// Simkl's backup: as JSON, which is read at once, else packed, else as a table, which says least.
    private func backup(among names: [String]) throws(AccountError) -> String? {
        for ending in [".json", ".zip", ".csv"] {
            let found = names.filter { $0.lowercased().hasPrefix("simklbackup") && $0.lowercased().hasSuffix(ending) }
            if found.count > 1 { throw .severalLibraries(folder: path, files: found) }
            if let backup = found.first { return backup }
        }
        return nil
    }

    private func exportItems(of file: String, _ account: inout Account) throws(AccountError) -> [Wire.Item] {
        guard file.lowercased().hasSuffix(".zip") else {
            return try items(of: LibraryPart(file: file, place: .init(file: file)), &account)
        }
        let packed = try AccountFolder(exported: "\(path)/\(file)").read()
        account.issues += packed.issues
        return packed.items
    }

    // MARK: - Tables

    func tableItems(of part: LibraryPart, _ account: inout Account) throws(AccountError) -> [Wire.Item] {
        guard let data = try data(part.file, &account) else { return [] }
        let table: SeparatedTable
        do { table = try SeparatedTable(data) } catch { throw .notATable(file: part.file, fault: error) }
        guard let backup = BackupTable(table) else {
            // What has one column is hardly a table.
            guard table.columns.count > 1 else {
                throw .notAnExport(path: part.file, look: "neither JSON nor a table. \(ForeignFile.expected)")
            }
            throw .otherTable(file: part.file, columns: table.columns)
        }
        var reader = WireReader(file: part.file)
        let items = backup.items(&reader)
        account.issues += reader.issues
        return items
    }
}
