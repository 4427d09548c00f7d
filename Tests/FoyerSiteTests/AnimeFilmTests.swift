import Foundation
import Testing

@testable import FoyerSite

@Suite("Films among the anime")
struct AnimeFilmTests {
    /// A film and a show that were watched, a film that came out, and one that is to come: Simkl's calendar calls both an episode.
    private static let account: AccountFiles = {
        func film(_ id: Int, _ name: String, _ more: String) -> String {
            """
            {\(more),"anime_type":"movie","total_episodes_count":1,"added_to_watchlist_at":"2026-11-01T10:00:00Z",\
            "show":{"title":"\(name)","runtime":100,"ids":{"simkl":\(id),"slug":"\(name.lowercased())"}}}
            """
        }
        func airing(_ id: Int, _ date: String) -> String {
            #"{"simkl_id":\#(id),"date":"\#(date)","episode":{"episode":1,"title":"Movie"}}"#
        }
        let show = """
            {"status":"completed","anime_type":"tv","watched_episodes_count":2,"total_episodes_count":2,\
            "show":{"title":"Series","runtime":24,"ids":{"simkl":2,"slug":"series"}},"seasons":[{"number":1,"episodes":[\
            {"number":1,"watched_at":"2026-11-13T20:00:00Z"},{"number":2,"watched_at":"2026-11-15T20:00:00Z"}]}]}
            """
        let seen = #""status":"completed","last_watched_at":"2026-11-14T20:00:00Z","watched_episodes_count":1"#
        let planned = #""status":"plantowatch""#
        let items = [film(1, "Voyage", seen), show, film(3, "Tide", planned), film(4, "Return", planned)]
        return AccountFiles([
            "all-items.json": "{\"anime\":[\(items.joined(separator: ","))]}",
            "calendar/anime.json": """
            {"calendar":[\(airing(3, "2026-11-16T18:00:00Z")),\(airing(4, "2026-11-20T18:00:00Z"))],"metadata":{}}
            """,
            "playback.json": """
            [{"id":9,"progress":40,"paused_at":"2026-11-16T20:00:00Z","type":"episode","episode":{"season":1,"number":1},\
            "show":{"title":"Return","ids":{"simkl":4}}}]
            """,
        ])
    }()

    private func site(_ change: (inout Configuration) -> Void = { _ in }) async throws -> [String: String] {
        let folder = try BuildFolder(Self.account, now: "2026-11-17T12:00:00Z")
        folder.configuration.timeZone = "UTC"
        change(&folder.configuration)
        try await folder.build()
        return try folder.files().mapValues { String(decoding: $0, as: UTF8.self).replacing("\u{A0}", with: " ") }
    }

    @Test("every count tells them from episodes, and leaves them among the anime")
    func counted() async throws {
        let site = try await site()
        #expect(site["index.md"]?.contains("- **Anime:** 4 titles *2 episodes and 1 film · 2 h 28 min*") == true)
        for page in ["statistics/index.md", "year/2026/index.md"] {
            #expect(site[page]?.contains("- **Episodes:** 2\n- **Films:** 1\n- **Titles:** 2") == true, "\(page)")
        }
        // The site's own has all titles, watched or not.
        for (card, titles) in [("share.png", 4), ("year/2026/share.png", 2)] {
            #expect(site[card]?.contains("Time 2 h 28 min, Episodes 2, Films 1, Titles \(titles)") == true, "\(card)")
        }
        let review = try #require(site["year/2026/index.md"])
        #expect(review.contains("2 episodes and 1 film of 2 titles."))
        let facts = ["Titles:** 2", "Episodes:** 2", "Films:** 1", "Time:** 2 h 28 min", "New:** 2", "Finished:** 1"]
        #expect(review.contains(facts.map { "- **\($0)" }.joined(separator: "\n")))
        #expect(review.contains("Begun: [Series](../../anime/2-series/). Finished: [Series]"))
        #expect(review.contains("Films: [Voyage](../../anime/1-voyage/)."))
        #expect(!review.contains("1 episode"))
        #expect(site["feeds/stats.json"]?.contains("\"anime_plays\": 3") == true)
    }

    @Test("what the calendar calls their episode is a release, under the id that it always had")
    func released() async throws {
        let site = try await site { $0.spoilers = .names }
        #expect(site.filter { $0.value.contains("E01") && !$0.value.contains("Series") }.keys.sorted() == [])
        #expect(site["upcoming/index.md"]?.contains("Return](../anime/4-return/) 18:00 · **release**") == true)
        #expect(site["feeds/upcoming.json"]?.contains("\"episode\": null") == true)
        #expect(site["feeds/new-episodes.json"]?.contains("\"title\": \"Tide: out\"") == true)
        let calendar = try #require(site["feeds/anime.ics"])
        #expect(calendar.contains("SUMMARY:Return (release)\r\n") && calendar.contains("UID:simkl-4-s01e01@foyer\r\n"))
        #expect(site.keys.filter { $0.hasPrefix("feeds/shows/") } == [])
        #expect(site["feeds/premieres.ics"]?.contains("BEGIN:VEVENT") == false)
    }
}
