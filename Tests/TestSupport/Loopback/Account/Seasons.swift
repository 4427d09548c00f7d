import Foundation

extension LoopbackAccount {
    /// An episode by its place; anime have one season.
    struct EpisodeNumber: Hashable, Comparable, Sendable {
        let season: Int
        let number: Int

        static func < (one: Self, other: Self) -> Bool { (one.season, one.number) < (other.season, other.number) }

        func text(in bucket: Bucket) -> String {
            let number = String(format: "E%02d", number)
            return bucket == .anime ? number : String(format: "S%02d", season) + number
        }
    }

    /// Every regular episode of a title: as the catalogue lists it, else as the item's seasons and counts suggest.
    func numbers(of entry: Entry) -> [EpisodeNumber] {
        if let list = episodes[entry.id] {
            return list.compactMap { row in
                row["episode"]?.int.map { EpisodeNumber(season: row["season"]?.int ?? 1, number: $0) }
            }.sorted()
        }
        var numbers: [EpisodeNumber] = []
        let last = entry.watched.keys.filter { $0.season > 0 }.reduce(into: [1: 0]) {
            $0[$1.season] = max($0[$1.season] ?? 0, $1.number)
        }
        for (season, count) in last.sorted(by: { $0.key < $1.key }) where count > 0 {
            numbers += (1...count).map { EpisodeNumber(season: season, number: $0) }
        }
        let season = last.keys.max() ?? 1
        while numbers.count < entry.total {
            numbers.append(EpisodeNumber(season: season, number: (numbers.last?.number ?? 0) + 1))
        }
        return numbers
    }

    /// The first aired episode after all that were watched.
    func next(of entry: Entry) -> EpisodeNumber? {
        let last = entry.watched.keys.filter { $0.season > 0 }.max()
        return numbers(of: entry).prefix(entry.aired).first { number in last.map { $0 < number } ?? true }
    }

    /// Brings an item's counts and positions up to its seasons.
    func recounted(_ entry: Entry) -> Entry {
        guard entry.bucket != .movies else { return entry }
        var entry = entry
        let regular = entry.watched.keys.filter { $0.season > 0 }
        entry.item["watched_episodes_count"] = .int(regular.count)
        entry.item["last_watched"] = regular.max().map { .string($0.text(in: entry.bucket)) } ?? .null
        entry.item["next_to_watch"] = next(of: entry).map { .string($0.text(in: entry.bucket)) } ?? .null
        return entry
    }
}

extension LoopbackAccount.Entry {
    typealias EpisodeNumber = LoopbackAccount.EpisodeNumber

    /// The recorded plays, with their times where there are any.
    var watched: [EpisodeNumber: String?] {
        get {
            var watched: [EpisodeNumber: String?] = [:]
            for season in item["seasons"]?.elements ?? [] {
                for episode in season["episodes"]?.elements ?? [] {
                    let number = EpisodeNumber(season: season["number"]?.int ?? 1, number: episode["number"]?.int ?? 0)
                    watched.updateValue(episode["watched_at"]?.string, forKey: number)
                }
            }
            return watched
        }
        set { item["seasons"] = newValue.isEmpty ? nil : Self.seasons(newValue) }
    }

    /// - Parameter lengths: minutes, `null` where they are not known; nil where nobody asked for them.
    static func seasons(_ watched: [EpisodeNumber: String?], lengths: [EpisodeNumber: Int]? = nil) -> JSON {
        let seasons = Dictionary(grouping: watched.sorted { $0.key < $1.key }, by: \.key.season)
        return .array(
            seasons.sorted { $0.key < $1.key }.map { season, episodes in
                let rows = episodes.map { number, time in
                    JSON.present([
                        "number": .int(number.number), "watched_at": time.map { .string($0) },
                        "runtime": lengths.map { $0[number].map { .int($0) } ?? .null },
                    ])
                }
                return ["number": .int(season), "episodes": .array(rows)]
            })
    }
}
