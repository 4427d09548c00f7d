import Simkl

/// Joins the calendar files to the library's titles.
struct AiringMerger {
    private let known: TitleIndex
    private let days: DayRule

    init(titles: [TitleID], days: DayRule) {
        known = TitleIndex(titles)
        self.days = days
    }

    /// One airing for one episode, by title; the rolling file's word counts before the months', and newer shapes before older.
    func airings(_ rows: [Wire.Airing], _ diagnostics: inout Set<Diagnostic>) -> [TitleID: [Airing]] {
        var found: [TitleID: [Key: (row: Wire.Airing, airing: Airing)]] = [:]
        for row in rows {
            guard let id = known.id(of: row.id, kind: MediaKind(row.bucket)) else { continue }
            guard let date = row.date else {
                diagnostics.insert(Diagnostic(.warning, "left out: an airing without a date", at: id.key))
                continue
            }
            let airing = airing(row, of: id, date: date)
            let key = Key(episode: airing.episode, day: airing.episode == nil ? airing.time.utcDay : nil)
            if let other = found[id]?[key], !Self.precedes(row, other.row) { continue }
            found[id, default: [:]][key] = (row, airing)
        }
        return found.mapValues { airings in
            airings.values.map(\.airing).sorted { left, right in
                let (leftDay, rightDay) = (left.time.day(days), right.time.day(days))
                if leftDay != rightDay { return leftDay < rightDay }
                if left.episode == nil, right.episode == nil { return left.time.utcDay < right.time.utcDay }
                guard let leftEpisode = left.episode, let rightEpisode = right.episode else { return left.episode == nil }
                return leftEpisode < rightEpisode
            }
        }
    }

    /// An episode is known by its number; an airing without one by its day, in UTC, so that it is the same in every zone.
    private struct Key: Hashable {
        let episode: EpisodeNumber?
        let day: CalendarDay?
    }

    private static func precedes(_ left: Wire.Airing, _ right: Wire.Airing) -> Bool {
        if left.isRolling != right.isRolling { return left.isRolling }
        if left.version != right.version { return left.version > right.version }
        let (leftDate, rightDate) = (left.date.map(Moment.init(comparing:)), right.date.map(Moment.init(comparing:)))
        if leftDate != rightDate { return (leftDate ?? .distantPast) > (rightDate ?? .distantPast) }
        return left != right && fullForm(left) > fullForm(right)
    }

    /// All of the row that is used: settles which of two rows counts that nothing else tells apart.
    private static func fullForm(_ row: Wire.Airing) -> String {
        let parts: [Any?] = [row.date, row.episodeTitle, row.finaleType, row.runtime]
        return String(reflecting: parts)
    }

    private func airing(_ row: Wire.Airing, of id: TitleID, date: WireDate) -> Airing {
        let episode = id.kind == .movie ? nil : row.episode.map { EpisodeNumber(season: row.season, number: $0, kind: id.kind) }
        return Airing(
            title: id,
            episode: episode,
            time: AirTime(date, of: id.kind),
            name: row.episodeTitle.flatMap(DisplayText.visible),
            finale: row.finaleType.flatMap(Airing.Finale.init),
            isPremiere: episode?.number == 1 && episode?.season != 0,
            runtimeMinutes: PlayLength.believable(row.runtime))
    }
}
