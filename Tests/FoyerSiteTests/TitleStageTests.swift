import Foundation
import Testing

@testable import FoyerSite

@Suite("The stage of a title")
struct TitleStageTests {
    @Test(
        "a film's number in its year is its place among the year's viewings, counted from the JSON",
        arguments: ["Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland"])
    func filmOfYear(zone: String) async throws {
        // Around New Year and 29 February, hours apart; the second one of each pair is a rewatch.
        let times = [
            "2023-12-31T10:30:00Z", "2023-12-31T23:30:00Z", "2024-01-01T06:15:00Z", "2024-01-01T13:00:00Z",
            "2024-02-29T12:00:00Z", "2024-12-31T16:00:00Z", "2025-01-01T03:30:00Z",
        ]
        let items = times.enumerated().map { number, time in
            #"{"status":"completed","last_watched_at":"\#(time)","movie":{"title":"F\#(number)","ids":{"simkl":\#(number + 1)}}}"#
        }
        let again =
            #"{"status":"completed","is_rewatch":true,"rewatch_id":1,"last_watched_at":"2024-06-01T20:00:00Z","movie":{"title":"F0","ids":{"simkl":1}}}"#
        let files = AccountFiles(["all-items.json": #"{"movies":[\#((items + [again]).joined(separator: ","))]}"#])
        let site = try await BuiltSite(files, zone: zone)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: zone))
        let viewings = try (times.enumerated().map { ($0.offset, $0.element) } + [(0, "2024-06-01T20:00:00Z")]).map {
            film, time in
            let date = try Date(time, strategy: .iso8601)
            return (film, date, calendar.component(.year, from: date.addingTimeInterval(-4 * 3600)))
        }
        for (film, date, year) in viewings {
            let number = viewings.count { $0.2 == year && $0.1 <= date }
            let page = site.markdown("movies/\(film + 1)-f\(film)/")
            #expect(page.contains("film no. \(number) of \(year)\n"), "F\(film) at \(date)")
        }
    }

    @Test("what belongs to a title is shown where the library has it and the edition shows it, relations first, each once")
    func related() async throws {
        func anime(_ id: Int, _ rest: String = "") -> String {
            #"{"status":"completed","user_rating":8\#(rest),"show":{"title":"A\#(id)","ids":{"simkl":\#(id)}}}"#
        }
        let files = AccountFiles("anime", anime(1), anime(2), anime(3), anime(4), anime(5)).adding(
            "titles/anime/1.json",
            """
            {"title":"A1","ids":{"simkl":1},"users_recommendations":[{"ids":{"simkl":3}},{"ids":{"simkl":2}},{"ids":{"simkl":9}},{"ids":{}},7],
            "similar":[{"ids":{"simkl":4}},{"ids":{"simkl":1}}],
            "relations":[{"relation_type":"sequel","ids":{"simkl":2}},{"relation_type":"side story","ids":{"simkl":5}}]}
            """)
        func related(_ hidden: Set<Int>) async throws -> [String] {
            items(try await BuiltSite(files, hidden: hidden).markdown("anime/1-a1/"), under: "Belongs to it").map(
                \.withPlainSpaces)
        }
        #expect(try await related([]) == ["A2 sequel, ★ 8", "A5 ★ 8", "A3 ★ 8", "A4 ★ 8"].map { $0 })
        #expect(try await related([2, 3]) == ["A5 ★ 8", "A4 ★ 8"])
        #expect(try await related([2, 3, 4, 5]) == [])
    }

    @Test(
        "a wide picture stands behind the head where Simkl has one, in two sizes, and nothing where its path is not one of theirs"
    )
    func backdrop() async throws {
        func head(_ fanart: String) async throws -> (html: String, markdown: String) {
            let files = AccountFiles("movies", #"{"status":"plantowatch","movie":{"title":"A","ids":{"simkl":1}}}"#)
                .adding("titles/movies/1.json", #"{"title":"A","ids":{"simkl":1},"fanart":\#(fanart)}"#)
            let site = try await BuiltSite(files)
            return (site.html("movies/1-a/"), site.markdown("movies/1-a/"))
        }
        let good = try await head(#""81/817014d41b4e4c26""#)
        let stem = "https://wsrv.nl/?url=https://simkl.in/fanart/81/817014d41b4e4c26"
        #expect(
            good.html.contains(
                #"<span class="backdrop"><img src="\#(stem)_medium.webp" srcset="\#(stem)_mobile.webp 960w, \#(stem)_medium.webp 1920w""#
            ))
        #expect(good.markdown.contains("![](\(stem)_medium.webp) ![A]("))
        for bad in ["null", #""""#, #""../../x""#, #""https://evil.example/a/b.jpg""#, "7", #""a/b\" onerror=\"x""#] {
            let page = try await head(bad)
            #expect(
                !page.html.contains("backdrop") && !page.html.contains("evil") && page.markdown.contains("\n\n![A]("), "\(bad)")
        }
    }

    @Test("a title that nothing is known of has a whole page, and says nothing of what it does not know")
    func thin() async throws {
        let files = AccountFiles("shows", #"{"status":"plantowatch","show":{"title":"A","ids":{"simkl":1}}}"#)
        #expect(
            try await BuiltSite(files).markdown("tv/1-a/") == """
                # A

                ![A](../../assets/no-poster.svg)

                TV show · [Plan to watch](../../plan/index.html)

                ## Facts

                [Simkl](https://simkl.com/tv/1)

                ---

                Powered by [Simkl](https://simkl.com/). Made with Foyer.

                """)
    }

    @Test("a night in which nothing happens leaves every title's page as it is, until what it says of the end is over")
    func nights() async throws {
        let episodes = (0..<5).map {
            #"{"number":\#($0 + 1),"watched_at":"2026-01-\#(String(4 + $0 * 5).count == 1 ? "0" : "")\#(4 + $0 * 5)T20:00:00Z"}"#
        }
        let files = AccountFiles([
            "all-items.json": """
            {"shows":[{"status":"watching","watched_episodes_count":5,"total_episodes_count":8,"not_aired_episodes_count":0,
            "show":{"title":"A","runtime":50,"ids":{"simkl":1}},"seasons":[{"number":1,"episodes":[\(episodes.joined(separator: ","))]}]}],
            "movies":[{"status":"completed","last_watched_at":"2026-01-05T20:00:00Z","movie":{"title":"B","runtime":100,"ids":{"simkl":2}}},
            {"status":"plantowatch","movie":{"title":"C","runtime":100,"ids":{"simkl":3}}}]}
            """
        ])
        func pages(_ now: String) async throws -> [String: String] {
            try await BuiltSite(files, now: "\(now)T12:00:00Z").files.filter { $0.key.contains(/^(tv|movies)\/[0-9]/) }
        }
        let first = try await pages("2026-01-25")
        #expect(first["tv/1-a/index.md"]?.contains("watched on a Sunday in February 2026.") == true)
        #expect(try await pages("2026-02-08") == first)
        let later = try await pages("2026-02-09")
        #expect(later.filter { first[$0.key] != $0.value }.keys.sorted() == ["tv/1-a/index.html", "tv/1-a/index.md"])
        #expect(later["tv/1-a/index.md"]?.contains("watched on a") == false)
    }
}
