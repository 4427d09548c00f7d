import Disk
public import Simkl

/// Merges what Simkl sends into the library: one title for one title, and honest times.
///
/// Pure and total: the same accounts in any order, whole or in parts, give the same library.
public struct LibraryMerger: Sendable {
    /// What the owner chose; nil where the account decides.
    public struct Options: Hashable, Sendable {
        /// An IANA name.
        public var timeZone: String?
        public var rolloverHour = 4
        /// ISO 3166-1 alpha-2, for the release dates of films.
        public var country = "US"
        /// Simkl ids of titles that some do not see: when they were watched decides nothing about the others.
        public var hiddenTitles: Set<Int> = []
        /// When the data was made, where a mirror does not tell it; nil to believe dates of any future.
        public var now: Moment?
        /// In which names of titles are.
        public var titleLanguage = TitleLanguage.account

        public init() {}
    }

    let options: Options

    public init(options: Options = Options()) { self.options = options }

    /// - Parameter accounts: nothing is kept of them, since they take as much memory as the titles that are made of them.
    /// - Returns: everything that the accounts hold, and what could not be used, sorted.
    public func library(from accounts: consuming [Account]) -> (library: WholeLibrary, diagnostics: [Diagnostic]) {
        var accounts = accounts
        var account = accounts.dropFirst().reduce(accounts.first ?? Account()) { $0.joined(with: $1) }
        for position in accounts.indices { accounts[position].forgetTitles() }
        var diagnostics = Set(account.issues.map(Diagnostic.init))
        let days = dayRule(of: accounts, &diagnostics)
        let syncedAt = accounts.compactMap(\.syncedAt).max().map(Moment.init)
        let dates = BelievableDates(days: days, data: syncedAt ?? options.now)
        let catalog = Catalog(account, country: options.country)
        let animeLanguage = animeLanguage(of: accounts)
        let nextBelief = dates.nextBelief(in: account)
        let rows = RowGroups(account, &diagnostics)
        let airings = AiringMerger(titles: rows.titles, days: days).airings(account.airings, &diagnostics)
        account.forgetTitles()
        let merged = (consume rows).all().consumingMap { id, rows in
            var diagnostics: Set<Diagnostic> = []
            let language = id.kind == .anime ? animeLanguage : options.titleLanguage
            var recorded = TitleMerger(id: id, rows: rows, catalog: catalog, dates: dates, language: language)
                .title(&diagnostics)
            if let own = airings[id] { recorded.take(own) }
            if recorded.title.isFilm { recorded.releases.formUnion(recorded.title.airings.map { $0.time.day(days) }) }
            return (title: recorded, diagnostics: diagnostics)
        }
        for title in merged { diagnostics.formUnion(title.diagnostics) }
        let titles = judged((consume merged).map(\.title), PlayTimes(dates: dates))
        diagnostics.formUnion(DateNotes(titles: titles, days: days).notes)
        let library = WholeLibrary(
            // The order of the accounts decides nothing.
            owner: Owner(accounts.compactMap(\.settings).max { String(reflecting: $0) < String(reflecting: $1) }),
            account: accounts.compactMap(\.settings?.accountID).max(),
            days: days,
            country: options.country,
            changedAt: accounts.compactMap { $0.activities?.all.flatMap(Moment.init) }.max(),
            syncedAt: syncedAt,
            nextBelief: nextBelief,
            titles: titles,
            paused: paused(account.playback, in: titles, dates),
            accountStatistics: accounts.compactMap { $0.stats.map(AccountStatistics.init) }.max { $0.fullForm < $1.fullForm },
            coverage: CalendarCoverage(account.calendars),
            trending: ListedMerger.titles(account.trending),
            premieres: ListedMerger.titles(account.premieres, days))
        return (library, diagnostics.sorted { $0.description < $1.description })
    }

