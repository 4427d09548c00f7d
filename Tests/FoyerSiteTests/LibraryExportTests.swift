import Foundation
import Simkl
import Testing

@testable import FoyerSite

@Suite("What library.json has of a library is all that the edition shows", .inEnglish)
struct LibraryExportTests {
    @Test(
        "the library that is read of it is the one that was written, however the account contradicts itself",
        arguments: Edition.allCases, 1...6)
    func conflicts(edition: Edition, seed: Int) throws {
        var generator = ConflictAccount(seed: seed)
        let account = try generator.files()
        #expect(try account.merged().library.titles.count >= 14)
        try Self.expectSameLibrary(account, Audience(edition, hiddenTitles: [1, 6, 11, 13]))
    }

    @Test("it is so of an account that is large enough for every rule", arguments: Edition.allCases, 31...33)
    func generated(edition: Edition, seed: Int) throws {
        let account = try TwinAccount(seed: seed, edition: edition)
        try Self.expectSameLibrary(account.own, account.audience)
    }

    @Test("it is so of names in every language", arguments: TitleNameTests.cases)
    func names(of account: TitleNameTests.Case) throws {
        for language in TitleLanguage.allCases {
            var options = LibraryMerger.Options()
            options.titleLanguage = language
            try Self.expectSameLibrary(account.files, Audience(.private), options)
        }
    }

    @Test("it is so of each kind of evidence, of midnight in any zone, and of films that are known in odd ways")
    func evidence() throws {
        let account = OddAccount.files
        var options = LibraryMerger.Options()
        options.now = try moment("2026-11-20T12:00:00Z")
        options.country = "SE"
        for edition in Edition.allCases {
            for spoilers in Spoilers.allCases {
                let audience = Audience(edition, spoilers: spoilers, discovers: true, premieres: true)
                try Self.expectSameLibrary(account, audience, options)
                let text = try account.merged(options, for: audience).library.exported.files["library.json"] ?? ""
                for name in ["Unseen", "\"San\"", "Unnumbered"] {
                    #expect(text.contains(name) == (spoilers == .names), "\(name)")
                }
            }
        }
        // Or the account would not be odd.
        let plays = try account.merged(options, for: Audience(.private)).library.titles.flatMap(\.plays)
        for time in [
            PlayTime.real(try moment("2026-02-03T23:00:00Z")), .day(try day("2026-02-01")), .marked(try day("2026-03-01")),
            .stamped(try day("2026-02-04")), .year(2025), .undated(.missing), .undated(.longAgo), .undated(.toCome),
        ] {
            #expect(plays.contains { $0.time == time }, "\(time)")
        }
    }

    @Test("it is the whole file", arguments: [Edition.private, .public])
    func text(edition: Edition) throws {
        let library = try SmallAccount.files.merged(for: Audience(edition)).library
        let isPublic = edition == .public
        let expected = isPublic ? SmallAccount.toTheDay(SmallAccount.expected) : SmallAccount.expected
        #expect(try library.exported.files == ["library.json": expected])
    }

    /// Compares two exports first: where they differ, a line says it better than two libraries.
    private static func expectSameLibrary(
        _ account: AccountFiles, _ audience: Audience, _ options: LibraryMerger.Options = .init()
    ) throws {
        let own = try account.merged(options, for: audience).library
        let export = try own.exported
        let again = try export.merged(options, for: audience).library
        let texts = try [again.exported, export].map { $0.files.mapValues { Data($0.utf8) } }
        if let difference = difference(texts[0], texts[1]) { Issue.record("\(audience.edition): \(difference)") }
        #expect(again.titles.map(\.id) == own.titles.map(\.id))
        for (left, right) in zip(again.titles, own.titles) where left != right {
            Issue.record("\(left.id), \(audience.edition): \(Self.fields(of: left, unlike: right))")
        }
        #expect(again.airings == own.airings && again.coverage == own.coverage && again.paused == own.paused)
        #expect(again.owner == own.owner && again.days == own.days && again.accountStatistics == own.accountStatistics)
        #expect(again.trending == own.trending)
        let beside = own.premieres.filter { own.current($0.id) == nil }
        #expect(again.premieres == beside)
    }

