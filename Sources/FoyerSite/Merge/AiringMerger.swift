import Foundation
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
        let parts: [Any?] = [row.date, row.episodeTitle, row.finaleType, row.runtime, row.episodeURL]
        return String(reflecting: parts)
    }

    private func airing(_ row: Wire.Airing, of id: TitleID, date: WireDate) -> Airing {
        let episode = id.kind == .movie ? nil : row.episode.map { EpisodeNumber(season: row.season, number: $0, kind: id.kind) }
        return Airing(
            title: id,
            episode: episode,
            time: AirTime(date, of: id.kind),
            name: episode.map { $0.name(wire: row.episodeTitle) } ?? row.episodeTitle.flatMap(DisplayText.visible),
            finale: row.finaleType.flatMap(Airing.Finale.init),
            isPremiere: episode?.number == 1 && episode?.season != 0,
            runtimeMinutes: PlayLength.believable(row.runtime),
            page: row.episodeURL.flatMap { Airing.page($0, of: id) })
    }
}

extension RecordedTitle {
    /// Takes over what airs of it, and what watched episodes are called where only the calendar knows.
    mutating func take(_ own: [Airing]) {
        title = title.with { title in
            // A film has no episodes: neither a first one nor names.
            title.airings = title.isFilm ? own.map { $0.asFilm } : own
            let known = title.episodeNames
            let unnamed = own.filter { airing in airing.name != nil && airing.episode.map { known[$0] == nil } ?? false }
            guard !unnamed.isEmpty else { return }
            let episodes = Set(plays.compactMap(\.episode))
            var names = Dictionary(episodes.compactMap { episode in known[episode].map { (episode, $0) } }) { first, _ in first }
            for airing in unnamed {
                if let episode = airing.episode, episodes.contains(episode) { names[episode] = airing.name }
            }
            title.episodeNames = EpisodeTexts(names)
        }
    }
}

extension Airing {
    fileprivate var asFilm: Airing {
        var airing = self
        airing.isPremiere = false
        airing.name = nil
        return airing
    }

    /// The path below `https://simkl.com/` of an address; nil for any that is not of Simkl's own page of this title.
    static func page(_ address: String, of id: TitleID) -> String? {
        let hosts = ["https://simkl.com/", "http://simkl.com/", "//simkl.com/", "https://www.simkl.com/"]
        guard let host = hosts.first(where: address.hasPrefix) else { return nil }
        let path = address.dropFirst(host.count).prefix { $0 != "?" && $0 != "#" }
        let parts = path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
        let isPlain = parts.allSatisfy { part in
            part != "." && part != ".." && !part.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "/") || $0 == 0x7F }
        }
        guard (4...6).contains(parts.count), isPlain, MediaKind.allCases.contains(where: { $0.path == parts[0] }),
            parts[1] == String(id.simkl)
        else { return nil }
        return parts.joined(separator: "/")
    }
}
