import Testing

@testable import FoyerSite

@Suite("The library's own page")
struct LibraryPageTests {
    private static func film(_ id: Int, _ status: String) -> String {
        #"{"status":"\#(status)","movie":{"title":"F\#(id)","ids":{"simkl":\#(id)}}}"#
    }

    private static func show(_ id: Int, _ status: String) -> String {
        #"{"status":"\#(status)","show":{"title":"S\#(id)","ids":{"simkl":\#(id)}}}"#
    }

    private static let films = "\(film(1, "completed")),\(film(2, "completed")),\(film(3, "plantowatch"))"

    @Test(
        "its table has a column for each kind that there is, and one for all of them where there are several",
        arguments: [
            (
                #"{"movies":[\#(films)]}"#,
                """
                | List | [Films](../movies/index.html) |
                | --- | --- |
                | [Plan to watch](../plan/index.html) | 1 |
                | [Completed](../completed/index.html) | 2 |
                | All | 3 |
                """
            ),
            (
                #"{"movies":[\#(films)],"anime":[\#(show(4, "watching"))]}"#,
                """
                | List | [Anime](../anime/index.html) | [Films](../movies/index.html) | All |
                | --- | --- | --- | --- |
                | [Watching](../watching/index.html) | 1 | – | 1 |
                | [Plan to watch](../plan/index.html) | – | 1 | 1 |
                | [Completed](../completed/index.html) | – | 2 | 2 |
                | All | 1 | 3 | 4 |
                """
            ),
            (#"{"movies":[]}"#, ""),
        ])
    func table(items: String, table: String) async throws {
        let page = try await BuiltSite(AccountFiles(["all-items.json": items])).markdown("library/")
        #expect(page.hasPrefix("# Library\n"))
        #expect(page.split(separator: "\n").filter { $0.hasPrefix("|") }.joined(separator: "\n") == table)
    }

    @Test("it has the first 200 titles by name, and no more, for those who have no scripts", arguments: [3, 200, 250])
    func first(count: Int) async throws {
        let films = (1...count).map { Self.film(1000 - $0, "completed") }.joined(separator: ",")
        let page = try await BuiltSite(AccountFiles(["all-items.json": #"{"movies":[\#(films)]}"#])).markdown("library/")
        let names = page.matches(of: /(F\d+)\]\(\.\.\/movies\/\d+/).map { String($0.1) }
        let sorted = (1...count).map { "F\(1000 - $0)" }.sorted()
        #expect(names == Array(sorted.prefix(200)))
    }
}
