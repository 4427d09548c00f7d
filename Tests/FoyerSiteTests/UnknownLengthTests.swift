import Foundation
import Testing

@testable import FoyerSite

@Suite("Lengths that nobody knows")
struct UnknownLengthTests {
    /// Six films and a show of twenty episodes, one of which has no date.
    private static func account(runtime: String) -> AccountFiles {
        let films = (1...6).map {
            #"{"status":"completed","last_watched_at":"2026-03-0\#($0)T20:00:00Z","movie":{"title":"F\#($0)","year":2020,"ids":{"simkl":\#($0)}\#(runtime)}}"#
        }
        let episodes = (1...20).map { number in
            number == 20 ? #"{"number":20}"# : #"{"number":\#(number),"watched_at":"2026-04-\#(padded(number))T20:00:00Z"}"#
        }
        return AccountFiles([
            "all-items.json": """
            {"movies":[\(films.joined(separator: ","))],"shows":[{"status":"watching","show":{"title":"S","ids":{"simkl":9}\(runtime)},
            "watched_episodes_count":20,"total_episodes_count":24,
            "seasons":[{"number":1,"episodes":[\(episodes.joined(separator: ","))]}]}]}
            """, "stats.json": #"{"total_mins":2000,"tv":{"total_mins":1400},"movies":{"total_mins":600}}"#,
        ])
    }

    @Test("no page, picture or feed tells them as 0, none averages them, and what can be told is told by plays")
    func nothingKnown() async throws {
        let site = try await BuiltSite(Self.account(runtime: ""))
        for (path, text) in site.files {
            #expect(text.firstMatch(of: #/[^0-9,]0\u{A0}(?:min|h)\b|in the mean/#) == nil, "\(path)")
        }
        let statistics = StatisticsPagesText.sections(site.markdown("statistics/"))
        #expect(
            statistics["Time"] == [
                ["Time:", "not known"], ["Episodes:", "20"], ["Films:", "6"], ["Titles:", "7"], ["Days with a play:", "25"],
            ])
        #expect(statistics["Year by year"] == nil && statistics["Month by month"]?.isEmpty == false)
        #expect(statistics["By kind"] == [["TV shows", "20", "1"], ["Films", "6", "6"]])
        #expect(statistics["What is left"] == [["Watching:", "1 title of unknown length"]])
        #expect(
            site.markdown("statistics/").contains(
                " 26 plays of unknown length count as no time, and a day with such a play in no average.\n"))
        #expect(
            items(site.markdown(""), under: "In numbers") == [
                "**Time:** not known", "**TV shows:** 1 title *20 episodes*", "**Films:** 6 titles *6 plays*",
            ])
        #expect(
            tables(site.markdown("about/"), header: "Kind | Here | Simkl")
                == [[["TV shows", "not known", "23\u{A0}h"], ["Films", "not known", "10\u{A0}h"]]])
        #expect(
            items(site.markdown("year/2026/"), under: "2026 in review").filter { !$0.isEmpty } == [
                "**Episodes:** 19", "**Films:** 6", "**Titles:** 7", "**Titles finished:** 6", "**Days with a play:** 25",
            ])
        let stats = try Site.planned(Self.account(runtime: "")).feed("feeds/stats.json")
        for name in ["minutes", "tv_minutes", "movies_minutes"] { #expect(stats.contains("\"\(name)\": null"), "\(name)") }
        #expect(stats.contains("\"anime_minutes\": 0"))
    }

    @Test("the headline says what part of the time has a known day, and a day with a play of unknown length is in no average")
    func partlyKnown() async throws {
        let site = try await BuiltSite(Self.account(runtime: #","runtime":45"#))
        let time = "**Time:** 20 h *of which 19 h (96.2 %) have a known day*".onOneLine
        #expect(items(site.markdown("statistics/"), under: "Statistics").first?.onOneLine == time)
        #expect(items(site.markdown(""), under: "In numbers").first?.onOneLine == time)
        #expect(site.markdown("diary/").contains("Not here: 1 play (45\u{A0}min) whose day nobody knows."))
        let files = Self.account(runtime: #","runtime":45"#).files["all-items.json"] ?? ""
        let without = try await BuiltSite(
            AccountFiles(["all-items.json": files.replacing(#""simkl":1},"runtime":45"#, with: #""simkl":1}"#)]))
        let found = StatisticsPagesText.sections(without.markdown("statistics/2026/03/"))
        #expect(
            found["Time"] == [
                ["Time:", "3 h 45 min"], ["Films:", "6"], ["Titles:", "6"], ["Days with a play:", "6"],
                ["A typical watching day:", "45 min *median; mean 45 min*"], ["A film:", "45 min *median; mean 45 min*"],
            ])
        #expect(
            without.markdown("statistics/2026/03/").contains("## Day by day\n\n3\u{A0}h\u{A0}45\u{A0}min, 6 plays.\n"))
        #expect(
            without.markdown("statistics/2026/03/").contains(
                " 1 play of unknown length counts as no time, and a day with such a play in no average.\n"))
    }

    @Test("files that were saved without them name the query to use, once; a mirror, which asks for them, does not")
    func note() async throws {
        let query =
            "GET /sync/all-items?extended=full&episode_watched_at=yes&episode_runtime=yes&include_all_episodes=original"
        func notes(_ account: AccountFiles, isSynced: Bool = false) async throws -> [String] {
            try await BuiltSite(account, isSynced: isSynced).diagnostics.filter { $0.contains("all-items?") }
        }
        #expect(
            try await notes(Self.account(runtime: "")) == [
                "the files have no length of 26 of 26 plays: save them anew from \(query)"
            ])
        #expect(try await notes(Self.account(runtime: ""), isSynced: true) == [])
        #expect(try await notes(Self.account(runtime: #","runtime":45"#)) == [])
        let bare = AccountFiles(
            "shows", #"{"status":"completed","watched_episodes_count":40,"show":{"title":"S","runtime":20,"ids":{"simkl":1}}}"#)
        #expect(
            try await notes(bare) == ["the files have no `seasons` for 40 of 40 episodes: save them anew from \(query)"])
    }
}
