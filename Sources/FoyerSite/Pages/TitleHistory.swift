/// When a title was watched: by season, by day, and what has no day.
struct TitleHistory {
    let title: Title
    let site: Site

    private var rule: DayRule { site.library.days }

    /// One row for each season, specials last; nothing for films and for shows of one season.
    var seasons: [SeasonContext] {
        let plays = title.plays.filter { $0.episode != nil && $0.rewatch == nil }
        let seasons = Dictionary(grouping: plays) { $0.episode?.season ?? 1 }
        guard seasons.count > 1 else { return [] }
        let order = seasons.keys.sorted { ($0 == 0 ? Int.max : $0) < ($1 == 0 ? Int.max : $1) }
        return order.map { number in
            let days = (seasons[number] ?? []).compactMap { $0.time.day(rule) }
            return SeasonContext(
                name: number == 0 ? "Specials" : "Season \(number)", episodes: seasons[number]?.count ?? 0,
                first: days.min()?.shortWords, last: days.max()?.shortWords)
        }
    }

    /// One row for each day with a believable play, and within it for each rewatch.
    var days: [WatchedContext] {
        let dated = title.plays.compactMap { play in play.time.day(rule).map { (day: $0, play: play) } }
        let rows = Dictionary(grouping: dated) { DayKey(day: $0.day, rewatch: $0.play.rewatch) }
        return rows.sorted { $0.key < $1.key }.map { key, entries in
            let plays = entries.map(\.play)
            let what = episodes(plays) ?? (title.id.kind == .movie ? "watched" : "")
            let clock = clock(plays).map { ", \($0)" } ?? ""
            return WatchedContext(when: key.day.words + clock, what: what + (key.rewatch == nil ? "" : " (again)"))
        }
    }

    /// One row for each reason.
    var undated: [WatchedContext] {
        var rows: [(when: String, plays: [Play])] = []
        func collect(_ when: String, _ isIt: (PlayTime) -> Bool) {
            let plays = title.plays.filter { isIt($0.time) }
            if !plays.isEmpty { rows.append((when, plays)) }
        }
        let bulk = Set(title.plays.compactMap { if case .bulk(let moment) = $0.time { moment } else { nil } })
        for moment in bulk.sorted() {
            collect("Marked at once on \(rule.day(of: moment).words)") { $0 == .bulk(moment) }
        }
        collect("Stamped with the air date") { if case .airStamped = $0 { true } else { false } }
        collect("Without a believable date") { if case .undated = $0 { true } else { false } }
        var contexts = rows.map { WatchedContext(when: $0.when, what: episodes($0.plays) ?? "watched") }
        if title.unrecordedEpisodes > 0 {
            contexts.append(
                WatchedContext(
                    when: "Counted without a record", what: counted(title.unrecordedEpisodes, "episode", "episodes")))
        }
        return contexts
    }

    private struct DayKey: Hashable, Comparable {
        let day: CalendarDay
        let rewatch: Int?

        static func < (left: DayKey, right: DayKey) -> Bool { (left.day, left.rewatch ?? 0) < (right.day, right.rewatch ?? 0) }
    }

    /// `S01E01–E03, S01E05`; nil for films.
    private func episodes(_ plays: [Play]) -> String? {
        var ranges: [(first: EpisodeNumber, last: EpisodeNumber)] = []
        for episode in plays.compactMap(\.episode).sorted() {
            if let range = ranges.last, range.last.season == episode.season, range.last.number + 1 == episode.number {
                ranges[ranges.count - 1].last = episode
            } else {
                ranges.append((episode, episode))
            }
        }
        guard !ranges.isEmpty else { return nil }
        return ranges.map { range in
            range.first == range.last ? range.first.label : "\(range.first.label)–E\(padded(range.last.number))"
        }.joined(separator: ", ")
    }

    /// `20:03–22:41`, for the audiences that may know.
    private func clock(_ plays: [Play]) -> String? {
        let moments = plays.compactMap(\.time.moment)
        guard site.library.edition.showsClockTimes, let first = moments.min(), let last = moments.max() else { return nil }
        return first == last ? rule.clock(of: first) : "\(rule.clock(of: first))–\(rule.clock(of: last))"
    }
}

/// A season's watched episodes.
struct SeasonContext: TemplateContext {
    let name: String
    let episodes: Int
    let first: String?
    let last: String?

    static let summary = "A season's watched episodes."
    static let fields = Fields<Self>(
        .text("name", "The season.") { $0.name },
        .count("episodes", "How many episodes were watched.") { $0.episodes },
        .text("first", "The first day; `–` where none is known.") { $0.first ?? "–" },
        .text("last", "The last day; `–` where none is known.") { $0.last ?? "–" })
}

/// Something that was watched.
struct WatchedContext: TemplateContext {
    let when: String
    let what: String

    static let summary = "Something that was watched, and when."
    static let fields = Fields<Self>(
        .text("when", "The day, and the time where the edition tells it; or why there is no day.") { $0.when },
        .text("what", "The episodes, as in `S01E01–E03`.") { $0.what })
}
