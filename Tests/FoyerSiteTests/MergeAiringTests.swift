import Simkl
import Testing

@testable import FoyerSite

@Suite("Airings from the calendar files")
struct MergeAiringTests {
    @Test(
        "a film comes out on a day in New York, whatever its placeholder time",
        arguments: [
            ("2026-12-05T05:00:00Z", "2026-12-05"), ("2026-12-05T04:59:59Z", "2026-12-04"),
            ("2026-07-10T04:00:00Z", "2026-07-10"),
            ("2026-07-10T03:59:59Z", "2026-07-09"), ("2026-07-10T00:00:00-05:00", "2026-07-10"), ("2026-07-10", "2026-07-10"),
            ("2026-07-10T23:59:59Z", "2026-07-10"),
        ])
    func films(date: String, expected: String) throws {
        var options = LibraryMerger.Options()
        options.timeZone = "Pacific/Kiritimati"
        let film = #"{"status":"plantowatch","movie":{"title":"F","ids":{"simkl":1}}}"#
        let row = #""date":"\#(date)","episode":{"episode":1}"#
        for file in [#"{"calendar":[{"simkl_id":1,\#(row)}],"metadata":{}}"#, #"[{"ids":{"simkl_id":"1"},\#(row)}]"#] {
            let airings = try AccountFiles("movies", film).adding("calendar/movie_release.json", file).title(options).airings
            #expect(airings.map(\.time) == [.day(try day(expected))])
            #expect(airings.map(\.episode) == [nil])
        }
    }

    @Test(
        "midnight in New York is a day, in a fixed zone or in UTC, every other time an instant",
        arguments: [
            ("tv", 1, "2026-11-20T00:00:00-05:00", nil, "2026-11-20"), ("tv", 1, "2026-07-20T00:00:00-05:00", nil, "2026-07-20"),
            ("tv", 1, "2026-11-20T21:00:00-05:00", "2026-11-21T02:00:00Z", nil),
            ("tv", 1, "2026-11-20T05:00:00Z", nil, "2026-11-20"), ("tv", 2, "2026-07-20T04:00:00Z", nil, "2026-07-20"),
            ("tv", 2, "2026-07-20T05:00:00Z", nil, "2026-07-20"), ("tv", 2, "2026-11-20T04:00:00Z", "2026-11-20T04:00:00Z", nil),
            ("anime", 2, "2026-11-20T05:00:00Z", "2026-11-20T05:00:00Z", nil),
            ("tv", 2, "2026-11-20T02:00:00.000Z", "2026-11-20T02:00:00Z", nil), ("tv", 2, "2026-11-20", nil, "2026-11-20"),
            ("anime", 1, "2026-11-20T00:00:00+09:00", "2026-11-19T15:00:00Z", nil),
            ("anime", 1, "2026-11-20T00:00:00-05:00", nil, "2026-11-20"),
        ] as [(String, Int, String, String?, String?)])
    func times(kind: String, version: Int, date: String, instant: String?, onDay: String?) throws {
        let row = #""date":"\#(date)","episode":{"season":1,"episode":2}"#
        let file = version == 2 ? #"{"calendar":[{"simkl_id":1,\#(row)}]}"# : #"[{"ids":{"simkl_id":1},\#(row)}]"#
        let bucket = kind == "tv" ? "shows" : "anime"
        let title = try AccountFiles(bucket, Self.show(1)).adding("calendar/\(kind).json", file).title()
        let expected = try instant.map { AirTime.moment(try moment($0)) } ?? onDay.map { AirTime.day(try day($0)) }
        #expect(title.airings.map(\.time) == [expected])
        #expect(title.airings.map(\.episode) == [EpisodeNumber(season: kind == "tv" ? 1 : nil, number: 2)])
    }

    @Test("one episode airs once: the rolling file counts before the months, version 2 before version 1, then the later date")
    func duplicates() throws {
        func row(_ name: String, _ date: String, _ id: String = #""simkl_id":1"#) -> String {
            #"{\#(id),"date":"\#(date)","episode":{"season":1,"episode":2,"title":"\#(name)"}}"#
        }
        let ids = #""ids":{"simkl_id":1}"#
        var files = AccountFiles("shows", Self.show(1))
        func names(_ files: AccountFiles) throws -> [String?] { try files.title().airings.map(\.name) }
        files.files["calendar/2026/10/tv.json"] = "[\(row("month 1", "2026-11-09T02:00:00Z", ids))]"
        #expect(try names(files) == ["month 1"])
        files.files["calendar/2026/11/tv.json"] = #"{"calendar":[\#(row("month 2", "2026-11-01T02:00:00Z"))]}"#
        #expect(try names(files) == ["month 2"])
        files.files["calendar/2026/12/tv.json"] = #"{"calendar":[\#(row("later", "2026-11-02T02:00:00Z"))]}"#
        #expect(try names(files) == ["later"])
        files.files["calendar/tv.json"] = "[\(row("rolling", "2026-10-01T02:00:00Z", ids))]"
        #expect(try names(files) == ["rolling"])
        // The padded month is another folder's name for the same month, not another month.
        files.files["calendar/2026/09/tv.json"] = #"{"calendar":[\#(row("padded", "2026-11-30T02:00:00Z"))]}"#
        #expect(try names(files) == ["rolling"])
    }

