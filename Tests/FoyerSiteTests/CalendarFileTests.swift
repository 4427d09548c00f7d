import Foundation
import Testing

@testable import FoyerSite

@Suite("Calendars: what a file says", .inEnglish)
struct CalendarFileTests {
    @Test("a whole timed file: two episodes in one minute, an anime without season, an airing without number, days without times")
    func timed() throws {
        let built = try BuiltCalendars(
            Self.account, country: "SE", baseURL: "https://foyer.example/watch/", settings: { $0.seasonDrops = .each })
        #expect(built.file("all") == Self.timedFile)
    }

    @Test("a whole file in days: what airs at half past ten in the evening in London is tomorrow's in Helsinki")
    func days() throws {
        let built = try BuiltCalendars(Self.account, zone: "Europe/Helsinki", country: "SE")
        #expect(built.file("films-cinema-days") == Self.daysFile)
        #expect(
            built.values("DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "UID", in: "all-days") == [
                "20261119 20261120 simkl-2-s01e01-day@foyer", "20261121 20261122 simkl-1-s02e07-day@foyer",
                "20261121 20261122 simkl-3-s01e08-day@foyer", "20261122 20261123 simkl-3-20261121-day@foyer",
                "20261127 20261128 simkl-5-cinema-day@foyer", "20261201 20261202 simkl-2-s01e02-day@foyer",
                "20261224 20261225 simkl-6-release-day@foyer", "20270201 20270202 simkl-5-home-day@foyer",
            ])
    }

    @Test("a day is a day on the owner's wall where the clock is put forward and back, and has no roll-over hour")
    func daylightSaving() throws {
        let dates = [
            "2026-10-24T20:59:59Z", "2026-10-24T21:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z",
            "2026-10-25T21:59:59Z", "2026-10-25T22:00:00Z", "2027-03-27T21:59:59Z", "2027-03-27T22:00:00Z",
            "2027-03-28T01:00:00Z", "2027-03-28T20:59:59Z", "2027-03-28T21:00:00Z", "2028-02-29T21:59:59Z",
        ]
        let rows = dates.enumerated().map { CalendarAccount.row(1, $1, $0 + 1, 1) }
        var account = try CalendarAccount.shows([1: "watching"])
        account.files["calendar/tv.json"] = #"{"calendar":[\#(rows.joined(separator: ","))],"metadata":{}}"#
        let built = try BuiltCalendars(account, now: "2026-10-24T12:00:00Z", zone: "Europe/Helsinki")
        #expect(
            built.values("DTSTART;VALUE=DATE", in: "all-days") == [
                "20261024", "20261025", "20261025", "20261025", "20261025", "20261026", "20270327", "20270328", "20270328",
                "20270328", "20270329", "20280229",
            ])
        #expect(built.values("DTSTART") == dates.map { $0.filter { $0 != "-" && $0 != ":" } })
        #expect(built.values("DTEND").first == "20261024T213959Z")
        #expect(built.values("DTEND").last == "20280229T223959Z")
    }

    @Test("a file of 5,000 events has each of them once, in order, and no line is too long")
    func large() throws {
        let start = try moment("2026-11-20T00:00:00Z")
        let rows = (0..<5000).map { index in
            let date = Moment(secondsSince1970: start.secondsSince1970 + Int64(index / 10) * 3600).rfc3339
            return CalendarAccount.row(index % 50 + 1, date, 1 + index / 50, 1)
        }
        let shows = Dictionary(uniqueKeysWithValues: (1...50).map { ($0, "watching") })
        var account = try CalendarAccount.shows(shows)
        account.files["calendar/tv.json"] = #"{"calendar":[\#(rows.joined(separator: ","))],"metadata":{}}"#
        let built = try BuiltCalendars(account)
        for name in ["all", "all-days"] {
            let calendar = ReadCalendar(try #require(built.texts[name]))
            #expect(calendar.events.count == 5000)
            #expect(Set(calendar.events.compactMap { $0["UID"] }).count == 5000)
            #expect(calendar.longestLine <= 75)
            let starts = calendar.events.compactMap { $0["DTSTART"] ?? $0["DTSTART;VALUE=DATE"] }
            #expect(starts == starts.sorted() && starts.count == 5000)
        }
        #expect(built.texts.keys.count { $0.hasPrefix("shows/") } == 100)
        #expect(built.events("shows/7").count == 100)
    }

    @Test(
        "any name stays one text of one line, is folded between characters, and comes back as it was",
        arguments: hostileNames + [
            "a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "\\n\\;\\,\\\\", "A; B, C: \"D\"", String(repeating: "x", count: 300),
            String(repeating: "👩🏽‍❤️‍💋‍👨🏿", count: 40), "e" + String(repeating: "\u{301}", count: 200), "שלום עולם مرحبا",
            "\u{1}\u{7F}\u{85}\u{2028}bell", "🇫🇮🇺🇸🇳🇵",
        ])
    func hostile(name: String) throws {
        let files = AccountFiles([
            "all-items.json": #"{"shows":[{"status":"watching","show":{"title":\#(try json(name)),"ids":{"simkl":1}}}]}"#,
            "calendar/tv.json": #"{"calendar":[\#(CalendarAccount.row(1, "2026-11-25T20:00:00Z", 2, 2))],"metadata":{}}"#,
        ])
        let library = try files.merged().library
        let expected = try #require(library.titles.first?.name)
        let built = try BuiltCalendars(files)
        let text = try #require(built.texts["all"])
        let calendar = ReadCalendar(text)
        #expect(calendar.events.count == 1 && calendar.longestLine <= 75)
        #expect(ReadCalendar.text(calendar.events[0]["SUMMARY"] ?? "") == "\(expected) - S02E02")
        #expect(
            text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || "\r\n".unicodeScalars.contains($0) })
        let longest = expected.map { $0.utf8.count }.max() ?? 0
        guard longest < 74 else { return }
        // No fold is inside of what a reader takes for one character.
        let pieces = text.components(separatedBy: "\r\n ").joined().count
        #expect(pieces == text.replacing("\r\n ", with: "").count)
    }

    @Test("an account without anything to come has files all the same, valid without events")
    func empty() throws {
        let built = try BuiltCalendars(AccountFiles("shows"))
        #expect(
            built.texts.keys.sorted()
                == CalendarFile.allCases.flatMap { [$0.rawValue, "\($0.rawValue)-days"] }.sorted())
        #expect(
            built.file("films-home") == """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Foyer//Foyer//EN
                CALSCALE:GREGORIAN
                NAME:Ada’s Foyer: Films at home
                X-WR-CALNAME:Ada’s Foyer: Films at home
                DESCRIPTION:The days on which films on my lists can be seen at home. Powere
                 d by Simkl\\, https://simkl.com/
                X-WR-CALDESC:The days on which films on my lists can be seen at home. Power
                 ed by Simkl\\, https://simkl.com/
                X-WR-TIMEZONE:UTC
                REFRESH-INTERVAL;VALUE=DURATION:PT6H
                X-PUBLISHED-TTL:PT6H
                COLOR:darkgoldenrod
                BEGIN:VTIMEZONE
                TZID:UTC
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0000
                TZOFFSETTO:+0000
                END:STANDARD
                END:VTIMEZONE
                END:VCALENDAR

                """)
    }

    private static let account = AccountFiles([
        "all-items.json": """
        {"shows":[
        {"status":"watching","show":{"title":"Alpha, the First","runtime":50,"poster":"12/ab34","ids":{"simkl":1,"slug":"alpha"}},
        "seasons":[{"number":2,"episodes":[{"number":7,"watched_at":"2026-11-20T20:00:00Z"}]}]},
        {"status":"plantowatch","show":{"title":"Beta","ids":{"simkl":2}}},
        {"status":"dropped","show":{"title":"Gone","ids":{"simkl":4}}}],
        "anime":[{"status":"watching","show":{"title":"鬼滅の刃","runtime":24,"ids":{"simkl":3}}}],
        "movies":[
        {"status":"plantowatch","movie":{"title":"Echo","runtime":100,"ids":{"simkl":5}}},
        {"status":"plantowatch","movie":{"title":"Foxtrot","ids":{"simkl":6}}}]}
        """,
        "calendar/tv.json": """
        {"calendar":[
        {"simkl_id":1,"date":"2026-11-20T22:30:00Z","finale_type":2,"episode":{"season":2,"episode":8,"title":"The End","runtime":65}},
        {"simkl_id":1,"date":"2026-11-20T22:30:00Z","episode":{"season":2,"episode":7,"title":"Before the End"}},
        {"simkl_id":2,"date":"2026-11-19T18:00:00Z","episode":{"season":1,"episode":1}},
        {"simkl_id":2,"date":"2026-12-01","episode":{"season":1,"episode":2}},
        {"simkl_id":4,"date":"2026-11-21T18:00:00Z","episode":{"season":1,"episode":2}}],"metadata":{}}
        """,
        "calendar/anime.json": """
        {"calendar":[{"simkl_id":3,"date":"2026-11-21T15:00:00Z","episode":{"episode":8}},
        {"simkl_id":3,"date":"2026-11-21T23:00:00Z"}],"metadata":{}}
        """,
        "calendar/movie_release.json": """
        {"calendar":[{"simkl_id":5,"date":"2026-11-27T05:00:00Z"},{"simkl_id":6,"date":"2026-12-24T05:00:00Z"}],"metadata":{}}
        """,
        "titles/tv/1.json": #"{"title":"Alpha","ids":{"simkl":1},"network":"Channel; 4"}"#,
        "titles/movies/5.json": """
        {"title":"Echo","ids":{"simkl":5},"release_dates":[{"iso_3166_1":"SE","results":[{"type":3,"release_date":"2026-11-27"},
        {"type":4,"release_date":"2027-02-01"}]}]}
        """,
    ])

    private static let timedFile = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Foyer//Foyer//EN
        CALSCALE:GREGORIAN
        NAME:Ada’s Foyer: Everything
        X-WR-CALNAME:Ada’s Foyer: Everything
        DESCRIPTION:Every episode and film release of the titles on my lists\\, but 
         for those that I dropped. Powered by Simkl\\, https://simkl.com/
        X-WR-CALDESC:Every episode and film release of the titles on my lists\\, but
          for those that I dropped. Powered by Simkl\\, https://simkl.com/
        X-WR-TIMEZONE:UTC
        LAST-MODIFIED:20261120T000000Z
        URL:https://foyer.example/watch/upcoming/
        SOURCE;VALUE=URI:https://foyer.example/watch/feeds/all.ics
        REFRESH-INTERVAL;VALUE=DURATION:PT6H
        X-PUBLISHED-TTL:PT6H
        COLOR:brown
        BEGIN:VEVENT
        UID:simkl-2-s01e01@foyer
        DTSTAMP:20261120T000000Z
        CREATED:20261120T000000Z
        LAST-MODIFIED:20261120T000000Z
        SEQUENCE:0
        DTSTART:20261119T180000Z
        DTEND:20261119T183000Z
        SUMMARY:Beta - S01E01 (series premiere)
        DESCRIPTION:Beta\\, S01E01\\nSeries premiere\\nLength: not known\\, so the end 
         is a guess\\nList: Plan to watch\\nPowered by Simkl: https://simkl.com/tv/2
        URL:https://simkl.com/tv/2
        CATEGORIES:TV show,Premiere
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:simkl-1-s02e07@foyer
        DTSTAMP:20261120T000000Z
        CREATED:20261120T000000Z
        LAST-MODIFIED:20261120T000000Z
        SEQUENCE:0
        DTSTART:20261120T223000Z
        DTEND:20261120T232000Z
        SUMMARY:Alpha\\, the First - S02E07 - Before the End
        DESCRIPTION:Alpha\\, the First\\, S02E07\\nEpisode: Before the End\\nNetwork: C
         hannel\\; 4\\nLength: 50 min\\nList: Watching\\nPowered by Simkl: https://simk
         l.com/tv/1/alpha
        URL:https://simkl.com/tv/1/alpha/season-2/episode-7/
        CATEGORIES:TV show,Channel\\; 4
        IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/webp:https://wsrv.nl/?url=https
         ://simkl.in/posters/12/ab34_m.webp
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:simkl-1-s02e08@foyer
        DTSTAMP:20261120T000000Z
        CREATED:20261120T000000Z
        LAST-MODIFIED:20261120T000000Z
        SEQUENCE:0
        DTSTART:20261120T223000Z
        DTEND:20261120T233500Z
        SUMMARY:Alpha\\, the First - S02E08 (season finale)
        DESCRIPTION:Alpha\\, the First\\, S02E08\\nSeason finale\\nNetwork: Channel\\; 4
         \\nLength: 65 min\\nList: Watching\\nPowered by Simkl: https://simkl.com/tv/1
         /alpha
        URL:https://simkl.com/tv/1/alpha/season-2/episode-8/
        CATEGORIES:TV show,Channel\\; 4,Finale
        IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/webp:https://wsrv.nl/?url=https
         ://simkl.in/posters/12/ab34_m.webp
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:simkl-3-s01e08@foyer
        DTSTAMP:20261120T000000Z
        CREATED:20261120T000000Z
        LAST-MODIFIED:20261120T000000Z
        SEQUENCE:0
        DTSTART:20261121T150000Z
        DTEND:20261121T152400Z
        SUMMARY:鬼滅の刃 - E08
        DESCRIPTION:鬼滅の刃\\, E08\\nLength: 24 min\\nList: Watching\\nPowered by 
         Simkl: https://simkl.com/anime/3
        URL:https://simkl.com/anime/3
        CATEGORIES:Anime
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:simkl-3-20261121@foyer
        DTSTAMP:20261120T000000Z
        CREATED:20261120T000000Z
        LAST-MODIFIED:20261120T000000Z
        SEQUENCE:0
        DTSTART:20261121T230000Z
        DTEND:20261121T232400Z
        SUMMARY:鬼滅の刃
        DESCRIPTION:鬼滅の刃\\nLength: 24 min\\nList: Watching\\nPowered by Simkl:
          https://simkl.com/anime/3
        URL:https://simkl.com/anime/3
        CATEGORIES:Anime
        STATUS:TENTATIVE
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:simkl-5-cinema@foyer
        DTSTAMP:20261120T000000Z
        CREATED:20261120T000000Z
        LAST-MODIFIED:20261120T000000Z
        SEQUENCE:0
        DTSTART;VALUE=DATE:20261127
        DTEND;VALUE=DATE:20261128
        SUMMARY:Echo (in the cinema)
        DESCRIPTION:Echo\\nIn the cinema\\nLength: 100 min\\nList: Plan to watch\\nPowe
         red by Simkl: https://simkl.com/movies/5
        URL:https://simkl.com/movies/5
        CATEGORIES:Film,Cinema
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:simkl-2-s01e02@foyer
        DTSTAMP:20261120T000000Z
        CREATED:20261120T000000Z
        LAST-MODIFIED:20261120T000000Z
        SEQUENCE:0
        DTSTART;VALUE=DATE:20261201
        DTEND;VALUE=DATE:20261202
        SUMMARY:Beta - S01E02
        DESCRIPTION:Beta\\, S01E02\\nList: Plan to watch\\nPowered by Simkl: https://s
         imkl.com/tv/2
        URL:https://simkl.com/tv/2
        CATEGORIES:TV show
        STATUS:TENTATIVE
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:simkl-6-release@foyer
        DTSTAMP:20261120T000000Z
        CREATED:20261120T000000Z
        LAST-MODIFIED:20261120T000000Z
        SEQUENCE:0
        DTSTART;VALUE=DATE:20261224
        DTEND;VALUE=DATE:20261225
        SUMMARY:Foxtrot (release)
        DESCRIPTION:Foxtrot\\nRelease\\nList: Plan to watch\\nPowered by Simkl: https:
         //simkl.com/movies/6
        URL:https://simkl.com/movies/6
        CATEGORIES:Film
        STATUS:TENTATIVE
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        UID:simkl-5-home@foyer
        DTSTAMP:20261120T000000Z
        CREATED:20261120T000000Z
        LAST-MODIFIED:20261120T000000Z
        SEQUENCE:0
        DTSTART;VALUE=DATE:20270201
        DTEND;VALUE=DATE:20270202
        SUMMARY:Echo (at home)
        DESCRIPTION:Echo\\nAt home\\nLength: 100 min\\nList: Plan to watch\\nPowered by
          Simkl: https://simkl.com/movies/5
        URL:https://simkl.com/movies/5
        CATEGORIES:Film,Home release
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR

        """
    private static let daysFile = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Foyer//Foyer//EN
        CALSCALE:GREGORIAN
        NAME:Ada’s Foyer: Films in the cinema\\, whole days
        X-WR-CALNAME:Ada’s Foyer: Films in the cinema\\, whole days
        DESCRIPTION:The days on which films on my lists come to the cinema. Powered
          by Simkl\\, https://simkl.com/
        X-WR-CALDESC:The days on which films on my lists come to the cinema. Powere
         d by Simkl\\, https://simkl.com/
        X-WR-TIMEZONE:Europe/Helsinki
        LAST-MODIFIED:20261119T220000Z
        REFRESH-INTERVAL;VALUE=DURATION:PT6H
        X-PUBLISHED-TTL:PT6H
        COLOR:darkgoldenrod
        BEGIN:VEVENT
        UID:simkl-5-cinema-day@foyer
        DTSTAMP:20261119T220000Z
        CREATED:20261119T220000Z
        LAST-MODIFIED:20261119T220000Z
        SEQUENCE:0
        DTSTART;VALUE=DATE:20261127
        DTEND;VALUE=DATE:20261128
        SUMMARY:Echo (in the cinema)
        DESCRIPTION:Echo\\nIn the cinema\\nLength: 100 min\\nList: Plan to watch\\nPowe
         red by Simkl: https://simkl.com/movies/5
        URL:https://simkl.com/movies/5
        CATEGORIES:Film,Cinema
        STATUS:CONFIRMED
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR

        """
}
