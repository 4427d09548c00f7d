import Testing

@testable import Simkl

@Suite("What could not be read")
struct IssueTests {
    private static func item(_ pointer: String, _ message: String = "it cannot be read", in file: String) -> ReadingIssue {
        ReadingIssue(file: file, pointer: pointer, loss: .item, message: message)
    }

    private static func field(_ pointer: String, _ message: String, in file: String) -> ReadingIssue {
        ReadingIssue(file: file, pointer: pointer, loss: .field, message: message)
    }

    private static let known = #"{"shows":[{"show":{"ids":{"simkl":1}}},{"show":{"ids":{"simkl":2}}}]}"#

    @Test("items that cannot be read are left out and named, all others are read")
    func items() throws {
        let account = try TemporaryAccount.read([
            "all-items.json": """
            {"shows": [{"show": {"ids": {"simkl": 1}}}, 5, null, [], {"show": {"title": "No id"}}, {"show": {"ids": {"simkl": "x"}}},
              {"show": {"ids": {"simkl": 0}}}, {"show": {"ids": {"simkl": -3}}}, {"show": "text"}, {"show": {"ids": {"simkl": 2}}}],
             "anime": "none", "movies": [{}, {"movie": {"ids": {"simkl": 3}}}]}
            """
        ])
        #expect(account.items.map(\.media.ids.simkl) == [1, 2, 3])
        let media = "it has no show, anime or movie with a Simkl id"
        let file = "all-items.json"
        #expect(
            account.issues == [
                Self.item("/shows/1", "an object was expected", in: file),
                Self.item("/shows/2", "an object was expected", in: file),
                Self.item("/shows/3", "an object was expected", in: file), Self.item("/shows/4", media, in: file),
                Self.field("/shows/5/show/ids/simkl", "a whole number was expected", in: file),
                Self.item("/shows/5", media, in: file),
                Self.item("/shows/6", media, in: file), Self.item("/shows/7", media, in: file),
                Self.field("/shows/8/show", "an object was expected", in: file), Self.item("/shows/8", media, in: file),
                Self.item("/anime", "a list was expected", in: file), Self.item("/movies/0", media, in: file),
            ])
    }

    @Test("fields that cannot be read are left out and named, their item is read; those that nobody uses are not looked at")
    func fields() throws {
        let account = try TemporaryAccount.read([
            "all-items.json": """
            [{"status": true, "added_to_watchlist_at": "yesterday", "last_watched_at": 5, "user_rated_at": [], "user_rating": "ten",
              "next_to_watch_info": 1, "watched_episodes_count": -1, "total_episodes_count": 1e300, "not_aired_episodes_count": 1.5,
              "memo": {"text": {}, "is_private": "false"}, "is_rewatch": 1, "mapped_tvdb_seasons": ["x", 2], "rewatch_id": false,
              "show": {"title": [], "year": 999999999, "runtime": "45 min", "ids": {"simkl": 1, "slug": {}}}}]
            """
        ])
        let file = "all-items.json"
        let number = "a whole number was expected"
        #expect(
            account.issues == [
                Self.field("/0/show/ids/slug", "a text was expected", in: file),
                Self.field("/0/show/title", "a text was expected", in: file),
                Self.field("/0/show/year", "999999999 is out of range", in: file),
                Self.field("/0/show/runtime", number, in: file),
                Self.field("/0/status", "a text was expected", in: file),
                Self.field("/0/added_to_watchlist_at", "a date was expected", in: file),
                Self.field("/0/last_watched_at", "a date was expected", in: file),
                Self.field("/0/user_rated_at", "a date was expected", in: file), Self.field("/0/user_rating", number, in: file),
                Self.field("/0/next_to_watch_info", "an object was expected", in: file),
                Self.field("/0/watched_episodes_count", "-1 is out of range", in: file),
                Self.field("/0/total_episodes_count", number, in: file),
                Self.field("/0/not_aired_episodes_count", number, in: file),
                Self.field("/0/memo/text", "a text was expected", in: file),
                Self.field("/0/memo/is_private", "true or false was expected", in: file),
                Self.field("/0/is_rewatch", "true or false was expected", in: file),
                Self.field("/0/rewatch_id", number, in: file),
            ])
        #expect(
            Outline.text(of: account.items) == """
                0
                  bucket: shows
                  media
                    ids
                      simkl: 1
                  memo
                  isRewatch: false

                """)
    }

    @Test("seasons and episodes without a number are left out as items")
    func seasons() throws {
        let account = try TemporaryAccount.read([
            "all-items.json": """
            [{"show": {"ids": {"simkl": 1}}, "seasons": [{"number": "x", "episodes": []}, {"episodes": []}, 7,
              {"number": 1, "episodes": [{}, {"number": -1}, {"number": "2", "watched_at": "never", "tvdb": {"season": 1}}]},
              {"number": 2, "episodes": "none"}]}]
            """
        ])
        let file = "all-items.json"
        #expect(
            account.issues == [
                Self.field("/0/seasons/0/number", "a whole number was expected", in: file), Self.item("/0/seasons/0", in: file),
                Self.item("/0/seasons/1", in: file), Self.item("/0/seasons/2", in: file),
                Self.item("/0/seasons/3/episodes/0", in: file),
                Self.field("/0/seasons/3/episodes/1/number", "-1 is out of range", in: file),
                Self.item("/0/seasons/3/episodes/1", in: file),
                Self.field("/0/seasons/3/episodes/2/watched_at", "a date was expected", in: file),
                Self.item("/0/seasons/4/episodes", "a list was expected", in: file),
            ])
        #expect(
            Outline.text(of: account.items.compactMap(\.seasons)) == """
                0
                  0
                    number: 1
                    episodes
                      0
                        number: 2
                  1
                    number: 2

                """)
    }

    @Test("places in activities are whole JSON pointers, with ~ and / written as RFC 6901 says")
    func activities() throws {
        let account = try TemporaryAccount.read([
            "all-items.json": "{}",
            "activities.json":
                #"{"all":"2026-11-01T00:00:00Z","a/b~c":{"x":"never","":{"~1":7}},"tv_shows":{"rated_at":"05/2026"}}"#,
        ])
        let message = "a date was expected"
        #expect(
            account.issues == [
                Self.item("/a~1b~0c/x", message, in: "activities.json"),
                Self.item("/a~1b~0c//~01", message, in: "activities.json"),
                Self.item("/tv_shows/rated_at", message, in: "activities.json"),
            ])
        #expect(account.activities?.dates == ["all": .instant(secondsSince1970: 1_793_491_200, offset: 0)])
    }

    @Test("places in calendars, catalogue and the rest name their file")
    func otherFiles() throws {
        let account = try TemporaryAccount.read([
            "all-items.json": Self.known,
            "settings.json": #"{"user":"me","account":{"id":"x"}}"#,
            "stats.json": "[1]",
            "playback.json": #"[{"show":{"ids":{"simkl":1}},"progress":"half"},{"episode":{}},3]"#,
            "calendar/tv.json": """
            {"calendar": [{"date": "2026-11-21"}, {"simkl_id": 1, "date": "soon"}, {"simkl_id": 2, "episode": {"season": -1}}, null],
             "metadata": {"2": {"rank": "first", "title": {}, "ratings": 5}, "9": {"rank": "unread"}}}
            """,
            "calendar/2026/2/anime.json": #"[{"ids":{"simkl_id":"x"}},{"ids":[]},{"ids":{"simkl_id":9},"date":"unread"}]"#,
            "crowd/shows.json": #"[{"id":true},{"id":1,"simkl":7,"rank":"x","release_status":{}},{}]"#,
            "titles/tv/1.json": #"{"title":"No id"}"#,
            "titles/tv/2.json":
                #"{"ids":{"simkl":2},"release_dates":[{},{"iso_3166_1":"US","results":[{"type":3}]}],"trailers":[{}]}"#,
            "episodes/tv/1.json": #"[5,{"aired":"yes"}]"#,
            "episodes/tv/2.json": "7",
        ])
        #expect(
            account.issues == [
                Self.field("/user", "an object was expected", in: "settings.json"),
                Self.field("/account/id", "a whole number was expected", in: "settings.json"),
                Self.item("", "it cannot be read as what the file's name says", in: "stats.json"),
                Self.field("/0/progress", "a number was expected", in: "playback.json"),
                Self.item("/1", "it has no show, anime or movie with a Simkl id", in: "playback.json"),
                Self.item("/2", "it has no show, anime or movie with a Simkl id", in: "playback.json"),
                Self.field("/0/id", "a whole number was expected", in: "crowd/shows.json"),
                Self.item("/0", in: "crowd/shows.json"),
                Self.field("/1/simkl", "an object was expected", in: "crowd/shows.json"),
                Self.field("/1/release_status", "a text was expected", in: "crowd/shows.json"),
                Self.item("/2", in: "crowd/shows.json"),
                Self.item("", "it cannot be read as what the file's name says", in: "titles/tv/1.json"),
                Self.item("/release_dates/0", in: "titles/tv/2.json"),
                Self.item("/release_dates/1/results/0", in: "titles/tv/2.json"), Self.item("/trailers/0", in: "titles/tv/2.json"),
                Self.item("/0", in: "episodes/tv/1.json"),
                Self.field("/1/aired", "true or false was expected", in: "episodes/tv/1.json"),
                Self.item("", "a list was expected", in: "episodes/tv/2.json"),
                Self.field("/metadata/2/title", "a text was expected", in: "calendar/tv.json"),
                Self.field("/metadata/2/ratings", "an object was expected", in: "calendar/tv.json"),
                Self.field("/metadata/2/rank", "a whole number was expected", in: "calendar/tv.json"),
                Self.item("/calendar/0", "it has no Simkl id", in: "calendar/tv.json"),
                Self.field("/calendar/1/date", "a date was expected", in: "calendar/tv.json"),
                Self.field("/calendar/2/episode/season", "-1 is out of range", in: "calendar/tv.json"),
                Self.item("/calendar/3", "it has no Simkl id", in: "calendar/tv.json"),
                Self.field("/0/ids/simkl_id", "a whole number was expected", in: "calendar/2026/2/anime.json"),
                Self.item("/0", "it has no Simkl id", in: "calendar/2026/2/anime.json"),
                Self.item("/1", "it has no Simkl id", in: "calendar/2026/2/anime.json"),
            ])
        #expect(account.playback.map(\.media.ids.simkl) == [1])
        #expect(account.airings.map(\.id) == [1, 2])
        #expect(account.crowd.map(\.id) == [1])
        #expect(account.details.map(\.media.ids.simkl) == [2])
        #expect(account.episodes.map(\.episodes.count) == [1, 0])
    }
}
