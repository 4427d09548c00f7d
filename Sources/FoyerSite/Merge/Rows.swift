import Disk
import Simkl

/// A title's entry in one file.
struct Row {
    let item: Wire.Item
    /// Ratings lists carry the same shape with fewer fields.
    let isFromRatings: Bool

    /// The newest date that the row knows of.
    var freshness: Moment {
        [item.lastWatchedAt, item.addedToWatchlistAt, item.userRatedAt].compactMap { $0.map(Moment.init(comparing:)) }.max()
            ?? .distantPast
    }

    /// All that the row says, in a fixed order: settles which of two equally fresh rows comes first.
    var fullForm: String {
        let media = item.media
        let ids = media.ids.others.map { "\($0.name)=\($0.text)" }
        let seasons = item.seasons.map { $0.map { "\($0.number)\($0.episodes.map { "\($0)" }.sorted())" }.sorted() }
        let parts: [Any?] = [
            media.title, media.poster, media.year, media.runtime, media.ids.slug, ids, item.status, item.addedToWatchlistAt,
            item.lastWatchedAt, item.userRatedAt, item.userRating, item.lastWatched, item.nextToWatch, item.nextToWatchInfo,
            item.watchedEpisodesCount, item.totalEpisodesCount, item.notAiredEpisodesCount, item.animeType, item.memo,
            seasons, item.isRewatch, item.rewatchID, item.rewatchStatus, item.exported?.name, item.exported?.alternativeNames,
            item.exported?.evidence,
        ]
        // The debugging form quotes texts, so that no text can be taken for two, or for none.
        return String(reflecting: parts)
    }

    /// Whether this row's word counts before the other's.
    func precedes(_ other: Row) -> Bool {
        if freshness != other.freshness { return freshness > other.freshness }
        if isFromRatings != other.isFromRatings { return other.isFromRatings }
        return fullForm > other.fullForm
    }
}

/// All rows of an account by the title that they are about.
struct RowGroups {
    private var groups: [TitleID: [Row]] = [:]
    /// In the order of the files: what was read together can go together.
    private(set) var titles: [TitleID] = []

    init(_ account: Account, _ diagnostics: inout Set<Diagnostic>) {
        groups.reserveCapacity(account.items.count)
        for item in account.items { add(Row(item: item, isFromRatings: false), to: TitleID(item)) }
        joinKinds(&diagnostics)
        // A ratings list may still have a title in the bucket where it was before it was reclassified.
        let listed = TitleIndex(Array(groups.keys))
        for item in account.ratings {
            let own = TitleID(item)
            add(Row(item: item, isFromRatings: true), to: listed.id(of: own.simkl, kind: own.kind) ?? own)
        }
        titles.removeAll { groups[$0] == nil }
    }

    private mutating func add(_ row: Row, to title: TitleID) {
        if groups[title] == nil { titles.append(title) }
        groups[title, default: []].append(row)
    }

    /// Each of the titles with its rows.
    consuming func all() -> [(id: TitleID, rows: [Row])] { titles.map { (id: $0, rows: groups[$0] ?? []) } }

    /// A title that is listed under two kinds is one: of the kind of its freshest row.
    private mutating func joinKinds(_ diagnostics: inout Set<Diagnostic>) {
        guard Set(groups.keys.map(\.simkl)).count < groups.count else { return }
        for (_, ids) in Dictionary(grouping: groups.keys, by: \.simkl) where ids.count > 1 {
            let own = ids.sorted().flatMap { id in (groups[id] ?? []).map { (id: id, row: $0) } }
            guard let first = own.min(by: { $0.row.precedes($1.row) }) else { continue }
            for id in ids { groups[id] = nil }
            groups[first.id] = own.map(\.row)
            let kinds = ids.sorted().map(\.kind.path).joined(separator: " and ")
            diagnostics.insert(
                Diagnostic(.note, "listed under \(kinds), and told as one, as its newest entry has it", at: first.id.key))
        }
    }
}

extension TitleID {
    fileprivate init(_ item: Wire.Item) { self.init(kind: MediaKind(item.bucket), simkl: item.media.ids.simkl) }
}
