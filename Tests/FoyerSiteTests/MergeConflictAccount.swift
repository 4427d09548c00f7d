import Foundation
import Simkl

/// An account in which the files contradict one another and themselves wherever they can.
struct ConflictAccount {
    private var chance: SeededChance

    init(seed: Int) { chance = SeededChance(seed: seed) }

    mutating func files() throws -> AccountFiles {
        var files: [String: String] = [:]
        var buckets: [String: [Any]] = ["shows": [], "anime": [], "movies": []]
        var ratings = buckets
        for id in 1...14 {
            let kinds = id <= 5 ? ["shows"] : id <= 9 ? ["anime"] : id <= 12 ? ["movies"] : ["shows", "anime"]
            for _ in 0..<Int.random(in: 1...3, using: &chance) { add(item(id, kinds: kinds, isRating: false), to: &buckets) }
            for _ in 0..<Int.random(in: 0...2, using: &chance) {
                add(item(id, kinds: id < 10 ? ["shows", "anime"] : kinds, isRating: true), to: &ratings)
            }
        }
        files["all-items.json"] = try json(buckets)
        files["ratings.json"] = try json(ratings)
        for (name, bucket) in [("tv", "shows"), ("anime", "anime"), ("movie_release", "movies")] {
            files["calendar/\(name).json"] = try json(calendar(bucket, version: 2))
            files["calendar/2026/11/\(name).json"] = try json(calendar(bucket, version: 1))
            files["calendar/2026/12/\(name).json"] = try json(calendar(bucket, version: 2))
            files["crowd/\(bucket).json"] = try json((0..<8).map { _ in crowd() })
        }
        for id in [1, 2, 6, 7, 13] {
            for name in ["tv", "anime"] {
                files["titles/\(name)/\(id).json"] = try json(details(id))
                files["episodes/\(name)/\(id).json"] = try json((0..<6).map { _ in listedEpisode() })
            }
        }
        files["playback.json"] = try json((0..<8).map { _ in playback() })
        files["settings.json"] = #"{"user":{"name":"Ada"},"account":{"id":7,"timezone":"Europe/Lisbon"}}"#
        return AccountFiles(files)
    }

    // The pools are small on purpose: equal values in one field and different ones in the next are what an order can leak into.
    private static var dates: [Any] {
        [
            "2026-03-01T20:00:00Z", "2026-03-01T20:00:00Z", "2026-03-01T20:00:00.000Z", "2026-03-01T21:00:00+01:00",
            "2026-05-05T00:00:00Z", "1970-01-01T00:00:01Z", "2025-12-31T23:59:59Z", "2026-03-01", NSNull(), "soon",
        ]
    }

    private mutating func add(_ item: (bucket: String, value: Any), to buckets: inout [String: [Any]]) {
        buckets[item.bucket, default: []].append(item.value)
    }

    private mutating func item(_ id: Int, kinds: [String], isRating: Bool) -> (bucket: String, value: Any) {
        let bucket = chance.pick(kinds)
        let media: [String: Any] = [
            "title": chance.pick(["One", "Two", "A|b", "A", " ", NSNull()] as [Any]),
            "poster": chance.pick(["12/ab", "b|12/ab", "../x", "", NSNull()] as [Any]),
            "year": chance.pick([2001, 2002, NSNull()] as [Any]),
            "runtime": chance.pick([24, 50, 0, 100_000_000, NSNull()] as [Any]),
            "ids": [
                "simkl": id, "slug": chance.pick(["one", "two", NSNull()] as [Any]),
                "imdb": chance.pick(["tt1", "tt2"]), chance.pick(["tmdb", "mal"]): chance.pick(["5", 6] as [Any]),
            ] as [String: Any],
        ]
        var item: [String: Any] = [
            bucket == "movies" ? "movie" : "show": media,
            "status": chance.pick(["watching", "completed", "hold", "plantowatch", "notinteresting", "lost", NSNull()] as [Any]),
            "added_to_watchlist_at": chance.pick(Self.dates), "last_watched_at": chance.pick(Self.dates),
            "user_rated_at": chance.pick(Self.dates), "user_rating": chance.pick([1, 8, 10, 0, 11, NSNull()] as [Any]),
            "next_to_watch": chance.pick(["S01E02", "E02", "-", "next", NSNull()] as [Any]),
        ]
        if chance.chance(1, in: 2) {
            item["memo"] = [
                "text": chance.pick(["m", "n"]), "is_private": chance.pick([false, false, true, NSNull()] as [Any]),
            ]
        }
        if isRating { return (bucket, item) }
        if chance.chance(3, in: 4) { item["seasons"] = (0..<Int.random(in: 1...3, using: &chance)).map { _ in season() } }
        item["watched_episodes_count"] = chance.pick([0, 3, 12, 100_000_000, -1, NSNull()] as [Any])
        item["total_episodes_count"] = chance.pick([12, 24, NSNull()] as [Any])
        item["not_aired_episodes_count"] = chance.pick([0, 2, 50, NSNull()] as [Any])
        if chance.chance(1, in: 3) {
            item["is_rewatch"] = true
            item["rewatch_id"] = chance.pick([0, 1, 2, -1, NSNull()] as [Any])
        }
        return (bucket, item)
    }

    private mutating func season() -> Any {
        let episodes = (0..<Int.random(in: 1...5, using: &chance)).map { _ in
            [
                "number": Int.random(in: 1...4, using: &chance), "watched_at": chance.pick(Self.dates),
                "runtime": chance.pick([21, 22, NSNull()] as [Any]),
            ] as [String: Any]
        }
        return ["number": chance.pick([0, 1, 1, 2]), "episodes": episodes] as [String: Any]
    }

