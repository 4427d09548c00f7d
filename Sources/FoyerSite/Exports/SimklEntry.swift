import Disk

/// A title as an entry of the library.
///
/// Shape: a play without a believable date has no date that others would believe: what the account says of it all the same is in
/// `not_believed`, and what that is worth in `evidence`.
/// Source: `GET /sync/all-items`
struct SimklEntry {
    private let title: Title
    /// Nil for the title's own entry.
    private let rewatch: Int?
    /// Those of this watching.
    private let plays: [Play]
    /// Whether what the account says of the title itself is in it.
    private let isOwn: Bool

    /// The title's own entry, and one for each rewatch. A film of which only rewatches are known has but these.
    static func all(of title: Title) -> [String] {
        let plays = Dictionary(grouping: title.plays) { $0.rewatch }
        let rewatches = plays.keys.compactMap { $0 }.sorted()
        let hasOwn = !title.isFilm || title.status != .completed || plays[nil] != nil || rewatches.isEmpty
        let own = hasOwn ? [SimklEntry(title: title, rewatch: nil, plays: plays[nil] ?? [], isOwn: true)] : []
        let again = rewatches.map { SimklEntry(title: title, rewatch: $0, plays: plays[$0] ?? [], isOwn: !hasOwn) }
        return (own + again).map(\.text)
    }

    private var text: String {
        var entry = JSONMembers()
        entry.add("status", title.status?.simkl)
        if let rewatch {
            entry.add("is_rewatch", json: "true")
            entry.add("rewatch_id", rewatch)
            entry.add("rewatch_status", "completed")
        }
        if isOwn { addOwn(to: &entry) }
        entry.add("anime_type", title.animeType)
        if title.isFilm {
            if let time = plays.first?.time { Self.add(time, as: "last_watched_at", to: &entry) }
        } else {
            if rewatch == nil { addProgress(to: &entry) }
            entry.add("seasons", list: seasons)
            if rewatch == nil { entry.add("unwatched", list: unwatched) }
        }
        entry.add(title.id.kind == .movie ? "movie" : "show", media)
        return entry.object
    }

    private func addOwn(to entry: inout JSONMembers) {
        entry.add("added_to_watchlist_at", title.addedAt?.exported)
        entry.add("user_rating", title.rating?.value)
        entry.add("user_rated_at", title.rating?.ratedAt?.exported)
        entry.add("memo", json: title.memo.map { "{\"text\":\(JSONText.quoted($0)),\"is_private\":false}" })
        if title.sentName != nil { entry.add("name", title.name) }
        entry.add("alt_titles", list: title.alternativeNames.map(JSONText.quoted))
    }

    private func addProgress(to entry: inout JSONMembers) {
        let recorded = plays.count { $0.episode?.season != 0 }
        entry.add("watched_episodes_count", recorded + title.unrecordedEpisodes)
        entry.add("total_episodes_count", title.progress?.total)
        entry.add("not_aired_episodes_count", title.progress?.notAired)
        guard let next = title.next else { return }
        var info = JSONMembers()
        info.add("title", next.name)
        info.add("season", next.episode.season)
        info.add("episode", next.episode.number)
        info.add("date", next.airs?.simkl)
        entry.add("next_to_watch", next.episode.simkl(of: title.id.kind))
        entry.add("next_to_watch_info", info)
    }

    private var seasons: [String] {
        let seasons = Dictionary(grouping: plays.filter { $0.episode != nil }) { $0.episode?.season ?? 1 }
        return seasons.sorted { $0.key < $1.key }.map { season, plays in
            Self.season(season, plays.sorted { ($0.episode?.number ?? 0) < ($1.episode?.number ?? 0) }.map(episode))
        }
    }

    /// What episodes are called that were not watched, where that may be told: as the seasons.
    private var unwatched: [String] {
        // Without a season it is an anime's one season.
        let seasons = Dictionary(grouping: title.unwatchedNames.entries) { $0.season < 0 ? 1 : $0.season }
        return seasons.sorted { $0.key < $1.key }.map { season, episodes in
            Self.season(season, episodes.map { "{\"number\":\($0.number),\"title\":\(JSONText.quoted($0.text))}" })
        }
    }

    private static func season(_ number: Int, _ episodes: [String]) -> String {
        "{\"number\":\(number),\"episodes\":[\(episodes.joined(separator: ","))]}"
    }

    private func episode(_ play: Play) -> String {
        var episode = JSONMembers()
        episode.add("number", play.episode?.number ?? 0)
        Self.add(play.time, as: "watched_at", to: &episode)
        if case .exact(let minutes) = play.length { episode.add("runtime", minutes) }
        if rewatch == nil, let place = play.episode {
            episode.add("title", title.episodeNames[place])
            episode.add("img", title.episodeStills[place])
        }
        return episode.object
    }

    private static func add(_ time: PlayTime, as name: String, to members: inout JSONMembers) {
        members.add(name, time.exported)
        members.add("not_believed", time.unbelievedDay?.iso)
        members.add("evidence", time.judgement)
    }

    private var media: JSONMembers {
        var (media, ids) = (JSONMembers(), JSONMembers())
        ids.add("simkl", title.id.simkl)
        ids.add("slug", title.slug)
        for (name, id) in title.identifiers { ids.add(escaping: name, id) }
        media.add("title", title.sentName ?? title.name)
        media.add("year", title.year)
        media.add("runtime", title.runtimeMinutes)
        media.add("poster", title.poster?.path)
        media.add("ids", ids)
        return media
    }
}

extension PlayTime {
    /// The day of what is not believed; a year's first day stands for all of it.
    fileprivate var unbelievedDay: CalendarDay? {
        switch self {
        case .marked(let day), .stamped(let day): day
        case .year(let year): CalendarMonth(year: year, month: 1).firstDay
        case .real, .realDay, .day, .undated: nil
        }
    }

    /// What its date is worth, where it is not simply believed, or missing.
    fileprivate var judgement: String? {
        switch self {
        case .real, .realDay, .undated(.missing): nil
        case .day: "day"
        case .marked: "marked"
        case .stamped: "stamped"
        case .year: "year"
        case .undated(.longAgo): "long ago"
        case .undated(.toCome): "to come"
        }
    }
}

extension AirTime {
    /// As Simkl writes it. In UTC, midnight in New York would be a day without a time, in summer or in winter.
    var simkl: String {
        guard case .moment(let moment) = self else { return text }
        let second = moment.secondsSince1970 - Int64(moment.utcDay.daysSince1970) * 86_400
        guard second == 4 * 3600 || second == 5 * 3600 else { return text }
        return moment.adding(minutes: 60).rfc3339.dropLast() + "+01:00"
    }
}

extension EpisodeNumber {
    /// `S05E16`, or `E148` for anime.
    fileprivate func simkl(of kind: MediaKind) -> String {
        kind == .anime && season == nil ? "E\(padded(number))" : "S\(padded(season ?? 1))E\(padded(number))"
    }
}
