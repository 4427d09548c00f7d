import Foundation
import Testing

@testable import FoyerSite

@Suite("The agenda")
struct UpcomingPageTests {
    @Test(
        "a whole page: a week, two weeks and months, premieres and finales, films in the cinema and at home, and what has no date"
    )
    func whole() async throws {
        #expect(try await BuiltSite(Self.account, country: "SE", isSynced: false).markdown("upcoming/") == Self.page)
    }

    @Test("films come out in the owner's country alone, and what is watched or dropped comes no more")
    func country() async throws {
        let page = try await BuiltSite(Self.account, country: "US").markdown("upcoming/")
        #expect(!page.contains("in the cinema") && !page.contains("at home") && page.contains("**release**"))
    }

    @Test("hidden titles are on no day and in no list of the editions for others", arguments: Edition.allCases)
    func hidden(edition: Edition) async throws {
        let page = try await BuiltSite(Self.account, edition: edition, hidden: [1, 5, 11], country: "SE").markdown("upcoming/")
        for name in ["Alpha", "Echo", "Later"] { #expect(page.contains("\(name)](") == (edition == .private), "\(name)") }
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
        "seven days, two weeks and months end where they should, over New Year and a leap day",
        arguments: [
            "2027-12-28T12:00:00Z", "2028-02-27T12:00:00Z", "2026-11-20T12:00:00Z", "2026-11-30T23:59:00Z",
        ])
    func spans(now: String) async throws {
        let today = try #require(now.split(separator: "T").first)
        let start = try Date.ISO8601FormatStyle().parse("\(today)T20:00:00Z")
        // An episode each day, from the day before to the seventieth.
        let days = (-1...70).map { start.addingTimeInterval(Double($0) * 86_400).formatted(.iso8601) }
        let rows = days.enumerated().map { number, date in
            ["simkl_id": 1, "date": date, "episode": ["season": 1, "episode": number + 1]] as [String: Any]
        }
        let files = AccountFiles([
            "all-items.json": #"{"shows":[{"status":"watching","show":{"title":"Alpha","ids":{"simkl":1}}}]}"#,
            "calendar/tv.json": try json(["calendar": rows, "metadata": [:] as [String: Any]]),
        ])
        let page = try await BuiltSite(files, now: now).markdown("upcoming/")
        let parts = page.components(separatedBy: "\n## ").map { part in
            part.matches(of: /S01E(\d+)(?:–E(\d+))?/).flatMap { match -> [Int] in
                let first = Int(match.1) ?? 0
                return Array(first...(match.2.flatMap { Int($0) } ?? first))
            }
        }
        #expect(parts == [[], Array(2...8), Array(9...22), Array(23...72)])
        let counted = Dictionary(grouping: days.dropFirst(22)) { $0.prefix(7) }.sorted { $0.key < $1.key }.map { month, days in
            days.map { String(Int($0.dropFirst(8).prefix(2)) ?? 0) }.joined(separator: ", ")
        }
        #expect(tables(page, header: "Title | Days | Episodes").map { $0.map { $0[1] } } == counted.map { [$0] })
        #expect(page.matches(of: /\n###### \w+ \d{4} · 1 title\n/).count == counted.count)
    }

    @Test("what begins and is on no list: by day, what promises most of each kind, with what it is known for")
    func premieres() async throws {
        let page = try await BuiltSite(Self.beginning()) { $0.premieres = true }.markdown("upcoming/")
        #expect(
            items(page, under: "Premieres beyond my lists").map { $0.replacing("\u{A0}", with: " ") } == [
                "Tomorrow 21 Nov 2026 · **series premiere** · Drama, Crime · HBO · Simkl 8.4",
                "Back 25 Nov 2026 · **season premiere** · Simkl 8.0", "On Ice 4 Dec 2026 · **release** · Documentary",
                "Number 5 17 Dec 2026 · **series premiere** · Simkl 7.5",
                "Number 6 17 Dec 2026 · **series premiere** · Simkl 7.6",
                "Number 7 17 Dec 2026 · **series premiere** · Simkl 7.7",
                "Number 8 17 Dec 2026 · **series premiere** · Simkl 7.8",
            ])
        #expect(page.contains("of each kind up to 6,") && page.contains("](https://simkl.com/tv/101/tomorrow)"))
    }

    @Test(
        "they are told in the editions for people one knows, in the public one only where that is asked for",
        arguments: Edition.allCases)
    func premieresByEdition(edition: Edition) async throws {
        for asked in [nil, true, false] {
            let page = try await BuiltSite(Self.beginning(), edition: edition) { $0.premieres = asked }.markdown("upcoming/")
            #expect(page.contains("Premieres beyond my lists") == (asked ?? (edition != .public)))
        }
    }

