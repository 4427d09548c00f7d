import Foundation
import Testing

@testable import FoyerSite

@Suite("The agenda")
struct UpcomingPageTests {
    @Test("a whole page: the months as grids, premieres and finales, films in the cinema and at home, and what has no date")
    func whole() async throws {
        #expect(try await BuiltSite(Self.account, country: "SE", isSynced: false).markdown("upcoming/") == Self.page)
    }

    @Test("every link of a grid leads to a heading of the page")
    func links() async throws {
        let html = try await BuiltSite(Self.account, country: "SE", isSynced: false).html("upcoming/")
        let targets = html.matches(of: /href="#([^"]*)"/).map { String($0.1) }.filter { $0 != "main" }
        #expect(targets.count == 4)
        for target in targets { #expect(html.contains("<h2 id=\"\(target)\">"), "\(target)") }
    }

    @Test("films come out in the owner's country alone, and what is watched or dropped comes no more")
    func country() async throws {
        let page = try await BuiltSite(Self.account, country: "US").markdown("upcoming/")
        #expect(!page.contains("in the cinema") && !page.contains("at home") && page.contains("**release**"))
    }

    @Test("hidden titles are in no grid, no day and no list of the editions for others", arguments: Edition.allCases)
    func hidden(edition: Edition) async throws {
        let page = try await BuiltSite(Self.account, edition: edition, hidden: [1, 5, 11], country: "SE").markdown("upcoming/")
        for name in ["Alpha", "Echo", "Later"] { #expect(page.contains(name) == (edition == .private), "\(name)") }
    }

    @Test(
        "a month's grid has the weeks of Foundation's calendar, through leap years and the end of a year", arguments: 2019...2032)
    func grid(year: Int) throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        calendar.firstWeekday = 2
        for month in 1...12 {
            let grid = MonthGrid(CalendarMonth(year: year, month: month))
            #expect(grid.weeks.allSatisfy { $0.count == 7 && $0.contains { $0 != nil } })
            let first = try #require(calendar.date(from: DateComponents(year: year, month: month, day: 1)))
            let days = try #require(calendar.range(of: .day, in: .month, for: first))
            #expect(grid.weeks.joined().compactMap { $0?.civil.day } == Array(days))
            for (column, day) in grid.weeks.flatMap({ $0.enumerated() }) {
                guard let day else { continue }
                let date = Date(timeIntervalSince1970: Double(day.daysSince1970) * 86_400)
                #expect((calendar.component(.weekday, from: date) + 5) % 7 == column)
                #expect(day.month == CalendarMonth(year: year, month: month))
            }
        }
    }

    @Test(
        "the next month of December is January, and February has 29 days in a leap year",
        arguments: [
            ("2027-12-31T12:00:00Z", "December 2027", "January 2028", "31"),
            ("2028-01-10T12:00:00Z", "January 2028", "February 2028", "29"),
        ])
    func months(now: String, first: String, second: String, last: String) async throws {
        let files = Self.account.adding(
            "calendar/tv.json",
            #"{"calendar":[{"simkl_id":1,"date":"2028-02-10T20:00:00Z","episode":{"season":2,"episode":2}}],"metadata":{}}"#)
        let page = try await BuiltSite(files, now: now).markdown("upcoming/")
        #expect(
            page.components(separatedBy: "\nTable: ").dropFirst().map { $0.prefix { $0 != "\n" } } == [first[...], second[...]])
        let grids = tables(page, header: "Mon | Tue | Wed | Thu | Fri | Sat | Sun")
        let days = grids[1].joined().filter { !$0.isEmpty }.compactMap { Int($0.prefix { $0.isNumber }) }
        #expect(days == Array(1...(Int(last) ?? 0)))
    }

    @Test("an empty library has an agenda that says so, without a grid")
    func empty() async throws {
        let page = try await BuiltSite(AccountFiles("shows")).markdown("upcoming/")
        #expect(page.hasPrefix("# Upcoming\n\nNothing comes for this list in the weeks that the calendar knows.\n\n---\n"))
    }

    @Test("hostile, foreign and endless names stay names, and are short in a grid", arguments: hostileNames)
    func hostile(name: String) async throws {
        let files = AccountFiles([
            "all-items.json": #"{"shows":[{"status":"watching","show":{"title":\#(try json(name)),"ids":{"simkl":1}}}]}"#,
            "calendar/tv.json":
                #"{"calendar":[{"simkl_id":1,"date":"2026-11-25T20:00:00Z","episode":{"season":2,"episode":2}}],"metadata":{}}"#,
        ])
        let site = try await BuiltSite(files)
        let html = site.html("upcoming/")
        #expect(!html.contains("<script>") && !html.contains("raw HTML omitted"))
        let cell = try #require(html.firstMatch(of: /<em>(.*?)<\/em>/)?.1)
        #expect(cell.replacing(/<[^>]*>/, with: "").count <= 60)
        let cells = html.components(separatedBy: "<td").dropFirst().count
        #expect(cells == 6 * 7 + 5 * 7)
    }

