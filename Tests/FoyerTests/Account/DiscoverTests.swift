import Foundation
import TestSupport
import Testing

/// `foyer discover`, `foyer identify`, and `foyer pick --simkl`: what is not in the library. Of the sample, 1021 to 1023 are on no list.
struct DiscoverTests {
    @Test(
        "each list is asked for once and kind by kind, as Simkl has it; what is in the library is left out",
        arguments: [
            (
                "trending --time month",
                [
                    "/discover/trending/tv/month_100.json", "/discover/trending/anime/month_100.json",
                    "/discover/trending/movies/month_100.json",
                ]
            ),
            ("best --by watched", ["/tv/best/watched", "/anime/best/watched"]),
            ("premieres", ["/tv/premieres/new?limit=50&page=1", "/anime/premieres/new?limit=50&page=1"]),
            ("premieres --soon --kind anime", ["/anime/premieres/soon?limit=50&page=1"]),
            ("airing --on 2026-11-25 --kind tv", ["/tv/airing?date=25-11-2026&sort=time"]),
            ("airing --kind tv", ["/tv/airing?date=today&sort=time"]),
            ("genre science-fiction --year 2021 --kind tv", ["/tv/genres/science-fiction/2021?limit=50&page=1"]),
        ])
    func lists(command: String, asked: [String]) async throws {
        let owner = try await Owner.synced()
        let words = ["discover"] + command.split(separator: " ").map(String.init)
        let result = try await Program.run(words + ["--json"], environment: owner.environment, in: owner.folder)
        #expect(result.code == 0, "\(result.errors)")
        let common: Set<String> = ["client_id", "app-name", "app-version"]
        #expect(
            owner.simkl.log.map { request in
                let query = request.query.filter { !common.contains($0.name) }.map { "\($0.name)=\($0.value ?? "")" }
                return request.path + (query.isEmpty ? "" : "?\(query.joined(separator: "&"))")
            } == asked)
        #expect(owner.simkl.violations.isEmpty)
        let library = Set(owner.simkl.account.ids())
        let rows = try JSON(Data(result.output.utf8)).elements
        #expect(rows.allSatisfy { !library.contains($0["simkl"]?.int ?? 0) })
        let all = try await Program.run(
            words + ["--json", "--all", "--most", "100"], environment: owner.environment, in: owner.folder)
        #expect(try JSON(Data(all.output.utf8)).elements.count > rows.count || command.hasPrefix("genre"))
    }

    @Test("a line says what it is, what others think and where it is on Simkl, which is named")
    func line() async throws {
        let owner = try await Owner.synced()
        let result = try await owner.run("discover", "best", "--kind", "tv")
        #expect(result.code == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.last == "From Simkl, https://simkl.com/")
        let new = try #require(owner.simkl.account.catalogueOnly(.shows).first)
        #expect(
            lines.first?.hasSuffix(", show: 2026-11-0\(new % 9 + 1) · 7.5 on Simkl · watched by 12 · https://simkl.com/tv/\(new)")
                == true,
            "\(result.output)")
        let own = try await owner.run("discover", "best", "--kind", "tv", "--all", "--most", "100")
        #expect(
            own.output.contains(#/\[REC\] \(2006\), show: .+ · watching(, rated \d+)? · https://simkl.com/tv/1006\n/#),
            "\(own.output)")
    }

    @Test(
        "what cannot be meant is refused before anything is asked: 64",
        arguments: [
            "discover genre", "discover best drama", "discover best --kind movie", "discover genre ../x", "discover --most 0",
            "discover airing --on yesterday", "discover worst", "discover trending --year 2021",
            "discover --on tomorrow", "discover best --time month", "discover airing --soon", "discover premieres --by votes",
            "pick --genre drama", "pick --simkl --minutes 30",
            "pick --simkl --rating 11", "tonight --minutes 0",
        ])
    func usage(command: String) async throws {
        let owner = try await Owner.synced()
        let result = try await Program.run(
            command.split(separator: " ").map(String.init), environment: owner.environment, in: owner.folder)
        #expect(result.code == 64 && owner.simkl.log.isEmpty, "\(result.output)\(result.errors)")
    }

    @Test("Simkl's dice are told what is wanted, and the title is told by what the catalogue knows; nothing of that kind: 65")
    func dice() async throws {
        let owner = try await Owner.synced()
        let result = try await owner.run("pick", "--simkl", "--kind", "movie", "--rating", "7")
        #expect(result.code == 0, "\(result.errors)")
        let id = try #require(owner.simkl.log.last?.path.split(separator: "/").last.flatMap { Int($0) })
        #expect(
            owner.requests == ["GET /search/random?rating_from=7&service=simkl&type=movie", "GET /movies/\(id)"])
        #expect(result.output.contains("https://simkl.com/movies/\(id)\nFrom Simkl, https://simkl.com/\n"), "\(result.output)")
        #expect(owner.simkl.violations.isEmpty)
        let none = try await owner.run("pick", "--simkl", "--kind", "movie", "--genre", "western")
        #expect(none.code == 65 && none.errors == "foyer: Simkl has nothing of that kind.\n", "\(none.errors)")
    }

    @Test("files are recognised by the end of their paths, each episode in them; what is not is told: 65")
    func identify() async throws {
        let owner = try await Owner.synced()
        let file = "/home/zoe/secret/series/The Quiet Harbor/The.Quiet.Harbor.S01E02E03.mkv"
        let result = try await owner.run("identify", file, "WALL·E.2003.mkv", "--json")
        #expect(result.code == 0, "\(result.errors)")
        let rows = try JSON(Data(result.output.utf8)).elements
        #expect(rows.map { $0["simkl"]?.int } == [1001, 1001, 1003])
        #expect(rows.map { $0["episode"]?.string } == ["S01E02", "S01E03", nil])
        #expect(rows[0]["file"]?.string == file && rows[0]["status"] == owner.simkl.account.item(1001)?["status"])
        #expect(
            owner.simkl.log.map(\.json) == [
                ["file": "series/The Quiet Harbor/The.Quiet.Harbor.S01E02E03.mkv", "part": 1],
                ["file": "series/The Quiet Harbor/The.Quiet.Harbor.S01E02E03.mkv", "part": 2],
                ["file": "WALL·E.2003.mkv", "part": 1],
            ])
        let unknown = try await owner.run("identify", "holiday.mp4", "WALL·E.mkv")
        #expect(unknown.code == 65 && unknown.errors == "foyer: Simkl does not recognise:\n  holiday.mp4\n", "\(unknown.errors)")
        #expect(
            unknown.output == "WALL·E.mkv: WALL·E (2003), film: plantowatch · https://simkl.com/movies/1003\n",
            "\(unknown.output)")
        let episode = try await owner.run("identify", "The.Quiet.Harbor.S01E02.mkv")
        #expect(episode.output.contains("show: S01E02 “Episode 2” · "), "\(episode.output)")
    }
}
