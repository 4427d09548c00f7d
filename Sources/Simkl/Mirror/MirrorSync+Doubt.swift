/// Titles that the mirror has and Simkl's lists lack.
struct Missing: Hashable, Sendable {
    var ids: Set<Int>
    /// Whether the list that says so was read to its end, and has all else that is there.
    var isCertain: Bool
}

// MARK: - What is missing

extension MirrorSync {
    /// Looks for titles that a complete list of ids no longer has.
    mutating func findLost(_ buckets: [Wire.Bucket], in base: Snapshot) async throws(SyncError) {
        guard !buckets.isEmpty else { return }
        let ids = try await self.ids(of: buckets)
        for bucket in buckets {
            let file = self.bucket(bucket)
            let there = ids.map { $0[bucket] ?? [] }
            let gone = file.ids.subtracting(there ?? [])
            // Too much to believe at once, titles that never came, or a list that cannot be read: the whole bucket tells.
            if let there, gone.count * 2 <= file.ids.count, there.isSubset(of: file.ids) {
                missing[bucket] = gone.isEmpty ? nil : Missing(ids: gone, isCertain: true)
                try changeIndex { $0.welcome(there, in: bucket) }
            } else {
                try await pull(bucket, in: base, ids: there)
            }
        }
    }

    /// Notes what a whole bucket lacks of the titles that are kept.
    ///
    /// Only a list that was made to be complete may say that a title is gone, and only if it has what has just come. What it has and
    /// did not come is doubted as well: its changes would be lost.
    /// - Parameter ids: of the complete list; nil where there is none that could be read.
    mutating func note(_ lacking: Set<Int>, after came: Set<Int>, ids: Set<Int>?, in bucket: Wire.Bucket, of total: Int) {
        let gone = lacking.subtracting(ids ?? [])
        missing[bucket] = gone.isEmpty ? nil : Missing(ids: gone, isCertain: ids.map(came.isSubset) ?? false)
        let withheld = ids?.subtracting(came) ?? []
        let known = earlierDoubt?.withheld[bucket.rawValue]
        let isBelieved = withheld.isEmpty || options.allowsEmpty || isSaidAgain(withheld, known)
        doubt.withheld[bucket.rawValue] = isBelieved ? nil : claim(withheld, of: total, known)
    }

    /// Removes what Simkl no longer tells of, where that can be believed. It is kept elsewhere for a year.
    ///
    /// More than half of a bucket or of the library, all of a bucket, and what no complete list has said, is believed when Simkl says
    /// it again, at least an hour later. What somebody has put back stays.
    mutating func removeMissing(as current: Snapshot) throws(SyncError) {
        var files: [Wire.Bucket: LibraryFile] = [:]
        for bucket in Wire.Bucket.allCases { files[bucket] = self.bucket(bucket) }
        let total = files.values.reduce(0) { $0 + $1.ids.count }
        let moved = try removeMoved(files)
        var gone: [Wire.Bucket: Set<Int>] = [:]
        for (bucket, missing) in missing {
            let put = options.allowsEmpty ? [] : folder.index.restored?[bucket.rawValue] ?? []
            let ids = missing.ids.subtracting(moved[bucket] ?? [])
            report.restored += ids.intersection(put).count
            gone[bucket] = ids.subtracting(put)
        }
        let isMostOfAll = Self.isMost(gone.values.reduce(0) { $0 + $1.count }, of: total)
        var removed: [Wire.Bucket: Set<Int>] = [:]
        for (bucket, ids) in gone where !ids.isEmpty {
            let count = files[bucket]?.ids.count ?? 0
            let isMost = isMostOfAll || Self.isMost(ids.count, of: count) || ids.count == count
            let known = earlierDoubt?.gone[bucket.rawValue]
            if options.allowsEmpty || (!isMost && missing[bucket]?.isCertain == true) || isSaidAgain(ids, known) {
                removed[bucket] = ids
            } else {
                doubt.gone[bucket.rawValue] = claim(ids, of: count, known)
            }
        }
        if !doubt.isEmpty { try changeIndex { [doubt] in $0.doubt = doubt } }
        try remove(removed, as: current)
    }