    private mutating func ratings() -> [String: Any] {
        func rating(_ chance: inout SeededChance) -> Any {
            ["rating": chance.pick([7.5, 8, 0, NSNull()] as [Any]), "votes": chance.pick([10, 0, NSNull()] as [Any])]
        }
        return ["simkl": rating(&chance), chance.pick(["imdb", "mal"]): rating(&chance)]
    }

    private mutating func crowd() -> Any {
        ratings().merging(["id": Int.random(in: 1...14, using: &chance)]) { first, _ in first }
    }

    private mutating func details(_ id: Int) -> Any {
        [
            "title": "D", "ids": ["simkl": id], "runtime": chance.pick([30, 40]), "total_episodes": chance.pick([12, 13]),
            "overview": chance.pick(["Same", "Other", NSNull()] as [Any]), "genres": [chance.pick(["Drama", "Crime"])],
            "ratings": ratings(),
        ] as [String: Any]
    }

    private mutating func listedEpisode() -> Any {
        [
            "season": chance.pick([1, 2, NSNull()] as [Any]), "episode": Int.random(in: 1...4, using: &chance),
            "date": chance.pick(Self.dates), "runtime": chance.pick([44, 45, NSNull()] as [Any]),
            "title": chance.pick(["Pilot", "Pilot, again"]),
        ] as [String: Any]
    }

    private mutating func calendar(_ bucket: String, version: Int) -> Any {
        let rows = (0..<12).map { _ -> [String: Any] in
            let id = Int.random(in: 1...16, using: &chance)
            var row: [String: Any] = [
                "date": chance.pick([
                    "2026-11-20T05:00:00Z", "2026-11-20T00:00:00-05:00", "2026-11-20T10:00:00Z", "2026-11-21", NSNull(),
                ]),
                "finale_type": chance.pick([NSNull(), 1, 2, 9] as [Any]),
            ]
            if bucket != "movies" || chance.chance(1, in: 4) {
                row["episode"] = [
                    "season": chance.pick([1, 2, NSNull()] as [Any]), "episode": chance.pick([1, 2, NSNull()] as [Any]),
                    "title": chance.pick(["Pilot", "Return", NSNull()] as [Any]), "runtime": chance.pick([22, 23] as [Any]),
                ]
            }
            if version == 2 { row["simkl_id"] = id } else { row["ids"] = ["simkl_id": id] }
            if version == 1 { row["ratings"] = ratings() }
            return row
        }
        if version == 1 { return rows }
        let metadata = (1...14).map { ("\($0)", ["ratings": ratings(), "drop_rate": chance.pick(["1%", "2%", "-"])]) }
        return ["calendar": rows, "metadata": Dictionary(metadata) { first, _ in first }] as [String: Any]
    }

    private mutating func playback() -> Any {
        [
            "id": 1, "progress": chance.pick([0, 49.6, 100, 1e9] as [Any]), "paused_at": chance.pick(Self.dates),
            "episode": ["season": 1, "number": Int.random(in: 1...2, using: &chance)],
            chance.pick(["show", "anime", "movie"]): ["title": "P", "ids": ["simkl": Int.random(in: 1...16, using: &chance)]],
        ] as [String: Any]
    }
}

extension Account {
    /// The same account with every list in another order, down to the episodes.
    func shuffled(_ chance: inout SeededChance) -> Account {
        var account = self
        account.items = items.shuffled(using: &chance).map { $0.shuffled(&chance) }
        account.ratings = ratings.shuffled(using: &chance).map { $0.shuffled(&chance) }
        account.playback.shuffle(using: &chance)
        account.airings.shuffle(using: &chance)
        account.crowd.shuffle(using: &chance)
        account.details.shuffle(using: &chance)
        account.episodes.shuffle(using: &chance)
        for index in account.episodes.indices { account.episodes[index].episodes.shuffle(using: &chance) }
        account.issues.shuffle(using: &chance)
        return account
    }

    /// The account dealt out to `count` accounts, row by row.
    func parts(_ count: Int, _ chance: inout SeededChance) -> [Account] {
        var parts = Array(repeating: Account(), count: count)
        func deal<Value>(_ values: [Value], _ list: WritableKeyPath<Account, [Value]>, _ chance: inout SeededChance) {
            for value in values { parts[Int.random(in: 0..<count, using: &chance)][keyPath: list].append(value) }
        }
        deal(items, \.items, &chance)
        deal(ratings, \.ratings, &chance)
        deal(playback, \.playback, &chance)
        deal(airings, \.airings, &chance)
        deal(crowd, \.crowd, &chance)
        deal(details, \.details, &chance)
        deal(episodes, \.episodes, &chance)
        deal(issues, \.issues, &chance)
        // Every part has read the whole calendar files, and kept of them what is its own.
        for index in parts.indices { parts[index].calendars = calendars }
        parts[Int.random(in: 0..<count, using: &chance)].settings = settings
        parts[Int.random(in: 0..<count, using: &chance)].activities = activities
        parts[Int.random(in: 0..<count, using: &chance)].stats = stats
        return parts
    }
}

extension Wire.Item {
    fileprivate func shuffled(_ chance: inout SeededChance) -> Wire.Item {
        var item = self
        item.seasons = seasons?.shuffled(using: &chance)
        for index in (item.seasons ?? []).indices { item.seasons?[index].episodes.shuffle(using: &chance) }
        return item
    }
}
