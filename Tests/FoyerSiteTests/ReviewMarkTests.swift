import Foundation
import Testing

@testable import FoyerSite

@Suite("What stands out in a period", .inEnglish)
struct ReviewMarkTests {
    /// A season whose episodes follow each other, hours apart.
    private static func season(_ number: Int, _ episodes: Int, from start: String, hours: Double) throws -> [String: Any] {
        let first = Double(try moment(start).secondsSince1970)
        let rows = (0..<episodes).map { index -> [String: Any] in
            let date = Date(timeIntervalSince1970: first + hours * 3600 * Double(index))
            return ["number": index + 1, "watched_at": date.formatted(.iso8601)]
        }
        return ["number": number, "episodes": rows]
    }

    private static func show(
        _ id: Int, _ name: String, status: String = "watching", runtime: Int = 30, _ seasons: [String: Any]...
    ) -> [String: Any] {
        [
            "status": status, "show": ["title": name, "runtime": runtime, "ids": ["simkl": id]] as [String: Any],
            "seasons": seasons,
        ]
    }

    private static func records(_ shows: [[String: Any]], _ period: String, edition: Edition? = nil) throws -> [[String]] {
        let pages = try ReviewPagesText(AccountFiles(["all-items.json": try json(["shows": shows])]), edition: edition)
        return ReviewPagesText.sections(try pages.markdown(period))["Habits"]?.filter { $0.count == 2 } ?? []
    }

