/// A library that Foyer has exported: Simkl's own shapes, in members that are called as the files and folders of an account.
///
/// Source: `docs/library.schema.json`
enum FoyerExport {
    /// Whether a file is one: nobody else names the edition that it is of.
    static func isOne(_ root: JSONValue) -> Bool { root["edition"]?.kind == .string }

    /// All that it tells of the account besides the entries of the library.
    ///
    /// - Parameter items: those entries; of others' titles nothing is kept.
    static func account(_ root: JSONValue, of items: [Wire.Item], _ reader: inout WireReader) -> Account {
        let known = Set(items.map(\.media.ids.simkl))
        var account = Account()
        account.syncedAt = reader.date(root, "synced_at")?.secondsSince1970
        account.settings = reader.object(root, "settings") { Wire.Settings($0, &$1) }
        account.stats = reader.object(root, "stats") { Wire.Stats($0, &$1) }
        account.playback = reader.list(root, "playback") { Wire.Playback($0, &$1) }
        account.episodes = items.compactMap(\.watchedEpisodes)
        each(root, "crowd", &reader) { _, rows, reader in
            account.crowd += reader.elements(rows) { Wire.Crowd($0, &$1) }.filter { known.contains($0.id) }
        }
        eachTitle(root, "titles", known, &reader) { _, _, record, reader in
            if let details = Wire.Details(record, &reader) { account.details.append(details) }
        }
        eachTitle(root, "episodes", known, &reader) { bucket, id, list, reader in
            let episodes = reader.elements(list, most: ListLimit.episodes) { Wire.CatalogEpisode($0, &$1) }
            account.episodes.append(.init(bucket: bucket, id: id, episodes: episodes, names: [:], stills: [:]))
        }
        each(root, "calendar", &reader) { bucket, file, reader in
            account.airings += AccountFolder.airings(file, bucket: bucket, isRolling: true, known: known, &reader)
            account.premieres += AccountFolder.premieres(file, bucket: bucket, file: reader.file)
            account.calendars.formUnion(reader.list(file, "covered") { CalendarSpan($0, bucket: bucket, &$1) })
        }
        each(root, "trending", &reader) { bucket, rows, reader in
            account.trending += reader.elements(rows) { Wire.Listed($0, bucket: bucket, &$1) }
        }
        return account
    }

    /// What a member has for each kind of title.
    private static func each(
        _ root: JSONValue, _ key: StaticString, _ reader: inout WireReader,
        _ read: (Wire.Bucket, JSONValue, inout WireReader) -> Void
    ) {
        _ = reader.object(root, key) { kinds, reader -> Void? in
            reader.members(kinds) { name, value, reader in
                // As the calendar of films is called.
                let name = name == "movie_release" ? "movies" : name
                if let bucket = Wire.Bucket(exported: name) { read(bucket, value, &reader) }
            }
            return nil
        }
    }

    /// What a member has for each title of the library, by its Simkl id.
    private static func eachTitle(
        _ root: JSONValue, _ key: StaticString, _ known: Set<Int>, _ reader: inout WireReader,
        _ read: (Wire.Bucket, Int, JSONValue, inout WireReader) -> Void
    ) {
        each(root, key, &reader) { bucket, titles, reader in
            reader.members(titles) { name, value, reader in
                if let id = Int(name), known.contains(id) { read(bucket, id, value, &reader) }
            }
        }
    }
}

extension Wire.Item {
    /// What an export calls the episodes that were watched; nil where it calls them nothing.
    fileprivate var watchedEpisodes: Account.EpisodeList? {
        guard let exported, !exported.episodeNames.isEmpty || !exported.episodeStills.isEmpty else { return nil }
        return Account.EpisodeList(
            bucket: bucket, id: media.ids.simkl, episodes: [], names: exported.episodeNames, stills: exported.episodeStills)
    }
}

extension CalendarSpan {
    /// As an export tells it; nil where the last day is before the first.
    fileprivate init?(_ object: JSONValue, bucket: Wire.Bucket, _ reader: inout WireReader) {
        guard case .day(let first) = reader.date(object, "from"), case .day(let last) = reader.date(object, "to"), first <= last
        else { return nil }
        self.init(bucket: bucket, days: first...last)
    }
}
