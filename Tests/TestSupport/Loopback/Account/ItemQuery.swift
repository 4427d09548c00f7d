import Foundation

extension LoopbackAccount {
    /// What a caller of `/sync/all-items` asked for.
    struct ItemQuery: Sendable {
        enum Extent: Sendable { case plain, full, ids, simklIDs }

        enum Episodes: String, Sendable { case no, yes, original }

        var bucket: Bucket?
        var status: String?
        var after: Date?
        var extent = Extent.plain
        var episodes = Episodes.no
        var hasTimes = false
        var hasRuntimes = false
        var hasRewatches = false
        var hasMemos = false
        var hasNextInfo = false
        var onlyFilms = false
        var isInEnglish = false

        init() {}

        /// A bad type word asks for the whole library, a bad status for every status.
        init(_ request: LoopbackRequest) {
            let words = request.parts.dropFirst(2)
            bucket = words.first.flatMap { Bucket(rawValue: $0) }
            let known = Bucket.allCases.flatMap(\.statuses)
            status = words.dropFirst().first.flatMap { known.contains($0) ? $0 : nil }
            after = request.parameter("date_from").flatMap { Date(simkl: $0) }
            switch request.parameter("extended") {
            case "full", "full_anime_seasons": extent = .full
            case "ids_only": extent = .ids
            case "simkl_ids_only": extent = .simklIDs
            default: extent = .plain
            }
            episodes = request.parameter("include_all_episodes").flatMap { Episodes(rawValue: $0) } ?? .no
            hasTimes = request.parameter("episode_watched_at") == "yes"
            hasRuntimes = request.parameter("episode_runtime") == "yes"
            hasRewatches = request.parameter("allow_rewatch") == "yes"
            hasMemos = request.parameter("memos") == "yes"
            hasNextInfo = request.parameter("next_watch_info") == "yes"
            onlyFilms = request.parameter("anime_type") == "movies"
            isInEnglish = request.parameter("language") == "en"
        }

        /// The most that can be asked for with truth: `original` rows, times, lengths, rewatches, memos and next episodes.
        static var complete: Self {
            var query = Self()
            query.extent = .full
            query.episodes = .original
            (query.hasTimes, query.hasRuntimes, query.hasRewatches) = (true, true, true)
            (query.hasMemos, query.hasNextInfo) = (true, true)
            return query
        }
    }

    /// The titles that a query asks for.
    func entries(_ query: ItemQuery) -> [Entry] {
        library.filter { entry in
            if let bucket = query.bucket, bucket != entry.bucket { return false }
            if let status = query.status, status != entry.status { return false }
            if query.onlyFilms, entry.bucket == .anime, entry.item["anime_type"]?.string != "movie" { return false }
            return query.after.map { entry.changedAt > $0 } ?? true
        }
    }

    /// The envelope of a query's items; a bucket without any is absent.
    func items(_ query: ItemQuery) -> JSON {
        Self.envelope(entries(query)) { entry in [item(entry, query)] + rewatches(of: entry, query) }
    }

    static func envelope(_ entries: [Entry], _ items: (Entry) -> [JSON]) -> JSON {
        .object(
            Dictionary(grouping: entries, by: \.bucket.rawValue).mapValues { .array($0.flatMap(items)) })
    }

    private func item(_ entry: Entry, _ query: ItemQuery) -> JSON {
        var ids = entry.media["ids"] ?? .object([:])
        switch query.extent {
        case .ids: return .object([entry.mediaKey: ["ids": ids]])
        case .simklIDs:
            ids = .object(ids.members.filter { ["simkl", "slug"].contains($0.key) })
            return .object([entry.mediaKey: ["ids": ids]])
        case .plain, .full: break
        }
        var item = entry.item
        if !query.hasMemos { item["memo"] = nil } else if item["memo"] == nil { item["memo"] = .object([:]) }
        item["seasons"] = query.extent == .full ? seasons(of: entry, query) : nil
        if query.extent != .full { item[entry.mediaKey]?["runtime"] = nil }
        if query.isInEnglish, let title = entry.englishTitle { item[entry.mediaKey]?["title"] = .string(title) }
        item["next_to_watch_info"] = query.hasNextInfo ? nextInfo(entry) : nil
        if query.hasRewatches, hasPlan { item["is_rewatch"] = false }
        return item
    }

    /// A row for each rewatch, for who pays; to others there is nothing, and no word of it.
    private func rewatches(of entry: Entry, _ query: ItemQuery) -> [JSON] {
        guard query.hasRewatches, hasPlan, query.extent == .plain || query.extent == .full else { return [] }
        return entry.rewatches.map { rewatch in
            var own = entry
            own.item["memo"] = nil
            own.item["next_to_watch"] = .null
            own.item["last_watched_at"] = rewatch.watched.values.compactMap(\.self).max().map { .string($0) } ?? .null
            own.watched = rewatch.watched
            if entry.bucket != .movies {
                let isFull = query.extent == .full
                own.item["watched_episodes_count"] = .int(isFull ? rewatch.watched.count : 0)
                own.item["last_watched"] =
                    isFull ? rewatch.watched.keys.max().map { .string($0.text(in: entry.bucket)) } ?? .null : .null
            }
            var row = item(own, query)
            row["is_rewatch"] = true
            row["rewatch_id"] = .int(rewatch.id)
            row["rewatch_status"] = .string(rewatch.status)
            return row
        }
    }

    /// Whether the owner pays for PRO or VIP.
    var hasPlan: Bool { ["pro", "vip"].contains(settings["account"]?["type"]?.string) }

    private func seasons(of entry: Entry, _ query: ItemQuery) -> JSON? {
        let isOver = ["completed", "dropped"].contains(entry.status)
        if entry.bucket == .movies || (isOver && query.episodes == .no) { return nil }
        var watched = entry.watched
        if query.episodes == .yes, let count = entry.item["watched_episodes_count"]?.int {
            for number in numbers(of: entry).prefix(count) where watched[number] == nil {
                watched.updateValue(entry.item["last_watched_at"]?.string, forKey: number)
            }
        }
        if !query.hasTimes { watched = watched.mapValues { _ in nil } }
        return watched.isEmpty ? nil : Entry.seasons(watched, lengths: query.hasRuntimes ? entry.lengths : nil)
    }

    private func nextInfo(_ entry: Entry) -> JSON? {
        guard entry.status == "watching", entry.item["next_to_watch"]?.string != nil, let next = next(of: entry) else {
            return nil
        }
        let row = episodes[entry.id]?.first {
            $0["episode"]?.int == next.number && (entry.bucket == .anime || $0["season"]?.int == next.season)
        }
        return .present([
            "title": row?["title"] ?? "Episode \(String(next.number))", "episode": .int(next.number),
            "season": entry.bucket == .anime ? nil : .int(next.season), "date": row?["date"] ?? .null,
        ])
    }
}

extension LoopbackAccount {
    /// What a complete pull would give now: `extended=full`, `include_all_episodes=original`, episode times and lengths, rewatches,
    /// memos, next episodes.
    public func fullPull() -> JSON { items(.complete) }
}
