import Foundation

extension MirrorSync {
    /// Sees to it that it is still the same account, before anything of another one can come among what is kept.
    ///
    /// Asked only when the activities leave it open: no two accounts changed their settings in the same second.
    mutating func checkAccount(_ current: Snapshot) async throws(SyncError) {
        guard folder.index.account != nil else { return }
        if !options.isFull, let kept = try keptSnapshot(),
            kept.dates["settings.all"] == current.dates["settings.all"], !current.isOlder(than: kept)
        {
            return
        }
        try await askSettings()
        if let trouble = report.trouble { throw .simkl(trouble) }
    }

    mutating func fetchSettings(_ delta: Delta) async throws(SyncError) {
        let kept = try data("settings.json")
        guard !hasSettings, delta.hasMovedSettings || options.isFull || kept == nil else { return }
        try await askSettings()
    }

    private mutating func askSettings() async throws(SyncError) {
        hasSettings = true
        let client = client
        guard let answer = try await part("settings", { () async throws(SimklError) in try await client.settings() }) else {
            return
        }
        guard let account = answer.value.accountID else {
            report.trouble = .notJSON(path: "/users/settings", reason: "there is no account in it")
            return
        }
        if let known = folder.index.account, known != account { throw .otherAccount(folder: folder.path) }
        try commit(["settings.json": .put(answer.body)]) { $0.account = account }
    }

    mutating func fetchPlayback(_ delta: Delta) async throws(SyncError) {
        let kept = try data("playback.json")
        let isLacking = folder.index.lacksPlayback == true
        guard delta.hasMovedPlayback || options.isFull || kept == nil || isLacking else { return }
        let client = client
        guard let answer = try await part("playback", { () async throws(SimklError) in try await client.playback() }) else {
            return
        }
        // A list without elements is an answer; `null` is none.
        let isList = (try? PaddedText(answer.body).parse { $0.kind == .array }) ?? false
        guard isList || kept == nil else {
            // What is kept stays, and is asked for until there is a list; but nothing else waits for it for ever.
            if delta.hasMovedPlayback, isUnsentAgain(.playback) { try changeIndex { $0.lacksPlayback = true } }
            return
        }
        try commit(["playback.json": .put(answer.body)]) { $0.lacksPlayback = nil }
    }

    /// Simkl's own totals: its dearest answer, so at most once a week, and only when anything has changed since.
    mutating func fetchStats(_ current: Snapshot) async throws(SyncError) {
        guard let account = folder.index.account, case .instant(let seconds, _) = current.all else { return }
        let kept = try data("stats.json")
        if kept != nil {
            guard folder.index.rounds["stats"] != seconds, isDue(folder.index.files["stats.json"]?.fetchedAt, after: 7 * day)
            else { return }
        }
        let client = client
        guard let answer = try await part("stats", { () async throws(SimklError) in try await client.stats(account: account) })
        else { return }
        guard !answer.value.isEmpty else { return report.leftOut.append("stats: there are none in the answer") }
        try commit(["stats.json": .put(answer.body)]) { $0.rounds["stats"] = seconds }
    }

    /// What others think, list by list: daily where something on the list still runs, else weekly; at once where a title is new on it.
    mutating func fetchCrowd() async throws(SyncError) {
        for bucket in Wire.Bucket.allCases {
            let file = "crowd/\(bucket.rawValue).json"
            let text = try data(file)
            var kept = CrowdFile(text)
            let titles = self.bucket(bucket).titles
            let lists = Dictionary(grouping: titles, by: { $0.status ?? "" }).filter { list, rows in
                guard LibraryQuery.statuses(of: bucket).contains(list) else { return false }
                let period = rows.contains { !kept.hasEnded($0.id) } ? day : 7 * day
                return text == nil || rows.contains { !kept.knows($0.id) }
                    || isDue(folder.index.rounds["\(file)/\(list)"], after: period)
            }
            guard !lists.isEmpty else { continue }
            let (names, client) = (lists.keys.sorted(), client)
            guard
                let answer = try await part(
                    file,
                    { () async throws(SimklError) in
                        try await client.crowdRatings(of: bucket, on: names)
                    })
            else { continue }
            report.note(answer.issues)
            kept.update(
                answer.body, asked: Set(lists.values.joined().map(\.id)), keeping: Set(titles.map(\.id)))
            try commit([file: .put(kept.encoded())]) { [now] index in
                for name in names { index.rounds["\(file)/\(name)"] = now }
            }
        }
    }
}