    private static let account = AccountFiles([
        "all-items.json": """
        {"shows":[
        {"status":"watching","show":{"title":"Alpha","ids":{"simkl":1}}},
        {"status":"plantowatch","show":{"title":"Beta","ids":{"simkl":2}}},
        {"status":"dropped","show":{"title":"Gone","ids":{"simkl":3}}},
        {"status":"watching","total_episodes_count":10,"not_aired_episodes_count":3,"watched_episodes_count":1,
        "show":{"title":"The Zulu","ids":{"simkl":10}}},
        {"status":"plantowatch","show":{"title":"Later","ids":{"simkl":11}}},
        {"status":"completed","show":{"title":"Done","ids":{"simkl":12}}}],
        "anime":[{"status":"watching","show":{"title":"鬼滅の刃","ids":{"simkl":4}}}],
        "movies":[
        {"status":"plantowatch","movie":{"title":"Echo","ids":{"simkl":5}}},
        {"status":"plantowatch","movie":{"title":"Foxtrot","ids":{"simkl":6}}},
        {"status":"completed","last_watched_at":"2026-10-01T20:00:00Z","movie":{"title":"Seen","ids":{"simkl":8}}},
        {"status":"plantowatch","movie":{"title":"Unborn","ids":{"simkl":9}}}]}
        """,
        "calendar/tv.json": """
        {"calendar":[
        {"simkl_id":1,"date":"2026-11-20T20:00:00Z","finale_type":3,"episode":{"season":2,"episode":8}},
        {"simkl_id":2,"date":"2026-11-20T18:00:00Z","episode":{"season":1,"episode":1}},
        {"simkl_id":2,"date":"2026-12-01T18:00:00Z","finale_type":2,"episode":{"season":1,"episode":2}},
        {"simkl_id":3,"date":"2026-11-21T18:00:00Z","episode":{"season":1,"episode":2}},
        {"simkl_id":1,"date":"2026-11-18T20:00:00Z","episode":{"season":2,"episode":7}}],"metadata":{}}
        """,
        "calendar/anime.json":
            #"{"calendar":[{"simkl_id":4,"date":"2026-11-20T15:00:00Z","episode":{"episode":1}}],"metadata":{}}"#,
        "calendar/movie_release.json": """
        {"calendar":[{"simkl_id":5,"date":"2026-11-27T05:00:00Z"},{"simkl_id":6,"date":"2026-12-24T05:00:00Z"}],"metadata":{}}
        """,
        "titles/movies/5.json": """
        {"title":"Echo","ids":{"simkl":5},"release_dates":[{"iso_3166_1":"SE","results":[{"type":3,"release_date":"2026-11-27"},
        {"type":4,"release_date":"2027-02-01"}]}]}
        """,
        "titles/movies/8.json": """
        {"title":"Seen","ids":{"simkl":8},"release_dates":[{"iso_3166_1":"SE","results":[{"type":4,"release_date":"2026-12-02"}]}]}
        """,
        "titles/movies/9.json": #"{"title":"Unborn","ids":{"simkl":9},"status":"tba"}"#,
        "titles/tv/11.json": #"{"title":"Later","ids":{"simkl":11},"status":"airing"}"#,
        "titles/tv/12.json": #"{"title":"Done","ids":{"simkl":12},"status":"airing"}"#,
    ])

    private static let page = """
        # Upcoming

        What comes for the titles on my lists. Times are those of UTC. [In a calendar or a reader](../feeds/index.html)

        Table: November 2026

        | Mon | Tue | Wed | Thu | Fri | Sat | Sun |
        | --- | --- | --- | --- | --- | --- | --- |
        |  |  |  |  |  |  | 1 |
        | 2 | 3 | 4 | 5 | 6 | 7 | 8 |
        | 9 | 10 | 11 | 12 | 13 | 14 | 15 |
        | 16 | 17 | 18 | 19 | **[20](#friday-20-november-2026)** *鬼滅の刃, Beta +1* | 21 | 22 |
        | 23 | 24 | 25 | 26 | [27](#friday-27-november-2026) *Echo* | 28 | 29 |
        | 30 |  |  |  |  |  |  |

        Table: December 2026

        | Mon | Tue | Wed | Thu | Fri | Sat | Sun |
        | --- | --- | --- | --- | --- | --- | --- |
        |  | [1](#tuesday-1-december-2026) *Beta* | 2 | 3 | 4 | 5 | 6 |
        | 7 | 8 | 9 | 10 | 11 | 12 | 13 |
        | 14 | 15 | 16 | 17 | 18 | 19 | 20 |
        | 21 | 22 | 23 | [24](#thursday-24-december-2026) *Foxtrot* | 25 | 26 | 27 |
        | 28 | 29 | 30 | 31 |  |  |  |

        ## Friday 20 November 2026

        today

        - [![鬼滅の刃](../assets/no-poster.svg) 鬼滅の刃](../anime/4/index.html) 15:00 · E01 · **premiere**
        - [![Beta](../assets/no-poster.svg) Beta](../tv/2-beta/index.html) 18:00 · S01E01 · **series premiere**
        - [![Alpha](../assets/no-poster.svg) Alpha](../tv/1-alpha/index.html) 20:00 · S02E08 · **series finale**

        ## Friday 27 November 2026

        in 7 days

        - [![Echo](../assets/no-poster.svg) Echo](../movies/5-echo/index.html) **in the cinema**

        ## Tuesday 1 December 2026

        in 11 days

        - [![Beta](../assets/no-poster.svg) Beta](../tv/2-beta/index.html) 18:00 · S01E02 · **season finale**

        ## Thursday 24 December 2026

        in 34 days

        - [![Foxtrot](../assets/no-poster.svg) Foxtrot](../movies/6-foxtrot/index.html) **release**

        ## Monday 1 February 2027

        in 73 days

        - [![Echo](../assets/no-poster.svg) Echo](../movies/5-echo/index.html) **at home**

        ## No date yet

        3 titles that I watch or plan to, and that will go on.

        - [![The Zulu](../assets/no-poster.svg) The Zulu](../tv/10-the-zulu/index.html) 3 episodes to come
        - [![Later](../assets/no-poster.svg) Later](../tv/11-later/index.html) planned · to be continued
        - [![Unborn](../assets/no-poster.svg) Unborn](../movies/9-unborn/index.html) planned · not out yet

        ---

        Data of 1 October 2026. Powered by [Simkl](https://simkl.com/). Made with Foyer.

        """
}
