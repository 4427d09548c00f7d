import Disk
import Simkl

/// Makes one title of all rows that are about it.
struct TitleMerger {
    let id: TitleID
    /// The rows of the first watching, the one that counts most first.
    private let rows: [Row]
    private let rewatches: [Row]
    private let all: [Row]
    private let catalog: Catalog
    private let dates: BelievableDates
    /// In which its name is to be.
    private let language: TitleLanguage

    init(id: TitleID, rows: [Row], catalog: Catalog, dates: BelievableDates, language: TitleLanguage) {
        self.id = id
        self.language = language
        let ordered = rows.count > 1 ? rows.sorted { $0.precedes($1) } : rows
        // Rows are large, and few titles have rewatches.
        let hasRewatches = ordered.contains(where: \.item.isRewatch)
        self.rows = hasRewatches ? ordered.filter { !$0.item.isRewatch } : ordered
        rewatches = hasRewatches ? ordered.filter(\.item.isRewatch) : []
        all = hasRewatches ? self.rows + rewatches : ordered
        self.catalog = catalog
        self.dates = dates
    }

    /// The title, its plays not judged yet.
    func title(_ diagnostics: inout Set<Diagnostic>) -> RecordedTitle {
        let slug = first { $0.media.ids.slug.flatMap(DisplayText.visible) }
        var title = named(slug: slug)
        title.year = first { $0.media.year }
        title.runtimeMinutes = PlayLength.believable(first { $0.media.runtime } ?? catalog.runtimeMinutes(id.simkl))
        title.slug = slug
        title.poster = poster(&diagnostics)
        title.identifiers = identifiers
        title.animeType = id.kind == .anime ? first { $0.animeType.flatMap(DisplayText.visible) }?.lowercased() : nil
        title.status = status(&diagnostics)
        title.addedAt = rows.compactMap { time($0.item.addedToWatchlistAt, $0) }.min { $0.order < $1.order }
        title.rating = rating(&diagnostics)
        title.memo = memo
        title.crowd = catalog.crowd(id.simkl)
        title.details = catalog.details(id.simkl)
        title.isFilm = id.kind == .movie || isAnimeFilm(title)
        title.isToContinue = catalog.isToContinue(id, isFilm: title.isFilm)
        if !title.isFilm {
            title.stage = catalog.stage(id)
            title.listedEpisodes = catalog.listedEpisodes(id)
            let aired = title.listedEpisodes.lazy.filter(\.hasAired).map { ($0.number.season ?? 1, 1) }
            title.airedEpisodes = Dictionary(aired, uniquingKeysWith: +)
        }
        let plays = title.isFilm ? filmPlays(of: title) : episodePlays(of: &title)
        if title.status == .watching, !title.isFilm { title.next = next(&diagnostics) }
        return RecordedTitle(title: Title(title), plays: plays, releases: title.isFilm ? catalog.releases(id.simkl) : [])
    }

    /// The title by its names: an export has told all of them.
    private func named(slug: String?) -> TitleRecord {
        let names = catalog.names(id, sent: first { $0.media.title.flatMap(DisplayText.visible) })
        let sent = names.sent ?? slug ?? Self.placeholder(for: id)
        let told = first { $0.exported }
        let chosen = told == nil ? names.name(in: language) : told?.name.flatMap(DisplayText.visible)
        var title = TitleRecord(id: id, name: chosen ?? sent)
        title.sentName = title.name == sent ? nil : sent
        title.alternativeNames =
            told.map { $0.alternativeNames.compactMap(DisplayText.visible) } ?? names.others(than: title.name)
        return title
    }

    /// Those of the first row that has one of a service.
    private var identifiers: NamedTexts {
        func isFit(_ name: String) -> Bool { name == DisplayText.clean(name) }
        // Those of almost every title can stay as they were sent.
        if let sent = all.first?.item.media.ids.others, all.allSatisfy({ $0.item.media.ids.others == sent }),
            sent.allSatisfy({ isFit($0.name) && $0.text == DisplayText.visible($0.text) })
        {
            return sent
        }
        let texts = all.flatMap(\.item.media.ids.others).filter { isFit($0.name) }
        return NamedTexts(texts.compactMap { name, text in DisplayText.visible(text).map { (name, $0) } })
    }

    /// When the owner did something else than watch, by a row of theirs.
    private func time(_ date: WireDate?, _ row: Row) -> HistoryTime? {
        row.item.exported == nil ? dates.time(date) : date.map(HistoryTime.init(exported:))
    }

    /// An anime that Simkl calls a film, unless it has parts.
    private func isAnimeFilm(_ title: TitleRecord) -> Bool {
        title.animeType == "movie" && (listItem?.totalEpisodesCount ?? catalog.totalEpisodes(id.simkl) ?? 1) <= 1
    }

    /// The row that tells how far the title is watched.
    private var listItem: Wire.Item? { rows.first { !$0.isFromRatings }?.item ?? rows.first?.item }

