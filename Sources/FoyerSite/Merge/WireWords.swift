public import Simkl

// Where Simkl's words meet Foyer's.

extension MediaKind {
    public init(_ bucket: Wire.Bucket) {
        switch bucket {
        case .shows: self = .tv
        case .anime: self = .anime
        case .movies: self = .movie
        }
    }
}

extension Status {
    /// Nil for a word that Simkl does not document.
    init?(wire: String) {
        switch wire {
        case "watching": self = .watching
        case "plantowatch": self = .planToWatch
        case "hold": self = .onHold
        case "completed": self = .completed
        case "dropped", "notinteresting": self = .dropped
        default: return nil
        }
    }
}

extension TitleLanguage {
    /// Nil for a word that Simkl does not document.
    init?(wire: String) {
        switch wire {
        case "en": self = .english
        case "romaji": self = .romaji
        case "native": self = .native
        default: return nil
        }
    }
}

extension ReleaseStage {
    /// Nil for a word that Simkl does not document.
    ///
    /// Every file has words of its own for the same: details (`tba`, `airing`, `ended`), ratings lists (`returning series`, `in
    /// production`, …) and calendars (`soon`, `premiere`, `ongoing`).
    init?(wire: String) {
        switch wire.lowercased().replacing(/[_-]/, with: " ") {
        case "tba", "soon", "upcoming", "rumored", "planned", "in production", "post production": self = .announced
        case "airing", "ongoing", "premiere", "returning series": self = .running
        case "ended", "aired", "released", "canceled", "cancelled": self = .ended
        default: return nil
        }
    }
}

extension Moment {
    static let distantPast = Moment(secondsSince1970: .min / 2)
    static let distantFuture = Moment(secondsSince1970: .max / 2)
    /// Simkl means "long ago" with every date before this.
    static let year2000 = Moment(secondsSince1970: 946_684_800)

    /// Nil for a day without a time.
    init?(_ date: WireDate) {
        guard case .instant(let seconds, _) = date else { return nil }
        self.init(secondsSince1970: seconds)
    }

    /// The instant, or midnight UTC of the day, for comparing.
    init(comparing date: WireDate) {
        switch date {
        case .instant(let seconds, _): self.init(secondsSince1970: seconds)
        case .day(let days): self.init(secondsSince1970: Int64(days) * 86_400)
        }
    }
}

extension CalendarDay {
    /// The day as it is written, in whatever zone that was.
    init(asWritten date: WireDate) {
        switch date {
        case .day(let days): self.init(daysSince1970: days)
        case .instant(let seconds, let offset):
            self.init(daysSince1970: Int((seconds + Int64(offset)).flooredDivision(by: 86_400)))
        }
    }
}

extension EpisodeNumber {
    /// Anime counts through: its one season has no number; season 0 holds specials everywhere.
    init(season: Int?, number: Int, kind: MediaKind) {
        self.init(season: kind == .anime && season == 1 ? nil : kind == .tv ? season ?? 1 : season, number: number)
    }

    /// Its name, made fit to be shown; nil where it is none: Simkl numbers episodes whose name nobody knows.
    func name(wire text: String?) -> String? {
        guard let name = text.flatMap(DisplayText.visible), !["TBA", "Episode \(number)"].contains(name) else { return nil }
        return name
    }

    /// `S05E16` or `E148`.
    init?(wire text: String, kind: MediaKind) {
        let parts = text.split(separator: "E", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.utf8.contains(UInt8(ascii: "+")) }),
            parts[0].isEmpty || parts[0].first == "S", let number = UInt32(parts[1])
        else { return nil }
        let season = parts[0].isEmpty ? nil : UInt16(parts[0].dropFirst())
        if !parts[0].isEmpty, season == nil { return nil }
        self.init(season: season.map(Int.init), number: Int(number), kind: kind)
    }
}

extension HistoryTime {
    /// Exact midnight, in UTC or on the owner's clock, is a day that somebody entered, not a time: that day, wherever days end.
    init(_ date: WireDate, _ rule: DayRule) {
        switch date {
        case .instant(let seconds, _):
            let moment = Moment(secondsSince1970: seconds)
            let isMidnight = (seconds + Int64(rule.offset(at: moment))) % 86_400 == 0
            self = seconds % 86_400 == 0 ? .day(moment.utcDay) : isMidnight ? .day(rule.calendarDay(of: moment)) : .moment(moment)
        case .day(let days): self = .day(CalendarDay(daysSince1970: days))
        }
    }
}

extension AirTime {
    private static let newYork = DayRule(zone: "America/New_York", rolloverHour: 0) ?? .utc
    private static let easternStandardTime: Int32 = -5 * 3600

