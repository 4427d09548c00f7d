import Foundation
import Testing

@testable import FoyerSite

@Suite("Time left", .inEnglish)
struct TimeLeftTests {
    @Test("every title's time left is what a count from the JSON gives, and so is each list's", arguments: 1...12)
    func oracle(seed: Int) throws {
        var account = UnfinishedAccount(seed: seed)
        let files = try account.files()
        let library = try files.merged().library
        let counted = try LeftCount.all(in: files)
        let found = library.titles.map { title in
            LeftCount(
                name: title.name, episodes: title.timeLeft?.episodes, exact: title.timeLeft?.exactMinutes ?? 0,
                estimated: title.timeLeft?.estimatedMinutes ?? 0, unmeasured: title.timeLeft?.unmeasured ?? 0)
        }
        #expect(found.sorted { $0.name < $1.name } == counted.sorted { $0.name < $1.name })
        for status in [Status.watching, .planToWatch, .onHold, .completed, .dropped] {
            let own = library.titles.filter { $0.status == status }
            let counts = counted.filter { count in own.contains { $0.name == count.name } }
            let known = counts.filter { $0.episodes != nil && $0.unmeasured == 0 }
            let backlog = Backlog(of: own)
            #expect(backlog.minutes == known.reduce(0) { $0 + $1.exact + $1.estimated })
            #expect(backlog.estimatedMinutes == known.reduce(0) { $0 + $1.estimated })
            #expect(backlog.titles == known.count { $0.episodes != 0 })
            #expect(backlog.unknown == counts.count - known.count)
        }
    }

    @Test("lengths: of the episode, of the calendar, of the title, of nobody")
    func lengths() throws {
        func left(_ runtime: String, _ episodes: String, counted: Int = 1) throws -> TimeLeft? {
            let files = AccountFiles(
                "shows",
                #"{"status":"watching","watched_episodes_count":\#(counted),"total_episodes_count":5,"not_aired_episodes_count":1,"#
                    + #""show":{"title":"A"\#(runtime),"ids":{"simkl":1}},"seasons":[{"number":1,"episodes":[{"number":1}]}]}"#)
            let calendar =
                #"[{"ids":{"simkl_id":1},"date":"2026-01-04T20:00:00Z","episode":{"season":1,"episode":4,"runtime":61}}]"#
            return try files.adding("episodes/tv/1.json", episodes).adding("calendar/tv.json", calendar).title().timeLeft
        }
        let four = """
            [{"season":1,"episode":1,"aired":true,"runtime":10},{"season":1,"episode":2,"aired":true,"runtime":20},
            {"season":1,"episode":3,"aired":true},{"season":1,"episode":4,"aired":true},{"season":1,"episode":5,"aired":false,"runtime":90},
            {"season":0,"episode":1,"aired":true,"runtime":500}]
            """
        #expect(try left(#","runtime":45"#, four) == TimeLeft(episodes: 3, exact: [20, 61], ordinary: 45))
        #expect(try left("", four) == TimeLeft(episodes: 3, exact: [20, 61], ordinary: nil))
        #expect(try left("", four)?.unmeasured == 1)
        // The list does not know of an episode that the account counts.
        #expect(try left(#","runtime":45"#, #"[{"season":1,"episode":2,"aired":true,"runtime":20}]"#)?.estimatedMinutes == 90)
        // The account counts more as watched than it has a record of, so nobody knows which are left.
        #expect(try left(#","runtime":45"#, four, counted: 2) == TimeLeft(episodes: 2, exact: [], ordinary: 45))
        #expect(try left(#","runtime":45"#, "[]") == TimeLeft(episodes: 3, exact: [], ordinary: 45))
    }

    @Test("a film is left as long as it is not watched, once it is out")
    func films() throws {
        func left(_ item: String, status: String) throws -> TimeLeft? {
            try AccountFiles("movies", #"{\#(item),"movie":{"title":"A","runtime":100,"ids":{"simkl":1}}}"#)
                .adding("titles/movies/1.json", #"{"title":"A","ids":{"simkl":1},"status":"\#(status)"}"#).title().timeLeft
        }
        #expect(try left(#""status":"plantowatch""#, status: "ended") == TimeLeft(episodes: 1, exact: [100], ordinary: nil))
        #expect(try left(#""status":"plantowatch""#, status: "tba")?.isNothing == true)
        #expect(try left(#""status":"completed","last_watched_at":"2026-01-01T20:00:00Z""#, status: "ended")?.isNothing == true)
    }

    @Test(
        "a pace is counted in the owner's days: over New Year, 29 February and changed clocks",
        arguments: ["Europe/Berlin", "America/New_York", "Pacific/Auckland"],
        [
            "2025-12-20T23:30:00Z", "2024-02-20T03:10:00Z", "2023-02-20T08:30:00Z", "2026-03-20T01:15:00Z",
            "2026-10-17T02:45:00Z",
            "2026-03-01T11:59:00Z", "2025-04-01T14:30:00Z",
        ])
    func pace(zone: String, start: String) throws {
        let first = try Date(start, strategy: .iso8601)
        // Every three days and a half, at other times of the day.
        let dates = (0..<9).map { first.addingTimeInterval(Double($0) * 3.5 * 86_400) }
        var options = LibraryMerger.Options()
        options.timeZone = zone
        let title = try Self.show(watched: dates, aired: 14).merged(options).library.titles[0]
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: zone))
        // The night until four belongs to the evening before: on the clock on the wall, whatever it did that night.
        let days = try dates.map { date in
            let parts = calendar.dateComponents([.year, .month, .day, .hour], from: date)
            let wall = try #require(
                Self.utc.date(from: DateComponents(year: parts.year, month: parts.month, day: parts.day, hour: parts.hour)))
            return Self.utc.startOfDay(for: wall.addingTimeInterval(-4 * 3600))
        }
        let span = try #require(Self.utc.dateComponents([.day], from: days[0], to: days[8]).day)
        let wait = (5.0 * Double(span) / Double(days.count { $0 > days[0] })).rounded(.up)
        let end = try #require(Self.utc.date(byAdding: .day, value: Int(wait), to: days[8]))
        let rule = try #require(DayRule(zone: zone))
        let pace = try #require(TitlePace(of: title, days: rule))
        #expect(pace.end(after: 5).iso == end.formatted(.iso8601.year().month().day()))
    }

