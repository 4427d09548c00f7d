import Testing

@testable import Simkl

@Suite("A library that Foyer has exported")
struct FoyerExportTests {
    private static let entries = #"""
        "shows":[{"name":"Alpha","alt_titles":["Beta"],"show":{"title":"A","ids":{"simkl":1}},"seasons":[{"number":1,"episodes":[
        {"number":1,"watched_at":"2026-02-01","title":"Pilot","img":"12/ab"},{"number":2,"not_believed":"2026-02-03","evidence":"marked"},
        {"number":3,"evidence":"long ago"},{"number":4,"not_believed":"2026-02-03","evidence":"unheard of"},
        {"number":5,"not_believed":"2026-02-03"}]}],"unwatched":[{"number":2,"episodes":[{"number":1,"title":"Told"}]}]}],"anime":[],
        "movies":[{"status":"completed","not_believed":"2026-02-03","evidence":"stamped","movie":{"ids":{"simkl":2}}}]
        """#
    private static let library = #"""
        {"edition":"public","synced_at":"2026-11-20T04:00:00Z","settings":{"user":{"name":"Ada"}},"stats":{"total_mins":5},
        "playback":[{"progress":61,"paused_at":"2026-11-19","show":{"ids":{"simkl":1}}}],\#(entries),
        "crowd":{"shows":[{"id":1,"release_status":"ended"},{"id":9,"release_status":"ended"}]},
        "titles":{"tv":{"1":{"ids":{"simkl":1},"overview":"a <b> c"},"9":{"ids":{"simkl":9}}}},
        "episodes":{"tv":{"1":[{"season":1,"episode":1,"aired":true},{"season":1,"episode":7,"title":"Secret"}],"9":[]}},
        "trending":{"movies":[{"title":"T","ids":{"simkl":7}}]},
        "calendar":{"tv":{"covered":[{"from":"1970-01-02","to":"1970-02-01"}],"calendar":[{"simkl_id":1,"date":"2026-11-25"},
        {"simkl_id":9,"date":"2026-11-25"},{"simkl_id":8,"date":"2026-11-26","episode":{"season":1,"episode":1}}],
        "metadata":{"8":{"title":"New","ids":{"simkl":8}}}},"movie_release":{"covered":[{"from":"1970-01-03","to":"1970-01-03"}]}}}
        """#

    @Test("all of it is read, whatever the file is called, and nothing of titles that are not in it")
    func whole() throws {
        for file in ["library.json", "mine.json"] {
            let folder = try TemporaryAccount([file: Self.library])
            for path in [folder.path, "\(folder.path)/\(file)"] { try Self.check(AccountFolder(path: path).read()) }
        }
    }

    private static func check(_ account: Account) throws {
        #expect(account.issues == [])
        #expect(account.items.map(\.media.ids.simkl) == [1, 2])
        let show = try #require(account.items.first)
        #expect(show.exported?.name == "Alpha" && show.exported?.alternativeNames == ["Beta"])
        let day = WireDate("2026-02-03")
        let episodes = show.seasons?.first?.episodes ?? []
        #expect(episodes.map(\.evidence) == [.time, .marked, .longAgo, .time, .time])
        #expect(episodes.map(\.watchedAt) == [WireDate("2026-02-01"), day, nil, nil, nil])
        #expect(account.items.last?.exported?.evidence == .stamped && account.items.last?.lastWatchedAt == day)
        #expect(account.syncedAt == 1_795_147_200 && account.settings?.name == "Ada" && account.stats?.totalMinutes == 5)
        #expect(account.playback.map(\.evidence) == [.time])
        #expect(account.crowd.map(\.id) == [1])
        #expect(account.details.map(\.media.ids.simkl) == [1] && account.details.map(\.isPlain) == [true])
        let (pilot, other) = (EpisodePlace(season: 1, number: 1), EpisodePlace(season: 2, number: 1))
        #expect(account.episodes.map(\.names) == [[pilot: "Pilot", other: "Told"], [:]])
        #expect(account.episodes.map(\.stills) == [[pilot: "12/ab"], [:]])
        #expect(account.episodes.map { $0.episodes.map(\.episode) } == [[], [1, 7]])
        #expect(account.airings.map(\.id) == [1] && account.premieres.map(\.title.media.title) == ["New"])
        #expect(
            account.calendars == [CalendarSpan(bucket: .shows, days: 1...31), CalendarSpan(bucket: .movies, days: 2...2)])
        #expect(account.trending.map(\.media.ids.simkl) == [7])
    }

    @Test("what stands beside it in files of its own counts first; without an edition it is nobody's export")
    func beside() throws {
        let account = try TemporaryAccount.read([
            "library.json": Self.library, "settings.json": #"{"user":{"name":"Bob"}}"#, "playback.json": "[]",
        ])
        #expect(account.settings?.name == "Bob" && account.playback.isEmpty && account.stats?.totalMinutes == 5)
        let other = try TemporaryAccount.read(["library.json": Self.library.replacing("\"edition\":\"public\",", with: "")])
        #expect(other.items.map(\.exported) == [nil, nil] && other.crowd.isEmpty && other.settings == nil)
        #expect(other.items.first?.seasons?.first?.episodes.map(\.evidence) == [nil, nil, nil, nil, nil])
    }

    @Test(
        "a member of another shape costs nothing but itself",
        arguments: [
            "synced_at", "settings", "stats", "playback", "crowd", "titles", "episodes", "trending", "calendar",
        ],
        [
            "5", "\"x\"", "null", "[[]]", "{}", #"{"tv":5,"shows":{"1":"x"},"anime":[5,null],"movies":{"1":5,"x":{}}}"#,
            #"{"tv":{"1":5,"covered":[{"from":"2026-11-03","to":"2026-11-02"},7]},"movie_release":[{"simkl_id":0}]}"#,
        ])
    func odd(member: String, value: String) throws {
        let account = try TemporaryAccount.read(["library.json": #"{"edition":"public","\#(member)":\#(value),\#(Self.entries)}"#]
        )
        #expect(account.items.map(\.media.ids.simkl) == [1, 2])
        #expect(account.calendars == [] && account.crowd.isEmpty && account.airings.isEmpty && account.details.isEmpty)
        #expect(
            account.issues.allSatisfy { $0.file == "library.json" && $0.pointer.hasPrefix("/\(member)") }, "\(account.issues)")
    }
}