    @Test("a title that the edition hides begins there as it would if it were not the owner's: to the byte")
    func premieresOfHidden() async throws {
        let with = try await BuiltSite(Self.beginning(own: [101]), hidden: [101]) { $0.premieres = true }
        let without = try await BuiltSite(Self.beginning(), hidden: [101]) { $0.premieres = true }
        #expect(with.markdown("upcoming/").contains("Tomorrow"))
        #expect(with.files["upcoming/index.html"] == without.files["upcoming/index.html"])
        let shown = try await BuiltSite(Self.beginning(own: [101])) { $0.premieres = true }.markdown("upcoming/")
        #expect(!(shown.components(separatedBy: "## Premieres").last ?? "").contains("Tomorrow"))
    }

    /// An account with one show of its own, and calendars that tell of others.
    ///
    /// - Parameter own: Simkl ids of shows that it has beside that.
    private static func beginning(own: [Int] = []) throws -> AccountFiles {
        func row(_ id: Int, _ date: String, _ season: Int?, _ episode: Int?) -> [String: Any] {
            let place = ["season": season, "episode": episode, "title": "Secret"] as [String: Any?]
            return ["simkl_id": id, "date": date, "episode": place.compactMapValues { $0 }]
        }
        func card(_ id: Int, _ title: String, _ more: [String: Any] = [:]) -> (String, Any) {
            ("\(id)", ["title": title, "ids": ["simkl_id": id, "slug": title.lowercased()]].merging(more) { $1 })
        }
        func rated(_ rating: Double) -> [String: Any] { ["ratings": ["simkl": ["rating": rating, "votes": 500]]] }
        let known = rated(8.4).merging(["genres": ["Drama", "Crime"], "network": "HBO"]) { $1 }
        // Beside the two that promise more, four of them fit.
        let others = (1...8).map { (id: 200 + $0, rating: 7 + Double($0) / 10) }
        let shows =
            [
                row(1, "2026-11-22T20:00:00Z", 1, 1), row(101, "2026-11-21T20:00:00Z", 1, 1),
                row(101, "2026-11-28T20:00:00Z", 1, 2),
            ]
            // Over, a special, no first episode, too far ahead, and two of which nothing or no name is known.
            + [
                row(102, "2026-11-19T20:00:00Z", 1, 1), row(103, "2026-11-23T20:00:00Z", 0, 1),
                row(104, "2026-11-23T20:00:00Z", 1, 2),
            ]
            + [
                row(105, "2026-12-18T20:00:00Z", 1, 1), row(106, "2026-11-25T20:00:00Z", 4, 1),
                row(107, "2026-11-25T20:00:00Z", 1, 1),
            ]
            + [row(108, "2026-11-25T20:00:00Z", 1, 1)] + others.map { row($0.id, "2026-12-17T20:00:00Z", 1, 1) }
        let cards =
            [card(1, "Mine"), card(101, "Tomorrow", known), card(108, " ")] + (102...105).map { card($0, "Not \($0)") }
            + [card(106, "Back", rated(8))] + others.map { card($0.id, "Number \($0.id - 200)", rated($0.rating)) }
        let film: [String: Any] = [
            "calendar": [["simkl_id": 301, "date": "2026-12-04T05:00:00Z"]],
            "metadata": ["301": card(301, "On Ice", ["genres": ["Documentary"]]).1],
        ]
        let mine = ([1] + own).map { id in
            ["status": "watching", "show": ["title": "Mine \(id)", "ids": ["simkl": id]] as [String: Any]] as [String: Any]
        }
        return AccountFiles([
            "all-items.json": try json(["shows": mine]),
            "calendar/tv.json": try json(
                ["calendar": shows, "metadata": Dictionary(uniqueKeysWithValues: cards)] as [String: Any]),
            "calendar/movie_release.json": try json(film),
        ])
    }

