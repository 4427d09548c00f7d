import Simkl
import Testing

@testable import FoyerSite

@Suite("What the optional files know of titles")
struct MergeCatalogTests {
    @Test("of several crowd ratings the one with more votes counts, of any order, source by source")
    func crowd() throws {
        let rows = [
            #"{"id":1,"simkl":{"rating":8.1,"votes":10},"imdb":{"rating":6.5,"votes":70}}"#,
            #"{"id":1,"simkl":{"rating":"7.5","votes":500,"droprate":"3.2%"},"imdb":{"rating":9,"votes":0},"link":"x"}"#,
            #"{"id":1,"simkl":{"rating":0,"votes":9000},"mal":{"rating":11,"votes":4}}"#,
            #"{"id":2,"simkl":{"rating":5,"votes":9999}}"#,
        ]
        var expected = CrowdRatings()
        expected.simkl = CrowdRating(average: 7.5, votes: 500)
        expected.imdb = CrowdRating(average: 6.5, votes: 70)
        expected.dropPercent = 3.2
        for rows in [rows, rows.reversed()] {
            let files = AccountFiles("shows", Self.show).adding("crowd/shows.json", "[\(rows.joined(separator: ","))]")
            #expect(try files.title().crowd == expected)
        }
    }

    @Test("the crowd file's word counts before the calendar's, and the calendar's before the title's own record")
    func crowdSources() throws {
        let files = AccountFiles("anime", Self.show)
            .adding("crowd/anime.json", #"[{"id":1,"simkl":{"rating":7,"votes":1}}]"#)
            .adding(
                "calendar/anime.json",
                """
                {"calendar":[{"simkl_id":1,"date":"2026-11-20T10:00:00Z"}],"metadata":{"1":{"drop_rate":"8.5%",
                "ratings":{"simkl":{"rating":9,"votes":999},"mal":{"rating":8.25,"votes":20}}}}}
                """
            )
            .adding(
                "titles/anime/1.json",
                """
                {"ids":{"simkl":1},"droprate":"1%","ratings":{"simkl":{"rating":1,"votes":9},"mal":{"rating":2,"votes":9},
                "imdb":{"rating":3.5}}}
                """)
        var expected = CrowdRatings()
        expected.simkl = CrowdRating(average: 7, votes: 1)
        expected.mal = CrowdRating(average: 8.25, votes: 20)
        expected.imdb = CrowdRating(average: 3.5, votes: nil)
        expected.dropPercent = 8.5
        #expect(try files.title().crowd == expected)
    }

    @Test("a drop rate that is none is none", arguments: ["-", "", "101%", "-1%", "nan%", "8,5%", "%"])
    func dropRates(text: String) throws {
        let files = AccountFiles("shows", Self.show).adding("crowd/shows.json", #"[{"id":1,"simkl":{"droprate":"\#(text)"}}]"#)
        #expect(try files.title().crowd == CrowdRatings())
    }

    @Test("a film's release is the earliest of the first type that the owner's country has")
    func releases() throws {
        let record = """
            {"ids":{"simkl":1},"released":"2026-01-01","release_dates":[
            {"iso_3166_1":"US","results":[{"type":3,"release_date":"2026-02-01"}]},
            {"iso_3166_1":"SE","results":[{"type":2,"release_date":"2026-03-01"},{"type":3,"release_date":"2026-05-02"},
            {"type":3,"release_date":"2026-05-01T00:00:00.000Z"},{"type":1,"release_date":"2026-01-15"},
            {"type":5,"release_date":"2026-07-01"},{"type":9},{"type":4,"release_date":"soon"}]},{"results":[]},7]}
            """
        func details(_ country: String) throws -> TitleDetails? {
            var options = LibraryMerger.Options()
            options.country = country
            let film = #"{"status":"plantowatch","movie":{"title":"F","ids":{"simkl":1}}}"#
            return try AccountFiles("movies", film).adding("titles/movies/1.json", record).title(options).details
        }
        #expect(try details("SE")?.cinemaRelease?.iso == "2026-05-01")
        #expect(try details("SE")?.homeRelease?.iso == "2026-07-01")
        #expect(try details("US")?.cinemaRelease?.iso == "2026-02-01")
        #expect(try details("FR")?.cinemaRelease == nil)
    }

    @Test("an overview is plain text, whatever was in it")
    func overview() throws {
        let record =
            #"{"ids":{"simkl":1},"overview":"A<br/>b<BR><i>c</i>  `d` 1 < 2\u202E <script>x</script>","genres":["Drama\n"],"status":"ended"}"#
        let details = try AccountFiles("shows", Self.show).adding("titles/tv/1.json", record).title().details
        #expect(details?.overview == "A b c `d` 1 < 2 x")
        #expect(details?.genres == ["Drama"])
        #expect(try AccountFiles("shows", Self.show).adding("titles/tv/1.json", "[]").title().details == nil)
    }

    @Test("genres, network, country and rank come from calendars where details lack them")
    func calendarFacts() throws {
        let calendar = AccountFiles("shows", Self.show).adding(
            "calendar/tv.json",
            """
            {"calendar":[{"simkl_id":1,"date":"2026-11-20T20:00:00Z"}],"metadata":{"1":{"genres":["Drama","Crime "],
            "network":"Hulu","country":"us","rank":1820}}}
            """)
        var expected = TitleDetails()
        (expected.genres, expected.network, expected.country, expected.rank) = (["Drama", "Crime"], "Hulu", "US", 1820)
        #expect(try calendar.title().details == expected)
        let record = #"{"ids":{"simkl":1},"network":"FX","country":"CA","genres":[],"rank":0}"#
        (expected.network, expected.country) = ("FX", "CA")
        #expect(try calendar.adding("titles/tv/1.json", record).title().details == expected)
        let sparse = #"{"calendar":[{"simkl_id":1,"date":"2026-11-20T20:00:00Z"}],"metadata":{"1":{"rank":0,"country":null}}}"#
        #expect(try AccountFiles("shows", Self.show).adding("calendar/tv.json", sparse).title().details == nil)
    }

    @Test("an anime's special is not held against the list of its regular episodes")
    func specials() throws {
        let seasons =
            #"[{"number":0,"episodes":[{"number":1,"watched_at":"2026-03-01T15:00:00Z"}]},{"number":1,"episodes":[{"number":1}]}]"#
        let item = #"{"status":"watching","show":{"title":"S","ids":{"simkl":1}},"seasons":\#(seasons)}"#
        let list = #"[{"episode":1,"type":"episode","date":"2026-03-02T00:00:00+09:00","runtime":24}]"#
        let plays = try AccountFiles("anime", item).adding("episodes/anime/1.json", list).title().plays
        #expect(
            plays == [
                Play(
                    episode: EpisodeNumber(season: 0, number: 1), time: try #require(real("2026-03-01T15:00:00Z")),
                    length: .unknown),
                Play(
                    episode: EpisodeNumber(season: nil, number: 1), time: .undated(.missing), length: .exact(minutes: 24),
                    airedAt: try moment("2026-03-01T15:00:00Z")),
            ])
    }

    @Test(
        "a poster is a path of Simkl's or none, and a wrong one is told",
        arguments: [
            (#""24/24273cee77f9d9f""#, "24/24273cee77f9d9f"), (#""//simkl.in/posters/24/ab_m.webp?x""#, "24/ab_m"), ("null", nil),
            (#""""#, nil), (#""../../etc""#, nil), (#""24/ab\" onerror=x""#, nil), (#""https://evil.example/a.png""#, nil),
        ] as [(String, String?)])
    func posters(text: String, expected: String?) throws {
        let merged = try AccountFiles("shows", #"{"show":{"title":"S","poster":\#(text),"ids":{"simkl":1}}}"#).merged()
        #expect(merged.library.titles.map(\.poster?.path) == [expected])
        let isWrong = expected == nil && text.count > 4
        #expect(merged.messages == (isWrong ? ["tv/1: its poster's path is not one of Simkl's"] : []))
    }

    private static let show = #"{"status":"watching","show":{"title":"S","ids":{"simkl":1}}}"#
}
