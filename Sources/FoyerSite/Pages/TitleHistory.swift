/// When a title was watched: by season, by day, and what has no day.
struct TitleHistory {
    let title: Title
    let site: Site

    /// Rows that a page shows at once; of more, each part can be folded away.
    private static let fewRows = 24
    /// Episodes of one part, where a season has many more than that.
    private static let partLength = 100

    private var rule: DayRule { site.library.days }

    /// One row for each season with watched or aired episodes, specials last; nothing for films and for shows of one season.
    var seasons: [SeasonContext] {
        let plays = title.plays.filter { $0.episode != nil && $0.rewatch == nil }
        let seasons = Dictionary(grouping: plays) { $0.episode?.season ?? 1 }
        let numbers = Set(seasons.keys).union(title.airedEpisodes.keys.filter { $0 > 0 })
        guard numbers.count > 1 else { return [] }
        return numbers.sorted { Self.order($0) < Self.order($1) }.map { number in
            let plays = seasons[number] ?? []
            let days = plays.compactMap { $0.time.markedDay(rule) }
            return SeasonContext(
                name: Self.name(number), watched: plays.count, aired: title.airedEpisodes[number], first: days.min(),
                last: days.max())
        }
    }

    /// `72 episodes watched, of which 10 were rewatches. For 12, no day is known.`; nil where nothing was watched.
    var sentence: String? {
        let all = title.plays.count + title.unrecordedEpisodes
        guard all > 0 else { return nil }
        let again = title.plays.count { $0.rewatch != nil }
        let undated = title.plays.count { $0.time.markedDay(rule) == nil } + title.unrecordedEpisodes
        var sentences = [watched(all, again: again)]
        if undated > 0 {
            sentences.append(undated == all ? phrase("title.noDayKnown") : phrase("title.noDayKnownFor", count: undated))
        }
        if title.unrecordedEpisodes > 0 {
            sentences.append(
                all == 1
                    ? phrase("title.unrecordedAlone") : phrase("title.unrecorded", count: title.unrecordedEpisodes))
        }
        return sentences.joined(separator: " ")
    }

    private func watched(_ all: Int, again: Int) -> String {
        let rewatches = phrase("title.ofWhichRewatches", count: again)
        return switch again {
        case 0 where title.isFilm: phrase("title.filmWatched", count: all)
        case all where title.isFilm: phrase("title.filmOnlyRewatched", count: all)
        case _ where title.isFilm: phrase("title.filmRewatched", count: all, ["rewatches": rewatches])
        case 0: phrase("title.episodesWatched", count: all)
        case all: phrase("title.episodesOnlyRewatched", count: all)
        default: phrase("title.episodesRewatched", count: all, ["rewatches": rewatches])
        }
    }

    /// Every recorded play, season by season, the specials last; the parts of a long history can be folded away.
    var parts: [HistoryPartContext] {
        let longSeasons = Set(
            title.plays.filter { ($0.episode?.number ?? 0) > Self.partLength * 3 / 2 }.map { $0.episode?.season ?? 1 })
        let parts = Dictionary(grouping: title.plays) { play in
            let season = play.episode?.season ?? 1
            return Part(season: season, hundred: longSeasons.contains(season) ? max(0, hundred(of: play)) : nil)
        }
        let isOneSeason = Set(parts.keys.map(\.season)).count == 1
        let sorted = parts.sorted { $0.key < $1.key }.map { (part: $0.key, rows: rows($0.value), plays: $0.value) }
        let isLong = sorted.reduce(0) { $0 + $1.rows.count } > Self.fewRows
        return sorted.map { part, rows, plays in
            HistoryPartContext(
                name: Self.name(part, isOneSeason: isOneSeason) ?? (isLong ? phrase("title.wholeHistory") : ""),
                count: title.isFilm
                    ? phrase("review.times", count: plays.count) : phrase("count.episodes", count: plays.count),
                isFolded: isLong, rows: rows)
        }
    }

    private func hundred(of play: Play) -> Int { max(0, (play.episode?.number ?? 1) - 1) / Self.partLength }

    /// Where specials are last.
    private static func order(_ season: Int) -> Int { season == 0 ? .max : season }

    private static func name(_ season: Int) -> String {
        season == 0 ? phrase("title.specials") : phrase("title.season", ["number": String(season)])
    }

    /// Nil for all of the only season.
    private static func name(_ part: Part, isOneSeason: Bool) -> String? {
        let season = isOneSeason ? nil : name(part.season)
        guard let hundred = part.hundred else { return season }
        let (first, last) = ((hundred * partLength + 1).grouped, ((hundred + 1) * partLength).grouped)
        return season.map { phrase("title.seasonEpisodeRange", ["season": $0, "first": first, "last": last]) }
            ?? phrase("title.episodeRange", ["first": first, "last": last])
    }

