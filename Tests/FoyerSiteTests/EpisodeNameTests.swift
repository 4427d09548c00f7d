import Foundation
import Testing

@testable import FoyerSite

@Suite("Names of episodes")
struct EpisodeNameTests {
    /// A show and an anime, of which the first two episodes were watched, with names from every file that has any.
    ///
    /// - Parameter unwatched: what names of episodes begin with that were not watched.
    private func account(unwatched: String) -> AccountFiles {
        func name(_ number: Int) -> String { number < 3 ? "Seen\(number)" : "\(unwatched)\(number)" }
        func list(_ season: String) -> String {
            let rows = (1...6).map { number in
                """
                {"title":"\(name(number))","description":"About \(name(number))",\(season)"episode":\(number),"type":"episode",\
                "img":"10/\(name(number))","aired":\(number < 4),"date":"2026-11-\(10 + number * 2)T21:00:00-05:00",\
                "ids":{"simkl_id":\(number)}}
                """
            }
            return "[\(rows.joined(separator: ",")),{\"title\":\"\(unwatched)special\",\"type\":\"special\",\"aired\":true}]"
        }
        func calendar(_ id: Int, _ season: String, _ place: String) -> String {
            let rows = (2...6).map { number in
                """
                {"simkl_id":\(id),"date":"2026-11-\(11 + number * 2)T02:00:00Z","episode":{\(season)"episode":\(number),\
                "title":"\(name(number))","url":"https://simkl.com/\(place)episode-\(number)/"}}
                """
            }
            return #"{"calendar":[\#(rows.joined(separator: ","))],"metadata":{}}"#
        }
        func item(_ id: Int, _ title: String, next: String, _ season: String) -> String {
            """
            {"status":"watching","added_to_watchlist_at":"2026-11-01T10:00:00Z","last_watched_at":"2026-11-15T20:00:00Z",\
            "next_to_watch":"\(next)","next_to_watch_info":{"title":"\(name(3))",\(season)"episode":3,"date":null},\
            "watched_episodes_count":2,"total_episodes_count":6,"not_aired_episodes_count":3,\
            "show":{"title":"\(title)","runtime":24,"ids":{"simkl":\(id),"slug":"\(title.lowercased())"}},\
            "seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-11-14T20:00:00Z"},\
            {"number":2,"watched_at":"2026-11-15T20:00:00Z"}]}]}
            """
        }
        return AccountFiles([
            "all-items.json": """
            {"shows":[\(item(1, "Alpha", next: "S01E03", #""season":1,"#))],"anime":[\(item(2, "Beta", next: "E03", ""))]}
            """,
            "episodes/tv/1.json": list(#""season":1,"#), "episodes/anime/2.json": list(""),
            "calendar/tv.json": calendar(1, #""season":1,"#, "tv/1/alpha/season-1/"),
            "calendar/anime.json": calendar(2, "", "anime/2/beta/"),
            "playback.json": """
            [{"id":9,"progress":40,"paused_at":"2026-11-16T20:00:00Z","type":"episode",\
            "episode":{"season":1,"number":3,"title":"\(name(3))"},"show":{"title":"Alpha","ids":{"simkl":1}}}]
            """,
        ])
    }

    /// Every file of the site, by its path.
    private func site(_ account: AccountFiles, _ edition: Edition, _ spoilers: Spoilers?) async throws -> [String: String] {
        let folder = try BuildFolder(account, now: "2026-11-17T12:00:00Z")
        folder.configuration.edition = edition
        folder.configuration.spoilers = spoilers
        folder.configuration.timeZone = "UTC"
        try await folder.build()
        return try folder.files().mapValues { String(decoding: $0, as: UTF8.self) }
    }

    @Test("a name of an episode that was not watched is in no file at all", arguments: Edition.allCases)
    func untold(edition: Edition) async throws {
        let site = try await site(account(unwatched: "Spoiler"), edition, nil)
        #expect(site.count > 30)
        #expect(site.filter { $0.value.localizedCaseInsensitiveContains("spoiler") }.keys.sorted() == [])
        let other = try await self.site(account(unwatched: "Other"), edition, Spoilers.none)
        #expect(site.keys.filter { site[$0] != other[$0] }.sorted() == [])
    }

    @Test("names of watched episodes are on the title's page, the front page, in the diary and in the feed of what was watched")
    func watched() async throws {
        let site = try await site(account(unwatched: "Spoiler"), .public, nil)
        let files = site.filter { $0.value.contains("Seen2") && !$0.key.hasSuffix(".html") }.keys.sorted()
        #expect(
            files == [
                "anime/2-beta/index.md", "diary/2026/11/index.md", "feeds/all-days.ics", "feeds/all.ics", "feeds/anime-days.ics",
                "feeds/anime.ics", "feeds/shows/1-days.ics", "feeds/shows/1.ics", "feeds/shows/2-days.ics", "feeds/shows/2.ics",
                "feeds/tv-days.ics", "feeds/tv.ics", "feeds/watched.atom", "feeds/watched.json", "feeds/watching-days.ics",
                "feeds/watching.ics", "index.md", "tv/1-alpha/index.md",
            ])
        #expect(site["tv/1-alpha/index.md"]?.contains("Seen2") == true)
        #expect(
            site["tv/1-alpha/index.html"]?.contains(
                #"<td><img src="https://wsrv.nl/?url=https://simkl.in/episodes/10/Seen2_c.webp" alt="" width="84""#) == true)
        #expect(site["anime/2-beta/index.md"]?.contains("Seen2") == true)
        #expect(site["diary/2026/11/index.md"]?.contains("S01E01 “Seen1”") == true)
        #expect(site["index.md"]?.contains("S01E02 “Seen2”") == true)
        #expect(site["feeds/watched.json"]?.contains(#""title": "Alpha S01E02 “Seen2”""#) == true)
    }

    @Test("others are told where the owner wants to know them, on pages and in feeds")
    func names() async throws {
        let site = try await site(account(unwatched: "Spoiler"), .public, .names)
        #expect(site["tv/1-alpha/index.md"]?.contains("S01E03 “Spoiler3”") == true)
        #expect(
            site["upcoming/index.md"]?.contains("[S01E04](https://simkl.com/tv/1/alpha/season-1/episode-4/) “Spoiler4”") == true)
        #expect(site["index.md"]?.contains("**S01E03 “Spoiler3”**") == true)
        #expect(site["index.md"]?.contains("(anime/2-beta/) E03 “Spoiler3” · ") == true)
        #expect(site["feeds/new-episodes.json"]?.contains(#""title": "Alpha S01E03 “Spoiler3”""#) == true)
        #expect(site["feeds/new-episodes.atom"]?.contains("Beta E03 “Spoiler3”") == true)
        #expect(site["feeds/upcoming.json"]?.contains(#""episode_name": "Spoiler4""#) == true)
        #expect(site["feeds/watching.json"]?.contains(#""next_episode_name": "Spoiler3""#) == true)
    }

    @Test("what the list alone knows is told of the next episode too, in each edition", arguments: Edition.allCases)
    func listed(edition: Edition) async throws {
        var account = account(unwatched: "Spoiler")
        for file in ["calendar/tv.json", "calendar/anime.json", "playback.json"] { account.files[file] = nil }
        let items = account.files["all-items.json"] ?? ""
        account.files["all-items.json"] = items.replacing(#""title":"Spoiler3","#, with: "")
        #expect(account.files["all-items.json"] != items)
        for (spoilers, isTold) in [(Spoilers.none, false), (.names, true)] {
            let site = try await site(account, edition, spoilers)
            #expect(site["index.md"]?.contains("S01E03 “Spoiler3”") == isTold)
            #expect(site["tv/1-alpha/index.md"]?.contains("| S01E06 | Spoiler6 |") == isTold)
            #expect(site["anime/2-beta/index.md"]?.contains("| E06 | Spoiler6 |") == isTold)
            #expect(site["feeds/watching.json"]?.contains(#""next_episode_name": "Spoiler3""#) == isTold)
            #expect(site.values.contains { $0.contains("Spoiler") } == isTold)
        }
    }

    @Test(
        "an airing leads to its own page on Simkl: the calendar's, else a show's by its form; to nothing else",
        arguments: [
            (
                "tv", #""url":"https://simkl.com/tv/1/alpha/season-2/episode-5/?x=1#y""#,
                "https://simkl.com/tv/1/alpha/season-2/episode-5/"
            ),
            ("tv", #""url":"//simkl.com/tv/1/al%20pha/1/5""#, "https://simkl.com/tv/1/al%20pha/1/5/"),
            ("tv", #""x":0"#, "https://simkl.com/tv/1/alpha/season-2/episode-5/"),
            (
                "tv", #""url":"https://evil.example/tv/1/alpha/season-2/episode-5""#,
                "https://simkl.com/tv/1/alpha/season-2/episode-5/"
            ),
            (
                "tv", #""url":"https://simkl.com/tv/9/alpha/season-2/episode-5""#,
                "https://simkl.com/tv/1/alpha/season-2/episode-5/"
            ),
            ("tv", #""url":"https://simkl.com/tv/1/../..%2F/episode-5""#, "https://simkl.com/tv/1/alpha/season-2/episode-5/"),
            ("anime", #""url":"https://simkl.com/anime/1/alpha/episode-5""#, "https://simkl.com/anime/1/alpha/episode-5/"),
            ("anime", #""x":0"#, nil),
        ] as [(String, String, String?)])
    func addresses(kind: String, url: String, expected: String?) throws {
        let item = #"{"status":"watching","show":{"title":"Alpha","ids":{"simkl":1,"slug":"alpha"}}}"#
        let row = #"{"simkl_id":1,"date":"2026-11-20T20:00:00Z","episode":{"season":2,"episode":5,\#(url)}}"#
        let title = try AccountFiles(kind == "tv" ? "shows" : "anime", item)
            .adding("calendar/\(kind).json", #"{"calendar":[\#(row)],"metadata":{}}"#).title()
        #expect(title.airings.map { SimklAddress.episode($0, of: title)?.text } == [expected])
    }

    @Test("names are kept by place, whatever they are")
    func kept() {
        let names: [EpisodeNumber: String] = [
            EpisodeNumber(season: nil, number: 2): "日本", EpisodeNumber(season: 0, number: 1): "",
            EpisodeNumber(season: 2, number: 1): "b",
            EpisodeNumber(season: 1, number: 4_294_967_295): "a 👨‍👩‍👧‍👦",
        ]
        let kept = EpisodeTexts(names)
        for (episode, name) in names { #expect(kept[episode] == name) }
        #expect(Array(kept.all) == ["日本", "", "a 👨‍👩‍👧‍👦", "b"])
        #expect(kept[EpisodeNumber(season: 1, number: 1)] == nil && EpisodeTexts()[EpisodeNumber(season: nil, number: 1)] == nil)
    }
}
