import Foundation

extension LoopbackAccount {
    /// Reads a folder of plain Simkl JSON, such as `foyer build --data` takes.
    ///
    /// - Throws: where `all-items.json` is missing or a file is not JSON.
    public init(folder: String) throws {
        func read(_ file: String) throws -> JSON? {
            let url = URL(filePath: folder).appending(path: file)
            return FileManager.default.fileExists(atPath: url.path) ? try JSON(Data(contentsOf: url)) : nil
        }
        guard let items = try read("all-items.json") else { throw CocoaError(.fileNoSuchFile) }
        self.init(now: Date(timeIntervalSince1970: 0), settings: try read("settings.json") ?? ["account": ["id": 1]])
        for bucket in Bucket.allCases {
            let rows = items[bucket.rawValue]?.elements ?? []
            entries += rows.filter { $0["is_rewatch"]?.bool != true }.map { Entry(bucket: bucket, item: $0) }
            for row in rows where row["is_rewatch"]?.bool == true { add(rewatch: row, in: bucket) }
        }
        if let given = try read("activities.json") { activities = Activities(given) }
        activities.settle(entries)
        let stated = try read("manifest.json")?["now"]?.string.flatMap { Date(simkl: $0) }
        now = stated ?? (activities.all ?? now) + 3600
        statistics = try read("stats.json")
        playback = try read("playback.json")?.elements ?? []
        for bucket in Bucket.allCases {
            for row in try read("crowd/\(bucket.rawValue).json")?.elements ?? [] { crowd[row["id"]?.int ?? 0] = row }
            if let calendar = try read("calendar/\(bucket.calendar).json") { calendars[bucket] = Calendar(calendar) }
        }
        for entry in entries {
            details[entry.id] = try read("titles/\(entry.bucket.catalog)/\(entry.id).json")
            episodes[entry.id] = try read("episodes/\(entry.bucket.catalog)/\(entry.id).json")?.elements
        }
    }
    private mutating func add(rewatch row: JSON, in bucket: Bucket) {
        let own = Entry(bucket: bucket, item: row)
        var watched = own.watched
        if bucket == .movies { watched[EpisodeNumber(season: 0, number: 0)] = row["last_watched_at"]?.string }
        _ = change(own.id) { entry in
            let id = row["rewatch_id"]?.int ?? entry.rewatches.count + 1
            let status = row["rewatch_status"]?.string ?? "completed"
            entry.rewatches.append(Rewatch(id: id, status: status, watched: watched))
            entry.lengths.merge(own.lengths) { known, _ in known }
        }
    }
}
