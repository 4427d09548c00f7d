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

/// The same numbers counted straight from the JSON, with Foundation alone.
struct StatisticsReference {
    private(set) var kinds: [MediaKind: Statistics.Totals] = [:]
    private(set) var months: [CalendarMonth: Statistics.Totals] = [:]
    private(set) var ledger = Statistics.Ledger()
    private(set) var statuses: [MediaKind: [Status: Int]] = [:]
    private(set) var ratings: [Int: Int] = [:]

    private struct Unreadable: Error {}
    private typealias Object = [String: Any]

    init(_ files: AccountFiles) throws {
        guard let library = try Self.read(files, "all-items.json") as? [String: [Object]] else { throw Unreadable() }
        for (bucket, items) in library {
            let kind: MediaKind = bucket == "shows" ? .tv : bucket == "anime" ? .anime : .movie
            for item in items {
                guard let media = (item["movie"] ?? item["show"]) as? Object, let word = item["status"] as? String,
                    let id = (media["ids"] as? Object)?["simkl"] as? Int
                else { throw Unreadable() }
                let words: [String: Status] = [
                    "watching": .watching, "completed": .completed, "hold": .onHold, "plantowatch": .planToWatch,
                    "dropped": .dropped,
                    "notinteresting": .dropped,
                ]
                kinds[kind, default: .init()].titles += 1
                if let status = words[word] { statuses[kind, default: [:]][status, default: 0] += 1 }
                if let rating = item["user_rating"] as? Int { ratings[rating, default: 0] += 1 }
                let list = try Self.read(files, "episodes/\(kind == .tv ? "tv" : "anime")/\(id).json") as? [Object] ?? []
                count(item, kind: kind, runtime: media["runtime"] as? Int, list: list)
            }
        }
    }

    private static func read(_ files: AccountFiles, _ file: String) throws -> Any? {
        try files.files[file].map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    }

    private mutating func count(_ item: Object, kind: MediaKind, runtime: Int?, list: [Object]) {
        if kind == .movie {
            guard item["status"] as? String == "completed" else { return }
            add(
                item["last_watched_at"] as? String, isBulk: false, aired: nil, minutes: runtime, isExact: runtime != nil,
                kind: kind)
            return
        }
        var all: [(season: Int, episode: Object)] = []
        for season in item["seasons"] as? [Object] ?? [] {
            for episode in season["episodes"] as? [Object] ?? [] { all.append((season["number"] as? Int ?? -1, episode)) }
        }
        for (season, episode) in all {
            let date = episode["watched_at"] as? String
            let listed = list.first { listed in
                let isSeason = kind == .tv ? listed["season"] as? Int == season : season == 1
                return isSeason && listed["episode"] as? Int == episode["number"] as? Int
            }
            let exact = episode["runtime"] as? Int ?? listed?["runtime"] as? Int
            let together = all.count { Self.instant($0.episode["watched_at"] as? String) == Self.instant(date) }
            add(
                date, isBulk: together >= 3, aired: listed?["date"] as? String, minutes: exact ?? runtime, isExact: exact != nil,
                kind: kind)
        }
        let missing = max(0, (item["watched_episodes_count"] as? Int ?? 0) - all.count { $0.season != 0 })
        ledger.unrecorded += missing
        kinds[kind, default: .init()].plays += missing
        kinds[kind, default: .init()].minutes += missing * (runtime ?? 0)
        if runtime == nil { kinds[kind, default: .init()].unmeasured += missing }
        if let runtime { ledger.estimatedMinutes += missing * runtime } else { ledger.unknownLength += missing }
    }

    private mutating func add(_ text: String?, isBulk: Bool, aired: String?, minutes: Int?, isExact: Bool, kind: MediaKind) {
        kinds[kind, default: .init()].plays += 1
        kinds[kind, default: .init()].minutes += minutes ?? 0
        if let minutes, !isExact { ledger.estimatedMinutes += minutes }
        if minutes == nil {
            ledger.unknownLength += 1
            kinds[kind, default: .init()].unmeasured += 1
        }
        guard let text, let date = Self.instant(text), date >= Date(timeIntervalSince1970: 946_684_800) else {
            ledger.undated += 1
            return
        }
        var calendar = Calendar(identifier: .gregorian)
        let isMidnight = text.contains("T00:00:00")
        if isBulk {
            ledger.bulk += 1
            return
        } else if date == Self.instant(aired) {
            ledger.airStamped += 1
            return
        }
        calendar.timeZone = TimeZone(identifier: isMidnight ? "UTC" : "America/New_York") ?? .gmt
        if isMidnight { ledger.days += 1 } else { ledger.real += 1 }
        var parts = calendar.dateComponents([.year, .month, .hour], from: date)
        if !isMidnight, let hour = parts.hour, hour < 4 {
            parts = calendar.dateComponents([.year, .month], from: calendar.startOfDay(for: date).addingTimeInterval(-1))
        }
        let month = CalendarMonth(year: parts.year ?? 0, month: parts.month ?? 0)
        months[month, default: .init()].plays += 1
        months[month, default: .init()].minutes += minutes ?? 0
        if minutes == nil { months[month, default: .init()].unmeasured += 1 }
    }

    private static func instant(_ text: String?) -> Date? {
        guard let text = text?.replacing(".000", with: "") else { return nil }
        return try? Date.ISO8601FormatStyle().parse(text)
    }
}