    /// Titles with their plays, each when it was: those that nobody may see by all, the others as if these were not there.
    private func judged(_ recorded: consuming [RecordedTitle], _ times: PlayTimes) -> [Title] {
        var recorded = recorded
        let hidden = options.hiddenTitles
        let shown = recorded.filter { !hidden.contains($0.title.id.simkl) }
        guard shown.count < recorded.count else {
            recorded = []
            return times.titles(consume shown)
        }
        return times.titles(shown) + times.titles(recorded).filter { hidden.contains($0.id.simkl) }
    }

    /// Simkl's own setting is about anime alone.
    private func animeLanguage(of accounts: [Account]) -> TitleLanguage {
        guard options.titleLanguage == .account else { return options.titleLanguage }
        let words = accounts.compactMap(\.settings?.animeTitleLanguage)
        return words.compactMap(TitleLanguage.init(wire:)).min { $0.rawValue < $1.rawValue } ?? .account
    }

    private func dayRule(of accounts: [Account], _ diagnostics: inout Set<Diagnostic>) -> DayRule {
        let zones = [options.timeZone] + accounts.map { $0.settings?.timeZone }.sorted { ($0 ?? "~") < ($1 ?? "~") }
        for zone in zones.compactMap({ $0 }) {
            if let rule = DayRule(zone: zone, rolloverHour: options.rolloverHour) { return rule }
            diagnostics.insert(
                Diagnostic(.warning, "'\(zone)' is no time zone, so days are counted in UTC: set time_zone", at: "settings.json"))
        }
        return DayRule(zone: "UTC", rolloverHour: options.rolloverHour) ?? .utc
    }

    private func paused(_ playback: [Wire.Playback], in titles: [Title], _ dates: BelievableDates) -> [PausedPlayback] {
        let known = TitleIndex(titles.map(\.id))
        let paused = playback.compactMap { row -> (pause: PausedPlayback, isTold: Bool)? in
            guard let id = known.id(of: row.media.ids.simkl, kind: MediaKind(row.bucket)) else { return nil }
            let isTold = row.evidence != nil
            let pause = PausedPlayback(
                title: id,
                episode: row.episode.map { EpisodeNumber(season: row.season, number: $0, kind: id.kind) },
                percent: Int(min(100, max(0, row.progress ?? 0)).rounded()),
                pausedAt: isTold ? row.pausedAt.map(HistoryTime.init(exported:)) : dates.time(row.pausedAt))
            return (pause, isTold)
        }
        let ids = Set(paused.map(\.pause.title))
        let pausedTitles = Dictionary(titles.lazy.filter { ids.contains($0.id) }.map { ($0.id, $0) }) { first, _ in first }
        let standing = paused.filter { $0.isTold || pausedTitles[$0.pause.title]?.hasEnded($0.pause) != true }
        return Set(standing.map(\.pause)).sorted { left, right in
            if left.title != right.title { return left.title < right.title }
            return (left.episode?.label ?? "", left.percent) < (right.episode?.label ?? "", right.percent)
        }
    }
}

extension Title {
    /// Whether what was paused has been watched to its end since. An anime that is a film may be paused in its one episode.
    fileprivate func hasEnded(_ pause: PausedPlayback) -> Bool {
        guard let pausedAt = pause.pausedAt else { return false }
        return self.plays.contains { play in
            (play.episode == pause.episode || play.isFilm) && (play.time.start ?? .distantPast) > pausedAt.order
        }
    }
}

/// Finds titles by Simkl id where a file does not say, or says differently, which kind they are.
struct TitleIndex {
    private let ids: Set<TitleID>

    init(_ ids: [TitleID]) { self.ids = Set(ids) }

    func id(of simkl: Int, kind: MediaKind) -> TitleID? {
        let kinds = [kind] + MediaKind.allCases.filter { $0 != kind }
        return kinds.lazy.map { TitleID(kind: $0, simkl: simkl) }.first(where: ids.contains)
    }
}

extension AccountStatistics {
    /// All that the numbers say, for choosing one account's of several.
    fileprivate var fullForm: String {
        String(reflecting: MediaKind.allCases.map { [totalMinutes, minutes[$0], titles[$0]] })
    }
}