    /// The fields that most is made of, where they differ.
    private static func fields(of title: Title, unlike other: Title) -> String {
        let fields: [(String, (Title) -> AnyHashable)] = [
            ("names", { [$0.name, $0.sentName ?? ""] + $0.alternativeNames }), ("plays", { $0.plays }),
            ("progress", { $0.progress }), ("next", { $0.next }), ("list", { $0.listedEpisodes }), ("details", { $0.details }),
            ("crowd", { $0.crowd }), ("airings", { $0.airings }), ("ids", { $0.identifiers }),
            ("episodes", { [$0.episodeNames, $0.unwatchedNames, $0.episodeStills] }), ("aired", { $0.airedEpisodes }),
            ("added", { $0.addedAt }), ("rating", { $0.rating }),
        ]
        return fields.filter { $0.1(title) != $0.1(other) }.map { "\($0.0) \($0.1(title)) ≠ \($0.1(other))" }.joined(
            separator: "\n")
    }
}

extension Library {
    /// A folder with the library as `foyer export library.json` writes it.
    var exported: AccountFiles {
        get throws {
            var bytes: [UInt8] = []
            var sink = ExportSink { bytes += $0 }
            try LibraryExport.library.write(self, to: &sink)
            return AccountFiles(["library.json": String(decoding: bytes, as: UTF8.self)])
        }
    }
}

