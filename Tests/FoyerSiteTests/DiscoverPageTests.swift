import Foundation
import Testing

@testable import FoyerSite

@Suite("What is trending and not mine yet", .inEnglish)
struct DiscoverPageTests {
    /// Rated so that dramas are liked and comedies are not.
    private static func account(_ more: String = "", trending: String? = nil) -> AccountFiles {
        let rated = (1...5).flatMap { number in
            [film(number, rating: 9), film(number + 5, rating: 3)]
        }
        var files = [
            "all-items.json": #"{"movies":[\#((rated + (more.isEmpty ? [] : [more])).joined(separator: ","))]}"#,
            "trending/movies.json": trending ?? movies, "trending/tv.json": "[]",
        ]
        for number in 1...10 {
            files["titles/movies/\(number).json"] =
                #"{"title":"F\#(number)","ids":{"simkl":\#(number)},"genres":["\#(number > 5 ? "Comedy" : "Drama")"]}"#
        }
        return AccountFiles(files)
    }

    private static func film(_ id: Int, rating: Int? = nil) -> String {
        let rated = rating.map { #","user_rating":\#($0),"user_rated_at":"2026-03-01T20:00:00Z""# } ?? ""
        return
            #"{"status":"completed","last_watched_at":"2026-02-02T21:00:00Z"\#(rated),"movie":{"title":"F\#(id)","year":2020,"ids":{"simkl":\#(id),"slug":"f\#(id)"}}}"#
    }

    private static let movies = #"""
        [{"title":"A *Comedy*","url":"/movie/101/a-comedy","poster":"12/123abc","ids":{"simkl_id":101,"slug":"a-comedy"},
        "release_date":"03/26/2026","genres":["Comedy"],"runtime":"1h 45m","ratings":{"simkl":{"rating":6.1,"votes":90}}},
        {"title":"Mine","url":"/movie/3/mine","ids":{"simkl_id":3,"slug":"mine"},"genres":["Drama"]},
        {"title":"Some Drama","url":"/movie/102/some-drama","poster":"","ids":{"simkl_id":102,"slug":"some-drama"},
        "release_date":"01/02/1999","genres":["Drama"],"ratings":{"simkl":{"rating":8.4,"votes":900}}},
        {"title":" ","ids":{"simkl_id":103}},{"title":"No id"},7,null,
        {"title":"Some Drama","ids":{"simkl_id":102,"slug":"some-drama"},"genres":["Drama"]}]
        """#

    private func site(_ account: AccountFiles, hidden: Set<Int> = [], discovers: Bool = true) async throws -> BuiltSite {
        try await BuiltSite(account, hidden: hidden) { $0.discovers = discovers }
    }

    @Test(
        "what the owner's ratings promise most of comes first, with its reason and its link; what is in the library is not there")
    func titles() async throws {
        let built = try await site(Self.account())
        let page = built.markdown("discover/")
        #expect(page.hasPrefix("# Trending on Simkl, new to me\n"), "\(page)")
        #expect(
            items(page, under: "Films").map { plain($0).replacing("\u{A0}", with: " ") } == [
                "Some Drama **1999** I rate Drama 9.0 · Simkl 8.4", "A *Comedy* **2026** I rate the 2020s 6.0 · Simkl 6.1",
            ])
        #expect(page.contains("](https://simkl.com/movies/102/some-drama)") && page.contains("Simkl 8.4"), "\(page)")
        #expect(page.contains("](https://simkl.com/movies/best-movies/most-watched/)") && !page.contains("Mine"))
        #expect(!page.contains("## TV shows"))
        #expect(built.html("discover/").contains("<title>Trending on Simkl, new to me"))
        #expect(built.html("").contains("discover/index.html"))
    }

    @Test("without the setting there is no such page, and no link to one; with nothing fetched the page says so")
    func setting() async throws {
        let without = try await site(Self.account(), discovers: false)
        #expect(without.files["discover/index.html"] == nil)
        #expect(without.files.values.allSatisfy { !$0.contains("discover/") })
        let empty = try await site(Self.account(trending: "[]"))
        #expect(empty.markdown("discover/").contains("Either nothing has been fetched from Simkl yet"))
    }

    @Test("a title that the edition hides stands there as it would if it were not the owner's: to the byte")
    func hidden() async throws {
        let with = try await site(Self.account(Self.film(101)), hidden: [101])
        let without = try await site(Self.account(), hidden: [101])
        #expect(with.markdown("discover/").contains("Comedy"))
        #expect(with.files["discover/index.html"] == without.files["discover/index.html"])
        let shown = try await site(Self.account(Self.film(101)))
        #expect(!shown.markdown("discover/").contains("Comedy"))
    }
}
