import Foundation

extension MirrorSync {
    /// Sees to it that every bucket is there, and tells as of which snapshot they are.
    ///
    /// A pull that was interrupted goes on with the buckets that are missing, unless all is wanted anew. Its snapshot is the one that
    /// it began with: what changed since comes as changes. A library that came by other terms than today's is pulled whole.
    mutating func pulled(to current: Snapshot) async throws(SyncError) -> Snapshot {
        let begun = folder.index.pull.flatMap { pull in
            options.isFull || pull.terms != terms ? nil : Snapshot(Data(pull.activities.utf8)).map { ($0, pull.done) }
        }
        let kept = try keptSnapshot()
        if begun == nil, !options.isFull, folder.index.terms == terms, let snapshot = kept {
            for bucket in Wire.Bucket.allCases {
                if try !isKept(bucket) { try await pull(bucket, in: snapshot) }
            }
            return snapshot
        }
        let (base, done) = begun ?? (current, [])
        let text = String(decoding: base.text, as: UTF8.self)
        try changeIndex { [terms] in $0.pull = MirrorIndex.Pull(activities: text, done: done, terms: terms) }
        for bucket in Wire.Bucket.allCases {
            let isKept = try isKept(bucket)
            if !isKept || !done.contains(bucket.rawValue) {
                try await pull(bucket, in: base) { $0.pull?.done.append(bucket.rawValue) }
            }
        }
        return base
    }

    /// Fetches what moved.
    ///
    /// Of what is said to have changed and does not come a second time, the whole bucket is fetched: nothing is no answer.
    mutating func fetchChanges(_ delta: Delta, since base: Snapshot) async throws(SyncError) {
        guard delta.hasNews else { return }
        var unsent: Set<Wire.Bucket> = []
        if !delta.lists.isEmpty, try await !fetchItems(since: base), isUnsentAgain(.lists) { unsent.formUnion(delta.lists) }
        if !delta.ratings.isEmpty, try await !fetchRatings(since: base, hasChanges: !delta.lists.isEmpty), isUnsentAgain(.ratings)
        {
            unsent.formUnion(delta.ratings)
        }
        for bucket in Wire.Bucket.allCases where unsent.contains(bucket) { try await pull(bucket, in: base) }
        try await findLost(delta.lost.filter { !unsent.contains($0) }, in: base)
    }

    static func file(_ bucket: Wire.Bucket) -> String { bucket.rawValue + ".json" }

    /// A bucket as it is kept; empty where nothing is.
    func bucket(_ bucket: Wire.Bucket) -> LibraryFile { library[bucket] ?? LibraryFile(bucket: bucket) }

    /// Whether a bucket is there. It is read once, so that nothing that happens to the files in the meantime can make it empty.
    private mutating func isKept(_ bucket: Wire.Bucket) throws(SyncError) -> Bool {
        if library[bucket] == nil {
            library[bucket] = try data(Self.file(bucket)).flatMap { try? LibraryFile(bucket: bucket, data: $0) }
        }
        return library[bucket] != nil
    }

    mutating func store(
        _ files: [LibraryFile], _ update: (inout MirrorIndex) -> Void = { _ in }
    ) throws(SyncError) {
        for file in files { library[file.bucket] = file }
        try commit(Dictionary(uniqueKeysWithValues: files.map { (Self.file($0.bucket), .put($0.encoded())) }), update)
    }
}

// MARK: - Whole buckets

extension MirrorSync {
    /// Fetches a bucket whole, status by status where Simkl wants that. What it lacks stays until ``removeMissing(as:)``.
    mutating func pull(
        _ bucket: Wire.Bucket, in snapshot: Snapshot, ids known: Set<Int>? = nil, _ update: (inout MirrorIndex) -> Void = { _ in }
    ) async throws(SyncError) {
        tell(.library(bucket))
        let old = self.bucket(bucket)
        var new = LibraryFile(bucket: bucket)
        do {
            new.upsert(try await rows(query(bucket: bucket)))
        } catch .simkl(.tooManyItems) {
            for status in LibraryQuery.statuses(of: bucket) {
                new.upsert(try await rows(query(bucket: bucket, status: status)))
                tell(.library(bucket), come: new.ids.count)
            }
        }
        // Nor may one begin with nothing when there is something.
        if new.isEmpty, old.isEmpty, snapshot.hasLists(of: bucket), try await ids(of: [bucket])?[bucket]?.isEmpty == false {
            let path = "/sync/all-items/\(bucket.rawValue)"
            throw .simkl(.notJSON(path: path, reason: "it is empty, but the list of ids is not"))
        }
        let came = new.ids
        tell(.library(bucket), come: came.count)
        let lacking = old.ids.subtracting(came)
        report.pulled[bucket] = came.count
        var ids = known
        if ids == nil, !lacking.isEmpty { ids = try await self.ids(of: [bucket]).map { $0[bucket] ?? [] } }
        note(lacking, after: came, ids: ids, in: bucket, of: old.ids.count)
        new.upsert(old.rows.filter { lacking.contains($0.id) })
        let isWhole = missing[bucket] == nil && doubt.withheld[bucket.rawValue] == nil
        try store([new]) { index in
            index.welcome(came, in: bucket)
            if isWhole { update(&index) }
        }
    }

