import Foundation
import Testing

@testable import FoyerSite

@Suite("Title pages")
struct TitlePageTests {
    @Test("a whole page: facts, ratings with the difference, seasons, every play, rewatches told apart, links")
    func whole() async throws {
        let site = try await BuiltSite(Self.account)
        #expect(site.markdown("tv/7-alpha/").withPlainSpaces == Self.page)
    }

    @Test("clock times are told to those who may know", arguments: Edition.allCases)
    func clocks(edition: Edition) async throws {
        let page = plain(try await BuiltSite(Self.account, edition: edition).markdown("tv/7-alpha/")).withPlainSpaces
        #expect(page.contains("| S01E01 | 1 Mar 2026, 20:00 |") == (edition != .public))
        #expect(page.contains("| S01E01 | 1 Mar 2026 |") == (edition == .public))
        #expect(page.contains("| S01E02 | 1 Mar 2026, 20:40; 2 Mar 2026, 22:00 (again) |") == (edition != .public))
        // What was marked at once has no time of its own.
        #expect(page.contains("| S02E01 | Marked on 5 May 2026 |"))
    }

    @Test("a thousand episodes, each on a day of its own, fold into parts and stay under 300 KB", arguments: ["shows", "anime"])
    func long(bucket: String) async throws {
        let episodes = (1...1000).map { number in
            [
                "number": number,
                "watched_at": Date(timeIntervalSince1970: 1_500_000_000 + Double(number) * 90_000).formatted(.iso8601),
            ]
                as [String: Any]
        }
        let item: [String: Any] = [
            "status": "watching", "show": ["title": "Long", "ids": ["simkl": 9]] as [String: Any],
            "seasons": [["number": 1, "episodes": episodes] as [String: Any]],
        ]
        let site = try await BuiltSite(AccountFiles(["all-items.json": try json([bucket: [item]])]))
        let folder = bucket == "shows" ? "tv/9-long/" : "anime/9-long/"
        let html = site.html(folder)
        #expect(html.utf8.count < 300_000)
        #expect(html.matches(of: /<i class="w" title=/).count == 1000)
        #expect(html.matches(of: /<p><b>/).count == 10)
        let rows = tables(site.markdown(folder), header: "Episode")
        let labels = (1...1000).map { (bucket == "shows" ? "S01" : "") + "E" + ($0 < 10 ? "0\($0)" : "\($0)") }
        #expect(rows.map { $0.map { $0[0] } } == [labels])
        #expect(site.markdown(folder).contains("\n1,000 episodes watched.\n"))
    }