    @Test("rows without a number are one airing for each day")
    func unnumbered() throws {
        let file = """
            {"calendar":[{"simkl_id":1,"date":"2026-11-20T10:00:00Z"},{"simkl_id":1,"date":"2026-11-20T12:00:00Z"},
            {"simkl_id":1,"date":"2026-11-27T10:00:00Z","episode":{"title":"?"}}]}
            """
        let airings = try AccountFiles("anime", Self.show(1)).adding("calendar/anime.json", file).title().airings
        let dates = try ["2026-11-20T12:00:00Z", "2026-11-27T10:00:00Z"].map { AirTime.moment(try moment($0)) }
        #expect(airings.map(\.time) == dates)
        #expect(airings.map(\.episode) == [nil, nil])
    }

    @Test("nothing that is not in the library airs")
    func strangers() throws {
        let file = #"{"calendar":[{"simkl_id":2,"date":"2026-11-20T10:00:00Z","episode":{"season":1,"episode":1}}]}"#
        let rows = ["calendar/tv.json", "calendar/anime.json", "calendar/movie_release.json", "calendar/2026/11/tv.json"]
        var files = AccountFiles("shows", Self.show(1))
        for row in rows { files.files[row] = file }
        #expect(try files.merged().library.airings == [])
        #expect(try files.merged().diagnostics == [])
    }

    @Test("a reclassified title's airings follow it into its new bucket")
    func reclassified() throws {
        let file = #"{"calendar":[{"simkl_id":1,"date":"2026-11-20T10:00:00Z","episode":{"season":1,"episode":3}}]}"#
        let airings = try AccountFiles("anime", Self.show(1)).adding("calendar/tv.json", file).title().airings
        #expect(airings.map(\.title) == [TitleID(kind: .anime, simkl: 1)])
        #expect(airings.map(\.episode) == [EpisodeNumber(season: nil, number: 3)])
    }

    @Test("an airing without a date is left out and told")
    func undated() throws {
        let file = #"{"calendar":[{"simkl_id":1,"date":null,"episode":{"season":1,"episode":1}}]}"#
        let merged = try AccountFiles("shows", Self.show(1)).adding("calendar/tv.json", file).merged()
        #expect(merged.library.airings == [])
        #expect(merged.diagnostics == [Diagnostic(.warning, "left out: an airing without a date", at: "tv/1")])
    }

    @Test("airings come in the order of their days, and know premieres and finales")
    func order() throws {
        func row(_ id: Int, _ date: String, _ season: Int, _ episode: Int, _ more: String = "") -> String {
            #"{"simkl_id":\#(id),"date":"\#(date)","episode":{"season":\#(season),"episode":\#(episode),"runtime":7000}\#(more)}"#
        }
        let rows = [
            row(2, "2026-11-21T01:00:00Z", 1, 1, #","finale_type":3"#),
            row(1, "2026-11-20T20:00:00Z", 2, 3, #","finale_type":9"#),
            row(1, "2026-11-20T20:00:00Z", 2, 1, #","finale_type":2"#), row(1, "2026-11-20T19:00:00Z", 0, 1),
            row(1, "2026-11-20", 2, 9),
        ]
        let library = try AccountFiles("shows", Self.show(1), Self.show(2))
            .adding("calendar/tv.json", #"{"calendar":[\#(rows.joined(separator: ","))]}"#).merged().library
        #expect(library.airings.map { $0.episode?.label } == ["S02E09", "S00E01", "S02E01", "S02E03", "S01E01"])
        #expect(library.airings.map(\.finale) == [nil, nil, .season, nil, .series])
        #expect(library.airings.map(\.isPremiere) == [false, false, true, false, true])
        #expect(library.airings.map(\.runtimeMinutes) == [nil, nil, nil, nil, nil])
        #expect(Set(library.titles.flatMap(\.airings)) == Set(library.airings))
    }

    @Test("what was paused stands newest first, in whole percent, only for titles of the library")
    func paused() throws {
        func row(_ id: Int, _ progress: String, _ date: String, _ number: Int) -> String {
            """
            {"progress":\(progress),"paused_at":\(date),"type":"episode","episode":{"season":2,"number":\(number)},
            "show":{"title":"S","ids":{"simkl":\(id)}}}
            """
        }
        let rows = [
            row(1, "49.6", #""2026-11-01T10:00:00.000Z""#, 1), row(1, "-5", "null", 2), row(9, "50", "null", 1),
            row(1, "1e300", #""2026-11-02T10:00:00Z""#, 3), row(1, "49.6", #""2026-11-01T10:00:00Z""#, 1),
        ]
        let paused = try AccountFiles("shows", Self.show(1)).adding("playback.json", "[\(rows.joined(separator: ","))]").merged()
            .library
            .paused
        #expect(paused.map(\.percent) == [100, 50, 0])
        #expect(paused.map { $0.episode?.label } == ["S02E03", "S02E01", "S02E02"])
        #expect(paused.map { $0.pausedAt?.order.secondsSince1970 } == [1_793_613_600, 1_793_527_200, nil])
    }

    private static func show(_ id: Int) -> String {
        #"{"status":"watching","show":{"title":"S","ids":{"simkl":\#(id)}}}"#
    }
}