    @Test("several episodes of a title on one day are one line, a whole season where it ends with its finale")
    func drops() async throws {
        func rows(_ id: Int, _ times: [(String, Int)], finale: Int? = nil) -> [[String: Any]] {
            times.enumerated().map { index, row in
                var airing: [String: Any] = ["simkl_id": id, "date": row.0, "episode": ["season": 2, "episode": row.1]]
                if index == times.count - 1 { airing["finale_type"] = finale }
                return airing
            }
        }
        let all =
            rows(1, (1...8).map { ("2026-11-22T08:00:00Z", $0) }, finale: 2)
            + rows(2, [("2026-11-22T20:00:00Z", 5), ("2026-11-22T20:30:00Z", 6)])
            + rows(3, [("2026-11-22T08:00:00Z", 3), ("2026-11-22T08:00:00Z", 4), ("2026-11-22T08:00:00Z", 6)], finale: 1)
        let shows = ["Alpha", "Beta", "Gamma"].enumerated().map { id, name in
            ["status": "watching", "show": ["title": name, "ids": ["simkl": id + 1]] as [String: Any]] as [String: Any]
        }
        let files = AccountFiles([
            "all-items.json": try json(["shows": shows]),
            "calendar/tv.json": try json(["calendar": all, "metadata": [:] as [String: Any]]),
        ])
        let page = try await BuiltSite(files).markdown("upcoming/")
        #expect(
            page.split(separator: "\n").filter { $0.hasPrefix("- ") }.map { plain(String($0)) } == [
                "- Alpha 08:00 · S02E01–E08 · **whole season**",
                "- Gamma 08:00 · S02E03–E04, S02E06 · **mid-season finale**",
                "- Beta S02E05–E06 · 2 episodes",
            ])
    }

    @Test("of three hundred shows that air each week, the days of the two weeks are to be opened, and nothing is missing")
    func many() async throws {
        let start = try Date.ISO8601FormatStyle().parse("2026-11-20T20:00:00Z")
        let rows = (1...300).flatMap { id in
            (0...2).map { week in
                let date = start.addingTimeInterval(Double(week * 7 + id % 7) * 86_400).formatted(.iso8601)
                return ["simkl_id": id, "date": date, "episode": ["season": 1, "episode": week + 1]] as [String: Any]
            }
        }
        let shows = (1...300).map { id in
            ["status": "watching", "show": ["title": "Show \(id)", "ids": ["simkl": id]] as [String: Any]] as [String: Any]
        }
        let site = try await BuiltSite(
            AccountFiles([
                "all-items.json": try json(["shows": shows]),
                "calendar/tv.json": try json(["calendar": rows, "metadata": [:] as [String: Any]]),
            ]))
        let page = site.markdown("upcoming/")
        #expect(page.matches(of: /\n###### \w+ \d+ \w+ 2026 · 4[23] titles\n/).count == 14)
        #expect(page.components(separatedBy: "\n- ").count == 901)
        let html = site.html("upcoming/")
        #expect(html.contains("<details id=\"2026-11-27\">") && html.utf8.count < 300_000)
    }

    @Test("an empty library has an agenda that says so, without a grid")
    func empty() async throws {
        let page = try await BuiltSite(AccountFiles("shows")).markdown("upcoming/")
        #expect(page.hasPrefix("# Upcoming\n\nNothing comes for this list in the weeks that the calendar knows.\n\n---\n"))
    }

    @Test("hostile, foreign and endless names stay names", arguments: hostileNames)
    func hostile(name: String) async throws {
        let files = AccountFiles([
            "all-items.json": #"{"shows":[{"status":"watching","show":{"title":\#(try json(name)),"ids":{"simkl":1}}}]}"#,
            "calendar/tv.json":
                #"{"calendar":[{"simkl_id":1,"date":"2026-11-25T20:00:00Z","episode":{"season":2,"episode":2}}],"metadata":{}}"#,
        ])
        let site = try await BuiltSite(files)
        let html = site.html("upcoming/")
        #expect(!html.contains("<script>") && !html.contains("raw HTML omitted"))
        #expect(html.components(separatedBy: "<ul class=\"posters\">").count == 2)
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

        ## The next seven days

        ### Friday 20 November 2026

        today

        - [![鬼滅の刃](../assets/no-poster.svg) 鬼滅の刃](../anime/4/index.html) 15:00 · E01 · **premiere**
        - [![Beta](../assets/no-poster.svg) Beta](../tv/2-beta/index.html) 18:00 · S01E01 · **series premiere**
        - [![Alpha](../assets/no-poster.svg) Alpha](../tv/1-alpha/index.html) 20:00 · S02E08 · **series finale**

        ## The two weeks after

        ### Friday 27 November 2026

        - [Echo](../movies/5-echo/index.html) **in the cinema**

        ### Tuesday 1 December 2026

        - [Beta](../tv/2-beta/index.html) 18:00 · S01E02 · **season finale**

        ## Later

        ###### December 2026 · 1 title

        | Title | Days | Episodes |
        | --- | --- | --- |
        | [Foxtrot](../movies/6-foxtrot/index.html) | 24 |  *release* |

        ###### February 2027 · 1 title

        | Title | Days | Episodes |
        | --- | --- | --- |
        | [Echo](../movies/5-echo/index.html) | 1 |  *at home* |

        ## Films

        | Film | In the cinema | At home |
        | --- | --- | --- |
        | [Echo](../movies/5-echo/index.html) | 27\u{A0}Nov\u{A0}2026 | 1\u{A0}Feb\u{A0}2027 |
        | [Foxtrot](../movies/6-foxtrot/index.html) | 24\u{A0}Dec\u{A0}2026, release |  |

        ## No date yet

        3 titles that I watch or plan to, and that will go on.

        - [![The Zulu](../assets/no-poster.svg) The Zulu](../tv/10-the-zulu/index.html) 3 episodes to come
        - [![Later](../assets/no-poster.svg) Later](../tv/11-later/index.html) planned · to be continued
        - [![Unborn](../assets/no-poster.svg) Unborn](../movies/9-unborn/index.html) planned · not out yet

        ---

        Data of 1 October 2026. Powered by [Simkl](https://simkl.com/). Made with Foyer.

        """
}