    @Test("a film tells each watching, and that the day of one is not known")
    func film() async throws {
        let files = AccountFiles(
            "movies", #"{"status":"completed","last_watched_at":null,"movie":{"title":"A","ids":{"simkl":1}}}"#,
            #"{"status":"completed","is_rewatch":true,"rewatch_id":3,"last_watched_at":"2026-02-28T20:00:00Z","movie":{"title":"A","ids":{"simkl":1}}}"#
        )
        let page = try await BuiltSite(files).markdown("movies/1-a/")
        #expect(
            page.contains(
                """
                ## Watched

                Watched 2 times, of which 1 was a rewatch. For 1, no day is known.

                - 28\u{A0}Feb\u{A0}2026 (again): film no. 1 of 2026
                - Day not known

                ## Facts

                - **Watched again:** 1 time

                [Simkl](https://simkl.com/movies/1)

                ---
                """))
    }

    @Test("a service is linked only where its id looks like one of its own")
    func services() async throws {
        let good = """
            "imdb":"tt0111161","tmdb":"278","tvdb":"12","traktslug":"a-film","letterboxd":"a-film","mal":"1","anidb":"2",\
            "anilist":"3","kitsu":"4","anisearch":"5","livechart":"6","animeplanet":"a-film","netflix":"60011152","fb":"https://x.y/z"
            """
        let bad = """
            "imdb":"tt0111161xx","tmdb":"278/../x","tvdb":"javascript:1","traktslug":"https://evil.example/","letterboxd":"../a",\
            "mal":"-1","anidb":"1 2","anilist":"","kitsu":"１２","anisearch":"12345678901","livechart":"x","animeplanet":"a b"
            """
        func links(_ bucket: String, _ type: String, _ ids: String) async throws -> [String] {
            let wrapper = bucket == "movies" ? "movie" : "show"
            let files = AccountFiles(
                bucket,
                #"{"status":"plantowatch",\#(type)"\#(wrapper)":{"title":"A","ids":{"simkl":1,\#(ids)}}}"#)
            let folder = bucket == "shows" ? "tv/1-a/" : "\(bucket)/1-a/"
            let page = try await BuiltSite(files).markdown(folder)
            let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("[Simkl]") })
            return row.matches(of: /\(([^)]*)\)/).dropFirst().map { String($0.1) }
        }
        #expect(
            try await links("shows", "", good) == [
                "https://www.imdb.com/title/tt0111161/", "https://www.themoviedb.org/tv/278",
                "https://www.thetvdb.com/dereferrer/series/12", "https://trakt.tv/shows/a-film",
            ])
        #expect(
            try await links("movies", "", good) == [
                "https://www.imdb.com/title/tt0111161/", "https://www.themoviedb.org/movie/278", "https://trakt.tv/movies/a-film",
                "https://letterboxd.com/film/a-film/",
            ])
        #expect(
            try await links("anime", #""anime_type":"movie","#, good) == [
                "https://www.imdb.com/title/tt0111161/", "https://www.themoviedb.org/movie/278", "https://trakt.tv/movies/a-film",
                "https://letterboxd.com/film/a-film/", "https://myanimelist.net/anime/1", "https://anidb.net/anime/2",
                "https://anilist.co/anime/3", "https://kitsu.app/anime/4", "https://www.anisearch.com/anime/5",
                "https://www.livechart.me/anime/6", "https://www.anime-planet.com/anime/a-film",
            ])
        for bucket in ["shows", "anime", "movies"] { #expect(try await links(bucket, "", bad) == []) }
    }

    @Test("hostile, foreign and endless names stay names", arguments: hostileNames)
    func hostile(name: String) async throws {
        let item = """
            {"status":"watching","user_rating":7,"show":{"title":\(try json(name)),"ids":{"simkl":1}},
            "seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-03-01T20:00:00Z"}]}]}
            """
        let site = try await BuiltSite(AccountFiles("shows", item))
        let (path, html) = try #require(site.files.first { $0.key.hasPrefix("tv/1") && $0.key.hasSuffix(".html") })
        let escaped = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
        #expect(html.replacing(/<\/?(span|bdi)[^>]*>/, with: "").contains("\n\(escaped)\n</h1>"), "\(path)")
        #expect(!html.contains("<script>") && !html.contains("raw HTML omitted"))
    }

    private static let account = AccountFiles([
        "all-items.json": """
        {"shows":[{"status":"watching","user_rating":9,"user_rated_at":"2026-06-01T12:00:00Z","watched_episodes_count":7,
        "total_episodes_count":8,"not_aired_episodes_count":1,
        "show":{"title":"Alpha","year":2020,"runtime":30,"ids":{"simkl":7,"imdb":"tt0000007"}},"seasons":[
        {"number":0,"episodes":[{"number":1}]},
        {"number":1,"episodes":[{"number":1,"watched_at":"2026-03-01T20:00:00Z"},{"number":2,"watched_at":"2026-03-01T20:40:00Z"},
        {"number":3,"watched_at":"2026-03-02T20:00:00Z"}]},
        {"number":2,"episodes":[{"number":1,"watched_at":"2026-05-05T10:00:00Z"},{"number":2,"watched_at":"2026-05-05T10:00:00Z"},
        {"number":3,"watched_at":"2026-05-05T10:00:00Z"}]}]},
        {"status":"watching","is_rewatch":true,"rewatch_id":2,"show":{"title":"Alpha","ids":{"simkl":7}},"seasons":[
        {"number":1,"episodes":[{"number":2,"watched_at":"2026-03-02T22:00:00Z"}]}]}]}
        """,
        "crowd/shows.json": #"[{"id":7,"simkl":{"rating":8.2,"votes":1200,"droprate":"8.5%"},"imdb":{"rating":9.4,"votes":90}}]"#,
        "titles/tv/7.json": """
        {"title":"Alpha","ids":{"simkl":7},"overview":"What it is about.","trailers":[{"name":"T","youtube":"abcDEF_-123"}]}
        """,
        "episodes/tv/7.json": """
        [{"season":1,"episode":1,"aired":true},{"season":1,"episode":2,"aired":true},{"season":1,"episode":3,"aired":true},
        {"season":2,"episode":1,"aired":true},{"season":2,"episode":2,"aired":true},{"season":2,"episode":3,"aired":true},
        {"season":2,"episode":4,"aired":true},{"season":3,"episode":1,"aired":false}]
        """,
    ])

    private static let page = """
        # Alpha

        ![Alpha](../../assets/no-poster.svg)

        2020 · TV show · 30 min · [Watching](../../watching/index.html)

        - **My rating:** ★ 9 *1 June 2026*
        - **My time:** 4 h 30 min *1 Mar 2026 – 2 Mar 2026*

        **0.8 above the viewers of Simkl** · Ratings from 1 to 10

        | Who | Rating | Votes | Difference |
        | --- | --- | --- | --- |
        | Me | 9 | – | – |
        | Simkl | 8.2 | 1,200 | +0.8 |
        | IMDb | 9.4 | 90 | −0.4 |

        What it is about.

        ## Episodes

        - **Watched:** 7 of 7 episodes, 100 %

        **Episode by episode** · A row a season, a square an episode

        | Episode | Watched |
        | --- | --- |
        | S01E01 | 1 Mar 2026 |
        | S01E02 | 1 Mar 2026; 2 Mar 2026 (again) |
        | S01E03 | 2 Mar 2026 |
        | S02E01 | Marked on 5 May 2026 |
        | S02E02 | Marked on 5 May 2026 |
        | S02E03 | Marked on 5 May 2026 |
        | S02E04 | Day not known |
        | S03E01 | – |
        | S00E01 | Day not known |

        9 episodes watched, of which 1 was a rewatch. For 2, no day is known. Simkl counts 1 of them without a record of which.

        ## Facts

        - **Episodes:** 8, 1 not aired
        - **Dropped by:** 8.5 % of those who began
        - **Watched again:** 1 episode

        [Simkl](https://simkl.com/tv/7) · [IMDb](https://www.imdb.com/title/tt0000007/) · [Trailer](https://www.youtube.com/watch?v=abcDEF_-123)

        ---

        Powered by [Simkl](https://simkl.com/). Made with Foyer.

        """
}
