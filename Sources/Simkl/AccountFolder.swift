import Disk
import Foundation

/// A folder of plain Simkl files: the mirror, or answers that somebody saved by hand; or one file that was exported, Simkl's backup or
/// another program's. Only ever read.
///
/// Shape: `all-items.json`, the `library.json` of `foyer export`, or `shows.json`, `anime.json`, `movies.json`; and, each optional,
/// `ratings.json`, `activities.json`, `settings.json`, `stats.json`, `playback.json`, `calendar/{tv,anime,movie_release}.json` (also
/// below `calendar/YYYY/M/`), `crowd/{shows,anime,movies}.json`, `titles/{tv,anime,movies}/{id}.json`, `episodes/{tv,anime}/{id}.json`,
/// `trending/{tv,anime,movies}.json`.
/// Where no library has one of these names, it is looked for (`AccountFolder+Export.swift`).
public struct AccountFolder: Sendable {
    public let path: String

    /// What the mirror's files have to be; nil where they were saved by hand.
    private(set) var index: MirrorIndex?

    let files: AccountFiles
    /// Where the library is known to be: in the one file that was named.
    let library: [LibraryPart]

    public init(path: String) { self.init(path: path, files: .folder(path)) }

    init(path: String, files: AccountFiles, library: [LibraryPart] = []) {
        (self.path, self.files, self.library) = (path, files, library)
    }

    /// Reads every file of the account that is there.
    ///
    /// - Parameter allEpisodeNames: whether names of episodes that were not watched are read too. What is not read cannot be told.
    /// - Throws: ``AccountError`` when the folder or the library is missing, a file is not JSON at all, or nothing in a library's file
    ///   that is not empty can be read. A single item that cannot be read is left out and reported in ``Account/issues``.
    public func read(allEpisodeNames: Bool = false) throws(AccountError) -> Account {
        guard (try? URL(filePath: path).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true else {
            guard FileManager.default.fileExists(atPath: path) else { throw .folderMissing(folder: path) }
            return try AccountFolder(exported: path).readFiles(allEpisodeNames)
        }
        do {
            return try whileNoSync {
                var folder = self
                if MirrorFolder.isMirror(path) { folder.index = try MirrorIndex(reading: path) }
                return try folder.readFiles(allEpisodeNames)
            }
        } catch let error as MirrorError {
            throw .mirror(error)
        } catch let error as AccountError {
            throw error
        } catch {
            throw .unreadable(file: MirrorIndex.fileName, reason: "\(error)")
        }
    }

    /// Waits for a sync that may be at a mirror, so that its files are whole and belong together, and keeps the next one waiting.
    ///
    /// - Throws: ``AccountError`` when a sync takes too long, and what `work` throws.
    public func whileNoSync<Result>(_ work: () throws -> Result) throws -> Result {
        guard MirrorFolder.isMirror(path) else { return try work() }
        let lock: FolderLock<MirrorError>
        do { lock = try FolderLock(path, .shared) } catch { throw AccountError.mirror(error) }
        defer { withExtendedLifetime(lock) {} }
        return try work()
    }

    private func readFiles(_ allEpisodeNames: Bool) throws(AccountError) -> Account {
        var account = Account()
        account.syncedAt = index?.syncedAt
        account.doubt = index?.doubt?.description
        try readLibrary(into: &account)
        // A large library has left much memory that is free, but not whole.
        if account.items.count > 10_000 { Memory.giveBack() }
        try readSingles(into: &account)
        let known = Set([account.items, account.ratings].joined().lazy.map(\.media.ids.simkl))
        let watched = WatchedEpisodes(account.items)
        for bucket in Wire.Bucket.allCases {
            try readCatalog(of: bucket, known: known, into: &account)
            try readEpisodes(of: bucket, known: known, watched, namingAll: allEpisodeNames, into: &account)
        }
        try readCalendars(known: known, into: &account)
        try readTrending(into: &account)
        return account
    }

    private func readLibrary(into account: inout Account) throws(AccountError) {
        let parts = library.isEmpty ? Self.libraryFiles.filter { index != nil || files.exists($0.file) } : library
        for part in parts {
            let items = try items(of: part, &account)
            if account.items.isEmpty { account.items = items } else { account.items += items }
        }
        if parts.isEmpty { try readExports(into: &account) }
        account.ratings =
            try load("ratings.json", &account, inRuns: { itemsInRuns($0, &$1) }) { Self.items($0, bucket: nil, &$1) } ?? []
    }

    /// The entries of one file; what an export of Foyer's tells besides goes into the account.
    ///
    /// - Throws: ``AccountError/notALibrary(file:look:)`` when nothing in it can be read, and it is not empty.
    func items(of part: LibraryPart, _ account: inout Account) throws(AccountError) -> [Wire.Item] {
        if part.isTable { return try tableItems(of: part, &account) }
        var look: String?
        let inRuns = { (data: Data, reader: inout WireReader) -> (items: [Wire.Item], rest: Account?)? in
            itemsInRuns(data, &reader).map { (items: $0.on(part.place.list), rest: nil) }
        }
        let read = try load(part.file, &account, inRuns: inRuns) { root, reader -> (items: [Wire.Item], rest: Account?) in
            reader.isExport = FoyerExport.isOne(root)
            let items = ExportedLibrary.items(root, part.place, &reader)
            if items.isEmpty, !LibraryLook.isEmpty(root) { look = LibraryLook.words(root) }
            return (items, reader.isExport ? FoyerExport.account(root, of: items, &reader) : nil)
        }
        if let look { throw .notALibrary(file: part.file, look: look) }
        if let rest = read?.rest { account.add(rest) }
        return read?.items ?? []
    }

    private func readSingles(into account: inout Account) throws(AccountError) {
        account.activities = try load("activities.json", &account) { Self.object($0, &$1) { Wire.Activities($0, &$1) } } ?? nil
        let settings = try load("settings.json", &account) { Self.object($0, &$1) { Wire.Settings($0, &$1) } } ?? nil
        let stats = try load("stats.json", &account) { Self.object($0, &$1) { Wire.Stats($0, &$1) } } ?? nil
        let playback = try load("playback.json", &account) { $1.elements($0) { Wire.Playback($0, &$1) } }
        // What Foyer has exported may have told them already.
        account.settings = settings ?? account.settings
        account.stats = stats ?? account.stats
        account.playback = playback ?? account.playback
    }

    private func readCatalog(of bucket: Wire.Bucket, known: Set<Int>, into account: inout Account) throws(AccountError) {
        let crowd = try load("crowd/\(bucket.rawValue).json", isOptional: true, &account) {
            $1.elements($0) { Wire.Crowd($0, &$1) }
        }
        account.crowd += dated((crowd ?? []).filter { known.contains($0.id) }, of: bucket, in: account)
        for (id, file) in catalogFiles("titles/\(bucket.catalogName)") where known.contains(id) {
            let details = try load(file, isOptional: true, &account) { Self.object($0, &$1) { Wire.Details($0, &$1) } }
            if var details = details ?? nil {
                details.fetchedAt = fetchedAt(file)
                account.details.append(details)
            }
        }
    }

    private func readEpisodes(
        of bucket: Wire.Bucket, known: Set<Int>, _ watched: WatchedEpisodes, namingAll: Bool, into account: inout Account
    ) throws(AccountError) {
        for (id, file) in catalogFiles("episodes/\(bucket.catalogName)") where known.contains(id) {
            let places = watched.places(of: id)
            var list = Account.EpisodeList(bucket: bucket, id: id, episodes: [], names: [:], stills: [:])
            list.episodes =
                try load(file, isOptional: true, &account) { root, reader in
                    reader.elements(root) { element, reader -> Wire.CatalogEpisode? in
                        guard let episode = Wire.CatalogEpisode(element, &reader) else { return nil }
                        guard let place = episode.place else { return episode }
                        let isWatched = places.contains(place)
                        if isWatched || namingAll, list.names[place] == nil {
                            list.names[place] = reader.string(element, "title", .name)
                        }
                        if isWatched, list.stills[place] == nil { list.stills[place] = reader.string(element, "img", .address) }
                        return episode
                    }
                } ?? []
            account.episodes.append(list)
        }
    }

    private func readTrending(into account: inout Account) throws(AccountError) {
        for bucket in Wire.Bucket.allCases {
            account.trending +=
                try load(MirrorSync.trendingFile(bucket), isOptional: true, &account) {
                    $1.elements($0) { Wire.Listed($0, bucket: bucket, &$1) }
                } ?? []
        }
    }

    /// When Simkl sent a file; nil where it was saved by hand, whose own date says nothing of that.
    func fetchedAt(_ file: String) -> Int64? { index?.files[file]?.fetchedAt }

    /// Rows of the crowd's ratings with their times: each list has been asked for by itself.
    private func dated(_ rows: [Wire.Crowd], of bucket: Wire.Bucket, in account: Account) -> [Wire.Crowd] {
        guard let index else { return rows }
        let file = "crowd/\(bucket.rawValue).json"
        let items = account.items.lazy.filter { $0.bucket == bucket && !$0.isRewatch }
        let lists = Dictionary(items.map { ($0.media.ids.simkl, $0.status ?? "") }) { first, _ in first }
        return rows.map { row in
            var row = row
            row.fetchedAt = lists[row.id].flatMap { index.rounds["\(file)/\($0)"] } ?? fetchedAt(file)
            return row
        }
    }
}

// MARK: - Shapes

extension AccountFolder {
    static func items(_ root: JSONValue, bucket: Wire.Bucket?, _ reader: inout WireReader) -> [Wire.Item] {
        elements(root, bucket: bucket, &reader) { Wire.Item($0, bucket: $1, &$2) }
    }

