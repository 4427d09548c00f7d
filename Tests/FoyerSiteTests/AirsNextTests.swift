import Foundation
import Testing

@testable import FoyerSite

@Suite("What airs next")
struct AirsNextTests {
    private static func row(_ title: String, _ id: Int, _ date: String, episode: Int? = nil) -> String {
        let episode = episode.map { #","episode":{"season":1,"episode":\#($0)}"# } ?? ""
        return #"{"title":"\#(title)","date":"\#(date)","ids":{"simkl_id":\#(id)}\#(episode)}"#
    }

    private static let account = AccountFiles([
        "all-items.json": """
        {"shows":[{"status":"watching","next_to_watch":"S01E02","show":{"title":"Alpha","ids":{"simkl":7}},"seasons":[{"number":1,
        "episodes":[{"number":1,"watched_at":"2026-11-12T20:00:00Z"},{"number":2,"watched_at":"2026-11-19T23:00:00Z"},
        {"number":4,"watched_at":"2026-11-19T23:30:00Z"}]}]}],
        "movies":[{"status":"plantowatch","movie":{"title":"Beta","ids":{"simkl":8}}}]}
        """,
        "calendar/tv.json": """
        [\(row("Alpha", 7, "2026-11-20T06:30:00Z", episode: 3)),\(row("Alpha", 7, "2026-11-20T21:00:00Z", episode: 4)),
        \(row("Alpha", 7, "2026-11-27T21:00:00Z", episode: 5))]
        """,
        "titles/movies/8.json": """
        {"title":"Beta","ids":{"simkl":8},"release_dates":[{"iso_3166_1":"US","results":[{"type":3,"release_date":"2026-11-20"},
        {"type":4,"release_date":"2026-12-10"}]}]}
        """,
    ])

    @Test("neither what is over nor what was watched; of a film both of its dates; and no next episode that was watched")
    func titlePages() async throws {
        let site = try await BuiltSite(Self.account, country: "US")
        let alpha = site.markdown("tv/7-alpha/")
        #expect(items(alpha, under: "Coming up") == ["Friday 27 November 2026, 21:00: S01E05"])
        #expect(!alpha.contains("**Next:**"))
        let upcoming = try Site.planned(Self.account, zone: "UTC").feed("feeds/upcoming.json")
        #expect(upcoming.contains(#""next_day": "2026-11-27""#) || upcoming.contains(#""next_title": "Beta""#))
        #expect(!upcoming.contains(#""next_episode": "S01E03""#))
        let before = try Site.planned(Self.account, now: "2026-11-20T06:00:00Z", zone: "UTC").feed("feeds/upcoming.json")
        #expect(before.contains(#""next_episode": "S01E03""#) || before.contains(#""next_title": "Beta""#))
    }

    @Test("a title's page is made anew when something of it has aired, and not because a day has passed")
    func nights() async throws {
        let folder = try BuildFolder(Self.account, now: "2026-11-21T04:00:00Z")
        _ = try await folder.build()
        let before = try folder.files()["tv/7-alpha/index.html"]
        folder.now = try moment("2026-11-27T04:00:00Z")
        _ = try await folder.build()
        #expect(try folder.files()["tv/7-alpha/index.html"] == before)
        folder.now = try moment("2026-11-28T04:00:00Z")
        _ = try await folder.build()
        let after = try #require(try folder.files()["tv/7-alpha/index.html"])
        #expect(after != before && !String(decoding: after, as: UTF8.self).contains("Coming up"))
    }
}