    private func first<Value>(_ value: (Wire.Item) -> Value?) -> Value? {
        for row in all {
            if let value = value(row.item) { return value }
        }
        return nil
    }

    private func poster(_ diagnostics: inout Set<Diagnostic>) -> ImagePath? {
        guard let path = first({ $0.media.poster }) else { return nil }
        let poster = ImagePath(wire: path, folder: "posters")
        if poster == nil { warn("its poster's path is not one of Simkl's", &diagnostics) }
        return poster
    }

    private func status(_ diagnostics: inout Set<Diagnostic>) -> Status? {
        guard let word = first({ $0.status }) else { return nil }
        let status = Status(wire: word)
        if status == nil { warn("its status '\(word)' is unknown", &diagnostics) }
        return status
    }

    /// The newest rating wins; a row that was rated at the same time or later and has no rating removes it.
    private func rating(_ diagnostics: inout Set<Diagnostic>) -> Rating? {
        let words = rows.filter { $0.item.userRatedAt != nil || $0.item.userRating != nil }
        let dated = words.map { (row: $0, ratedAt: $0.item.userRatedAt.map(Moment.init(comparing:)) ?? .distantPast) }
        guard let latest = dated.map(\.ratedAt).max() else { return nil }
        let newest = dated.filter { $0.ratedAt == latest }
        let values = newest.map(\.row.item.userRating)
        guard let value = values.contains(nil) ? nil : values.compactMap({ $0 }).max() else { return nil }
        guard (1...10).contains(value) else {
            warn("its rating \(value) is not one of 1 to 10", &diagnostics)
            return nil
        }
        let row = newest.first { $0.row.item.userRatedAt != nil }?.row
        return Rating(value: value, ratedAt: row.flatMap { time($0.item.userRatedAt, $0) })
    }

    /// Published only when every row that has a memo says, in so many words, that it is not private.
    private var memo: String? {
        let memos = all.compactMap(\.item.memo).filter { $0.text != nil }
        guard memos.allSatisfy({ $0.isPrivate == false }) else { return nil }
        return memos.first?.text.flatMap(DisplayText.visible)
    }

    private func next(_ diagnostics: inout Set<Diagnostic>) -> NextEpisode? {
        guard let item = listItem, let text = item.nextToWatch else { return nil }
        guard let episode = EpisodeNumber(wire: text, kind: id.kind) else {
            warn("its next episode '\(text)' cannot be read", &diagnostics)
            return nil
        }
        let info = item.nextToWatchInfo
        let isSame =
            info?.episode == episode.number && (info?.season == nil || id.kind == .anime || info?.season == episode.season)
        return NextEpisode(
            episode: episode, airs: isSame ? info?.date.map { AirTime($0, of: id.kind) } : nil,
            name: isSame ? episode.name(wire: info?.title) : nil)
    }

    private func warn(_ message: String, _ diagnostics: inout Set<Diagnostic>) {
        diagnostics.insert(Diagnostic(.warning, message, at: id.key))
    }
}

// MARK: - Plays

extension TitleMerger {
    private func episodePlays(of title: inout TitleRecord) -> [RecordedPlay] {
        let runtime = title.runtimeMinutes
        var first = episodePlays(rows, rewatch: nil, runtime: runtime)
        addLastWatched(to: &first, runtime: runtime)
        if catalog.hasTexts(id) {
            let watched = Set(first.lazy.compactMap(\.episode))
            title.episodeNames = texts(watched, catalog.name)
            title.unwatchedNames = catalog.names(in: id, besides: watched)
            title.episodeStills = texts(watched, catalog.still)
        }
        let recorded = first.count { $0.episode?.season != 0 }
        let total = listItem?.totalEpisodesCount ?? catalog.totalEpisodes(id.simkl)
        let notAired = listItem?.notAiredEpisodesCount ?? 0
        let counted =
            listItem?.watchedEpisodesCount
            ?? (title.status == .completed && !rows.isEmpty ? max(0, (total ?? 0) - notAired) : 0)
        title.unrecordedEpisodes = max(0, counted - recorded)
        if let total, total > 0 {
            title.progress = Progress(watched: max(counted, recorded), total: total, notAired: min(notAired, total))
        }
        return first + again { episodePlays($1, rewatch: $0, runtime: runtime) }.withoutSameViewings(as: first)
    }

    private func texts(_ episodes: Set<EpisodeNumber>, _ text: (EpisodeNumber, TitleID) -> String?) -> EpisodeTexts {
        var texts: [EpisodeNumber: String] = [:]
        for episode in episodes { texts[episode] = text(episode, id) }
        return EpisodeTexts(texts)
    }

    /// The plays of each rewatch.
    private func again(_ plays: (Int, [Row]) -> [RecordedPlay]) -> [RecordedPlay] {
        Dictionary(grouping: rewatches) { $0.item.rewatchID ?? 1 }.sorted { $0.key < $1.key }.flatMap(plays)
    }