/// Something of each kind that an export has, and the file that it is.
private enum SmallAccount {
    static let files = AccountFiles([
        "all-items.json": #"""
        {"shows":[{"status":"watching","user_rating":8,"user_rated_at":"2026-03-01T20:00:30Z","watched_episodes_count":2,
        "total_episodes_count":10,"not_aired_episodes_count":2,"next_to_watch":"S01E03","show":{"title":"Alpha","runtime":45,
        "ids":{"simkl":11,"slug":"alpha","imdb":"tt11"}},"seasons":[{"number":1,"episodes":[
        {"number":1,"watched_at":"2026-02-01T20:15:30Z","runtime":50},{"number":2,"watched_at":"1970-01-01T00:00:01Z"}]}]}],
        "movies":[{"status":"completed","last_watched_at":"2026-02-02","memo":{"text":"Mine","is_private":true},
        "movie":{"title":"Heat","year":1995,"ids":{"simkl":13}}}]}
        """#,
        "settings.json": #"{"user":{"name":"Ada","bio":"nobody's"},"account":{"id":7,"timezone":"Europe/Berlin"}}"#,
        "stats.json": #"{"total_mins":4711,"tv":{"total_mins":99,"watching":{"count":1},"hold":{"count":2}}}"#,
        "playback.json": #"""
        [{"id":5,"progress":61.4,"paused_at":"2026-11-19T21:58:41Z","type":"episode","episode":{"season":1,"number":3},
        "show":{"title":"Alpha","ids":{"simkl":11}}}]
        """#,
        "crowd/shows.json":
            #"[{"id":11,"release_status":"ended","simkl":{"rating":7.8,"votes":90,"droprate":"8.5%"}},{"id":9,"imdb":{"rating":5}}]"#,
        "episodes/tv/11.json": #"""
        [{"title":"Pilot","season":1,"episode":1,"aired":true,"img":"12/ab","date":"2026-01-02T05:00:00Z"},
        {"title":"Later","season":1,"episode":3,"img":"34/cd","date":"2026-12-01T20:00:00Z","runtime":40}]
        """#,
        "titles/tv/11.json": #"""
        {"title":"Alpha","ids":{"simkl":11},"overview":"One<br>two","genres":["Drama"],"status":"ended",
        "users_recommendations":[{"ids":{"simkl":99}},{"ids":{"simkl":13}}]}
        """#,
        "calendar/tv.json": #"""
        {"calendar":[{"simkl_id":9,"date":"2026-11-19T10:00:00Z"},{"simkl_id":11,"date":"2026-12-01T20:00:00Z","finale_type":2,
        "episode":{"season":1,"episode":3,"title":"Later","url":"https://simkl.com/tv/11/alpha/season-1/episode-3/"}},
        {"simkl_id":9,"date":"2026-12-03T10:00:00Z"}],"metadata":{}}
        """#,
    ])

    static let expected = #"""
        {"edition":"private","settings":{"user":{"name":"Ada"},"account":{"timezone":"Europe/Berlin"}},"stats":{"total_mins":4711,"tv":{"total_mins":99,"completed":{"count":3}}},"playback":[{"progress":61,"paused_at":"2026-11-19T21:58:00Z","type":"episode","episode":{"season":1,"number":3},"show":{"title":"Alpha","ids":{"simkl":11}}}],
        "shows":[
        {"status":"watching","user_rating":8,"user_rated_at":"2026-03-01T20:00:00Z","watched_episodes_count":2,"total_episodes_count":10,"not_aired_episodes_count":2,"next_to_watch":"S01E03","next_to_watch_info":{"season":1,"episode":3,"date":"2026-12-01T20:00:00Z"},"seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-02-01T20:15:00Z","runtime":50,"title":"Pilot","img":"12/ab"},{"number":2,"evidence":"long ago"}]}],"show":{"title":"Alpha","runtime":45,"ids":{"simkl":11,"slug":"alpha","imdb":"tt11"}}}],
        "anime":[],
        "movies":[
        {"status":"completed","last_watched_at":"2026-02-02","evidence":"day","movie":{"title":"Heat","year":1995,"ids":{"simkl":13}}}],
        "crowd":{"shows":[
        {"id":11,"simkl":{"rating":7.8,"votes":90},"droprate":"8.5%","release_status":"ended"}]},
        "titles":{"tv":{
        "11":{"ids":{"simkl":11},"overview":"One two","genres":["Drama"],"users_recommendations":[{"ids":{"simkl":13}}]}}},
        "episodes":{"tv":{
        "11":[{"season":1,"episode":1,"aired":true,"date":"2026-01-02"},{"season":1,"episode":3,"date":"2026-12-01T20:00:00Z","runtime":40}]}},
        "calendar":{"tv":{"covered":[{"from":"2026-11-20","to":"2026-12-02"}],"calendar":[
        {"simkl_id":11,"date":"2026-12-01T20:00:00Z","finale_type":2,"episode":{"season":1,"episode":3,"url":"https://simkl.com/tv/11/alpha/season-1/episode-3"}}]}}}

        """#

    /// The same as the public edition tells it.
    static func toTheDay(_ text: String) -> String {
        text.replacing("\"private\"", with: "\"public\"").replacing("2026-11-19T21:58:00Z", with: "2026-11-19")
            .replacing("2026-03-01T20:00:00Z", with: "2026-03-01").replacing("2026-02-01T20:15:00Z", with: "2026-02-01")
    }
}

/// Plays of every evidence, and titles that few accounts have.
private enum OddAccount {
    static let files = AccountFiles([
        "settings.json": #"{"account":{"timezone":"Europe/Berlin"}}"#,
        "all-items.json": #"{"shows":[\#(show)],"anime":[\#(anime)],"movies":[\#(movies)]}"#,
        "episodes/tv/1.json": #"""
        [{"season":1,"episode":5,"aired":true,"date":"2026-02-04T20:00:00Z"},{"season":1,"episode":6,"date":"2026-02-05T00:00:00-05:00"},
        {"season":1,"episode":7,"title":"Unseen","date":"2026-07-05T00:00:00-04:00"},{"episode":8,"date":"2026-02-07"},{"season":0,"episode":1,"title":"Special"}]
        """#,
        "episodes/anime/2.json":
            #"[{"episode":1,"title":"Ichi","date":"2026-02-04T05:00:00Z","runtime":22},{"season":1,"episode":1},{"episode":3,"title":"San"}]"#,
        "titles/movies/3.json": #"""
        {"ids":{"simkl":3},"overview":"1 < 2 <<b>i> 3","genres":["Crime"],"status":"released","trailers":[{"youtube":"abcdefg"}],"rank":9,
        "relations":[{"ids":{"simkl":4},"relation_type":"sequel"},{"ids":{"simkl":5},"relation_type":"spin-off"}],
        "release_dates":[{"iso_3166_1":"SE","results":[{"type":3,"release_date":"2026-02-02T00:00:00.000Z"},{"type":5,"release_date":"2026-05-05"}]}]}
        """#,
        "crowd/movies.json": #"[{"id":6,"release_status":"in production"},{"id":3,"imdb":{"rating":8,"votes":9}}]"#,
        "calendar/tv.json": #"""
        {"calendar":[{"simkl_id":1,"date":"2026-11-25T05:00:00Z","episode":{"season":4,"episode":1,"title":"Spoiler"}},
        {"simkl_id":1,"date":"2026-07-10T06:00:00+02:00","episode":{"season":4,"episode":2,"title":"Night","url":"https://simkl.com/tv/1/a%2520b/season-4/episode-2"}},
        {"simkl_id":1,"date":"2026-11-26T20:00:00Z","episode":{"title":"Unnumbered"}},
        {"simkl_id":50,"date":"2026-11-27T20:00:00Z","episode":{"season":1,"episode":1}},{"simkl_id":51,"date":"2026-11-28T20:00:00Z"}],
        "metadata":{"50":{"title":"New & odd","ids":{"simkl_id":50,"slug":"new"},"network":"HBO","genres":["Drama"],"poster":"1/a",
        "ratings":{"simkl":{"rating":7.25,"votes":3}},"runtime":"1h 5m"},"1":{"title":"Aired","title_romaji":"Romaji","country":"us"}}}
        """#,
        "trending/movies.json":
            #"[{"title":"Trend","year":2026,"ids":{"simkl_id":60,"slug":"trend"},"runtime":"45m","genres":["War"]}]"#,
    ])

    private static let show = #"""
        {"status":"watching","memo":{"text":"Open","is_private":false},"added_to_watchlist_at":"2026-01-31T23:00:40Z",
        "watched_episodes_count":20,"total_episodes_count":30,"next_to_watch":"S04E01","show":{"title":"Odd","poster":"posters/1/a",
        "runtime":40,"ids":{"simkl":1,"tw":"odd \"one\""}},"seasons":[
        {"number":0,"episodes":[{"number":1,"watched_at":"2026-02-03T12:00:00Z"}]},
        {"number":1,"episodes":[{"number":1,"watched_at":"2026-02-01T00:00:00Z"},{"number":2},{"number":3,"watched_at":"1970-01-01T00:00:01Z"},
        {"number":4,"watched_at":"2026-02-03T23:00:20Z"},{"number":5,"watched_at":"2026-02-04T20:00:00Z","runtime":0},
        {"number":6,"watched_at":"2027-12-01T20:00:00Z"}]},
        {"number":2,"episodes":[{"number":1,"watched_at":"2026-03-01"},{"number":2,"watched_at":"2026-03-01"},{"number":3,"watched_at":"2026-03-01"}]},
        {"number":3,"episodes":[{"number":1,"watched_at":"2025-01-01T00:00:00Z"},{"number":2,"watched_at":"2025-01-01T00:00:00Z"},
        {"number":3,"watched_at":"2025-01-01T00:00:00Z"}]}]},
        {"status":"completed","is_rewatch":true,"rewatch_id":2,"show":{"ids":{"simkl":1}},"seasons":[
        {"number":1,"episodes":[{"number":4,"watched_at":"2026-02-04T00:10:00Z"},{"number":9,"watched_at":"2026-04-04T20:10:00Z"}]}]},
        {"status":"watching","is_rewatch":true,"rewatch_id":1,"show":{"title":"Again alone","ids":{"simkl":7}},"seasons":[
        {"number":1,"episodes":[{"number":1,"watched_at":"2026-04-05T20:10:00Z"}]}]}
        """#

    private static let anime = #"""
        {"status":"completed","anime_type":"movie","show":{"title":"Film","ids":{"simkl":8}},"last_watched_at":"2026-04-06T20:10:00Z"},
        {"status":"watching","anime_type":"tv","watched_episodes_count":1,"show":{"title":"Anime","ids":{"simkl":2}},"seasons":[
        {"number":1,"episodes":[{"number":1,"watched_at":"2026-04-07T20:10:00Z"}]},
        {"number":2,"episodes":[{"number":1,"watched_at":"2026-04-08T20:10:00Z"}]}]}
        """#

    private static let movies = #"""
        {"status":"completed","last_watched_at":"2026-02-02T00:00:00Z","movie":{"title":"Stamped","runtime":100,"ids":{"simkl":3}}},
        {"status":"completed","is_rewatch":true,"rewatch_id":3,"last_watched_at":"2026-05-02T21:00:00Z","movie":{"title":"Rewatched","ids":{"simkl":4}},
        "memo":{"text":"Twice","is_private":false}},
        {"status":"completed","is_rewatch":true,"rewatch_id":5,"last_watched_at":"2026-05-02T23:30:00Z","movie":{"title":"Rewatched","ids":{"simkl":4}}},
        {"status":"plantowatch","last_watched_at":"1970-01-01T00:00:01Z","user_rating":9,"user_rated_at":"2026-05-05T22:00:40Z","movie":{"ids":{"simkl":5,"slug":"five"}}},
        {"status":"plantowatch","movie":{"title":"To come","ids":{"simkl":6}}},
        {"user_rating":3,"movie":{"title":"Rated alone","ids":{"simkl":9}}}
        """#
}
