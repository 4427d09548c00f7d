import Foundation
import TestSupport
import Testing

struct DeterminismTests {
    @Test("the same account gives the same bytes in any time zone and locale")
    func zones() async throws {
        let scratch = try Scratch()
        let places = [("Pacific/Kiritimati", "C"), ("America/New_York", "C.UTF-8"), ("Asia/Kathmandu", "POSIX")]
        var trees: [Tree] = []
        for (index, place) in places.enumerated() {
            let output = "\(scratch.path)/\(index)"
            let result = try await Program.run(
                [
                    "build", "--sample", "--output", output, "--now", "2026-11-20T12:00:00Z", "--base-url",
                    "https://foyer.example/watch/",
                ],
                environment: ["TZ": place.0, "LC_ALL": place.1])
            #expect(result.code == 0, "\(result.errors)")
            trees.append(try Tree(output))
        }
        #expect(trees[0].files.count > 300)
        #expect(trees[0] == trees[1])
        #expect(trees[0] == trees[2])
    }

    @Test("an incremental build gives the tree that a fresh one gives")
    func incremental() async throws {
        let scratch = try Scratch()
        var films = Scratch.films
        _ = try await Program.build(try scratch.account(films: films), to: "\(scratch.path)/site")
        films[3].rating = 1
        films[5].name = "Renamed"
        films.remove(at: 0)
        films.append(Scratch.Film(id: 12, name: "New", rating: nil))
        let account = try scratch.account(films: films)
        _ = try await Program.build(account, to: "\(scratch.path)/site")
        _ = try await Program.build(account, to: "\(scratch.path)/fresh")
        #expect(try Tree("\(scratch.path)/site") == Tree("\(scratch.path)/fresh"))
    }
}
