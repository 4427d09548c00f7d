import Foundation

// MARK: - Calendars

extension MirrorSync {
    /// The calendar files: the rolling ones and those of the months around, each at most every six hours, and only when changed.
    ///
    /// They come from the CDN, which is none of the API's business: when it is away, the calendars that are kept stay.
    mutating func fetchCalendars() async throws(SyncError) {
        let due = try dueCalendars()
        if !due.isEmpty { progress("\(due.count) calendar files") }
        // The first ones tell whether the CDN is there at all.
        let trouble = report.trouble
        try await fetchCalendars(Array(due.prefix(3)))
        if report.trouble == trouble { try await fetchCalendars(Array(due.dropFirst(3))) }
    }

    private mutating func fetchCalendars(_ due: [CalendarFile]) async throws(SyncError) {
        let client = client
        var known: [String: FileValidators] = [:]
        for file in due { known[file.local] = try validators(file.local) }
        let answers = await inParallel(due) { [known] file in
            await Self.result { () async throws(SimklError) in
                try await client.file(file.remote, unless: known[file.local] ?? FileValidators())
            }
        }
        var new: [String: MirrorFolder.Change] = [:]
        var missing: [String] = []
        for (file, answer) in zip(due, answers) {
            switch answer {
            case .success(.new(let data, let validators)):
                if try isEmptied(file, by: data) {
                    missing.append(file.local)
                    report.leftOut.append("\(file.local): there is nothing in it any more")
                } else {
                    new[file.local] = .put(data, validators)
                }
            case .success(.unchanged) where known[file.local] == FileValidators():
                let reason = "it says that nothing has changed, but nothing is known"
                report.trouble = report.trouble ?? .notJSON(path: file.remote.path, reason: reason)
            case .success(.unchanged): new[file.local] = .confirmed
            case .success(.missing): missing.append(file.local)
            case .failure(let error): report.trouble = report.trouble ?? error.asOutage
            }
        }
        report.files += new.values.count { if case .put = $0 { true } else { false } }
        let asked = Set(calendars().map(\.local))
        try commit(new) { [now] index in
            for file in missing { index.rounds[file] = now }
            // Of months that are not asked for any more nothing is remembered.
            index.rounds = index.rounds.filter { !$0.key.hasPrefix("calendar/") || asked.contains($0.key) }
        }
    }

    /// The files that are missing, damaged, or as old as they may be.
    private func dueCalendars() throws(SyncError) -> [CalendarFile] {
        var due: [CalendarFile] = []
        for file in calendars() {
            let isThere = try data(file.local) != nil
            let index = folder.index
            let times = [index.rounds[file.local], isThere ? index.files[file.local]?.fetchedAt : nil]
            let known = times.compactMap(\.self)
            if known.isEmpty || known.allSatisfy({ isDue($0, after: 6 * hour) }) { due.append(file) }
        }
        return due
    }

    /// Whether a calendar would lose all that it has.
    private func isEmptied(_ file: CalendarFile, by new: Data) throws(SyncError) -> Bool {
        func isBare(_ data: Data) -> Bool {
            (try? PaddedText(data).parse { root in (root["calendar"] ?? root).isEmpty }) ?? true
        }
        guard isBare(new), let kept = try data(file.local) else { return false }
        return !isBare(kept)
    }

    private struct CalendarFile: Sendable {
        let remote: CDNFile
        let local: String
    }

    /// Of the kinds that the library has: the rolling file, the month before this one, this one, and three more.
    private func calendars() -> [CalendarFile] {
        let current = Self.month(of: now)
        var files: [CalendarFile] = []
        for bucket in Wire.Bucket.allCases where !self.bucket(bucket).isEmpty {
            let name = "\(CDNFile.name(bucket)).json"
            files.append(CalendarFile(remote: .calendar(bucket), local: "calendar/\(name)"))
            for month in (current - 1)...(current + 3) {
                let (year, number) = (month / 12, month % 12 + 1)
                files.append(
                    CalendarFile(
                        remote: .month(bucket, year: year, month: number), local: "calendar/\(year)/\(number)/\(name)"))
            }
        }
        return files
    }
}

