import Foundation
import Testing

@testable import FoyerSite

@Suite("On this day", .inEnglish)
struct OnThisDayTests {
    /// Days on which something can go wrong: leap days and those beside them, ends of years, changes of clocks on both halves of the
    /// earth.
    private static let edges = [
        "01-01", "02-27", "02-28", "02-29", "03-01", "03-08", "03-29", "04-05", "10-25", "11-01", "12-30", "12-31",
    ]

    /// A show watched at the hours at which days begin and end somewhere, on all of these days of eleven years.
    private static let times: [String] = (2015...2025).flatMap { year in
        edges.filter { $0 != "02-29" || year % 4 == 0 }.flatMap { day in
            [2, 4, 8, 11, 15, 23].map { "\(year)-\(day)T\($0 < 10 ? "0" : "")\($0):30:00Z" }
        }
    }

    private static func account() throws -> AccountFiles {
        let episodes = times.enumerated().map { ["number": $0 + 1, "watched_at": $1] as [String: Any] }
        let show: [String: Any] = [
            "status": "watching", "show": ["title": "Alpha", "runtime": 30, "ids": ["simkl": 1]] as [String: Any],
            "seasons": [["number": 1, "episodes": episodes] as [String: Any]],
        ]
        return AccountFiles(["all-items.json": try json(["shows": [show]])])
    }

    /// Straight from the times, with Foundation's calendar: how many plays by their day.
    private static func plays(on today: String, zone: String) throws -> [String: Int] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: zone))
        var counts: [String: Int] = [:]
        for time in times {
            let date = try Date.ISO8601FormatStyle().parse(time)
            let isNight = calendar.component(.hour, from: date) < 4
            let own = isNight ? calendar.startOfDay(for: date).addingTimeInterval(-1) : date
            let parts = calendar.dateComponents([.year, .month, .day], from: own)
            let day = String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            let isCommon = (Int(today.prefix(4)) ?? 0) % 4 != 0
            let isSameDay = day.suffix(5) == today.suffix(5)
            let isLeapDayToo = isCommon && today.hasSuffix("02-28") && day.hasSuffix("02-29")
            if day.prefix(4) < today.prefix(4), isSameDay || isLeapDayToo { counts[day, default: 0] += 1 }
        }
        return counts
    }

    @Test(
        "every play of earlier years on this day is told once, straight from its time, in three zones",
        arguments: ["America/New_York", "Europe/Stockholm", "Pacific/Auckland"])
    func everyPlay(zone: String) throws {
        let account = try Self.account()
        for today in Self.edges.flatMap({ ["2026-\($0)", "2028-\($0)"] }) + ["2026-07-15"] where today != "2026-02-29" {
            let site = try Site.planned(account, now: "\(today)T10:00:00Z", zone: zone).site
            let days = OnThisDay(site.library, today: site.today).days
            let told = days.map { ($0.day.iso, $0.entries.reduce(0) { $0 + $1.plays.count }) }
            let counts = try Self.plays(on: today, zone: zone)
            #expect(Dictionary(uniqueKeysWithValues: told) == counts, "\(today)")
            #expect(told.map(\.0) == counts.keys.sorted(by: >) && told.isEmpty == (today == "2026-07-15"))
            #expect(days.allSatisfy { $0.yearsAgo == site.today.year - $0.day.year })
        }
    }

    @Test("in the night before the roll-over hour it is the day on the wall that is told of")
    func night() throws {
        // Half past one in Stockholm, on the first day of a year.
        let site = try Site.planned(try Self.account(), now: "2026-01-01T00:30:00Z")
        let days = OnThisDay(site.site.library, today: site.site.today).days
        #expect(days.map(\.day.iso) == (2015...2025).reversed().map { "\($0)-01-01" })
    }

    @Test("the feed has an entry for each title and day, and those of the days before stay as they are")
    func feed() throws {
        let (account, first) = (try Self.account(), try Site.planned(try Self.account(), now: "2026-01-01T12:00:00Z"))
        // Once there are feeds, their memory says since when.
        var memory = FeedMemory(FeedIdentity(owner: "account 7"))
        memory.begin(first.site)
        func entries(_ now: String) throws -> [String: String] {
            let items = try Site.planned(account, now: now, feeds: memory).items("feeds/on-this-day.json")
            let told = try items.map { item in
                let facts = try #require(item["_simkl"] as? [String: Any])
                let title = try #require(item["title"] as? String)
                #expect(
                    title.hasPrefix(
                        facts["years_ago"] as? Int == 1 ? "A year ago: Alpha " : "\(facts["years_ago"] ?? "") years ago: Alpha "))
                return (try #require(item["id"] as? String), "\(item["date_published"] ?? "") \(facts["watched_on"] ?? "")")
            }
            return try #require(Set(told.map(\.0)).count == told.count ? Dictionary(uniqueKeysWithValues: told) : nil)
        }
        let (day, next) = (try entries("2026-01-01T12:00:00Z"), try entries("2026-02-28T12:00:00Z"))
        let begun = try #require(first.site.newestDay)
        func expected(until last: String) throws -> Int {
            let days = (0...100).map { begun.adding(days: $0).iso }.filter { $0 <= last }
            return try days.reduce(0) { try $0 + Self.plays(on: $1, zone: "Europe/Stockholm").count }
        }
        #expect(begun.iso == "2025-12-31")
        #expect(try day.count == expected(until: "2026-01-01"))
        #expect(day.values.contains("2025-12-31T23:00:00Z 2015-01-01"))
        #expect(try next.count == expected(until: "2026-02-28") && day.allSatisfy { next[$0.key] == $0.value })
    }

    @Test("the diary's front tells of it, links to the day and the entry, and no month does")
    func page() async throws {
        let account = AccountFiles([
            "all-items.json": """
            {"shows":[{"status":"watching","show":{"title":"Alpha","runtime":30,"ids":{"simkl":1}},"seasons":[{"number":1,"episodes":[
            {"number":1,"watched_at":"2025-11-20T20:00:00Z"},{"number":2,"watched_at":"2021-11-20T20:31:00Z"},
            {"number":3,"watched_at":"2025-11-19T20:00:00Z"}]}]}]}
            """
        ])
        let site = try await BuiltSite(account, edition: .private)
        let alpha = "[![Alpha](../assets/no-poster.svg) Alpha](../tv/1-alpha/index.html)"
        #expect(
            site.markdown("diary/").contains(
                """
                ## On this day, 20 November

                ### [A year ago](../diary/2025/11/index.html#2025-11-20)

                Thursday 20 November 2025 · 1 play, 30\u{A0}min

                - \(alpha) S01E01 · 30\u{A0}min · [20:00](../diary/2025/11/index.html#2025-11-20-1)

                ### [5 years ago](../diary/2021/11/index.html#2021-11-20)

                Saturday 20 November 2021 · 1 play, 30\u{A0}min

                - \(alpha) S01E02 · 30\u{A0}min · [20:31](../diary/2021/11/index.html#2021-11-20-1)


                """))
        #expect(site.html("diary/2025/11/").contains("<article id=\"2025-11-20-1\" class=\"h-entry\">"))
        #expect(site.files.filter { $0.value.contains("On this day, ") }.keys.sorted() == ["diary/index.html", "diary/index.md"])
    }
}
