import Foundation

@testable import FoyerSite

/// An account with much that could be watched tonight, and what is to be offered of it, counted from its items alone.
struct TonightAccount {
    let items: [Item]

    struct Item {
        var id: Int
        var bucket: String
        var status: String
        var runtime: Int?
        var year: Int?
        var watched = 0
        var total: Int?
        var notAired = 0
        var rating: Int?
        var genres: [String]?
        var crowd: (rating: Double, votes: Int)?
        var added: String?
        /// Of a show, the last play of its first watched episode.
        var played: String?
        /// Where the film, or of a show the first episode that is not watched, was paused, and when.
        var paused: (percent: Int, at: String)?

        var name: String { "T\(id)" }
        var isFilm: Bool { bucket == "movies" }
    }

    init(_ items: [Item]) { self.items = items }

    /// - Parameter end: the last day, in UTC, on which anything was done.
    init(seed: Int, count: Int, until end: String = "2026-11-19") {
        let days = Self.days(before: end)
        var chance = SeededChance(seed: seed + 4_200)
        let random = (1...count).map { id in
            let bucket = chance.pick(["shows", "anime", "movies"])
            var item = Item(
                id: id, bucket: bucket,
                status: chance.pick(bucket == "movies" ? ["plantowatch", "completed"] : ["watching", "plantowatch", "hold"]))
            if chance.chance(9, in: 10) { item.runtime = chance.pick([7, 22, 24, 44, 58, 89, 90, 95, 121, 239, 241]) }
            if chance.chance(9, in: 10) { item.year = Int.random(in: 1975...2026, using: &chance) }
            if bucket != "movies", chance.chance(9, in: 10) {
                let total = Int.random(in: 1...30, using: &chance)
                item.total = total
                item.notAired = chance.chance(1, in: 4) ? Int.random(in: 0...total, using: &chance) : 0
                item.watched = item.status == "plantowatch" ? 0 : Int.random(in: 0...(total - item.notAired), using: &chance)
                if item.watched > 0, chance.chance(4, in: 5) {
                    item.played = "\(days(8 * id))T\(chance.pick(Self.hours)):17:23Z"
                }
            }
            if chance.chance(1, in: 4) {
                let back = chance.pick([0, 1, 2, 30, 8 * id, 364, 365, 366, 400])
                item.paused = (Int.random(in: 0...100, using: &chance), "\(days(back))T\(chance.pick(Self.hours)):47:23Z")
            }
            if chance.chance(1, in: 2) { item.rating = Int.random(in: 1...10, using: &chance) }
            if chance.chance(2, in: 3) {
                item.genres = (0..<Int.random(in: 0...3, using: &chance)).map { _ in
                    chance.pick(["Drama", "Comedy", "Crime", "Rare\(id)"])
                }
            }
            if chance.chance(3, in: 4) {
                item.crowd = (Double(Int.random(in: 100...999, using: &chance)) / 100, chance.pick([49, 50, 9_000]))
            }
            if chance.chance(9, in: 10) {
                // New Year, the leap day and the days on which clocks change, and those around a year ago.
                let day = chance.pick(
                    ["2023-12-31", "2024-02-28", "2024-02-29", "2024-03-01", "2025-03-30", "2025-10-26", "2026-01-01"]
                        + [0, 1, 7, 31, 59, 92, 182, 363, 364, 365, 366].map(days))
                item.added = "\(day)T\(chance.pick(Self.hours)):17:23Z"
            }
            return item
        }
        // What every account is to have, whatever the seed: a film and a show that were paused.
        items =
            random + [
                Item(id: count + 1, bucket: "movies", status: "plantowatch", runtime: 95, paused: (38, "\(days(2))T19:47:23Z")),
                Item(
                    id: count + 2, bucket: "shows", status: "watching", runtime: 44, watched: 3, total: 5,
                    played: "\(days(8 * (count + 2)))T19:17:23Z", paused: (61, "\(days(1))T19:47:23Z")),
            ]
    }

    /// The day so many days before another. A play has one of its own: those that lie close together were marked and not watched.
    private static func days(before end: String) -> (Int) -> String {
        let last = (try? Date(end + "T12:00:00Z", strategy: .iso8601)) ?? .distantPast
        return { String((last - Double($0) * 86_400).formatted(.iso8601).prefix(10)) }
    }

    private static let hours = ["01", "03", "04", "08", "11", "15", "19", "23"]