    /// The library's envelope: an object of buckets (absent ones are empty, and some programs wrap them once more), `null`, `[]`, or a
    /// bare list of items.
    static func elements<Element>(
        _ root: JSONValue, bucket: Wire.Bucket?, _ reader: inout WireReader,
        _ read: (JSONValue, Wire.Bucket?, inout WireReader) -> Element?
    ) -> [Element] {
        switch root.kind {
        case .null: return []
        case .array: return reader.elements(root) { read($0, bucket, &$1) }
        case .object:
            var items: [Element] = []
            var keys = 0
            for each in Wire.Bucket.allCases {
                let key: StaticString = each == .shows ? "shows" : each == .anime ? "anime" : "movies"
                guard let value = root[key] else { continue }
                keys += 1
                if value[key] != nil {
                    items += reader.object(root, key) { $1.list($0, key) { read($0, each, &$1) } } ?? []
                } else {
                    items += reader.list(root, key) { read($0, each, &$1) }
                }
            }
            if keys == 0, !root.isEmpty { reader.skip("there is neither shows, anime nor movies in it") }
            return items
        default:
            reader.skip("a library was expected")
            return []
        }
    }

    private static func object<Result>(
        _ root: JSONValue, _ reader: inout WireReader, _ read: (JSONValue, inout WireReader) -> Result?
    ) -> Result? {
        // An unknown id answers with an empty list.
        if root.kind == .null || (root.kind == .array && root.isEmpty) { return nil }
        let result = root.kind == .object ? read(root, &reader) : nil
        if result == nil { reader.skip("it cannot be read as what the file's name says") }
        return result
    }
}