// MARK: - Details and episodes

extension MirrorSync {
    /// Title details and episode lists, once a day and within a budget: titles being watched first, what is missing before what
    /// may have changed, and never again what was fetched after the title had ended.
    mutating func fetchCatalogue() async throws(SyncError) {
        guard options.catalogueBudget > 0, report.trouble == nil,
            options.isFull || isDue(folder.index.rounds["catalogue"], after: 20 * hour)
        else { return }
        var wanted = try catalogueFiles().prefix(options.catalogueBudget)
        let client = client
        while !wanted.isEmpty, report.trouble == nil {
            // A few at a time, so that an interrupted run has something to show for itself.
            progress("details of titles, \(wanted.count) to go")
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
        if report.trouble == nil { try changeIndex { [now] in $0.rounds["catalogue"] = now } }
    }

    private struct CatalogueFile: Sendable {
        let bucket: Wire.Bucket
        let id: Int
        let isEpisodes: Bool

        var local: String { "\(isEpisodes ? "episodes" : "titles")/\(bucket.catalogName)/\(id).json" }

        func fetch(from client: SimklClient) async throws(SimklError) -> (data: Data, hasContent: Bool) {
            if isEpisodes {
                let answer = try await client.episodes(of: id, in: bucket)
                return (answer.body, !answer.value.isEmpty)
            }
            let answer = try await client.details(of: id, in: bucket)
            return (answer.body, answer.value != nil)
        }
    }

    /// What is missing or old, the most wanted first.
    private func catalogueFiles() throws(SyncError) -> [CatalogueFile] {
        let order = ["watching", "plantowatch", "hold", "completed", "dropped"]
        var wanted: [(rank: Int, file: CatalogueFile)] = []
        for bucket in Wire.Bucket.allCases {
            for row in self.bucket(bucket).titles {
                let rank = order.firstIndex(of: row.status ?? "") ?? order.count
                for isEpisodes in bucket == .movies ? [false] : [false, true] {
                    let file = CatalogueFile(bucket: bucket, id: row.id, isEpisodes: isEpisodes)
                    guard try data(file.local) != nil, let entry = folder.index.files[file.local] else {
                        wanted.append((rank, file))
                        continue
                    }
                    let period = rank == 0 ? 7 * day : 30 * day
                    if isDue(entry.fetchedAt, after: period), try !isFinal(file, fetchedAt: entry.fetchedAt) {
                        wanted.append((rank + order.count + 1, file))
                    }
                }
            }
        }
        return wanted.sorted { ($0.rank, $0.file.id, $0.file.local) < ($1.rank, $1.file.id, $1.file.local) }.map(\.file)
    }

    /// Whether a file was fetched after its title had ended, or half a year after a film was released: then it is kept for good.
    private func isFinal(_ file: CatalogueFile, fetchedAt: Int64) throws(SyncError) -> Bool {
        // A clock that was ahead makes no film old.
        let fetchedAt = min(fetchedAt, now)
        let details = "titles/\(file.bucket.catalogName)/\(file.id).json"
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

// MARK: - Several at a time

extension MirrorSync {
    /// Asks for several files; the client sees to it that no more than four are on their way at once.
    private func inParallel<File: Sendable, Value: Sendable>(
        _ files: [File], _ ask: @escaping @Sendable (File) async -> Result<Value, SimklError>
    ) async -> [Result<Value, SimklError>] {
        await withTaskGroup(of: (Int, Result<Value, SimklError>).self) { group in
            for (position, file) in files.enumerated() { group.addTask { (position, await ask(file)) } }
            var results: [(Int, Result<Value, SimklError>)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private static func result<Value>(
        _ ask: () async throws(SimklError) -> Value
    ) async -> Result<Value, SimklError> {
        do { return .success(try await ask()) } catch { return .failure(error) }
    }
}
