import Foundation
import Simkl

@testable import FoyerSite

/// An account of many titles without contradictions: every row is the only word about its title.
struct StatisticsAccount {
    private var chance: SeededChance

    init(seed: Int) { chance = SeededChance(seed: seed) }

    mutating func files() throws -> AccountFiles {
        var files: [String: String] = [:]
        var buckets: [String: [Any]] = [:]
        for id in 1...60 {
            let bucket = chance.pick(["shows", "anime", "movies"])
            buckets[bucket, default: []].append(item(id, bucket: bucket))
            if chance.chance(3, in: 4), bucket != "movies" {
                let name = bucket == "shows" ? "tv" : "anime"
                files["episodes/\(name)/\(id).json"] = try json(episodes(isAnime: bucket == "anime"))
            }
        }
        files["all-items.json"] = try json(buckets)
        return AccountFiles(files)
    }

    private mutating func date() -> Any {
        switch Int.random(in: 0..<12, using: &chance) {
        case 0: return NSNull()
        case 1: return "1970-01-01T00:00:01Z"
        case 2: return "1998-07-0\(Int.random(in: 1...9, using: &chance))T10:00:00Z"
        case 3: return "20\(Int.random(in: 10...26, using: &chance))-02-1\(Int.random(in: 0...9, using: &chance))T00:00:00.000Z"
        case 4, 6: return "2020-05-05T05:05:0\(Int.random(in: 5...6, using: &chance))Z"
        // The hours around the roll-over in New York, at the ends of months.
        case 5: return "2023-0\(Int.random(in: 1...9, using: &chance))-01T0\(Int.random(in: 7...9, using: &chance)):30:00Z"
        default:
            return Date(timeIntervalSince1970: Double(Int.random(in: 1_500_000_000...1_790_000_000, using: &chance))).formatted(
                .iso8601)
        }
    }

    private mutating func item(_ id: Int, bucket: String) -> Any {
        var media: [String: Any] = ["title": "T\(id)", "ids": ["simkl": id]]
        if chance.chance(4, in: 5) { media["runtime"] = Int.random(in: 20...140, using: &chance) }
        var item: [String: Any] = [
            "status": chance.pick(["watching", "completed", "hold", "plantowatch", "dropped", "notinteresting"]),
            bucket == "movies" ? "movie" : "show": media,
            "user_rating": chance.chance(1, in: 2) ? Int.random(in: 1...10, using: &chance) : NSNull(),
            "last_watched_at": date(),
        ]
        guard bucket != "movies" else { return item }
        item["watched_episodes_count"] = Int.random(in: 0...20, using: &chance)
        guard chance.chance(4, in: 5) else { return item }
        var seasons: [Any] = []
        for season in 0..<Int.random(in: 1...3, using: &chance) {
            let shared = chance.chance(1, in: 4) ? date() : nil
            let count = Int.random(in: 1...7, using: &chance)
            let episodes = (1...count).map { number -> [String: Any] in
                var episode: [String: Any] = ["number": number, "watched_at": shared ?? date()]
                if chance.chance(1, in: 2) { episode["runtime"] = Int.random(in: 18...70, using: &chance) }
                return episode
            }
            seasons.append(["number": season, "episodes": episodes] as [String: Any])
        }
        item["seasons"] = seasons
        return item
    }

    private mutating func episodes(isAnime: Bool) -> [Any] {
        (1...6).flatMap { number -> [Any] in
            (isAnime ? [1] : [0, 1, 2]).map { season -> Any in
                var episode: [String: Any] = ["episode": number, "date": "2020-05-05T01:05:05-04:00"]
                if !isAnime { episode["season"] = season }
                if chance.chance(1, in: 2) { episode["runtime"] = 33 }
                return episode
            }
        }
    }
}
