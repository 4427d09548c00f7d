import Foundation

@testable import FoyerSite

/// A ``StatisticsAccount`` with all that the statistics pages tell of besides: years, days of adding, sittings, air dates, drop rates.
struct PeriodAccount {
    private var chance: SeededChance
    private let seed: Int

    private typealias Object = [String: Any]

    init(seed: Int) {
        self.seed = seed
        chance = SeededChance(seed: seed &+ 7_000)
    }

    mutating func files() throws -> AccountFiles {
        var plain = StatisticsAccount(seed: seed)
        var files = try plain.files()
        guard
            let library = try JSONSerialization.jsonObject(with: Data((files.files["all-items.json"] ?? "").utf8))
                as? [String: [Object]]
        else { return files }
        var buckets: [String: [Object]] = [:]
        var lists: [String: [Object]] = [:]
        var crowd: [String: [Object]] = [:]
        for bucket in library.keys.sorted() {
            for var item in library[bucket] ?? [] {
                let wrapper = bucket == "movies" ? "movie" : "show"
                guard var media = item[wrapper] as? Object, let id = (media["ids"] as? Object)?["simkl"] as? Int else { continue }
                if chance.chance(5, in: 6) { media["year"] = Int.random(in: 1955...2026, using: &chance) }
                item[wrapper] = media
                if chance.chance(3, in: 4) { item["added_to_watchlist_at"] = instant(1_325_000_000...1_780_000_000) }
                if chance.chance(2, in: 3) {
                    let percent = Int.random(in: 0...100, using: &chance)
                    crowd[bucket, default: []].append(["id": id, "simkl": ["rating": 7, "votes": 9, "droprate": "\(percent)%"]])
                }
                if bucket != "movies" { addEpisodes(&item, id: id, bucket: bucket, &lists) }
                buckets[bucket, default: []].append(item)
            }
        }
        buckets["movies", default: []] += (1001...1020).map { film($0) }
        files.files["all-items.json"] = try json(buckets)
        for (bucket, rows) in crowd { files.files["crowd/\(bucket).json"] = try json(rows) }
        for (file, rows) in lists {
            let known = try files.files[file].flatMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [Object] } ?? []
            files.files[file] = try json(known + rows)
        }
        return files
    }

    private mutating func addEpisodes(_ item: inout Object, id: Int, bucket: String, _ lists: inout [String: [Object]]) {
        if chance.chance(3, in: 4) {
            item["total_episodes_count"] = Int.random(in: 0...40, using: &chance)
            item["not_aired_episodes_count"] = Int.random(in: 0...5, using: &chance)
        }
        if chance.chance(1, in: 5) {
            item["seasons"] = nil
            item["watched_episodes_count"] = 0
            item["status"] = "plantowatch"
            return
        }
        guard chance.chance(1, in: 2) else { return }
        // A season in sittings, with gaps on both sides of what still is one.
        var second = Int.random(in: 1_550_000_000...1_790_000_000, using: &chance)
        let episodes = (1...Int.random(in: 2...14, using: &chance)).map { number -> Object in
            let runtime = Int.random(in: 20...60, using: &chance)
            let episode: Object = ["number": number, "watched_at": text(second), "runtime": runtime]
            if bucket == "shows", chance.chance(2, in: 3) {
                let aired =
                    second
                    - chance.pick([
                        -7200, 0, 60, 7200, 86_399, 86_400, 600_000, 2_591_999, 2_592_000, 31_535_999, 31_536_000, 31_600_000,
                        90_000_000,
                    ])
                lists["episodes/tv/\(id).json", default: []].append(["season": 9, "episode": number, "date": text(aired)])
            }
            second += runtime * 60 + chance.pick([0, 30, 2699, 2700, 2701, 4000, 200_000])
            return episode
        }
        item["seasons"] = (item["seasons"] as? [Object] ?? []) + [["number": 9, "episodes": episodes]]
    }

    /// A film that waited on the list.
    private mutating func film(_ id: Int) -> Object {
        let added = Int.random(in: 1_500_000_000...1_700_000_000, using: &chance)
        let waited = Int.random(in: -30...900, using: &chance)
        return [
            "status": "completed", "movie": ["title": "T\(id)", "ids": ["simkl": id]], "added_to_watchlist_at": text(added),
            "last_watched_at": text(added + waited * 86_400 + Int.random(in: 0...86_399, using: &chance)),
        ]
    }

    private mutating func instant(_ range: ClosedRange<Int>) -> String { text(Int.random(in: range, using: &chance)) }

    private func text(_ second: Int) -> String { Date(timeIntervalSince1970: Double(second)).formatted(.iso8601) }

    /// The Simkl id of an item of a library.
    static func id(_ item: [String: Any]) -> Int {
        let media = (item["movie"] ?? item["show"]) as? Object ?? [:]
        return (media["ids"] as? Object)?["simkl"] as? Int ?? 0
    }
}
