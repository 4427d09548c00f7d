import Foundation

/// Brings a mirror up to date with as few requests as Simkl's rules ask for.
///
/// The activities are asked first. Nothing new is that one request; else only what moved is asked for, and what comes is put over
/// what is there: asking twice does no harm, so a run that was interrupted is simply run again. The snapshot of the activities is
/// kept only when all that it speaks of has come.
/// Source: Simkl's sync guide, "two-phase model".
public struct MirrorSync {
    public struct Options: Hashable, Sendable {
        /// Pull the whole library, whatever is there.
        public var isFull = false
        /// Believe Simkl at once, whatever it says is gone, also of what somebody has put back.
        public var allowsEmpty = false
        /// How many requests may go to title details and episode lists, once a day.
        ///
        /// None of them counts against what Simkl allows in a day, so that the pace is the limit: these take two minutes and a half.
        public var catalogueBudget = Self.catalogueBudgetOfADay
        public static let catalogueBudgetOfADay = 1500
        /// Whether they go out at once, whenever the last ones did.
        public var wantsCatalogueNow = false
        /// Whether titles are to have English names, whatever the account's languages; nil leaves it as the mirror has it.
        public var namesInEnglish: Bool?
        /// Whether what is trending is wanted, too.
        public var discovers = false

        public init() {}

        /// How long a run may ask. The details alone take a tenth of a second each, by Simkl's rules.
        var timeLimit: Duration { SimklClient.patience + .milliseconds(500) * catalogueBudget }
    }

    let client: SimklClient
    let folder: MirrorFolder
    let options: Options
    /// Told how far it has come, for whoever waits.
    let progress: @Sendable (SyncProgress) -> Void
    var report = SyncReport()
    /// The buckets that have been read, as they are on the disk.
    var library: [Wire.Bucket: LibraryFile] = [:]
    /// Whether the settings have been asked for.
    var hasSettings = false
    /// Titles that the mirror has and Simkl's lists lack.
    var missing: [Wire.Bucket: Missing] = [:]
    /// What this run does not believe, and what an earlier one did not.
    var doubt = Doubt()
    var earlierDoubt: Doubt?
    private let sinceStart: ClockReading.SinceStart?

    /// - Parameters:
    ///   - folder: opened for writing, so that no other run is at it.
    ///   - sinceStart: how long the machine has been on, for what must not depend on a clock that can be set.
    public init(
        client: SimklClient, folder: MirrorFolder, options: Options = Options(), sinceStart: ClockReading.SinceStart? = nil,
        progress: @escaping @Sendable (SyncProgress) -> Void = { _ in }
    ) {
        self.progress = progress
        self.sinceStart = sinceStart
        self.client = client
        self.folder = folder
        self.options = options
    }

    /// What rows of the library are asked for with.
    var terms: String { query().terms }

    /// Rows of the library, in the language that the mirror is to have.
    func query(bucket: Wire.Bucket? = nil, status: String? = nil, dateFrom: String? = nil) -> LibraryQuery {
        LibraryQuery(
            .full, bucket: bucket, status: status, dateFrom: dateFrom,
            isInEnglish: options.namesInEnglish ?? LibraryQuery.isInEnglish(folder.index.terms))
    }

    /// Tells whoever waits what is being fetched.
    ///
    /// - Parameter come: of the bucket that is being fetched, how many have come; nil while none has.
    func tell(_ step: SyncProgress.Step, come: Int? = nil) {
        var titles = library.mapValues { $0.ids.count }
        if case .library(let bucket) = step { titles[bucket] = come }
        progress(SyncProgress(step: step, titles: titles))
    }

    var now: Int64 { client.timekeeper.now() }

    var clock: ClockReading { ClockReading(wall: now, sinceStart: sinceStart) }

    /// - Throws: ``SyncError`` when the library could not be brought up to date. What came before the trouble stays and is used by
    ///   the next run.
    public mutating func run() async throws(SyncError) -> SyncReport {
        client.setDeadline(in: options.timeLimit)
        earlierDoubt = folder.index.doubt
        try mendClock()
        let current = try await activities()
        try await checkAccount(current)
        let base = try await pulled(to: current)
        try await fetchChanges(Delta(from: base, to: current), since: base)
        try removeMissing(as: current)
        // What a pull of the library does not bring may have moved before it began.
        let delta = Delta(from: try keptSnapshot() ?? base, to: current)
        try await fetchSettings(delta)
        try await fetchPlayback(delta)
        if report.trouble == nil { try keep(current) }
        report.doubt = doubt.isEmpty ? nil : doubt
        try await fetchStats(current)
        try await fetchCrowd()
        try await fetchCalendars()
        try await fetchTrending()
        try await fetchCatalogue()
        try prune(as: current)
        report.damaged = folder.damaged
        let newest = current.all?.secondsSince1970 ?? now
        try changeIndex { [now, quota = client.quota, isCurrent = report.isCurrent] index in
            // A clock that is behind what Simkl has told is wrong.
            if isCurrent { index.syncedAt = max(now, newest) }
            if let quota { index.quota = MirrorIndex.Quota(limit: quota.limit, remaining: quota.remaining, at: now) }
        }
        return report
    }