    private static func isMost(_ count: Int, of total: Int) -> Bool { total >= 20 && count * 2 > total }

    /// Takes titles out of the bucket that they were in before Simkl sorted them anew: they are not gone.
    private mutating func removeMoved(_ files: [Wire.Bucket: LibraryFile]) throws(SyncError) -> [Wire.Bucket: Set<Int>] {
        var moved: [Wire.Bucket: Set<Int>] = [:]
        for (bucket, missing) in missing {
            moved[bucket] = missing.ids.filter { id in
                guard let row = files[bucket]?.row(id) else { return false }
                return files.contains { other, file in
                    let isThere = other != bucket && self.missing[other]?.ids.contains(id) != true
                    return isThere && file.row(id)?.isSameTitle(as: row) == true
                }
            }
        }
        for (bucket, ids) in moved where !ids.isEmpty {
            guard var file = files[bucket] else { continue }
            file.remove(ids)
            try store([file])
        }
        return moved
    }

    private mutating func remove(_ gone: [Wire.Bucket: Set<Int>], as current: Snapshot) throws(SyncError) {
        var files: [LibraryFile] = []
        var rows: [LibraryRow] = []
        for bucket in Wire.Bucket.allCases {
            guard let ids = gone[bucket], !ids.isEmpty else { continue }
            var file = self.bucket(bucket)
            rows += file.rows.filter { ids.contains($0.id) }
            file.remove(ids)
            files.append(file)
            report.removed += ids.count
        }
        let removed = RemovedTitles(folder)
        let newest = current.all?.secondsSince1970 ?? now
        if !rows.isEmpty {
            // By Simkl's clock where this machine's is behind.
            let day = RemovedTitles.name(of: max(now, newest))
            do { try removed.add(rows, day: day) } catch { throw .mirror(error) }
            report.removals = RemovedTitles.file(day)
            try store(files) { index in for (bucket, ids) in gone { index.welcome(ids, in: bucket) } }
        }
        // By Simkl's clock where this machine's is ahead.
        removed.prune(before: RemovedTitles.name(of: min(now, newest) - 366 * day))
    }
}

// MARK: - What was said before

extension MirrorSync {
    /// Notes that something is said to have changed and was not sent.
    ///
    /// - Returns: whether it was so in an earlier run already.
    mutating func isUnsentAgain(_ part: Doubt.Part) -> Bool {
        let isKnown = earlierDoubt?.unsent.contains(part) == true
        if !isKnown { doubt.unsent.insert(part) }
        return isKnown
    }

    /// Whether Simkl has said the same of these titles before, at least an hour ago.
    private func isSaidAgain(_ ids: Set<Int>, _ claim: Doubt.Claim?) -> Bool {
        guard let claim, ids.isSubset(of: claim.ids), let seconds = clock.seconds(since: claim.since) else { return false }
        return seconds >= hour
    }

    /// The hour counts from when it was said first, and anew when more is said, or when the clock was set.
    private func claim(_ ids: Set<Int>, of total: Int, _ known: Doubt.Claim?) -> Doubt.Claim {
        let since = known.flatMap { ids.isSubset(of: $0.ids) && clock.seconds(since: $0.since) != nil ? $0.since : nil }
        return Doubt.Claim(ids: ids, total: total, since: since ?? clock)
    }
}

extension MirrorIndex {
    /// Forgets that titles were put back: Simkl has them, or is to be believed.
    mutating func welcome(_ ids: Set<Int>, in bucket: Wire.Bucket) {
        guard let known = restored?[bucket.rawValue], !known.isDisjoint(with: ids) else { return }
        restored?[bucket.rawValue] = known.subtracting(ids)
    }
}