    /// - Parameter query: of the library; rows of other buckets than the one asked for are left out.
    private mutating func rows(_ query: LibraryQuery) async throws(SyncError) -> [LibraryRow] {
        let answer = try await asking { () async throws(SimklError) in try await client.rows(query) }
        return try taken(answer).filter { query.bucket == nil || $0.bucket == query.bucket }
    }

    /// The rows of an answer, and a word on each that could not be read.
    ///
    /// - Throws: where the answer is no library at all: that is not the same as an empty one.
    private mutating func taken(_ answer: Answer<[LibraryRow]>) throws(SyncError) -> [LibraryRow] {
        let issues = answer.issues.filter { $0.loss == .item }
        // Not something in a list, but the list itself.
        if let issue = issues.first(where: { !$0.pointer.contains(where: \.isNumber) }) {
            throw .simkl(.notJSON(path: issue.file, reason: issue.message))
        }
        report.leftOut += issues.map { "\($0.file)#\($0.pointer): \($0.message)" }
        report.note(answer.issues)
        return answer.value
    }

    /// The ids of all titles in some buckets, from a list that was read to its end; nil where something in it cannot be read.
    mutating func ids(of buckets: [Wire.Bucket]) async throws(SyncError) -> [Wire.Bucket: Set<Int>]? {
        let query = LibraryQuery(.ids, bucket: buckets.count == 1 ? buckets.first : nil)
        let losses = report.leftOut.count
        let ids = Dictionary(grouping: try await rows(query), by: \.bucket).mapValues { Set($0.map(\.id)) }
        return report.leftOut.count == losses ? ids : nil
    }
}

// MARK: - Changes

extension MirrorSync {
    /// Puts changed titles over what is kept; one that changed its bucket leaves the old one.
    ///
    /// - Returns: whether there were any.
    private mutating func fetchItems(since base: Snapshot) async throws(SyncError) -> Bool {
        let rows = try await changedRows(since: base)
        if !rows.isEmpty { try upsert(rows) }
        return !rows.isEmpty
    }

    private mutating func changedRows(since base: Snapshot) async throws(SyncError) -> [LibraryRow] {
        let date = base.dateFrom
        do {
            return try await rows(query(dateFrom: date))
        } catch .simkl(.tooManyItems) {
            var rows: [LibraryRow] = []
            for bucket in Wire.Bucket.allCases {
                for status in LibraryQuery.statuses(of: bucket) {
                    rows += try await self.rows(query(bucket: bucket, status: status, dateFrom: date))
                }
            }
            return rows
        }
    }

    private mutating func upsert(_ rows: [LibraryRow]) throws(SyncError) {
        var files: [LibraryFile] = []
        for bucket in Wire.Bucket.allCases {
            var file = self.bucket(bucket)
            let moved = rows.filter { row in row.bucket != bucket && file.row(row.id)?.isSameTitle(as: row) == true }
            file.remove(Set(moved.map(\.id)))
            let mine = rows.filter { $0.bucket == bucket }
            report.changed += mine.count { !file.holds($0) }
            file.upsert(mine)
            files.append(file)
        }
        try store(files) { index in for row in rows { index.welcome([row.id], in: row.bucket) } }
    }

    /// Applies what was rated, rated anew, or no longer is.
    ///
    /// A rating can move a title between lists without moving their dates: then, and for titles that the mirror has never seen,
    /// the titles are asked for as well.
    /// - Returns: whether there was anything.
    private mutating func fetchRatings(since base: Snapshot, hasChanges: Bool) async throws(SyncError) -> Bool {
        let answer = try await asking { () async throws(SimklError) in
            try await client.ratedRows(since: base.dateFrom ?? "1970-01-01T00:00:00Z")
        }
        let rows = try taken(answer)
        guard !rows.isEmpty else { return false }
        var known: [LibraryRow?] = []
        for row in rows {
            let file = bucket(row.bucket)
            known.append(file.row(row.id))
        }
        if !hasChanges, zip(rows, known).contains(where: { $1 == nil || $0.status != $1?.status }) {
            _ = try await fetchItems(since: base)
        }
        var files: [Wire.Bucket: LibraryFile] = [:]
        for row in rows {
            let kept = bucket(row.bucket)
            var file = files[row.bucket] ?? kept
            let known = file.row(row.id)
            if known != nil {
                file.overlay(row)
            } else if row.isRated {
                // What the library does not tell of must come from here: nothing is lost.
                file.upsert([row])
            }
            if file.row(row.id) != known { report.rated += 1 }
            files[row.bucket] = file
        }
        try store(Array(files.values))
        return true
    }
}
