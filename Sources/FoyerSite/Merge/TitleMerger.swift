import Simkl

/// Makes one title of all rows that are about it.
struct TitleMerger {
    let id: TitleID
    /// The rows of the first watching, the one that counts most first.
    private let rows: [Row]
    private let rewatches: [Row]
    private let all: [Row]
    private let catalog: Catalog
    private let days: DayRule

    init(id: TitleID, rows: [Row], catalog: Catalog, days: DayRule) {
        self.id = id
        let ordered = rows.count > 1 ? rows.sorted { $0.precedes($1) } : rows
        self.rows = ordered.filter { !$0.item.isRewatch }
        rewatches = ordered.filter(\.item.isRewatch)
        all = self.rows + rewatches
        self.catalog = catalog
        self.days = days
    }

    func title(_ diagnostics: inout Set<Diagnostic>) -> TitleRecord {
        let slug = first { $0.media.ids.slug.flatMap(DisplayText.visible) }
        let name = first { $0.media.title.flatMap(DisplayText.visible) }
        var title = TitleRecord(id: id, name: name ?? slug ?? "Untitled \(id.kind.singular) \(id.simkl)")
        title.alternativeNames = catalog.names(id.simkl).filter { $0 != title.name }
        title.year = first { $0.media.year }
        title.runtimeMinutes = PlayLength.believable(first { $0.media.runtime } ?? catalog.runtimeMinutes(id.simkl))
        title.slug = slug
        title.poster = poster(&diagnostics)
        for (key, id) in all.flatMap(\.item.media.ids.others) where title.identifiers[key] == nil && key == DisplayText.clean(key)
        {
            title.identifiers[key] = DisplayText.visible(id)
        }
        title.animeType = id.kind == .anime ? first { $0.animeType.flatMap(DisplayText.visible) }?.lowercased() : nil
        title.status = status(&diagnostics)
        title.addedAt = rows.compactMap { $0.item.addedToWatchlistAt.map(HistoryTime.init) }.min { $0.order < $1.order }
        title.rating = rating(&diagnostics)
        title.memo = memo
        title.crowd = catalog.crowd(id.simkl)
        title.details = catalog.details(id.simkl)
        title.isToContinue = catalog.isToContinue(id)
        title.stage = catalog.stage(id)
        if id.kind != .movie { title.airedEpisodes = catalog.airedEpisodes(id.simkl) }
        addPlays(to: &title)
        if title.status == .watching { title.next = next(&diagnostics) }
        return title
    }

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
        return Rating(value: value, ratedAt: newest.lazy.compactMap(\.row.item.userRatedAt).first.map(HistoryTime.init))
    }

    /// Published only when every row that has a memo says, in so many words, that it is not private.
    private var memo: String? {
        let memos = all.compactMap(\.item.memo).filter { $0.text != nil }
        guard memos.allSatisfy({ $0.isPrivate == false }) else { return nil }
        return memos.first?.text.flatMap(DisplayText.visible)
    }

    private func next(_ diagnostics: inout Set<Diagnostic>) -> NextEpisode? {
        guard let item = rows.first(where: { !$0.isFromRatings })?.item ?? rows.first?.item, let text = item.nextToWatch else {
            return nil
        }
        guard let episode = EpisodeNumber(wire: text, kind: id.kind) else {
            warn("its next episode '\(text)' cannot be read", &diagnostics)
            return nil
        }
        let info = item.nextToWatchInfo
        let isSame =
            info?.episode == episode.number && (info?.season == nil || id.kind == .anime || info?.season == episode.season)
        return NextEpisode(
            episode: episode, airs: isSame ? info?.date.map(AirTime.init) : nil,
            name: isSame ? episode.name(wire: info?.title) : nil)
    }

    private func warn(_ message: String, _ diagnostics: inout Set<Diagnostic>) {
        diagnostics.insert(Diagnostic(.warning, message, at: id.key))
    }
}

// MARK: - Plays

extension TitleMerger {
    private func addPlays(to title: inout TitleRecord) {
        let runtime = title.runtimeMinutes
        guard id.kind != .movie else {
            title.plays = filmPlays(runtime: runtime, status: title.status)
            return
        }
        let first = episodePlays(rows, rewatch: nil, runtime: runtime)
        let again = Dictionary(grouping: rewatches) { $0.item.rewatchID ?? 1 }
            .flatMap { number, rows in episodePlays(rows, rewatch: number, runtime: runtime) }
        title.plays = (first + again).sorted(by: Play.isOrdered)
        title.episodeNames = names(of: title.plays)
        let recorded = first.count { $0.episode?.season != 0 }
        let item = rows.first { !$0.isFromRatings }?.item ?? rows.first?.item
        let total = item?.totalEpisodesCount ?? catalog.totalEpisodes(id.simkl)
        let notAired = item?.notAiredEpisodesCount ?? 0
        let counted =
            item?.watchedEpisodesCount ?? (title.status == .completed && !rows.isEmpty ? max(0, (total ?? 0) - notAired) : 0)
        title.unrecordedEpisodes = max(0, counted - recorded)
        if let total, total > 0 {
            title.progress = Progress(watched: max(counted, recorded), total: total, notAired: min(notAired, total))
        }
    }