    @Test("the fastest season is that of all that are known whole: of a completed show, or with a later one begun, none left out")
    func fastestSeason() throws {
        let shows = try [
            // Whole, but slower.
            Self.show(1, "Completed", status: "completed", Self.season(1, 6, from: "2025-01-01T20:00:00Z", hours: 12)),
            // Whole, since the second was begun.
            Self.show(
                2, "Continued", Self.season(1, 5, from: "2025-02-01T08:00:00Z", hours: 2),
                Self.season(2, 1, from: "2025-02-05T20:00:00Z", hours: 1)),
            // Faster, but nobody knows whether there is a sixth.
            Self.show(3, "Open", Self.season(1, 5, from: "2025-03-01T08:00:00Z", hours: 1)),
            // As fast, but fewer than five.
            Self.show(4, "Short", status: "completed", Self.season(1, 4, from: "2025-04-01T08:00:00Z", hours: 1)),
        ]
        #expect(
            try Self.records(shows, "2025").contains([
                "Fastest season:",
                "Continued, season 1, 5 episodes in one day, 1 Feb 2025; of 2 seasons that were watched whole",
            ]))
        #expect(try !Self.records(shows, "2025-03").contains { $0[0] == "Fastest season:" })
    }

    @Test("the longest sitting is the longest in time, and belongs whole to the period in which it begins, on every page")
    func longestSitting() throws {
        let shows = try [
            Self.show(1, "Many", runtime: 7, Self.season(1, 10, from: "2025-04-10T10:00:00Z", hours: 0.2)),
            // From the evening of 31 March until past the roll-over hour.
            Self.show(2, "Long", runtime: 60, Self.season(1, 7, from: "2025-03-31T22:30:00Z", hours: 1)),
            Self.show(3, "Other", runtime: 60, Self.season(1, 3, from: "2025-04-12T20:00:00Z", hours: 1)),
        ]
        func sitting(_ period: String) throws -> [String]? {
            try Self.records(shows, period).first { $0[0] == "Longest sitting:" }
        }
        let long = ["Longest sitting:", "Long, 7 episodes on 31 Mar 2025, 7 h"]
        #expect(try sitting("2025") == long)
        #expect(try sitting("2025-03") == long)
        #expect(try sitting("2025-04") == ["Longest sitting:", "Other, 3 episodes on 12 Apr 2025, 3 h"])
        let statistics = try StatisticsPagesText(AccountFiles(["all-items.json": try json(["shows": shows])]))
        #expect(try statistics.sections("2025-03")["Binges"] == [["Long", "31 Mar 2025", "7", "7.0"]])
        #expect(
            try statistics.sections("2025-04")["Binges"] == [
                ["Many", "10 Apr 2025", "10", "1.2"], ["Other", "12 Apr 2025", "3", "3.0"],
            ])
    }

    @Test("a sealed year keeps its sittings whole, and an edition without times of day tells those of one day")
    func sealedSitting() throws {
        let shows = try [Self.show(1, "Long", runtime: 60, Self.season(1, 7, from: "2025-12-31T22:30:00Z", hours: 1))]
        let library = try AccountFiles(["all-items.json": try json(["shows": shows])]).merged().library
        let year = SealedYear(2025, of: library, on: try day("2026-02-01"))
        let kept = try #require(year.plays.sittings)
        #expect(kept.map { [$0.episodes, $0.minutes] } == [[7, 420]])
        #expect(
            year.told(to: Audience(.friends)).plays.sittings == kept && year.told(to: Audience(.public)).plays.sittings == nil)
        #expect(year.told(to: Audience(.friends, hiddenTitles: [1])).plays.sittings == [])
        let months = year.months.filter { $0.value.sittings?.isEmpty == false }.map(\.key)
        #expect(months == [CalendarMonth(year: 2025, month: 12)])
        #expect(Review(.year(2025), year.plays, of: library).longestBinge?.totals.plays == 7)
    }

    @Test(
        "a pause counts from the period's first day to its last, as far as the data tells of it, and not before the first play of all"
    )
    func pauses() throws {
        let shows = try [
            Self.show(
                1, "S", Self.season(1, 5, from: "2026-01-28T15:00:00Z", hours: 1),
                Self.season(2, 5, from: "2026-02-16T15:00:00Z", hours: 1),
                Self.season(3, 5, from: "2026-11-02T15:00:00Z", hours: 1))
        ]
        let files = AccountFiles(["all-items.json": try json(["shows": shows])])
        let expected = [
            "2026-01": ("3 days", "29 Jan 2026 to 31 Jan 2026"), "2026-02": ("15 days", "1 Feb 2026 to 15 Feb 2026"),
            "2026-11": ("18 days", "3 Nov 2026 to 20 Nov 2026"), "2026": ("258 days", "17 Feb 2026 to 1 Nov 2026"),
        ]
        let statistics = try StatisticsPagesText(files)
        for (period, pause) in expected {
            let fact = ["Longest pause:", "\(pause.0) *\(pause.1)*"]
            #expect(try statistics.sections(period)["Streaks and peaks"]?.contains(fact) == true, "\(period)")
            let record = try Self.records(shows, period).first { $0[0] == "Longest pause:" }
            #expect(record?[1] == "\(pause.0), \(pause.1)", "\(period)")
        }
        let longest = ["Longest pause:", "258 days *17 Feb 2026 to 1 Nov 2026*"]
        #expect(try statistics.sections("")["Streaks and peaks"]?.contains(longest) == true)
    }

    @Test(
        "no show is called begun in the year of its first dated play where others have no day, and finished is told by its own day"
    )
    func begun() throws {
        func film(_ id: Int, added: String, watched: String) -> [String: Any] {
            [
                "status": "completed", "added_to_watchlist_at": added, "last_watched_at": watched,
                "movie": ["title": "F\(id)", "ids": ["simkl": id]] as [String: Any],
            ]
        }
        var old = try Self.show(1, "Old", Self.season(1, 3, from: "2025-05-01T20:00:00Z", hours: 24))
        old["watched_episodes_count"] = 9
        var crossing = try Self.show(
            2, "Crossing", status: "completed", Self.season(1, 2, from: "2024-12-31T12:00:00Z", hours: 24))
        crossing["added_to_watchlist_at"] = "2024-12-01T12:00:00Z"
        let new = try Self.show(3, "New", Self.season(1, 3, from: "2025-06-01T20:00:00Z", hours: 24))
        let films = (10...13).map { film($0, added: "2025-01-0\($0 - 9)T12:00:00Z", watched: "2025-02-01T2\($0 - 10):00:00Z") }
        let pages = try StatisticsPagesText(
            AccountFiles(["all-items.json": try json(["shows": [old, crossing, new], "movies": films])]))
        #expect(try pages.sections("2025")["Finished or dropped"] == [["TV shows", "1", "0", "0", "1"]])
        #expect(
            try pages.markdown("2025").contains("1 show begun in 2025. Of 1 more nobody knows whether it was begun before.\n"))
        #expect(
            try pages.sections("2025")["Time on my watchlist"] == [
                ["Until finished in 2025:", "30 days *median; mean 30 days, of 5 titles*"]
            ])
    }

    @Test(
        "the crowd's verdict needs the median and the mean to agree, and five titles",
        arguments: [
            ([9, 9, 9, 9, 9], "Kinder than the crowd. 5 titles"), ([5, 5, 5, 5, 5], "Harsher than the crowd. 5 titles"),
            ([8, 8, 8, 1, 1], "About as the crowd. 5 titles"), ([7, 7, 7, 7, 7], "About as the crowd. 5 titles"),
        ])
    func crowd(ratings: [Int], expected: String) throws {
        let films = ratings.enumerated().map { index, rating -> [String: Any] in
            [
                "status": "completed", "user_rating": rating, "user_rated_at": "2025-03-0\(index + 1)T12:00:00Z",
                "movie": ["title": "F\(index)", "ids": ["simkl": index + 1]] as [String: Any],
            ]
        }
        func page(_ known: Int) throws -> String {
            let crowd = (1...known).map { ["id": $0, "simkl": ["rating": 7.0, "votes": 800] as [String: Any]] as [String: Any] }
            let files = AccountFiles(["all-items.json": try json(["movies": films]), "crowd/movies.json": try json(crowd)])
            return try ReviewPagesText(files).markdown("2025")
        }
        #expect(try page(5).contains("\n\(expected) with at least 50 votes on Simkl are compared. In the median I rate "))
        let few = try page(4)
        #expect(
            few.contains("\n4 titles with at least 50 votes on Simkl are too few to compare. For 1 title, the data has no rating")
        )
        #expect(!few.contains("above Simkl") && !few.contains("below Simkl"))
    }
}
