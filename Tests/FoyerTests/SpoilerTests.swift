import Foundation
import TestSupport
import Testing

/// `spoilers` in `foyer.yaml`, from outside.
struct SpoilerTests {
    @Test(
        "names of episodes that were not watched are told with `names`, and are in no file before or after it",
        arguments: ["public", "friends", "private"])
    func names(edition: String) async throws {
        let scratch = try Scratch()
        let list = (1...5).map { #"{"season":1,"episode":\#($0),"title":"\#($0 == 1 ? "Seen" : "Unseen")\#($0)","aired":true}"# }
        try scratch.write(
            """
            {"shows":[{"status":"watching","next_to_watch":"S01E02","watched_episodes_count":1,"total_episodes_count":5,
            "show":{"title":"Show","runtime":30,"ids":{"simkl":1}},"seasons":[{"number":1,"episodes":[{"number":1}]}]}]}
            """, to: "mine/all-items.json")
        try scratch.write("[\(list.joined(separator: ","))]", to: "mine/episodes/tv/1.json")
        for spoilers in ["none", "names", "none"] {
            try scratch.write("edition: \(edition)\nspoilers: \(spoilers)\n", to: "foyer.yaml")
            let result = try await Program.build(
                "\(scratch.path)/mine", to: "\(scratch.path)/site",
                ["--config", "\(scratch.path)/foyer.yaml", "--state", "\(scratch.path)/state"])
            #expect(result.code == 0, "\(result.errors)")
            let files = try Tree("\(scratch.path)/site").files
            func paths(with name: String) -> [String] {
                files.filter { $0.value.range(of: Data(name.utf8)) != nil }.keys.sorted()
            }
            let page = ["tv/1-show/index.html", "tv/1-show/index.md"]
            #expect(paths(with: "Seen1").contains(page[0]))
            #expect(paths(with: "Unseen5") == (spoilers == "names" ? page : []))
            #expect(paths(with: "S01E02 “Unseen2”").contains("index.md") == (spoilers == "names"))
            #expect(paths(with: "S01E02").contains("index.md"))
        }
        let next = try await Program.run(["next", "--data", "mine"], in: scratch.path)
        #expect(next.output == "Show: S01E02 · 30 min · 4 left\n")
        try scratch.write("spoilers: names\n", to: "foyer.yaml")
        let named = try await Program.run(["next", "--data", "mine"], in: scratch.path)
        #expect(named.output == "Show: S01E02 · “Unseen2” · 30 min · 4 left\n")
    }
}