    private func names(of plays: [Play]) -> EpisodeNames {
        var names: [EpisodeNumber: String] = [:]
        for episode in plays.lazy.compactMap(\.episode) { names[episode] = catalog.name(of: episode, in: id) }
        return EpisodeNames(names)
    }

    /// A film was watched when it is completed; one that was dropped was not.
    private func filmPlays(runtime: Int?, status: Status?) -> [Play] {
        let length = runtime.map { PlayLength.exact(minutes: $0) } ?? .unknown
        var plays: [Play] = []
        // A title that is known by its rewatches alone says nothing of a first watching.
        if status == .completed, !rows.isEmpty {
            plays.append(Play(episode: nil, time: time(rows.lazy.compactMap(\.item.lastWatchedAt).first), length: length))
        }
        for (number, rows) in Dictionary(grouping: rewatches, by: { $0.item.rewatchID ?? 1 }) {
            let time = time(rows.lazy.compactMap(\.item.lastWatchedAt).first)
            plays.append(Play(episode: nil, time: time, length: length, rewatch: number))
        }
        return plays.sorted(by: Play.isOrdered)
    }

    private func time(_ date: WireDate?, isBulk: Bool = false, airedAt: Moment? = nil) -> PlayTime {
        PlayTime(date, isBulk: isBulk, airedAt: airedAt, days: days)
    }

    /// A row's episodes. Of two with one number the dated one counts, then the newest, wherever they stand in the row.
    private func episodes(of row: Row) -> [EpisodeNumber: Wire.Episode] {
        var episodes: [EpisodeNumber: Wire.Episode] = [:]
        for season in row.item.seasons ?? [] {
            for episode in season.episodes {
                let number = EpisodeNumber(season: season.number, number: episode.number, kind: id.kind)
                if let known = episodes[number], !Self.precedes(episode, known) { continue }
                episodes[number] = episode
            }
        }
        return episodes
    }

    private static func precedes(_ left: Wire.Episode, _ right: Wire.Episode) -> Bool {
        let leftDate = left.watchedAt.map(Moment.init(comparing:)) ?? .distantPast
        let rightDate = right.watchedAt.map(Moment.init(comparing:)) ?? .distantPast
        if leftDate != rightDate { return leftDate > rightDate }
        return left != right && String(reflecting: left) > String(reflecting: right)
    }

    private func episodePlays(_ rows: [Row], rewatch: Int?, runtime: Int?) -> [Play] {
        var watched: [EpisodeNumber: Wire.Episode] = [:]
        for row in rows {
            let own = episodes(of: row)
            if watched.isEmpty {
                watched = own
            } else {
                // The first row's word counts, but a date fills in for none.
                watched.merge(own) { known, other in known.watchedAt == nil && other.watchedAt != nil ? other : known }
            }
        }
        var perSecond: [Moment: Int] = [:]
        for moment in watched.values.compactMap({ $0.watchedAt.flatMap(Moment.init) }) { perSecond[moment, default: 0] += 1 }
        return watched.map { number, episode in
            let listed = catalog.episode(number, of: id)
            let isBulk = episode.watchedAt.flatMap(Moment.init).map { perSecond[$0, default: 0] >= 3 } ?? false
            let exact = PlayLength.believable(episode.runtime ?? listed?.runtimeMinutes)
            return Play(
                episode: number,
                time: time(episode.watchedAt, isBulk: isBulk, airedAt: listed?.airedAt),
                length: exact.map { .exact(minutes: $0) } ?? runtime.map { .estimated(minutes: $0) } ?? .unknown,
                rewatch: rewatch,
                airedAt: listed?.airedAt)
        }
    }
}

extension PlayTime {
    /// Judges a date by the rules for honest times.
    init(_ date: WireDate?, isBulk: Bool = false, airedAt: Moment? = nil, days: DayRule) {
        guard let date else {
            self = .undated(.missing)
            return
        }
        if Moment(comparing: date) < .year2000 {
            self = .undated(.longAgo)
            return
        }
        let time = HistoryTime(date)
        switch (time, date) {
        case (_, .instant(let seconds, _)) where isBulk || seconds == airedAt?.secondsSince1970:
            self = isBulk ? .bulk(time.day(days)) : .airStamped(time.day(days))
        case (.moment(let moment), _): self = .real(moment)
        case (.day(let day), _): self = .day(day)
        }
    }
}

extension Play {
    /// Believable plays by time, then the others; among equals by episode.
    static func isOrdered(_ left: Play, _ right: Play) -> Bool {
        let (leftStart, rightStart) = (left.time.start ?? .distantFuture, right.time.start ?? .distantFuture)
        if leftStart != rightStart { return leftStart < rightStart }
        if left.episode != right.episode {
            guard let leftEpisode = left.episode, let rightEpisode = right.episode else { return left.episode == nil }
            return leftEpisode < rightEpisode
        }
        return (left.rewatch ?? .min) < (right.rewatch ?? .min)
    }
}
