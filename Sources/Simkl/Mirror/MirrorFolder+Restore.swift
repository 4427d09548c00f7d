/// What came of putting titles back.
public struct Restoration: Hashable, Sendable {
    /// When they had been removed: `2026-11-25`.
    public let day: String
    /// How many were put back.
    public let restored: Int
    /// How many are in the library anyway.
    public let present: Int
}

extension MirrorFolder {
    /// Puts back what was removed on a day, as it was then.
    ///
    /// What the library has by now stays as it is. The titles stay, though Simkl does not have them: until it does, or until somebody
    /// says that it is to be believed (``MirrorSync/Options/allowsEmpty``). The next sync looks at the whole library.
    /// - Parameter day: the last one when nil.
    public func restore(_ day: String?, now: Int64) throws(MirrorError) -> Restoration {
        let removed = RemovedTitles(self)
        let days = removed.days
        // A day that is still to come was written by a wrong clock.
        let last = days.last { $0 <= RemovedTitles.name(of: now) } ?? days.last
        guard let day = day ?? last, days.contains(day) else { throw .nothingRemoved(path: path, day: day, days: days) }
        guard let rows = removed.rows(day) else { throw .damagedRemovals(path: "\(path)/\(RemovedTitles.file(day))") }
        var files: [Wire.Bucket: LibraryFile] = [:]
        for bucket in Wire.Bucket.allCases {
            let data = try data("\(bucket.rawValue).json", now: now)
            files[bucket] = data.flatMap { try? LibraryFile(bucket: bucket, data: $0) } ?? LibraryFile(bucket: bucket)
        }
        let missing = rows.filter { row in !files.values.contains { $0.row(row.id)?.isSameTitle(as: row) == true } }
        for (bucket, rows) in Dictionary(grouping: missing, by: \.bucket) { files[bucket]?.upsert(rows) }
        let restored = Dictionary(grouping: missing, by: \.bucket.rawValue).mapValues { Set($0.map(\.id)) }
        let snapshot = try data("activities.json", now: now)
        if !missing.isEmpty {
            let changed = files.filter { restored[$0.key.rawValue] != nil }
            try commit(
                Dictionary(uniqueKeysWithValues: changed.map { ("\($0.key.rawValue).json", .put($0.value.encoded())) }), now: now
            ) { index in
                index.restored = (index.restored ?? [:]).merging(restored) { $0.union($1) }
                if let snapshot {
                    index.pull = MirrorIndex.Pull(
                        activities: String(decoding: snapshot, as: UTF8.self), done: [], terms: index.terms)
                }
            }
        }
        let (all, put) = (Set(rows.map(\.id)), restored.values.reduce(0) { $0 + $1.count })
        return Restoration(day: day, restored: put, present: all.count - put)
    }
}
