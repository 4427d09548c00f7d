import Simkl
import Testing

@testable import FoyerSite

@Suite("Honest times")
struct MergeHonestTimeTests {
    @Test(
        "a date is believed as far as it deserves",
        arguments: [
            (nil, .undated(.missing)), ("null", .undated(.missing)), (#""""#, .undated(.missing)),
            (#""soon""#, .undated(.missing)),
            ("0", .undated(.missing)), (#""2026-02-30T10:00:00Z""#, .undated(.missing)),
            (#""1970-01-01T00:00:01Z""#, .undated(.longAgo)), (#""1970-01-01""#, .undated(.longAgo)),
            (#""0001-01-01T00:00:00Z""#, .undated(.longAgo)), (#""1999-12-31T23:59:59Z""#, .undated(.longAgo)),
            (#""2000-01-01T00:59:59+01:00""#, .undated(.longAgo)),
            (#""1999-12-31T23:00:00-05:00""#, real("2000-01-01T04:00:00Z")),
            (#""2000-01-01T00:00:00Z""#, onDay("2000-01-01")), (#""2000-01-01T00:00:01Z""#, .undated(.longAgo)),
            (#""2000-01-01T04:00:00Z""#, real("2000-01-01T04:00:00Z")),
            (#""2026-05-14T00:00:00Z""#, onDay("2026-05-14")), (#""2026-05-14T00:00:00.000Z""#, onDay("2026-05-14")),
            (#""2026-05-14T02:00:00+02:00""#, onDay("2026-05-14")), (#""2026-05-14""#, onDay("2026-05-14")),
            (#""05/14/2026""#, onDay("2026-05-14")), (#""2026-05-14T00:00:01Z""#, real("2026-05-14T00:00:01Z")),
            (#""2026-05-14T00:00:00-05:00""#, real("2026-05-14T05:00:00Z")),
            (#""9999-12-31T23:59:59Z""#, real("9999-12-31T23:59:59Z")),
        ] as [(String?, PlayTime?)])
    func judgement(date: String?, expected: PlayTime?) throws {
        let watched = date.map { #","watched_at":\#($0)"# } ?? ""
        let show = try AccountFiles("shows", Self.show(#"{"number":1,"episodes":[{"number":7\#(watched)}]}"#)).title()
        #expect(
            show.plays == [Play(episode: EpisodeNumber(season: 1, number: 7), time: try #require(expected), length: .unknown)])
        let seen = date.map { #","last_watched_at":\#($0)"# } ?? ""
        let film = try AccountFiles("movies", #"{"status":"completed","movie":{"ids":{"simkl":1}}\#(seen)}"#).title()
        #expect(film.plays == [Play(episode: nil, time: try #require(expected), length: .unknown)])
    }

    @Test("plays of a rewatch stand apart from the first watching")
    func rewatches() throws {
        let dates = [nil: "2026-03-01T20:00:00Z", 2: "2026-04-01T20:00:00Z", 4: "2026-05-01T20:00:00Z"]
        func season(_ rewatch: Int?) -> String { #"{"number":1,"episodes":[\#(Self.watched(1...2, dates[rewatch] ?? ""))]}"# }
        func rewatch(_ id: Int) -> String {
            Self.show(season(id), more: #","is_rewatch":true,"rewatch_id":\#(id),"rewatch_status":"active""#)
        }
        let title = try AccountFiles(
            "shows", rewatch(4), Self.show(season(nil), more: #","watched_episodes_count":2,"total_episodes_count":9"#),
            rewatch(2)
        ).title()
        let numbers = [1, 2].map { EpisodeNumber(season: 1, number: $0) }
        let expected = [nil, 2, 4].flatMap { rewatch in
            numbers.map {
                Play(
                    episode: $0, time: real(dates[rewatch] ?? "") ?? .undated(.missing), length: .unknown, rewatch: rewatch)
            }
        }
        #expect(title.plays == expected)
        #expect(title.progress == Progress(watched: 2, total: 9, notAired: 0))
        #expect(title.unrecordedEpisodes == 0)
    }

    @Test("a film's rewatches are plays of their own, one for each session")
    func filmRewatches() throws {
        func row(_ date: String, _ more: String = "") -> String {
            #"{"status":"completed","last_watched_at":"\#(date)","movie":{"runtime":100,"ids":{"simkl":1}}\#(more)}"#
        }
        let title = try AccountFiles(
            "movies", row("2026-01-01T20:00:00Z"), row("2026-02-01T20:00:00Z", #","is_rewatch":true,"rewatch_id":1"#),
            row("2026-02-01T20:00:00Z", #","is_rewatch":true,"rewatch_id":1"#),
            row("2026-03-01T00:00:00Z", #","is_rewatch":true,"rewatch_id":2"#)
        ).title()
        let dates: [(PlayTime?, Int?)] = [
            (real("2026-01-01T20:00:00Z"), nil), (real("2026-02-01T20:00:00Z"), 1), (onDay("2026-03-01"), 2),
        ]
        #expect(
            title.plays
                == dates.map { Play(episode: nil, time: $0 ?? .undated(.missing), length: .exact(minutes: 100), rewatch: $1) })
    }

    @Test("an unfinished film was not watched", arguments: ["dropped", "notinteresting", "hold", "watching"])
    func unfinishedFilm(status: String) throws {
        let row = #"{"status":"\#(status)","last_watched_at":"2026-01-01T20:00:00Z","movie":{"ids":{"simkl":1}}}"#
        #expect(try AccountFiles("movies", row).title().plays == [])
    }

    @Test("a play at the very second of its airing is air-stamped, where the episode list tells of it")
    func stamped() throws {
        let season = """
            {"number":4,"episodes":[{"number":1,"watched_at":"2026-03-02T02:00:00Z"},
            {"number":2,"watched_at":"2026-03-09T02:00:01Z"},{"number":3,"watched_at":"2026-03-16T00:00:00Z"}]}
            """
        let list = """
            [{"season":4,"episode":1,"type":"episode","date":"2026-03-01T21:00:00-05:00","ids":{"simkl_id":5}},
            {"season":4,"episode":2,"date":"2026-03-08T21:00:00-05:00"},{"season":4,"episode":3,"date":"2026-03-15T19:00:00-05:00"},
            {"type":"special","title":"Recap","date":"2026-03-02T02:00:00Z"}]
            """
        let files = AccountFiles("shows", Self.show(season))
        let dates = ["2026-03-02T02:00:00Z", "2026-03-09T02:00:01Z"]
        #expect(try files.title().plays.map(\.time) == [real(dates[0]), real(dates[1]), onDay("2026-03-16")])
        // Believable times come first, the others by episode.
        #expect(
            try files.adding("episodes/tv/1.json", list).title().plays.map(\.time)
                == [real(dates[1]), .stamped(try day("2026-03-01")), .stamped(try day("2026-03-16"))])
        // Another title's list, or the other kind's, says nothing.
        #expect(try files.adding("episodes/tv/2.json", list).merged().library.statistics.ledger.stamped == 0)
    }

    @Test("an anime's episode list has no seasons")
    func animeAirStamped() throws {
        let season = #"{"number":1,"episodes":[{"number":8,"watched_at":"2026-03-01T15:00:00Z"}]}"#
        let list = #"[{"episode":8,"date":"2026-03-02T00:00:00+09:00","runtime":24,"tvdb":{"season":3,"episode":2}}]"#
        let title = try AccountFiles("anime", Self.show(season)).adding("episodes/anime/1.json", list).title()
        let time = PlayTime.stamped(try day("2026-03-01"))
        #expect(
            title.plays == [
                Play(
                    episode: EpisodeNumber(season: nil, number: 8), time: time, length: .exact(minutes: 24),
                    airedAt: try moment("2026-03-01T15:00:00Z"))
            ])
    }

    @Test("three episodes stamped with one second are not marked")
    func stampedBeforeMarked() throws {
        let date = "2026-03-01T20:00:00Z"
        let list = (1...3).map { #"{"season":1,"episode":\#($0),"date":"\#(date)"}"# }.joined(separator: ",")
        let title = try AccountFiles("shows", Self.show(#"{"number":1,"episodes":[\#(Self.watched(1...3, date))]}"#))
            .adding("episodes/tv/1.json", "[\(list)]").title()
        #expect(title.plays.map(\.time) == Array(repeating: .stamped(try day("2026-03-01")), count: 3))
    }

    @Test("minutes come from the episode, else from its list, else from the show")
    func lengths() throws {
        let season = #"{"number":1,"episodes":[{"number":1,"runtime":61},{"number":2},{"number":3,"runtime":0},{"number":4}]}"#
        let list = #"[{"season":1,"episode":1,"runtime":70},{"season":1,"episode":2,"runtime":71},{"season":1,"episode":4}]"#
        let show = #"{"status":"watching","show":{"runtime":50,"ids":{"simkl":1}},"seasons":[\#(season)]}"#
        let title = try AccountFiles("shows", show).adding("episodes/tv/1.json", list).title()
        #expect(
            title.plays.map(\.length) == [
                .exact(minutes: 61), .exact(minutes: 71), .estimated(minutes: 50), .estimated(minutes: 50),
            ])
        let absurd = try AccountFiles("shows", show.replacing(#""runtime":50"#, with: #""runtime":6001"#)).title()
        #expect(absurd.plays.map(\.length) == [.exact(minutes: 61), .unknown, .unknown, .unknown])
    }

    static func show(_ seasons: String, id: Int = 1, more: String = "") -> String {
        #"{"status":"watching","show":{"title":"S","ids":{"simkl":\#(id)}},"seasons":[\#(seasons)]\#(more)}"#
    }

    private static func watched(_ numbers: ClosedRange<Int>, _ date: String) -> String {
        numbers.map { #"{"number":\#($0),"watched_at":"\#(date)"}"# }.joined(separator: ",")
    }
}

/// Nil for a text that is no instant, which then fails the comparison.
func real(_ text: String) -> PlayTime? { (try? moment(text)).map(PlayTime.real) }

func onDay(_ text: String) -> PlayTime? { (try? day(text)).map(PlayTime.day) }