    func files() throws -> AccountFiles {
        var (buckets, crowds): ([String: [Any]], [String: [Any]]) = ([:], [:])
        var pauses: [[String: Any]] = []
        var files: [String: String] = [:]
        for item in items {
            var media: [String: Any] = ["title": item.name, "ids": ["simkl": item.id]]
            media["year"] = item.year
            media["runtime"] = item.runtime
            var row: [String: Any] = ["status": item.status, item.isFilm ? "movie" : "show": media]
            row["user_rating"] = item.rating
            row["added_to_watchlist_at"] = item.added
            if let total = item.total {
                row["total_episodes_count"] = total
                row["not_aired_episodes_count"] = item.notAired
                row["watched_episodes_count"] = item.watched
            }
            if let played = item.played {
                row["seasons"] = [["number": 1, "episodes": [["number": 1, "watched_at": played]]]]
            }
            if item.status == "completed" { row["last_watched_at"] = "2025-05-05T20:00:00Z" }
            buckets[item.bucket, default: []].append(row)
            if let (percent, moment) = item.paused {
                var pause: [String: Any] = [
                    "progress": percent, "paused_at": moment,
                    item.isFilm ? "movie" : item.bucket == "anime" ? "anime" : "show": media,
                ]
                if !item.isFilm { pause["episode"] = ["season": 1, "number": item.watched + 1] }
                pauses.append(pause)
            }
            if let crowd = item.crowd {
                crowds[item.bucket, default: []].append(
                    ["id": item.id, "simkl": ["rating": crowd.rating, "votes": crowd.votes]] as [String: Any])
            }
            guard let genres = item.genres else { continue }
            let folder = ["shows": "tv", "anime": "anime", "movies": "movies"][item.bucket] ?? ""
            files["titles/\(folder)/\(item.id).json"] = try json(
                ["title": item.name, "ids": ["simkl": item.id], "genres": genres] as [String: Any])
        }
        files["all-items.json"] = try json(buckets)
        files["playback.json"] = try json(pauses)
        for (bucket, rows) in crowds { files["crowd/\(bucket).json"] = try json(rows) }
        return AccountFiles(files)
    }
}

// MARK: - The count

extension TonightAccount {
    struct Offer {
        let item: Item
        /// Minutes of all that is left, one after the other: of what was paused only what is left of it.
        let lengths: [Int]
        let points: Int
        let isBegun: Bool

        var left: Int { lengths.count }
        var minutes: Int { lengths.reduce(0, +) }

        /// How many of them fit into some minutes.
        func fitting(_ minutes: Int) -> Int {
            var (count, rest) = (0, minutes)
            for length in lengths.prefix(6) {
                rest -= length
                if rest < 0 { break }
                count += 1
            }
            return count
        }
    }

    /// What is to be offered, the best first.
    ///
    /// - Parameter today: on the wall, in this zone.
    func offers(today: String, zone: String) throws -> [Offer] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
        // A day ends four hours after midnight by the clock on the wall.
        func day(_ text: String) throws -> Date {
            let parts = calendar.dateComponents([.year, .month, .day, .hour], from: try Date(text, strategy: .iso8601))
            let shift = (parts.hour ?? 0) < 4 ? 1 : 0
            let date = String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            return try Date(date + "T00:00:00Z", strategy: .iso8601) - Double(shift) * 86_400
        }
        let now = try Date(today + "T00:00:00Z", strategy: .iso8601)
        func mean(_ values: [Int]) -> Int { Int((Double(values.reduce(0, +)) / Double(values.count)).rounded()) }
        func liking(_ isAlike: (Item) -> Bool) -> Int? {
            let ratings = items.filter(isAlike).compactMap(\.rating)
            return ratings.count < 5 ? nil : mean(ratings.map { $0 * 100 })
        }
        let offers = try items.compactMap { item -> Offer? in
            guard item.status == "watching" || item.status == "plantowatch", let length = item.runtime else { return nil }
            let left: Int
            if item.isFilm {
                left = 1
            } else if let total = item.total {
                left = total - item.notAired - item.watched
            } else {
                return nil
            }
            guard left > 0 else { return nil }
            var known: [Int] = []
            if let crowd = item.crowd, crowd.votes >= 50 { known.append(Int((crowd.rating * 100).rounded())) }
            let genres = Set(item.genres ?? []).compactMap { genre in liking { $0.genres?.contains(genre) ?? false } }
            if !genres.isEmpty { known.append(mean(genres)) }
            if let decade = item.year.map({ $0 / 10 }), let value = liking({ $0.year.map { $0 / 10 } == decade }) {
                known.append(value)
            }
            var lengths = Array(repeating: length, count: left)
            if let (percent, _) = item.paused { lengths[0] = max(1, Int((Double(length * (100 - percent)) / 100).rounded())) }
            let isBegun = item.paused != nil || (!item.isFilm && item.watched > 0)
            let touched = try [isBegun ? item.played : nil, item.paused?.at].compactMap { $0 }.map(day).max()
            let since = try touched ?? item.added.map(day)
            let waited = since.map { min(365, max(0, Int((now.timeIntervalSince($0) / 86_400).rounded()))) } ?? 0
            return Offer(
                item: item, lengths: lengths,
                points: (known.isEmpty ? 500 : mean(known)) + waited * 100 / 365 + (isBegun ? 100 : 0), isBegun: isBegun)
        }
        let kinds = ["shows": 0, "anime": 1, "movies": 2]
        return offers.sorted {
            // Names are numbers behind a letter, and so sorted as texts or as numbers alike only where their lengths are.
            ($1.points, $0.item.name.sortKey, kinds[$0.item.bucket] ?? 0) < (
                $0.points, $1.item.name.sortKey, kinds[$1.item.bucket] ?? 0
            )
        }
    }

    /// As pages write them.
    static func time(_ minutes: Int) -> String {
        if minutes < 60 { return "\(minutes) min" }
        if minutes >= 600 { return "\((minutes + 30) / 60) h" }
        return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }
}