    /// Simkl writes a date whose time nobody knows as midnight in New York: in UTC, or with the offset of its winter all year round.
    init(_ date: WireDate, of kind: MediaKind) {
        guard case .instant(let seconds, let offset) = date else {
            self = .day(CalendarDay(asWritten: date))
            return
        }
        let moment = Moment(secondsSince1970: seconds)
        if kind == .movie {
            // A film's time is always a placeholder.
            self = .day(offset == 0 ? Self.newYork.calendarDay(of: moment) : CalendarDay(asWritten: date))
        } else if offset == Self.easternStandardTime
            ? Self.isMidnight(seconds, offset)
            : offset == 0 && kind == .tv
                && (Self.isMidnight(seconds, Self.newYork.offset(at: moment))
                    || Self.isMidnight(seconds, Self.easternStandardTime))
        {
            self = .day(offset == 0 ? moment.utcDay : CalendarDay(asWritten: date))
        } else {
            self = .moment(moment)
        }
    }

    private static func isMidnight(_ seconds: Int64, _ offset: some BinaryInteger) -> Bool {
        (seconds + Int64(offset)) % 86_400 == 0
    }
}

extension CalendarCoverage {
    init(_ spans: Set<CalendarSpan>) {
        self.init(Dictionary(grouping: spans) { MediaKind($0.bucket) }.mapValues { $0.map(\.days) })
    }
}

extension ImagePath {
    /// A path as Simkl sends it, or an address that holds one.
    init?(wire: String, folder: String) {
        var path = wire[...]
        // Most are paths, and no path has a dot.
        if wire.utf8.contains(UInt8(ascii: ".")), let range = path.firstRange(of: "simkl.in/\(folder)/") {
            path = path[range.upperBound...].prefix { $0 != "?" }
            if let dot = path.lastIndex(of: ".") { path = path[..<dot] }
        }
        self.init(String(path))
    }
}

extension Owner {
    init(_ settings: Wire.Settings?) {
        self.init(
            name: settings?.name.flatMap(DisplayText.visible),
            avatar: settings?.avatar.flatMap { ImagePath(wire: $0, folder: "avatars") })
    }
}

extension AccountStatistics {
    init(_ stats: Wire.Stats) {
        let sections: [(MediaKind, Wire.Stats.Section?)] = [(.tv, stats.tv), (.anime, stats.anime), (.movie, stats.movies)]
        var minutes: [MediaKind: Int] = [:]
        var titles: [MediaKind: Int] = [:]
        for (kind, section) in sections {
            minutes[kind] = section?.totalMinutes
            titles[kind] = section.map { $0.statuses.values.reduce(0) { $0 + ($1.count ?? 0) } }
        }
        self.init(totalMinutes: stats.totalMinutes, minutes: minutes, titles: titles)
    }
}

extension CrowdRating {
    /// Nil where nobody has voted: a rating of 0, or 0 votes.
    init?(_ wire: Wire.Rating?) {
        guard let average = wire?.rating, (0.1...10).contains(average), wire?.votes != 0 else { return nil }
        self.init(average: average, votes: wire?.votes)
    }

    /// The one with more votes.
    fileprivate static func better(_ left: CrowdRating?, _ right: CrowdRating?) -> CrowdRating? {
        guard let left, let right else { return left ?? right }
        return (left.votes ?? 0, left.average) >= (right.votes ?? 0, right.average) ? left : right
    }
}

extension CrowdRatings {
    init(_ wire: Wire.Ratings, dropRate: String? = nil) {
        self.init()
        simkl = CrowdRating(wire.simkl)
        imdb = CrowdRating(wire.imdb)
        mal = CrowdRating(wire.mal)
        let percent = (wire.dropRate ?? dropRate).flatMap { Double($0.replacing("%", with: "")) }
        dropPercent = percent.flatMap { (0...100).contains($0) ? $0 : nil }
    }

    /// Takes over from `other` what is better founded there; the same whichever of the two comes first.
    mutating func join(_ other: CrowdRatings) {
        simkl = CrowdRating.better(simkl, other.simkl)
        imdb = CrowdRating.better(imdb, other.imdb)
        mal = CrowdRating.better(mal, other.mal)
        dropPercent = [dropPercent, other.dropPercent].compactMap { $0 }.max()
    }

    /// These ratings, and from `other` what they lack.
    func completed(by other: CrowdRatings) -> CrowdRatings {
        var all = self
        all.simkl = simkl ?? other.simkl
        all.imdb = imdb ?? other.imdb
        all.mal = mal ?? other.mal
        all.dropPercent = dropPercent ?? other.dropPercent
        return all
    }
}

extension Diagnostic {
    init(_ issue: ReadingIssue) {
        let place = issue.file + "#" + issue.pointer
        switch issue.loss {
        case .item: self.init(.warning, "left out: \(issue.message)", at: place)
        case .field: self.init(.warning, "ignored: \(issue.message)", at: place)
        case .text: self.init(.note, issue.message, at: place)
        }
    }
}
