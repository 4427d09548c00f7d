/// What a build found and did.
public struct BuildReport: Codable, Sendable {
    public let titles: [String: Int]
    public let statuses: [String: Int]
    public let rated: Int
    public let memos: Int
    /// Watched episodes, specials and rewatches included, as the statistics count them.
    public let episodes: Int
    public let plays: Plays
    public let airings: [String: Int]
    /// The names of titles that the site had before and has no more.
    public private(set) var left: [String]
    /// The day of the data (`2026-11-20`) and how many days ago that was: when a mirror was last in step with Simkl; for files that were
    /// saved by hand, the newest thing that they tell of.
    public let dataDay: String?
    public let dataAgeDays: Int?
    /// Whether that is the day of a sync, else nobody knows whether the files were saved on a later one.
    public let isSynced: Bool
    public let pages: Int
    public private(set) var written: Int
    public private(set) var unchanged: Int
    public private(set) var deleted: Int
    public let diagnostics: [String]
    /// How many of the ``diagnostics`` mean that something was left out.
    public let warnings: Int

    /// Plays by what is known of their date, rewatches included.
    public struct Plays: Codable, Sendable {
        public let dated: Int
        public let marked: Int
        public let stamped: Int
        public let undated: Int
        public let unrecorded: Int
    }

    init(site: Site, left: [String], pages: Int, summary: SitePublisher.Summary, diagnostics: [Diagnostic]) {
        let library = site.library
        titles = Dictionary(library.titles.map { ($0.id.kind.path, 1) }, uniquingKeysWith: +)
        statuses = Dictionary(library.titles.compactMap { $0.status.map { ($0.path, 1) } }, uniquingKeysWith: +)
        rated = library.titles.count { $0.rating != nil }
        memos = library.titles.count { $0.memo != nil }
        episodes = library.statistics.total.episodes
        let ledger = library.statistics.ledger
        plays = Plays(
            dated: ledger.real + ledger.days, marked: ledger.marked, stamped: ledger.stamped, undated: ledger.undated,
            unrecorded: ledger.unrecorded)
        airings = Dictionary(library.airings.map { ($0.title.kind.path, 1) }, uniquingKeysWith: +)
        self.left = left
        dataDay = site.dataDay?.iso
        isSynced = library.syncedAt != nil
        let seconds = site.dataMoment.map {
            site.now.secondsSince1970.subtractingReportingOverflow($0.secondsSince1970).partialValue
        }
        dataAgeDays = seconds.flatMap { $0 < 0 ? nil : Int($0 / 86_400) }
        self.pages = pages
        written = summary.written
        unchanged = summary.unchanged
        deleted = summary.deleted
        self.diagnostics = diagnostics.map(\.description)
        warnings = diagnostics.count { $0.severity == .warning }
    }

    /// When the data's age in days becomes another one.
    func nextDay(of site: Site) -> Moment? {
        dataAgeDays.flatMap { age in site.dataMoment?.adding(minutes: (age + 1) * 1440) }
    }

    /// What a build finds that has nothing to do: all as it was.
    var again: BuildReport {
        var again = self
        (again.left, again.written, again.unchanged, again.deleted) = ([], 0, written + unchanged, 0)
        return again
    }

    /// What there is, in a sentence's words.
    public var found: String {
        [
            counted(titles.values.reduce(0, +), "title", "titles"), counted(episodes, "episode", "episodes"),
            counted(rated, "rating", "ratings"),
        ].joined(separator: ", ")
    }

    /// The titles that left, in a sentence's words; nil where none did.
    public var goneWords: String? {
        guard !left.isEmpty else { return nil }
        let more = left.count - 10
        return "\(counted(left.count, "title", "titles")) left: " + left.prefix(10).joined(separator: ", ")
            + (more > 0 ? " and \(more.grouped) more" : "")
    }

    /// How old the data is, in a sentence's words; nil while it is not two days old, or nobody knows.
    public var age: String? {
        guard let dataDay, let dataAgeDays, dataAgeDays >= 2 else { return nil }
        let days = counted(dataAgeDays, "day", "days")
        return isSynced ? "data of \(dataDay), \(days) old" : "the newest entry is of \(dataDay), \(days) ago"
    }

    /// What was done, in a sentence's words.
    public func done(in output: String) -> String {
        let files = "\(counted(written, "file", "files")) written, \(unchanged.grouped) unchanged, \(deleted.grouped) deleted"
        return "\(counted(pages, "page", "pages")) in \(output): \(files)"
            + (warnings > 0 ? ", \(counted(warnings, "warning", "warnings"))" : "")
    }
}

extension Site {
    /// The instant from which the data's age is counted.
    fileprivate var dataMoment: Moment? { library.syncedAt ?? dataDay.map(library.days.firstMoment) }
}
