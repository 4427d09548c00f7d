public import Simkl

/// Merges what Simkl sends into the library: one title for one title, honest times, and nothing that the edition must not show.
///
/// Pure and total: the same accounts in any order, whole or in parts, give the same library.
public struct LibraryMerger: Sendable {
    /// What the owner chose; nil where the account decides.
    public struct Options: Hashable, Sendable {
        public var edition = Edition.public
        /// Simkl ids of titles that only the private edition has.
        public var hiddenTitles: Set<Int> = []
        /// An IANA name.
        public var timeZone: String?
        public var rolloverHour = 4
        /// ISO 3166-1 alpha-2, for the release dates of films.
        public var country = "US"

        public init() {}
    }

    let options: Options

    public init(options: Options = Options()) { self.options = options }

    /// - Returns: the library, and what could not be used, sorted.
    public func library(from accounts: [Account]) -> (library: Library, diagnostics: [Diagnostic]) {
        let account = accounts.dropFirst().reduce(accounts.first ?? Account()) { $0.joined(with: $1) }
        var diagnostics = Set(account.issues.map(Diagnostic.init))
        let days = dayRule(of: accounts, &diagnostics)
        let catalog = Catalog(account, country: options.country)
        var titles = RowGroups(account).groups.map { id, rows in
            TitleMerger(id: id, rows: rows, catalog: catalog).title(&diagnostics)
        }
        let all = titles.count
        if !options.edition.showsHiddenTitles {
            titles.removeAll { options.hiddenTitles.contains($0.id.simkl) }
        }
        let airings = AiringMerger(titles: titles, days: days).airings(account.airings, &diagnostics)
        for index in titles.indices { titles[index].airings = airings[titles[index].id] ?? [] }
        let library = Library(
            edition: options.edition,
            // The order of the accounts decides nothing.
            owner: Owner(accounts.compactMap(\.settings).max { String(reflecting: $0) < String(reflecting: $1) }),
            days: days,
            dataMoment: dataMoment(of: accounts),
            syncMoment: accounts.compactMap(\.syncedAt).max().map(Moment.init),
            titles: titles,
            paused: paused(account.playback, in: titles),
            // Simkl's numbers count hidden titles too, so they would tell of them.
            accountStatistics: titles.count == all
                ? accounts.compactMap { $0.stats.map(AccountStatistics.init) }.max { $0.fullForm < $1.fullForm } : nil,
            coverage: CalendarCoverage(account.calendars))
        return (library, diagnostics.sorted { $0.description < $1.description })
    }

    /// When anything last changed, as far as the files say; a hidden title's dates would tell of it.
    private func dataMoment(of accounts: [Account]) -> Moment? {
        if let newest = accounts.compactMap({ $0.activities?.all.flatMap(Moment.init) }).max() { return newest }
        let hidden = options.edition.showsHiddenTitles ? [] : options.hiddenTitles
        return accounts.flatMap { $0.items + $0.ratings }.filter { !hidden.contains($0.media.ids.simkl) }
            .flatMap { [$0.lastWatchedAt, $0.addedToWatchlistAt, $0.userRatedAt] }
            .compactMap { $0.flatMap(Moment.init) }.max()
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

    private func paused(_ playback: [Wire.Playback], in titles: [Title]) -> [PausedPlayback] {
        let known = TitleIndex(titles.map(\.id))
        let paused = playback.compactMap { row -> PausedPlayback? in
            guard let id = known.id(of: row.media.ids.simkl, kind: MediaKind(row.bucket)) else { return nil }
            return PausedPlayback(
                title: id,
                episode: row.episode.map { EpisodeNumber(season: row.season, number: $0, kind: id.kind) },
                percent: Int(min(100, max(0, row.progress ?? 0)).rounded()),
                pausedAt: row.pausedAt.flatMap(Moment.init))
        }
        return Set(paused).sorted { left, right in
            if left.pausedAt != right.pausedAt { return (left.pausedAt ?? .distantPast) > (right.pausedAt ?? .distantPast) }
            if left.title != right.title { return left.title < right.title }
            return (left.episode?.label ?? "", left.percent) < (right.episode?.label ?? "", right.percent)
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
