import Foundation
import TestSupport
import Testing

/// `foyer show`: all that is known of a title, line by line and for machines.
struct ShowTests {
    private let scratch: Scratch

    /// A show of which everything is known, what belongs to it and is recommended, and a film with its releases.
    init() throws {
        scratch = try Scratch()
        try scratch.write("time_zone: Europe/Berlin\n", to: "foyer.yaml")
        for (file, text) in Self.files { try scratch.write(text, to: "data/\(file)") }
    }

    private static let files = [
        "all-items.json": #"""
        {"shows":[{"status":"watching","user_rating":8,"user_rated_at":"2026-03-01T20:00:00Z",
        "added_to_watchlist_at":"2026-01-02T10:00:00Z","last_watched":"S01E03","next_to_watch":"S01E04","watched_episodes_count":3,
        "total_episodes_count":10,"not_aired_episodes_count":2,"memo":{"text":"Mine","is_private":true},
        "show":{"title":"The Harbor","year":2020,"runtime":45,"ids":{"simkl":11,"slug":"the-harbor","imdb":"tt11","tmdb":"111"}},
        "seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-02-01T20:15:30Z","runtime":50},
        {"number":2,"watched_at":"2026-02-05T20:31:12Z"},{"number":3,"watched_at":"2026-02-10T21:02:45Z"}]}]},
        {"status":"plantowatch","show":{"title":"The Harbor: After","year":2024,"ids":{"simkl":12}}},
        {"status":"completed","user_rating":9,"watched_episodes_count":2,"total_episodes_count":2,"not_aired_episodes_count":0,
        "show":{"title":"Quay","year":1999,"runtime":30,"ids":{"simkl":14}}}],
        "movies":[{"status":"completed","last_watched_at":"2026-02-02T21:00:07Z",
        "movie":{"title":"Heat","year":1995,"runtime":170,"ids":{"simkl":13,"slug":"heat"}}}]}
        """#,
        "titles/tv/11.json": #"""
        {"title":"The Harbor","year":2020,"type":"show","ids":{"simkl":11},"rank":42,"runtime":45,"certification":"TV-MA",
        "overview":"A line.<br>Another.","genres":["Crime","Drama"],"country":"us","status":"airing","network":"HBO",
        "first_aired":"2020-01-15","droprate":"2.5%","ratings":{"simkl":{"rating":7.5,"votes":120},"imdb":{"rating":8.1,"votes":1000}},
        "alt_titles":[{"name":"Der Hafen"}],"users_recommendations":[{"ids":{"simkl":14}}],
        "relations":[{"ids":{"simkl":12},"relation_type":"sequel"},{"ids":{"simkl":999},"relation_type":"prequel"}]}
        """#,
        "titles/movies/13.json": #"""
        {"title":"Heat","year":1995,"type":"movie","ids":{"simkl":13},"status":"released","release_dates":[{"iso_3166_1":"US",
        "results":[{"type":3,"release_date":"1995-12-15"},{"type":4,"release_date":"1999-07-27"}]}]}
        """#,
        "episodes/tv/11.json": #"""
        [{"season":1,"episode":1,"aired":true},{"season":1,"episode":2,"aired":true},{"season":1,"episode":3,"aired":true},
        {"season":1,"episode":4,"aired":true,"runtime":50},{"season":1,"episode":5,"aired":true,"runtime":50},
        {"season":1,"episode":6,"aired":true},{"season":1,"episode":7,"aired":true},{"season":1,"episode":8,"aired":true},
        {"season":1,"episode":9,"aired":false},{"season":1,"episode":10,"aired":false}]
        """#,
        "playback.json": #"""
        [{"id":1,"progress":41.6,"paused_at":"2026-02-20T21:00:00Z","type":"episode","episode":{"season":1,"number":4},
        "show":{"title":"The Harbor","ids":{"simkl":11}}}]
        """#,
    ]

    private func show(_ title: String, _ more: String...) async throws -> String {
        let result = try await Program.run(["show", title, "--data", "data"] + more, in: scratch.path)
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        return result.output
    }

    @Test(
        "a show with all that is known of it: the pause, what is left, what the catalogue says, what belongs to it of the library"
    )
    func show() async throws {
        #expect(
            try await show("the harbor") == """
                The Harbor (2020), show
                  also: Der Hafen
                  list: watching, since 2026-01-02 11:00
                  rating: 8, 2026-03-01 21:00
                  others: imdb 8.1, simkl 7.5, dropped by 2.5 %
                  note: Mine (private)
                  paused: S01E04 at 42 %, 2026-02-20 22:00
                  progress: 3 of 8 aired, 10 in all
                  left: 5 episodes, 3 h 55 min, 2 h 15 min of it estimated
                  time: 2 h 20 min
                  length: 45 min an episode
                  next: S01E04
                  state: still running
                  first aired: 2020-01-15
                  network: HBO
                  country: US
                  certification: TV-MA
                  rank: 42 on Simkl
                  genres: Crime, Drama
                  about: A line. Another.
                  related: The Harbor: After (2024), show: sequel · plan
                  related: Quay (1999), show: recommended · completed · rated 9
                  watched: 2026-02-10 22:02: S01E03
                  watched: 2026-02-05 21:31: S01E02
                  watched: 2026-02-01 21:15: S01E01
                  ids: simkl 11, imdb tt11, tmdb 111
                  page: https://simkl.com/tv/11

                """)
    }

    @Test("a film with its length and its releases; what is not known has no line")
    func film() async throws {
        #expect(
            try await show("heat") == """
                Heat (1995), film
                  list: completed
                  time: 2 h 50 min
                  length: 2 h 50 min
                  in the cinema: 1995-12-15
                  at home: 1999-07-27
                  watched: 2026-02-02 22:00
                  ids: simkl 13
                  page: https://simkl.com/movies/13

                """)
        #expect(
            try await show("the harbor: after") == """
                The Harbor: After (2024), show
                  list: plan
                  ids: simkl 12
                  page: https://simkl.com/tv/12

                """)
    }

    @Test("the same for machines")
    func json() async throws {
        let sheet = try JSON(Data(try await show("the harbor", "--json").utf8))
        let known: JSON = [
            "title": "The Harbor", "year": 2020, "kind": "show", "isFilm": false, "simkl": 11,
            "address": "https://simkl.com/tv/11", "ids": ["imdb": "tt11", "tmdb": "111"], "alternativeNames": ["Der Hafen"],
            "status": "watching", "addedAt": "2026-01-02 11:00", "rating": 8, "ratedAt": "2026-03-01 21:00",
            "crowd": ["imdb": 8.1, "simkl": 7.5], "dropPercent": 2.5, "note": "Mine", "isNotePrivate": true,
            "pauses": [["episode": "S01E04", "percent": 42, "at": "2026-02-20 22:00"]], "watchedEpisodes": 3, "airedEpisodes": 8,
            "totalEpisodes": 10, "left": ["episodes": 5, "minutes": 235, "estimatedMinutes": 135, "unmeasured": 0],
            "minutes": 140, "runtimeMinutes": 45, "next": ["episode": "S01E04"], "airings": [], "stage": "running",
            "firstAired": "2020-01-15", "network": "HBO", "country": "US", "certification": "TV-MA", "rank": 42,
            "genres": ["Crime", "Drama"], "overview": "A line. Another.",
            "related": [
                [
                    "title": "The Harbor: After", "year": 2024, "kind": "show", "simkl": 12, "relation": "sequel",
                    "status": "plan",
                ],
                [
                    "title": "Quay", "year": 1999, "kind": "show", "simkl": 14, "relation": "recommended",
                    "status": "completed", "rating": 9,
                ],
            ],
        ]
        var rest = sheet
        rest["plays"] = nil
        #expect(rest == known)
        #expect(sheet["plays"]?.elements.map { $0["episode"]?.string } == ["S01E03", "S01E02", "S01E01"])
        let film = try JSON(Data(try await show("heat", "--json").utf8))
        #expect(film["cinemaRelease"] == "1995-12-15" && film["homeRelease"] == "1999-07-27" && film["isFilm"] == true)
        #expect(film["stage"] == nil && film["left"] == nil && film["pauses"] == [] && film["related"] == [])
    }
}
