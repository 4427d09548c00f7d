import Foundation

// MARK: - Calendars

extension MirrorSync {
    /// The calendar files: the rolling ones and those of the months around, each at most every six hours, and only when changed.
    ///
    /// They come from the CDN, which is none of the API's business: when it is away, the calendars that are kept stay.
    mutating func fetchCalendars() async throws(SyncError) {
        let due = try dueCalendars()
        if !due.isEmpty { tell(.calendars(due.count)) }
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
        for file in calendars() where try isFileDue(file.local, after: 6 * hour) { due.append(file) }
        return due
    }

    /// Whether a file of the CDN is to be asked for: it was not for so long, and neither is what is there newer than that.
    func isFileDue(_ file: String, after seconds: Int64) throws(SyncError) -> Bool {
        let isOld = try data(file) == nil || isDue(folder.index.files[file]?.fetchedAt, after: seconds)
        return isOld && isDue(folder.index.rounds[file], after: seconds)
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

// MARK: - Several at a time

extension MirrorSync {
    /// Asks for several files; the client sees to it that no more than four are on their way at once.
    func inParallel<File: Sendable, Value: Sendable>(
        _ files: [File], _ ask: @escaping @Sendable (File) async -> Result<Value, SimklError>
    ) async -> [Result<Value, SimklError>] {
        await withTaskGroup(of: (Int, Result<Value, SimklError>).self) { group in
            for (position, file) in files.enumerated() { group.addTask { (position, await ask(file)) } }
            var results: [(Int, Result<Value, SimklError>)] = []
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    static func result<Value>(
        _ ask: () async throws(SimklError) -> Value
    ) async -> Result<Value, SimklError> {
        do { return .success(try await ask()) } catch { return .failure(error) }
    }
}
