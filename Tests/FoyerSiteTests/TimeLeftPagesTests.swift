import Foundation
import Testing

@testable import FoyerSite

@Suite("Time left on pages", .inEnglish)
struct TimeLeftPagesTests {
    @Test("it is told of each title on its card, of each list at its head and of all lists together, with what is estimated")
    func told() async throws {
        func show(_ id: Int, _ status: String, _ watched: Int, of total: Int, _ rest: String = #","runtime":30"#) -> String {
            #"{"status":"\#(status)","watched_episodes_count":\#(watched),"total_episodes_count":\#(total),"#
                + #""show":{"title":"T\#(id)"\#(rest),"ids":{"simkl":\#(id)}},"seasons":[{"number":1,"episodes":[{"number":1}]}]}"#
        }
        func film(_ id: Int, _ status: String) -> String {
            #"{"status":"\#(status)","movie":{"title":"T\#(id)","runtime":100,"ids":{"simkl":\#(id)}}}"#
        }
        let shows = [
            show(1, "watching", 1, of: 4, #","runtime":45"#), show(2, "hold", 2, of: 10), show(3, "dropped", 1, of: 9),
            show(4, "watching", 1, of: 3, ""), show(5, "completed", 3, of: 5),
        ]
        let list = """
            [{"season":1,"episode":1,"aired":true},{"season":1,"episode":2,"aired":true,"runtime":20},
            {"season":1,"episode":3,"aired":true},{"season":1,"episode":4,"aired":true,"runtime":61}]
            """
        let library =
            #"{"shows":[\#(shows.joined(separator: ","))],"movies":[\#(film(6, "plantowatch")),\#(film(7, "completed"))]}"#
        let site = try await BuiltSite(AccountFiles(["all-items.json": library, "episodes/tv/1.json": list]))
        func told(_ folder: String) -> [String] {
            let page = plain(site.markdown(folder)).replacing("\u{A0}", with: " ")
            return page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { $0.first?.isNumber == true || $0.hasPrefix("- T") || $0.hasPrefix("“") }
        }
        let means = "“About” means: estimated from the ordinary length of an episode."
        // 20 and 61 minutes, and one episode of 45.
        let half = "2 h 6 min left; 35.7 % of it estimated; 1 title of unknown length not counted"
        #expect(
            told("watching/") == [
                "2 titles · \(half) · Sort and filter", "- T1 1 of 4 · about 2 h 6 min left", "- T4 1 of 3", means,
            ])
        #expect(told("plan/") == ["1 title · 1 h 40 min left", "- T6 1 h 40 min left"])
        #expect(told("on-hold/") == ["1 title · 4 h left; estimated", "- T2 2 of 10 · about 4 h left", means])
        #expect(told("dropped/") == ["1 title", "- T3"])
        #expect(told("completed/") == ["2 titles · Sort and filter", "- T5", "- T7"])
        #expect(
            told("tv/") == [
                "5 titles · 6 h 6 min left; 77.9 % of it estimated; 1 title of unknown length not counted · Sort and filter",
                "- T1 Watching · 1 of 4 · about 2 h 6 min left", "- T2 On hold · 2 of 10 · about 4 h left", "- T3 Dropped",
                "- T4 Watching · 1 of 3", "- T5 Completed", means,
            ])
        #expect(
            told("movies/") == [
                "2 titles · 1 h 40 min left · Sort and filter", "- T6 Plan to watch · 1 h 40 min left", "- T7 Completed",
            ])
        #expect(
            items(site.markdown("statistics/"), under: "What is left").map { $0.replacing("\u{A0}", with: " ") } == [
                "**Watching:** 2 h 6 min, 1 title; 35.7 % of it estimated; 1 title of unknown length not counted",
                "**Plan to watch:** 1 h 40 min, 1 title", "**On hold:** 4 h, 1 title; estimated",
                "**Together:** 7 h 46 min, 3 titles; 61.2 % of it estimated; 1 title of unknown length not counted",
            ])
        #expect(site.html("statistics/").contains("<strong>Together</strong>"))
        #expect(site.markdown("").contains(means) && site.markdown("tonight/").contains("- \(means)\n"))
    }

    @Test("the time of a whole list stands on its first page, so that a play makes no other page of it anew")
    func paged() async throws {
        let films = (1...61).map { #"{"status":"plantowatch","movie":{"title":"T\#($0)","runtime":100,"ids":{"simkl":\#($0)}}}"# }
        let site = try await BuiltSite(AccountFiles("movies", films.joined(separator: ",")))
        func head(_ page: String) -> String? {
            plain(site.markdown("plan/", name: page)).split(separator: "\n").dropFirst().first.map(String.init)
        }
        #expect(head("index") == "61 titles, page 1 of 2 · 102\u{A0}h left · Sort and filter")
        #expect(head("page-2") == "61 titles, page 2 of 2 · Sort and filter")
    }
}
