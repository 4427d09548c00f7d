import Testing

@testable import FoyerSite

@Suite("Calendars: what the owner decides", .inEnglish)
struct CalendarSettingsTests {
    @Test("each file holds what its name says")
    func files() throws {
        let built = try BuiltCalendars(Self.account, country: "SE")
        let expected: [CalendarFile: [String]] = [
            .all: ["1-s02e08", "2-s01e01", "3-s01e08", "5-cinema", "8-s03e02", "4-s01e02", "6-release", "5-home"],
            .tv: ["1-s02e08", "2-s01e01", "8-s03e02", "4-s01e02"], .anime: ["3-s01e08"],
            .films: ["5-cinema", "6-release", "5-home"],
            .filmsInCinema: ["5-cinema"], .filmsAtHome: ["5-home"], .watching: ["1-s02e08", "3-s01e08", "8-s03e02"],
            .plan: ["2-s01e01", "5-cinema", "6-release", "5-home"], .premieres: ["2-s01e01"], .finales: ["1-s02e08"],
        ]
        for file in CalendarFile.allCases where file != .unwatched {
            #expect(built.values("UID", in: file.rawValue) == expected[file]?.map { "simkl-\($0)@foyer" }, "\(file)")
            #expect(
                built.values("UID", in: "\(file.rawValue)-days") == expected[file]?.map { "simkl-\($0)-day@foyer" }, "\(file)")
        }
        for (name, suffix) in [("unwatched", ""), ("unwatched-days", "-day")] {
            #expect(
                built.values("UID", in: name) == expected[.all]?.map { "simkl-\($0)-unwatched\(suffix)@foyer" }, "\(name)")
        }
        #expect(
            built.texts.keys.filter { $0.hasPrefix("shows/") && !$0.hasSuffix("-days") }.sorted() == [
                "shows/1", "shows/2", "shows/3", "shows/4", "shows/7", "shows/8",
            ])
        #expect(Set(built.names).isSuperset(of: ["Watching, 4", "Watching, 4, whole days"]))
        // Going on, and nobody knows when: whoever subscribed need not do so again.
        #expect(built.events("shows/7") == [])
    }

    @Test("only the files that are asked for exist, and each show's only if it is")
    func choice() throws {
        let built = try BuiltCalendars(Self.account) { settings in
            settings.files = [.plan, .filmsAtHome]
            settings.hasShows = false
        }
        #expect(built.texts.keys.sorted() == ["films-home", "films-home-days", "plan", "plan-days"])
        #expect(try BuiltCalendars(Self.account) { ($0.files, $0.hasShows) = ([], false) }.texts == [:])
    }

    @Test(
        "the window counts days on the owner's calendar, its edges among them",
        arguments: [(0, 5, 1), (1, 5, 2), (14, 20, 4), (14, 21, 5), (0, 0, 0)])
    func window(back: Int, ahead: Int, count: Int) throws {
        let dates = [
            "2026-11-06T12:00:00Z", "2026-11-19T12:00:00Z", "2026-11-25T12:00:00Z", "2026-12-10T12:00:00Z",
            "2026-12-11T12:00:00Z",
        ]
        var account = try CalendarAccount.shows([1: "watching"])
        let rows = dates.enumerated().map { CalendarAccount.row(1, $1, 1, $0 + 1) }
        account.files["calendar/tv.json"] = #"{"calendar":[\#(rows.joined(separator: ","))],"metadata":{}}"#
        let built = try BuiltCalendars(account) { ($0.daysBack, $0.daysAhead) = (back, ahead) }
        #expect(built.events().count == count)
        #expect(built.events("all-days").count == count)
        #expect(built.memory.airings.count == 5)
    }

    @Test("alarms stand in timed events alone, and categories can be left out")
    func alarms() throws {
        let plain = try BuiltCalendars(Self.account)
        #expect(!plain.file("all").contains("VALARM"))
        let built = try BuiltCalendars(Self.account) { ($0.alarmMinutes, $0.hasCategories) = (15, false) }
        let file = built.file("watching")
        #expect(
            file.contains(
                """
                TRANSP:TRANSPARENT
                BEGIN:VALARM
                ACTION:DISPLAY
                DESCRIPTION:Alpha - S02E08 (series finale)
                TRIGGER:-PT15M
                END:VALARM
                END:VEVENT

                """))
        #expect(!file.contains("CATEGORIES"))
        #expect(!built.file("all-days").contains("VALARM"))
        #expect(!built.file("films").contains("VALARM"))
    }

    @Test("names of episodes are told of those that were watched, or where the owner wants to know", arguments: Spoilers.allCases)
    func spoilers(_ spoilers: Spoilers) throws {
        let rows = (1...2).map { CalendarAccount.row(1, "2026-11-2\($0)T20:00:00Z", 1, $0, #","title":"Name \#($0)""#) }
        let files = AccountFiles([
            "all-items.json":
                #"{"shows":[{"status":"watching","show":{"title":"Show","ids":{"simkl":1}},"seasons":[{"number":1,"episodes":[{"number":1}]}]}]}"#,
            "calendar/tv.json": #"{"calendar":[\#(rows.joined(separator: ","))],"metadata":{}}"#,
        ])
        let texts = try BuiltCalendars(files, spoilers: spoilers).texts.values
        #expect(texts.contains { $0.contains("Name 1") })
        #expect(texts.contains { $0.contains("Name 2") } == (spoilers == .names))
    }

    @Test(
        "a hidden title is in no calendar of the editions for others, and in nothing that they remember",
        arguments: Edition.allCases)
    func hidden(edition: Edition) throws {
        let built = try BuiltCalendars(Self.account, edition: edition, hidden: [1, 5], country: "SE")
        for name in ["Alpha", "Echo"] {
            #expect(built.texts.values.contains { $0.contains(name) } == (edition == .private), "\(name)")
        }
        #expect(built.texts.keys.contains("shows/1") == (edition == .private))
        #expect(built.memory.airings.keys.contains("5-home") == (edition == .private))
    }

    private static let account = AccountFiles([
        "all-items.json": """
        {"shows":[
        {"status":"watching","show":{"title":"Alpha","ids":{"simkl":1}}},
        {"status":"plantowatch","show":{"title":"Beta","ids":{"simkl":2}}},
        {"status":"hold","show":{"title":"Watching","ids":{"simkl":4}}},
        {"status":"watching","show":{"title":"Between seasons","ids":{"simkl":7}}},
        {"status":"completed","show":{"title":"Ended","ids":{"simkl":9}}},
        {"status":"completed","show":{"title":"Caught up","ids":{"simkl":8}}}],
        "anime":[{"status":"watching","show":{"title":"Gamma","ids":{"simkl":3}}}],
        "movies":[
        {"status":"plantowatch","movie":{"title":"Echo","ids":{"simkl":5}}},
        {"status":"plantowatch","movie":{"title":"Foxtrot","ids":{"simkl":6}}}]}
        """,
        "calendar/tv.json": """
        {"calendar":[
        {"simkl_id":1,"date":"2026-11-20T20:00:00Z","finale_type":3,"episode":{"season":2,"episode":8}},
        {"simkl_id":2,"date":"2026-11-21T18:00:00Z","episode":{"season":1,"episode":1}},
        {"simkl_id":8,"date":"2026-11-30T18:00:00Z","episode":{"season":3,"episode":2}},
        {"simkl_id":4,"date":"2026-12-01T18:00:00Z","episode":{"season":1,"episode":2}}],"metadata":{}}
        """,
        "calendar/anime.json": #"{"calendar":[{"simkl_id":3,"date":"2026-11-22T15:00:00Z","episode":{"episode":8}}]}"#,
        "calendar/movie_release.json": #"{"calendar":[{"simkl_id":6,"date":"2026-12-24T05:00:00Z"}],"metadata":{}}"#,
        "titles/tv/7.json": #"{"title":"Between seasons","ids":{"simkl":7},"status":"airing"}"#,
        "titles/tv/8.json": #"{"title":"Caught up","ids":{"simkl":8},"status":"airing"}"#,
        "titles/movies/5.json": """
        {"title":"Echo","ids":{"simkl":5},"release_dates":[{"iso_3166_1":"SE","results":[{"type":3,"release_date":"2026-11-27"},
        {"type":4,"release_date":"2027-02-01"}]}]}
        """,
    ])
}