    /// After a run with a clock that was ahead, nobody knows when it was: later than the newest change that it brought.
    private func mendClock() throws(SyncError) {
        guard let syncedAt = folder.index.syncedAt, syncedAt > now, let newest = try keptSnapshot()?.all?.secondsSince1970,
            newest <= now
        else { return }
        try changeIndex { $0.syncedAt = newest }
    }

    private func activities() async throws(SyncError) -> Snapshot {
        let answer = try await asking { () async throws(SimklError) in try await client.activities() }
        guard let snapshot = Snapshot(answer.body) else {
            throw .simkl(.notJSON(path: "/sync/activities", reason: "there are no activities in it"))
        }
        if let kept = try keptSnapshot(), kept.all != nil, snapshot.all == nil {
            throw .simkl(.notJSON(path: "/sync/activities", reason: "they say that nothing ever happened"))
        }
        return snapshot
    }

    /// Keeps the snapshot when all that it speaks of has come, and is believed.
    private mutating func keep(_ current: Snapshot) throws(SyncError) {
        guard doubt.isEmpty else { return try changeIndex { [doubt] in $0.doubt = doubt } }
        report.isCurrent = true
        let kept = try data("activities.json")
        if kept == current.text, folder.index.pull == nil, folder.index.doubt == nil { return }
        try commit(["activities.json": .put(current.text)]) { [terms] index in
            (index.pull, index.doubt, index.terms) = (nil, nil, terms)
        }
    }
}

// MARK: - Asking and keeping

extension MirrorSync {
    /// Asks for what a sync cannot do without. Whatever Simkl says instead, the mirror is still what it was.
    func asking<Value>(_ ask: () async throws(SimklError) -> Value) async throws(SyncError) -> Value {
        do {
            return try await ask()
        } catch {
            throw .simkl(error.asOutage)
        }
    }

    /// Asks for what pages can do without: what Simkl will not hand out is left out and told of, and after an outage nothing more
    /// is asked.
    mutating func part<Value>(
        _ name: String, _ ask: () async throws(SimklError) -> Value
    ) async throws(SyncError) -> Value? {
        guard report.trouble == nil else { return nil }
        do {
            return try await ask()
        } catch {
            switch error {
            case .forbidden, .notFound, .refused, .tooManyItems, .tooLarge: report.leftOut.append("\(name): \(error)")
            case .signInNeeded, .clientRefused, .grant: throw .simkl(error)
            default: report.trouble = error
            }
            return nil
        }
    }

    func data(_ file: String) throws(SyncError) -> Data? {
        do {
            return try folder.data(file, now: now)
        } catch {
            throw .mirror(error)
        }
    }

    /// What a file may be asked for with: nothing where it is not there, or not sound.
    func validators(_ file: String) throws(SyncError) -> FileValidators {
        do {
            return try folder.validators(file, now: now)
        } catch {
            throw .mirror(error)
        }
    }

    /// The snapshot of the last run that brought all; nil where there is none.
    func keptSnapshot() throws(SyncError) -> Snapshot? { try data("activities.json").flatMap(Snapshot.init) }

    func commit(
        _ files: [String: MirrorFolder.Change], _ update: (inout MirrorIndex) -> Void = { _ in }
    ) throws(SyncError) {
        do {
            try folder.commit(files, now: now, update)
        } catch {
            throw .mirror(error)
        }
    }

    func changeIndex(_ update: (inout MirrorIndex) -> Void) throws(SyncError) { try commit([:], update) }

    /// Whether something is old enough to be asked for again. What was fetched in the future was fetched by a wrong clock.
    func isDue(_ fetchedAt: Int64?, after seconds: Int64) -> Bool {
        guard let fetchedAt, fetchedAt <= now else { return true }
        return now - fetchedAt >= seconds
    }
}

let hour: Int64 = 3600
let day: Int64 = 86_400