    @Test("no pace from one evening, from what was marked at once, from rewatches, or from what lies too far back")
    func noPace() throws {
        let start = try Date("2026-01-01T20:00:00Z", strategy: .iso8601)
        func pace(_ hours: [Double]) throws -> TitlePace? {
            TitlePace(
                of: try Self.show(watched: hours.map { start.addingTimeInterval($0 * 3600) }, aired: 30).title(), days: .utc)
        }
        #expect(try pace([0, 0.8, 1.6]) == nil)
        #expect(try pace([0, 24, 48]) == nil)
        #expect(try pace([0, 24, 48, 72])?.episodes == 3)
        // A hundred days before the others.
        #expect(try pace([-2400, 0, 24, 48, 72])?.span == 3)
        #expect(try pace([-2400, 0, 24, 48]) == nil)
        // In the same second.
        #expect(try pace([0, 0, 0, 0, 0]) == nil)
    }

    @Test("what is said of the end is true on the day on which it is said, and does not change with each day")
    func outlook() throws {
        let start = try Date("2026-01-04T20:00:00Z", strategy: .iso8601)
        // One each Sunday from 4 January to 1 February: five are left, so until 8 March.
        let files = Self.show(watched: (0..<5).map { start.addingTimeInterval(Double($0) * 7 * 86_400) }, aired: 10)
        let library = try files.merged().library
        let pace = Pace(library, upTo: try day("2026-02-01"))
        #expect(pace.totals.minutes == 250 && pace.weekMinutes == 19)
        func outlook(_ today: String) throws -> Outlook? {
            Outlook(library.titles[0], pace: pace, today: try day(today), days: .utc)
        }
        #expect(
            try outlook("2026-02-02")?.words.withPlainSpaces == """
                At its own pace, that of the 90 days up to its last episode, all that has aired is watched on a Sunday in March 2026.
                """)
        #expect(try outlook("2026-03-08") == outlook("2026-02-02"))
        #expect(try outlook("2026-03-09") == nil)
    }

    private static var utc: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }

    /// A show that is being watched, an episode at each of these times.
    private static func show(watched: [Date], aired: Int) -> AccountFiles {
        let episodes = watched.enumerated().map { #"{"number":\#($0 + 1),"watched_at":"\#($1.formatted(.iso8601))"}"# }
        return AccountFiles(
            "shows",
            #"{"status":"watching","watched_episodes_count":\#(watched.count),"total_episodes_count":\#(aired),"#
                + #""not_aired_episodes_count":0,"show":{"title":"A","runtime":50,"ids":{"simkl":1}},"#
                + #""seasons":[{"number":1,"episodes":[\#(episodes.joined(separator: ","))]}]}"#)
    }
}

/// What is left of one title.
private struct LeftCount: Equatable {
    let name: String
    let episodes: Int?
    let exact: Int
    let estimated: Int
    let unmeasured: Int

    /// Counted from the JSON, without Foyer.
    static func all(in files: AccountFiles) throws -> [LeftCount] {
        let library = try parsed(files.files["all-items.json"]) as? [String: [[String: Any]]] ?? [:]
        return try library.flatMap { bucket, items in
            try items.map { item in
                let media = item[bucket == "movies" ? "movie" : "show"] as? [String: Any] ?? [:]
                let name = media["title"] as? String ?? ""
                let ordinary = media["runtime"] as? Int
                if bucket == "movies" {
                    let isLeft = item["status"] as? String != "completed"
                    return LeftCount(
                        name: name, episodes: isLeft ? 1 : 0, exact: isLeft ? ordinary ?? 0 : 0, estimated: 0,
                        unmeasured: isLeft && ordinary == nil ? 1 : 0)
                }
                guard let total = item["total_episodes_count"] as? Int, total > 0 else {
                    return LeftCount(name: name, episodes: nil, exact: 0, estimated: 0, unmeasured: 0)
                }
                var watched: Set<String> = []
                for season in item["seasons"] as? [[String: Any]] ?? [] {
                    for episode in season["episodes"] as? [[String: Any]] ?? [] {
                        watched.insert("\(season["number"] ?? 1) \(episode["number"] ?? 0)")
                    }
                }
                let recorded = watched.count { !$0.hasPrefix("0 ") }
                let aired = total - min(total, item["not_aired_episodes_count"] as? Int ?? 0)
                let left = max(0, aired - max(recorded, item["watched_episodes_count"] as? Int ?? 0))
                let folder = bucket == "shows" ? "tv" : "anime"
                let ids = media["ids"] as? [String: Any] ?? [:]
                let list = try parsed(files.files["episodes/\(folder)/\(ids["simkl"] ?? 0).json"]) as? [[String: Any]] ?? []
                let open = list.filter { row in
                    let season = row["season"] as? Int ?? 1
                    return row["aired"] as? Bool == true && season != 0 && !watched.contains("\(season) \(row["episode"] ?? 0)")
                }
                let exact = left == 0 || open.count > left ? [] : open.compactMap { $0["runtime"] as? Int }
                let others = left - exact.count
                return LeftCount(
                    name: name, episodes: left, exact: exact.reduce(0, +), estimated: others * (ordinary ?? 0),
                    unmeasured: ordinary == nil ? others : 0)
            }
        }
    }

    private static func parsed(_ text: String?) throws -> Any? {
        try text.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    }
}

/// An account of titles that are watched in part, whose counts, records and lists agree with each other or do not.
private struct UnfinishedAccount {
    private var chance: SeededChance

    init(seed: Int) { chance = SeededChance(seed: seed) }

    mutating func files() throws -> AccountFiles {
        var files: [String: String] = [:]
        var buckets: [String: [Any]] = [:]
        for id in 1...40 {
            let bucket = chance.pick(["shows", "anime", "movies"])
            var media: [String: Any] = ["title": "T\(id)", "ids": ["simkl": id]]
            if chance.chance(4, in: 5) { media["runtime"] = Int.random(in: 20...140, using: &chance) }
            var item: [String: Any] = ["status": chance.pick(["watching", "plantowatch", "hold", "dropped"])]
            if bucket == "movies" {
                item["movie"] = media
                if chance.chance(1, in: 2) { item["status"] = "completed" }
            } else {
                item["show"] = media
                let seasons = bucket == "anime" ? 1 : Int.random(in: 1...3, using: &chance)
                try add(seasons: seasons, isAnime: bucket == "anime", id, to: &item, &files)
            }
            buckets[bucket, default: []].append(item)
        }
        files["all-items.json"] = try json(buckets)
        return AccountFiles(files)
    }

    private mutating func add(
        seasons: Int, isAnime: Bool, _ id: Int, to item: inout [String: Any], _ files: inout [String: String]
    ) throws {
        let length = Int.random(in: 3...9, using: &chance)
        let (aired, all) = (Int.random(in: 0...length * seasons, using: &chance), length * seasons)
        var list: [[String: Any]] = []
        var rows: [[String: Any]] = []
        for season in (isAnime || chance.chance(1, in: 2) ? 1 : 0)...seasons {
            var watched: [[String: Any]] = []
            for number in 1...length {
                var row: [String: Any] = ["episode": number, "aired": season == 0 || (season - 1) * length + number <= aired]
                if !isAnime { row["season"] = season }
                if chance.chance(1, in: 2) { row["runtime"] = Int.random(in: 18...70, using: &chance) }
                list.append(row)
                if chance.chance(1, in: 3) { watched.append(["number": number, "watched_at": "2026-02-03T20:00:00Z"]) }
            }
            rows.append(["number": season, "episodes": watched])
        }
        item["seasons"] = rows
        if chance.chance(4, in: 5) {
            // A count that is newer than the list, or older.
            item["total_episodes_count"] = all + Int.random(in: 0...1, using: &chance)
            item["not_aired_episodes_count"] = all - aired
        }
        if chance.chance(1, in: 2) { item["watched_episodes_count"] = Int.random(in: 0...all, using: &chance) }
        if chance.chance(3, in: 4) { files["episodes/\(isAnime ? "anime" : "tv")/\(id).json"] = try json(list) }
    }
}
