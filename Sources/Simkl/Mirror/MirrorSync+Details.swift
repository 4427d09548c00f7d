import Foundation

// MARK: - Details and episodes

extension MirrorSync {
    /// How long it takes from one round to the next.
    static let catalogueRest: Int64 = 20 * 3600

    /// Title details and episode lists, once a day and within a budget: what is missing before what has changed.
    mutating func fetchCatalogue() async throws(SyncError) {
        guard options.catalogueBudget > 0, report.trouble == nil,
            options.isFull || options.wantsCatalogueNow || isDue(folder.index.rounds["catalogue"], after: Self.catalogueRest)
        else { return }
        try await learnChanges()
        var wanted = try catalogueFiles().prefix(options.catalogueBudget)
        let client = client
        while !wanted.isEmpty, report.trouble == nil {
            // A few at a time, so that an interrupted run has something to show for itself.
            tell(.details(wanted.count))
            let batch = Array(wanted.prefix(20))
            wanted = wanted.dropFirst(20)
            let answers = await inParallel(batch) { file in
                await Self.result { () async throws(SimklError) in try await file.fetch(from: client) }
            }
            var new: [String: MirrorFolder.Change] = [:]
            for (file, answer) in zip(batch, answers) {
                switch answer {
                case .success(let found):
                    // What is known of a title is better than nothing.
                    let isKept = folder.index.files[file.local] != nil && !found.hasContent
                    new[file.local] = isKept ? .confirmed : .put(found.data, FileValidators())
                case .failure(.notFound), .failure(.refused): report.leftOut.append("\(file.local): Simkl has no such title")
                // One title's trouble is not the others'.
                case .failure(.forbidden(let path, let word)):
                    report.leftOut.append("\(file.local): \(SimklError.forbidden(path: path, error: word))")
                case .failure(.notJSON(let path, let reason)):
                    report.leftOut.append("\(file.local): \(SimklError.notJSON(path: path, reason: reason))")
                case .failure(.withheld(_, let status, _)): report.leftOut.append("\(file.local): Simkl answers with \(status)")
                case .failure(let error): report.trouble = report.trouble ?? error.asOutage
                }
            }
            report.files += new.values.count { $0 != .confirmed }
            try commit(new)
        }
        guard report.trouble == nil else { return }
        let settled = settledChanges()
        try changeIndex { [now, isOfTheDay = !options.wantsCatalogueNow] index in
            if isOfTheDay { index.rounds["catalogue"] = now }
            for (bucket, ids) in settled { for id in ids { index.changed?[bucket]?[id] = nil } }
        }
    }

    /// What is missing, then what has changed or is old; of each the most wanted first.
    private func catalogueFiles() throws(SyncError) -> [CatalogueFile] {
        var wanted: [(rank: CatalogueRank, file: CatalogueFile)] = []
        for bucket in Wire.Bucket.allCases {
            for row in self.bucket(bucket).titles {
                for file in CatalogueFile.all(of: row.id, in: bucket) {
                    let isMissing = try data(file.local) == nil || folder.index.files[file.local] == nil
                    let isWanted = isMissing ? true : try isOutdated(file, isWatching: row.status == "watching")
                    if isWanted {
                        wanted.append((CatalogueRank(row, isMissing: isMissing, now: now), file))
                    }
                }
            }
        }
        return wanted.sorted { ($0.rank, $0.file.id, $0.file.local) < ($1.rank, $1.file.id, $1.file.local) }.map(\.file)
    }

    /// Whether Simkl has changed the title since the file was fetched, or it is so old that this may have been missed.
    private func isOutdated(_ file: CatalogueFile, isWatching: Bool) throws(SyncError) -> Bool {
        guard let fetchedAt = folder.index.files[file.local]?.fetchedAt else { return true }
        if let told = folder.index.changed?[file.bucket.rawValue]?[file.id], fetchedAt < min(told, now) { return true }
        let period = isWatching ? 7 * day : isToldOfChanges ? 180 * day : 30 * day
        return isDue(fetchedAt, after: period) ? try !isFinal(file, fetchedAt: fetchedAt) : false
    }

    /// Whether a file was fetched after its title had ended, or half a year after a film was released: then it is kept for good.
    private func isFinal(_ file: CatalogueFile, fetchedAt: Int64) throws(SyncError) -> Bool {
        // A clock that was ahead makes no film old.
        let fetchedAt = min(fetchedAt, now)
        let details = CatalogueFile(bucket: file.bucket, id: file.id, isEpisodes: false).local
        guard let text = try data(details) else { return false }
        var reader = WireReader(file: details)
        guard let known = try? PaddedText(text).parse({ $0.kind == .object ? Wire.Details($0, &reader) : nil }) ?? nil else {
            return false
        }
        guard file.bucket == .movies else { return known.status?.lowercased() == "ended" }
        guard let released = known.released?.secondsSince1970 else { return false }
        return fetchedAt - released > 180 * day
    }
}

// MARK: - What has changed

extension MirrorSync {
    /// Simkl tells of no change that is older.
    private static let memory: Int64 = 14 * 86_400

    /// Whether no change can have been missed.
    private var isToldOfChanges: Bool { folder.index.rounds["changes"].map { !isDue($0, after: Self.memory) } ?? false }

    /// Asks, once a day, what Simkl has changed in its catalogue, and remembers what of it is in the library.
    private mutating func learnChanges() async throws(SyncError) {
        let last = folder.index.rounds["changes"]
        guard isDue(last, after: Self.catalogueRest) else { return }
        // What changed in the minutes before a question is not in its answer.
        let since = max(min(last ?? 0, now) - 10 * 60, now - Self.memory)
        let client = client
        guard
            let answer = try await part(
                "changes", { () async throws(SimklError) in try await client.changes(since: since) })
        else { return }
        var changed = folder.index.changed ?? [:]
        for (bucket, ids) in answer.value {
            for id in ids.intersection(self.bucket(bucket).ids) { changed[bucket.rawValue, default: [:]][id] = now }
        }
        try changeIndex { [now, changed] index in (index.rounds["changes"], index.changed) = (now, changed) }
    }

    /// Changes that have been fetched, or whose titles have left the library.
    private func settledChanges() -> [String: [Int]] {
        var settled: [String: [Int]] = [:]
        for bucket in Wire.Bucket.allCases {
            let ids = self.bucket(bucket).ids
            for (id, told) in folder.index.changed?[bucket.rawValue] ?? [:] {
                let files = CatalogueFile.all(of: id, in: bucket).map { folder.index.files[$0.local]?.fetchedAt }
                if !ids.contains(id) || files.allSatisfy({ $0.map { $0 >= min(told, now) } ?? true }) {
                    settled[bucket.rawValue, default: []].append(id)
                }
            }
        }
        return settled
    }
}
