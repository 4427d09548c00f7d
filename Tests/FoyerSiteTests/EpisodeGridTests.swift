import Foundation
import Testing

@testable import FoyerSite

@Suite("Episodes as squares", .inEnglish)
struct EpisodeGridTests {
    @Test("each square tells how soon its episode was watched, which is next, and which are still to come")
    func states() throws {
        let item = """
            {"status":"watching","watched_episodes_count":7,"total_episodes_count":11,"not_aired_episodes_count":1,"next_to_watch":"S02E02",
            "show":{"title":"A","runtime":50,"ids":{"simkl":1}},"seasons":[
            {"number":0,"episodes":[{"number":1,"watched_at":"2026-01-02T20:00:00Z"}]},
            {"number":1,"episodes":[{"number":1,"watched_at":"2026-01-02T20:00:00Z"},{"number":2,"watched_at":"2026-01-12T20:00:00Z"},
            {"number":3,"watched_at":"2026-02-05T20:00:00Z"},{"number":4,"watched_at":"2026-04-22T20:00:00Z"},
            {"number":5,"watched_at":"2028-04-22T20:00:00Z"},{"number":6,"watched_at":null}]},
            {"number":2,"episodes":[{"number":1,"watched_at":"2026-02-20T20:00:00Z"}]}]}
            """
        let list =
            (1...6).map { #"{"season":1,"episode":\#($0),"aired":true,"date":"2026-01-0\#($0 + 1)T18:00:00Z"}"# }
            + (1...3).map { #"{"season":2,"episode":\#($0),"aired":true,"date":"2026-02-0\#($0)T18:00:00Z"}"# }
            + [#"{"season":2,"episode":4,"aired":false,"date":"2026-03-01T18:00:00Z"}"#]
        let title = try AccountFiles("shows", item).adding("episodes/tv/1.json", "[\(list.joined(separator: ","))]").title()
        #expect(
            Self.states(title) == [
                1: [
                    .watched(.withinDay), .watched(.withinMonth), .watched(.withinYear), .watched(.withinYear), .watched(.later),
                    .watched(nil),
                ],
                2: [.watched(.withinMonth), .next, .open, .toCome],
                0: [.watched(nil)],
            ])
        #expect(EpisodeGrid(title, days: .utc, coming: []).seasons.map(\.number) == [1, 2, 0])
    }

    @Test("what nobody lists is what must be there: below a watched number, and up to the account's count of an anime")
    func unlisted() throws {
        func states(_ bucket: String, _ counts: String, _ numbers: [Int]) throws -> [EpisodeGrid.State]? {
            let episodes = numbers.map { #"{"number":\#($0)}"# }.joined(separator: ",")
            let item =
                #"{"status":"watching",\#(counts)"show":{"title":"A","ids":{"simkl":1}},"seasons":[{"number":1,"episodes":[\#(episodes)]}]}"#
            return Self.states(try AccountFiles(bucket, item).title())[1]
        }
        let five = #""total_episodes_count":5,"not_aired_episodes_count":1,"#
        #expect(try states("shows", five, [1, 3]) == [.watched(nil), .open, .watched(nil)])
        #expect(try states("anime", five, [1, 3]) == [.watched(nil), .open, .watched(nil), .open, .toCome])
        #expect(try states("anime", five, []) == [.open, .open, .open, .open, .toCome])
        // All that has aired is counted as watched, so each is.
        let whole = five + #""watched_episodes_count":4,"#
        #expect(try states("anime", whole, [2]) == Array(repeating: .watched(nil), count: 4) + [.toCome])
        // Of some of them nobody knows which they are.
        #expect(try states("anime", five + #""watched_episodes_count":3,"#, [2])?.count { $0 == .watched(nil) } == 1)
        #expect(try states("shows", "", []) == nil)
    }

    @Test("the next episode has a square though no list has it, and what has no square is counted")
    func unlistedNext() throws {
        let item = """
            {"status":"watching","watched_episodes_count":1,"total_episodes_count":30,"not_aired_episodes_count":10,"next_to_watch":"S03E02",
            "show":{"title":"A","ids":{"simkl":1}},"seasons":[{"number":3,"episodes":[{"number":1}]}]}
            """
        let title = try AccountFiles("shows", item).title()
        #expect(Self.states(title) == [3: [.watched(nil), .next]])
        #expect(EpisodeGrid(title, days: .utc, coming: []).unplaced == 18)
    }

    @Test("wild numbers make no million squares", arguments: ["shows", "anime"])
    func wild(bucket: String) throws {
        let item = """
            {"status":"watching","total_episodes_count":90000000,"show":{"title":"A","ids":{"simkl":1}},
            "seasons":[{"number":1,"episodes":[{"number":1},{"number":99999999}]},{"number":99999999,"episodes":[{"number":2}]}]}
            """
        #expect(EpisodeGrid(try AccountFiles(bucket, item).title(), days: .utc, coming: []).episodes.count { _ in true } <= 4)
    }

    @Test(
        "a page names what was watched, and what was not only where that is asked for", arguments: Spoilers.allCases,
        Edition.allCases)
    func spoilers(spoilers: Spoilers, edition: Edition) async throws {
        let item = """
            {"status":"watching","next_to_watch":"S01E02","show":{"title":"A","ids":{"simkl":1}},
            "seasons":[{"number":1,"episodes":[{"number":1}]}]}
            """
        let files = AccountFiles("shows", item)
            .adding(
                "episodes/tv/1.json",
                """
                [{"season":1,"episode":1,"title":"Seen","aired":true,"img":"10/seen"},
                {"season":1,"episode":2,"title":"Unseen <b>","aired":true,"img":"10/unseen"},
                {"season":1,"episode":4,"title":"Episode 4","aired":false},{"season":0,"episode":1,"title":"Extra","aired":true}]
                """
            )
            .adding(
                "calendar/tv.json",
                #"[{"ids":{"simkl_id":1},"date":"2026-12-04T20:00:00Z","episode":{"season":1,"episode":3,"title":"Arriving"}}]"#)
        let site = try await BuiltSite(files, edition: edition, spoilers: spoilers)
        let (html, markdown) = (site.html("tv/1-a/"), site.markdown("tv/1-a/"))
        let page = html + markdown
        let isNamed = spoilers == .names
        #expect(page.contains("Seen") && page.contains("episodes/10/seen"))
        #expect(!page.contains("10/unseen") && !page.contains("Episode 4"))
        for name in ["Unseen", "Arriving", "Extra"] { #expect(page.contains(name) == isNamed, "\(name)") }
        #expect(html.contains(#"<i class="c" title="S01E03\#(isNamed ? " “Arriving”" : "")"></i>"#))
        #expect(html.contains(#"<i class="n" title="S01E02\#(isNamed ? " “Unseen &lt;b&gt;”" : "")"></i>"#))
        let next = items(markdown, under: "Episodes").first { $0.hasPrefix("**Next:**") }
        #expect(next == (isNamed ? #"**Next:** S01E02 “Unseen \<b>”"# : "**Next:** S01E02"))
        let names = tables(markdown, header: "Episode | Name").flatMap { $0 }.map { Array($0.prefix(2)) }
        let (second, third, special) = isNamed ? (#"Unseen \<b>"#, "Arriving", "Extra") : ("–", "–", "–")
        #expect(names == [["S01E01", "Seen"], ["S01E02", second], ["S01E03", third], ["S01E04", "–"], ["S00E01", special]])
    }

    private static func states(_ title: Title) -> [Int: [EpisodeGrid.State]] {
        let seasons = EpisodeGrid(title, days: .utc, coming: []).seasons
        return Dictionary(seasons.map { ($0.number, $0.episodes.map(\.state)) }) { first, _ in first }
    }
}