    private struct Part: Hashable, Comparable {
        let season: Int
        let hundred: Int?

        static func < (left: Part, right: Part) -> Bool {
            (order(left.season), left.hundred ?? 0) < (order(right.season), right.hundred ?? 0)
        }
    }

    /// What is told in one row: plays of one day, or for one reason of none; those of each rewatch by themselves.
    private struct RowKey: Hashable, Comparable {
        let day: CalendarDay?
        /// Why there is no day; in this order behind the days.
        let reason: Int
        /// The day on which the plays were marked.
        let marked: CalendarDay?
        /// The year, where it alone is known.
        let year: Int?
        let rewatch: Int?

        init(_ play: Play, _ rule: DayRule) {
            day = play.time.day(rule)
            rewatch = play.rewatch
            switch play.time {
            case .real, .realDay, .day: (reason, marked, year) = (0, nil, nil)
            case .marked(let day): (reason, marked, year) = (1, day, nil)
            case .year(let year): (reason, marked, self.year) = (2, nil, year)
            case .stamped: (reason, marked, year) = (3, nil, nil)
            case .undated: (reason, marked, year) = (4, nil, nil)
            }
        }

        static func < (left: RowKey, right: RowKey) -> Bool { left.order < right.order }

        private var order: (Int, Int, Int) {
            (reason, day?.daysSince1970 ?? marked?.daysSince1970 ?? year ?? 0, rewatch ?? .min)
        }

        /// Why there is no day.
        var reasonInWords: String {
            if let marked { return phrase("title.markedOn", ["day": marked.words]) }
            if let year { return phrase("title.inYear", ["year": String(year)]) }
            return reason == 3 ? IndexedPlay.Evidence.stamped.words : phrase("title.dayUnknown")
        }
    }

    private func rows(_ plays: [Play]) -> [WatchedContext] {
        Dictionary(grouping: plays) { RowKey($0, rule) }.sorted { $0.key < $1.key }.map { key, plays in
            let words = PlayWords(plays, of: title, days: rule)
            let what = words.episodes(namingUpTo: .max) ?? phrase("title.watched")
            return WatchedContext(
                day: key.day, clock: key.day == nil ? nil : words.clock, reason: key.day == nil ? key.reasonInWords : "",
                what: key.rewatch == nil ? what : phrase("title.again", ["what": what]))
        }
    }
}

/// How far a season is watched.
struct SeasonContext: TemplateContext {
    let name: String
    let watched: Int
    /// Nil where nobody knows.
    let aired: Int?
    let first: CalendarDay?
    let last: CalendarDay?

    static let summary = "How far a season is watched."
    static let fields = Fields<Self>(
        .text("name", "The season.") { $0.name },
        .text("episodes", "Watched and aired episodes, as in `8 of 10`; `8` where nobody knows how many aired.") { season in
            let watched = season.watched.grouped
            return season.aired.map { aired in
                phrase("title.watchedOfAired", ["watched": watched, "aired": max(aired, season.watched).grouped])
            } ?? watched
        },
        .text("days", "Its first and last day, as in `13 Jan 2024 – 31 Jan 2024`; `–` where none is known.") { $0.days })

    private var days: String {
        guard let first, let last else { return "–" }
        return first == last ? first.shortWords : "\(first.shortWords) – \(last.shortWords)"
    }
}

/// A season's plays, or some of them.
struct HistoryPartContext: TemplateContext {
    let name: String
    let count: String
    let isFolded: Bool
    let rows: [WatchedContext]

    static let summary = "A season's plays, or some of them."
    static let fields = Fields<Self>(
        .text("name", "The season, the episodes, or nothing where there is one part alone.") { $0.name },
        .text("count", "How many plays, as in `10 episodes`.") { $0.count },
        .flag("isFolded", "Whether it can be folded away, since the history is long.") { $0.isFolded },
        .list("rows", "What was watched by day, the first day first, then what has no day.") { $0.rows })
}

/// Something that was watched.
struct WatchedContext: TemplateContext {
    let day: CalendarDay?
    /// The time of the day; nil without a day, and in the editions that do not tell it.
    let clock: String?
    /// Why there is no day; empty where there is one.
    let reason: String
    let what: String

    static let summary = "Something that was watched, and when."
    static let fields = Fields<Self>(
        .time("day", "The day; nothing where it is not known.") { $0.day.map { TimeText($0.words, of: $0) } },
        .text("clock", "The time, in the editions that tell it.") { $0.clock },
        .text("reason", "Why there is no day.") { $0.reason },
        .text("what", "The episodes, as in `S01E01 “Pilot”, S01E02 “The Key”`, or `S01E01–E03` where nobody knows their names.") {
            $0.what
        })
}
