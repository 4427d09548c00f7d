import Foundation
import Testing

@testable import FoyerSite

@Suite("The front page", .inEnglish)
struct HomePageTests {
    /// Everything above the numbers of all time, in plain text, without posters.
    private static func top(
        _ files: [String: String], now: String = "2026-11-20T12:00:00Z", edition: Edition = .public, zone: String = "UTC",
        country: String? = nil
    ) async throws -> String {
        let site = try await BuiltSite(AccountFiles(files), now: now, edition: edition, zone: zone, country: country)
        let page = site.markdown("")
        #expect(!site.html("").contains("style="))
        let end = page.range(of: "\n## In numbers")?.lowerBound ?? page.range(of: "\n---\n")?.lowerBound ?? page.endIndex
        return plain(String(page[..<end])).replacing("\u{A0}", with: " ").trimmingCharacters(in: .newlines)
    }

    private static func item(_ kind: String, _ id: Int, _ name: String, _ status: String, _ rest: String = "") -> String {
        #"{"status":"\#(status)","\#(kind)":{"title":"\#(name)","runtime":30,"ids":{"simkl":\#(id)}}\#(rest)}"#
    }

    private static func watched(_ counts: (Int, Int, Int), _ episodes: [(Int, String)] = [], next: Int? = nil) -> String {
        let rows = episodes.map { #"{"number":\#($0.0),"watched_at":"\#($0.1)"}"# }.joined(separator: ",")
        let told = next.map { #","next_to_watch":"S01E\#(padded($0))""# } ?? ""
        return #"""
            ,"watched_episodes_count":\#(counts.0),"total_episodes_count":\#(counts.1),"not_aired_episodes_count":\#(counts.2)\#(told),
            "seasons":[{"number":1,"episodes":[\#(rows)]}]
            """#
    }

    @Test("tonight has what was touched last, then what else is begun, and tells what is caught up by the day of its return")
    func tonight() async throws {
        let shows = [
            Self.item("show", 1, "Alpha", "watching", Self.watched((3, 12, 2), [(3, "2026-11-10T20:00:00Z")], next: 4)),
            Self.item("show", 2, "Beta", "watching", Self.watched((10, 12, 2), [(10, "2026-11-19T20:00:00Z")])),
            Self.item("show", 3, "Gamma", "watching"),
            Self.item("show", 4, "Delta", "watching", Self.watched((1, 9, 0), [(1, "2026-11-18T20:00:00Z")], next: 2)),
            Self.item("show", 5, "Epsilon", "watching", Self.watched((5, 9, 4), [(5, "2026-11-01T20:00:00Z")])),
            Self.item("show", 6, "Zeta", "dropped", Self.watched((1, 9, 0), [(1, "2026-11-19T21:00:00Z")], next: 2)),
            Self.item("show", 7, "Eta", "watching", Self.watched((2, 8, 6), [(2, "2026-10-30T20:00:00Z")])),
        ]
        let films = [
            Self.item("movie", 8, "Echo", "plantowatch"), Self.item("movie", 9, "Paused", "plantowatch"),
            Self.item("movie", 10, "Seen", "completed", #","last_watched_at":"2026-11-19T20:00:00Z""#),
        ]
        let page = try await Self.top(
            [
                "all-items.json": #"{"shows":[\#(shows.joined(separator: ","))],"movies":[\#(films.joined(separator: ","))]}"#,
                "playback.json": """
                [{"id":1,"progress":61.4,"paused_at":"2026-11-19T21:00:00Z","type":"episode","episode":{"season":1,"number":4},
                "show":{"title":"Alpha","ids":{"simkl":1}}},
                {"id":2,"progress":20,"paused_at":"2026-11-15T21:00:00Z","type":"movie","movie":{"title":"Paused","ids":{"simkl":9}}},
                {"id":3,"progress":90,"paused_at":"2026-11-19T19:00:00Z","type":"movie","movie":{"title":"Seen","ids":{"simkl":10}}},
                {"id":4,"progress":5,"paused_at":"2026-11-19T22:00:00Z","type":"episode","episode":{"season":1,"number":2},
                "show":{"title":"Zeta","ids":{"simkl":6}}}]
                """,
                "calendar/tv.json": """
                [{"title":"Beta","ids":{"simkl_id":2},"date":"2026-11-27T20:00:00Z","episode":{"season":1,"episode":11}},
                {"title":"Eta","ids":{"simkl_id":7},"date":"2026-11-24T20:00:00Z","episode":{"season":1,"episode":3}}]
                """,
            ], edition: .private)
        let tonight = try #require(page.range(of: "## Tonight"))
        let end = try #require(page.range(of: "## This week"))
        #expect(
            page[tonight.lowerBound..<end.lowerBound].trimmingCharacters(in: .newlines) == """
                ## Tonight

                - Alpha **S01E04** 30 min · about 3 h 30 min left · paused yesterday · `61 %`

                ### Carry on watching

                - Delta S01E02 · about 4 h left · `11 %`
                - Paused paused 5 days ago · `20 %`
                - Gamma 30 min

                Caught up with Eta (next: in 4 days), Beta (next: in 7 days), Epsilon.
                """)
    }

    /// A section by its heading, without that.
    private static func section(_ heading: String, of page: String) -> String {
        var parts = page.components(separatedBy: "\n## ")
        parts[0] = parts[0].components(separatedBy: "\n").dropFirst(2).joined(separator: "\n")
        let found = heading.isEmpty ? parts.first : parts.first { $0.hasPrefix(heading) }
        return (found ?? "").dropFirst(heading.count).trimmingCharacters(in: .newlines)
    }

    /// Three films of 90 minutes and one show of 30, each play at its own time.
    private static func plays(_ films: [String], _ episodes: [String] = []) -> [String: String] {
        let seen = films.enumerated().map {
            #"{"status":"completed","last_watched_at":"\#($1)","movie":{"title":"F\#($0)","runtime":90,"ids":{"simkl":\#($0 + 10)}}}"#
        }
        let show = item(
            "show", 1, "Alpha", "completed",
            watched((episodes.count, episodes.count, 0), episodes.enumerated().map { ($0 + 1, $1) }))
        return [
            "all-items.json":
                #"{"movies":[\#(seen.joined(separator: ","))],"shows":[\#(episodes.isEmpty ? "" : show)]}"#
        ]
    }

    @Test(
        "the month is told up to the data's day, in the owner's zone, beside the same days of the month before",
        arguments: [
            // The whole of February is less than the first 30 days of March.
            (
                ["2026-02-01T20:00:00Z", "2026-02-28T20:00:00Z", "2026-03-30T20:00:00Z"], "2026-03-30T22:00:00Z", "UTC",
                "In March so far: 1 film, 1 h 30 min, all of it F2; in February it was 3 h."
            ),
            // A leap day counts where there is one.
            (
                ["2028-01-29T20:00:00Z", "2028-01-30T20:00:00Z", "2028-02-29T20:00:00Z"], "2028-02-29T22:00:00Z", "UTC",
                "In February so far: 1 film, 1 h 30 min, all of it F2."
            ),
            (
                ["2027-12-30T20:00:00Z", "2028-01-29T20:00:00Z", "2028-01-30T20:00:00Z", "2028-02-29T20:00:00Z"],
                "2028-02-29T22:00:00Z", "UTC",
                "In February so far: 1 film, 1 h 30 min, all of it F3; in the same days of January it was 1 h 30 min."
            ),
            // Over New Year, nothing was watched yet, and the evening before lasts until four.
            (
                ["2025-11-02T20:00:00Z", "2025-12-31T20:00:00Z"], "2026-01-01T12:00:00Z", "UTC",
                "Nothing watched in January yet; in December it was 1 h 30 min."
            ),
            (
                ["2025-11-02T20:00:00Z", "2025-12-31T20:00:00Z"], "2026-01-01T03:00:00Z", "UTC",
                "In December so far: 1 film, 1 h 30 min, all of it F1."
            ),
            // It is the first there already.
            (
                ["2026-09-02T20:00:00Z", "2026-10-31T19:30:00Z"], "2026-10-31T20:00:00Z", "Pacific/Auckland",
                "In November so far: 1 film, 1 h 30 min, all of it F1."
            ),
        ])
    func month(plays: [String], now: String, zone: String, sentence: String) async throws {
        let page = try await Self.top(Self.plays(plays), now: now, zone: zone)
        #expect(Self.section("", of: page) == sentence)
    }

    @Test("of several titles the month names the one that took the most time, and none of equals")
    func most() async throws {
        let two = try await Self.top(
            Self.plays(["2026-11-01T20:00:00Z"], (1...4).map { "2026-11-0\($0)T21:00:00Z" }))
        #expect(Self.section("", of: two) == "In November so far: 4 episodes and 1 film, 3 h 30 min, most of all Alpha.")
        let equals = try await Self.top(Self.plays(["2026-11-01T20:00:00Z", "2026-11-02T20:00:00Z"]))
        #expect(Self.section("", of: equals) == "In November so far: 2 films, 3 h.")
    }

    @Test("a week has seven days, a title once on each, and says how many there are besides")
    func week() async throws {
        let names = ["Alpha", "Beta", "Gamma", "Delta"]
        let shows = names.enumerated().map { Self.item("show", $0 + 1, $1, "watching", Self.watched((1, 12, 8))) }
        func row(_ id: Int, _ day: String, _ episode: Int, _ rest: String = "") -> String {
            """
            {"title":"\(names[id - 1])","ids":{"simkl_id":\(id)},"date":"\(day)","episode":{"season":2,"episode":\(episode)}\(rest)}
            """
        }
        // The clock of Stockholm goes back on the 25th.
        let rows = [
            row(1, "2026-10-24T21:30:00Z", 5), row(1, "2026-10-24T21:30:00Z", 6), row(2, "2026-10-24T22:30:00Z", 5),
            row(2, "2026-10-25T01:30:00Z", 6), row(3, "2026-10-26T19:00:00Z", 5), row(1, "2026-10-26T20:00:00Z", 7),
            row(2, "2026-10-26T21:00:00Z", 7), row(4, "2026-10-26T22:00:00Z", 5), row(4, "2026-10-30T23:30:00Z", 7),
        ]
        let page = try await Self.top(
            [
                "all-items.json": #"{"shows":[\#(shows.joined(separator: ","))]}"#,
                "calendar/tv.json": "[\(rows.joined(separator: ","))]",
            ], now: "2026-10-24T12:00:00Z", zone: "Europe/Stockholm")
        #expect(
            Self.section("This week", of: page) == """
                ### Today *24 Oct*

                - Alpha 2 episodes · 23:30

                ### Sun *25 Oct*

                - Beta 2 episodes · 00:30

                ### Mon *26 Oct*

                - Gamma S02E05 · 20:00
                - Alpha S02E07 · 21:00
                - Beta S02E07 · 22:00

                and 1 more

                ### Tue *27 Oct*

                –

                ### Wed *28 Oct*

                –

                ### Thu *29 Oct*

                –

                ### Fri *30 Oct*

                –
                """)
    }

    @Test("what was watched, rated and noted on a day stands together, the last first, and says no time in the public edition")
    func lately() async throws {
        let shows = [
            Self.item(
                "show", 1, "Alpha", "completed",
                #","user_rating":9,"user_rated_at":"2026-11-19T23:30:00Z","memo":{"text":"So *good*","is_private":false}"#
                    + Self.watched(
                        (3, 3, 0),
                        [(1, "2026-11-18T20:00:00Z"), (2, "2026-11-19T20:00:00Z"), (3, "2026-11-19T21:00:00Z")])),
            Self.item(
                "show", 2, "Beta", "plantowatch",
                #","user_rating":4,"user_rated_at":"2026-11-19T10:00:00Z","memo":{"text":"Secret","is_private":true}"#),
        ]
        let film = Self.item("movie", 3, "Echo", "completed", #","last_watched_at":"2026-11-19T22:00:00Z""#)
        let old = Self.item("movie", 4, "Old", "completed", #","last_watched_at":"2024-02-29T22:00:00Z""#)
        let files = ["all-items.json": #"{"shows":[\#(shows.joined(separator: ","))],"movies":[\#(film),\#(old)]}"#]
        for edition in [Edition.public, .private] {
            let page = try await Self.top(files, edition: edition)
            let lately = Self.section("Lately", of: page)
            let (film, show) = ("- Echo 30 min", "- Alpha **★ 9** S01E02–E03 · 1 h *“So *good*”*")
            let both = edition == .private ? [film, show] : [show, film]
            #expect(
                lately == """
                    ### Yesterday

                    \(both.joined(separator: "\n"))
                    - Beta **★ 4**

                    ### Wednesday 18 Nov

                    - Alpha S01E01 · 30 min

                    ### Thursday 29 Feb 2024

                    - Old 30 min
                    """)
        }
    }

    @Test("a note stands on the day on which its title was finished, rated or not; of what is not, on that of the rating")
    func notes() async throws {
        func note(_ text: String) -> String { #","memo":{"text":"\#(text)","is_private":false}"# }
        func rated(_ day: String) -> String { #","user_rating":7,"user_rated_at":"\#(day)T10:30:00Z""# }
        func seen(_ day: String) -> String { #","last_watched_at":"\#(day)T20:30:00Z""# }
        let films = [
            Self.item("movie", 1, "Unrated", "completed", seen("2026-11-19") + note("Seen")),
            Self.item("movie", 2, "Later", "completed", seen("2026-11-18") + rated("2026-11-19") + note("Then")),
        ]
        let shows = [
            Self.item(
                "show", 3, "Open", "watching",
                rated("2026-11-18") + note("So far") + Self.watched((1, 3, 0), [(1, "2026-11-19T18:30:00Z")], next: 2)),
            Self.item(
                "show", 4, "Silent", "watching",
                note("Nobody knows when") + Self.watched((1, 3, 0), [(1, "2026-11-18T18:30:00Z")])),
        ]
        let page = try await Self.top([
            "all-items.json": #"{"movies":[\#(films.joined(separator: ","))],"shows":[\#(shows.joined(separator: ","))]}"#
        ])
        #expect(
            Self.section("Lately", of: page) == """
                ### Yesterday

                - Open S01E01 · 30 min
                - Unrated 30 min *“Seen”*
                - Later **★ 7**

                ### Wednesday 18 Nov

                - Silent S01E01 · 30 min
                - Later 30 min *“Then”*
                - Open **★ 7** *“So far”*
                """)
    }

    @Test(
        "a small library has a page without an empty section",
        arguments: [
            ([:], "# Foyer\n\nThe library is empty. As soon as there is a title on Simkl, it will be here."),
            (
                [
                    "all-items.json": #"{"movies":[\#(item("movie", 1, "Echo", "plantowatch"))]}"#
                ],
                """
                # Foyer

                Nothing has been watched yet: 1 title is waiting.

                ## Tonight

                - Echo **Film** 30 min
                """
            ),
            (
                [
                    "all-items.json": #"{"movies":[\#(item("movie", 1, "Echo", "completed"))]}"#
                ],
                "# Foyer\n\n1 play, of which nobody knows the day."
            ),
            (
                plays(["2026-11-18T20:00:00Z"]),
                """
                # Foyer

                In November so far: 1 film, 1 h 30 min, all of it F0.

                ## At a glance

                - **In November:** 1 h 30 min `▁▁▁▁▁▁▁▁▁▁▁█`
                - **Longest streak:** 1 day `▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█▁▁` *18 Nov 2026*

                ## Lately

                ### Wednesday 18 Nov

                - F0 1 h 30 min
                """
            ),
        ] as [([String: String], String)])
    func small(files: [String: String], page: String) async throws {
        #expect(try await Self.top(files.isEmpty ? ["all-items.json": #"{"shows":[]}"#] : files) == page)
    }

    @Test("two pages never want one path, and every page has a title of its own", arguments: 1...3)
    func paths(seed: Int) throws {
        var plays = StatisticsAccount(seed: seed)
        var ratings = RatingsAccount(seed: seed)
        for files in [try plays.files(), try RatingsAccount.files(ratings.titles(count: 300)), AccountFiles("shows")] {
            let library = try files.merged().library
            let site = Site(
                library: library, name: "Site", words: .english, baseURL: nil, now: try moment("2026-11-20T12:00:00Z"),
                isOutdated: false)
            let pages = PageKinds.all.flatMap { $0.pages(of: site, feeds: []) }
            #expect(Set(pages.map(\.path)).count == pages.count)
            #expect(Set(pages.map(\.head.title)).count == pages.count)
        }
    }
}
