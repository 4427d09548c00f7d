import Foundation
import Testing

@testable import Simkl

@Suite("An account's folder")
struct AccountFolderTests {
    @Test("every documented field is read", arguments: ["full", "odd"])
    func wholeAccount(name: String) throws {
        let account = try AccountFolder(path: "\(Fixtures.folder)/\(name)").read()
        let read = Outline.text(of: account)
        let golden = URL(filePath: "\(Fixtures.folder)/\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(read.utf8).write(to: golden)
            Issue.record("recorded \(golden.lastPathComponent)")
        }
        #expect(try read == String(contentsOf: golden, encoding: .utf8))
    }

    @Test("names of episodes are read of those that were watched, of all where they are asked for; pictures of the others never")
    func episodeNames() throws {
        let folder = try TemporaryAccount([
            "all-items.json": """
            {"shows":[{"status":"watching","show":{"title":"A","ids":{"simkl":1}},"seasons":[{"number":1,"episodes":[{"number":1}]}]}]}
            """,
            "episodes/tv/1.json": """
            [{"season":1,"episode":1,"title":"Seen","img":"1/a"},{"season":1,"episode":2,"title":"Unseen","img":"1/b"},
            {"season":0,"episode":1,"title":"Extra"},{"title":"Nowhere","type":"special"}]
            """,
        ])
        let (first, second, special) = (
            EpisodePlace(season: 1, number: 1), EpisodePlace(season: 1, number: 2), EpisodePlace(season: 0, number: 1)
        )
        let own = try #require(try AccountFolder(path: folder.path).read().episodes.first)
        #expect(own.names == [first: "Seen"] && own.stills == [first: "1/a"] && own.episodes.count == 4)
        let all = try #require(try AccountFolder(path: folder.path).read(allEpisodeNames: true).episodes.first)
        #expect(all.names == [first: "Seen", second: "Unseen", special: "Extra"])
        #expect(all.stills == own.stills && all.episodes == own.episodes)
    }
}
