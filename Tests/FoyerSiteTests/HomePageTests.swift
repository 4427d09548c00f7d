import Foundation
import Testing

@testable import FoyerSite

@Suite("The front page", .inEnglish)
struct HomePageTests {
    @Test("what is watched has its progress, what was paused its share, what comes its day in words, and films come too")
    func cards() async throws {
        let account = AccountFiles([
            "all-items.json": """
            {"shows":[
            {"status":"watching","watched_episodes_count":3,"total_episodes_count":12,"not_aired_episodes_count":2,
            "next_to_watch":"S01E04","show":{"title":"Alpha","ids":{"simkl":1}}},
            {"status":"watching","watched_episodes_count":10,"total_episodes_count":12,"not_aired_episodes_count":2,
            "show":{"title":"Beta","ids":{"simkl":2}}},
            {"status":"watching","show":{"title":"Gamma","ids":{"simkl":3}}}],
            "movies":[{"status":"plantowatch","movie":{"title":"Echo","ids":{"simkl":5}}}]}
            """,
            "playback.json": """
            [{"id":1,"progress":61.4,"paused_at":"2026-11-19T21:00:00Z","type":"episode","episode":{"season":1,"number":4},
            "show":{"title":"Alpha","ids":{"simkl":1}}}]
            """,
            "titles/movies/5.json": """
            {"title":"Echo","ids":{"simkl":5},"release_dates":[{"iso_3166_1":"US","results":[{"type":3,"release_date":"2026-11-21"}]}]}
            """,
        ])
        let site = try await BuiltSite(account)
        let page = site.markdown("")
        #expect(items(page, under: "Watching now") == ["Alpha next S01E04 · `30 %`", "Beta caught up · `100 %`", "Gamma "])
        #expect(items(page, under: "Carry on watching") == ["Alpha S01E04 · yesterday · `61 %`"])
        #expect(
            tables(page, header: "Day | What | Episode") == [
                [["tomorrow", "Echo", "in the cinema"]]
            ])
        let html = site.html("")
        #expect(
            html.components(separatedBy: "<svg class=\"bar\"").count == 4 && html.contains("<rect width=\"61\" height=\"1\"/>"))
        #expect(!html.contains("style="))
    }

    @Test("two pages never want one path, and every page has a title of its own", arguments: 1...3)
    func paths(seed: Int) throws {
        var plays = StatisticsAccount(seed: seed)
        var ratings = RatingsAccount(seed: seed)
        for files in [try plays.files(), try RatingsAccount.files(ratings.titles(count: 300)), AccountFiles("shows")] {
            let library = try files.merged().library
            let site = Site(
                library: library, name: "Site", words: .english, baseURL: nil, now: try moment("2026-11-20T12:00:00Z"),
                isOutdated: false)
            let pages = PageKinds.all.flatMap { $0.pages(of: site, feeds: []) }
            #expect(Set(pages.map(\.path)).count == pages.count)
            #expect(Set(pages.map(\.head.title)).count == pages.count)
        }
    }
}
