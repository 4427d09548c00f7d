import Testing

@testable import FoyerSite

@Suite("Favourites", .inEnglish)
struct FavouriteTests {
    private static let account = AccountFiles([
        "all-items.json": """
        {"shows":[{"status":"watching","user_rating":9,"show":{"title":"Severance","ids":{"simkl":1}}},
        {"status":"completed","show":{"title":"The Office","ids":{"simkl":2}}},
        {"status":"completed","show":{"title":"The Office","ids":{"simkl":3}}}],
        "anime":[{"status":"completed","show":{"title":"Sen to Chihiro","ids":{"simkl":4}}}],
        "movies":[{"status":"completed","movie":{"title":"1917","ids":{"simkl":5}}},
        {"status":"completed","movie":{"title":"Secret","ids":{"simkl":6}}}]}
        """,
        "titles/anime/4.json": #"{"title":"Sen to Chihiro","en_title":"Spirited Away","ids":{"simkl":4}}"#,
    ])

    private static func site(_ favourites: [String], edition: Edition = .public) async throws -> BuiltSite {
        let written = favourites.enumerated().map { Favourite($1, at: "foyer.yaml:\($0 + 2):5") }
        return try await BuiltSite(account, edition: edition, hidden: [6], favourites: written)
    }

    @Test("a title is pinned by its id, its address or any of its names, in the order of the configuration, each once")
    func pinned() async throws {
        let site = try await Self.site([
            "Spirited Away", "https://simkl.com/tv/2/the-office", "5", "Severance", "tv/1", "1917", "simkl.com/movies/5",
        ])
        #expect(
            items(site.markdown(""), under: "Favourites") == ["Sen to Chihiro", "The Office", "1917", "Severance ★ 9"])
        #expect(site.diagnostics.filter { $0.contains("favourite") } == [])
    }

    @Test("one that is no title, or could be several, is told with its place; a hidden one is not told at all")
    func unknown() async throws {
        let names = ["Severence", "anime/1", "999", "The Office", "Secret", "https://example.com/tv/1"]
        let site = try await Self.site(names)
        let remedy = "is no title of the account: write its Simkl id, its address on Simkl, or its exact name"
        #expect(
            site.diagnostics.filter { $0.contains("favourite") } == [
                "foyer.yaml:2:5: the favourite 'Severence' \(remedy)", "foyer.yaml:3:5: the favourite 'anime/1' \(remedy)",
                "foyer.yaml:4:5: the favourite '999' \(remedy)",
                "foyer.yaml:5:5: the favourite 'The Office' is the name of 2 titles: write one of tv/2, tv/3 instead",
                "foyer.yaml:7:5: the favourite 'https://example.com/tv/1' \(remedy)",
            ])
        #expect(items(site.markdown(""), under: "Favourites") == [])
        let own = try await Self.site(names, edition: .private)
        #expect(items(own.markdown(""), under: "Favourites") == ["Secret"])
    }
}