    /// A film was watched when it is completed, or is planned again after it was seen; one that was dropped was not.
    private func filmPlays(of title: TitleRecord) -> [RecordedPlay] {
        let length = title.runtimeMinutes.map { PlayLength.exact(minutes: $0) } ?? .unknown
        func play(_ rows: [Row], rewatch: Int?) -> RecordedPlay {
            let item = rows.first?.item
            return RecordedPlay(
                episode: nil, date: filmDate(of: rows), length: length, rewatch: rewatch, aired: nil,
                told: item?.exported.map { PlayTime($0.evidence, item?.lastWatchedAt) })
        }
        let own = play(rows, rewatch: nil)
        let isDated = own.date != nil || (own.told ?? .undated(.missing)) != .undated(.missing)
        // A title that is known by its rewatches alone says nothing of a first watching.
        let isWatched = title.status == .completed && !rows.isEmpty || title.status == .planToWatch && isDated
        let first = isWatched ? [own] : []
        return first + again { [play($1, rewatch: $0)] }.withoutSameViewings(as: first)
    }

    /// An anime film's one episode may have a date of its own.
    private func filmDate(of rows: [Row]) -> WireDate? {
        let own = rows.lazy.compactMap { row in
            episodes(of: row).compactMap(\.value.watchedAt).min { Moment(comparing: $0) < Moment(comparing: $1) }
        }
        return own.first ?? rows.lazy.compactMap(\.item.lastWatchedAt).first
    }

    /// Where the episodes are missing, the last one and its time are told by themselves.
    private func addLastWatched(to plays: inout [RecordedPlay], runtime: Int?) {
        guard let item = listItem, let date = item.lastWatchedAt, let text = item.lastWatched,
            let number = EpisodeNumber(wire: text, kind: id.kind)
        else { return }
        let known = plays.firstIndex { $0.episode == number }
        if let known, plays[known].date != nil { return }
        let play = play(number, date, minutes: nil, told: nil, rewatch: nil, runtime: runtime)
        if let known { plays[known] = play } else { plays.append(play) }
    }

    private typealias Numbered = Dictionary<EpisodeNumber, Wire.Episode>.Element

    /// A row's episodes by number. Of two with one number the dated one counts, then the newest, wherever they stand in the row.
    private func episodes(of row: Row) -> [Numbered] {
        let sent = (row.item.seasons ?? []).flatMap { season in
            season.episodes.map { episode -> Numbered in
                (EpisodeNumber(season: season.number, number: episode.number, kind: id.kind), episode)
            }
        }
        // Most come like that.
        if zip(sent, sent.dropFirst()).allSatisfy({ $0.key < $1.key }) { return sent }
        return Dictionary(sent) { Self.precedes($1, $0) ? $1 : $0 }.sorted { $0.key < $1.key }
    }

    /// What a title without a name is called. Its address is made of that, so it is the same in every language.
    private static func placeholder(for id: TitleID) -> String {
        switch id.kind {
        case .tv: "Untitled TV show \(id.simkl)"
        case .anime: "Untitled anime \(id.simkl)"
        case .movie: "Untitled film \(id.simkl)"
        }
    }

    private static func precedes(_ left: Wire.Episode, _ right: Wire.Episode) -> Bool {
        let leftDate = left.watchedAt.map(Moment.init(comparing:)) ?? .distantPast
        let rightDate = right.watchedAt.map(Moment.init(comparing:)) ?? .distantPast
        if leftDate != rightDate { return leftDate > rightDate }
        return left != right && String(reflecting: left) > String(reflecting: right)
    }

    private func episodePlays(_ rows: [Row], rewatch: Int?, runtime: Int?) -> [RecordedPlay] {
        var watched: [Numbered] = []
        for row in rows {
            let own = episodes(of: row)
            if watched.isEmpty {
                watched = own
            } else if !own.isEmpty {
                // The first row's word counts, but a date fills in for none.
                let both = Dictionary(watched + own) { known, other in
                    known.watchedAt == nil && other.watchedAt != nil ? other : known
                }
                watched = both.sorted { $0.key < $1.key }
            }
        }
        return watched.map { number, episode in
            play(
                number, episode.watchedAt, minutes: episode.runtime,
                told: episode.evidence.map { PlayTime($0, episode.watchedAt) }, rewatch: rewatch, runtime: runtime)
        }
    }

    private func play(
        _ number: EpisodeNumber, _ date: WireDate?, minutes: Int?, told: PlayTime?, rewatch: Int?, runtime: Int?
    ) -> RecordedPlay {
        let listed = catalog.episode(number, of: id)
        let exact = PlayLength.believable(minutes) ?? PlayLength.believable(listed?.runtimeMinutes)
        return RecordedPlay(
            episode: number, date: date,
            length: exact.map { .exact(minutes: $0) } ?? runtime.map { .estimated(minutes: $0) } ?? .unknown, rewatch: rewatch,
            aired: listed?.aired, told: told)
    }
}
