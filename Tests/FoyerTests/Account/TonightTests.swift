import Foundation
import TestSupport
import Testing

/// `foyer tonight` and `foyer pick`: the page's offers, in the terminal.
struct TonightTests {
    private func json(_ owner: Owner, _ arguments: String...) async throws -> [JSON] {
        let result = try await Program.run(arguments + ["--json"], environment: owner.environment, in: owner.folder)
        #expect(result.code == 0, "\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
        let json = try JSON(Data(result.output.utf8))
        return json.elements.isEmpty && json.members["title"] != nil ? [json] : json.elements
    }

    @Test("its lists are those of the page /tonight/, title by title")
    func page() async throws {
        let owner = try await Owner.synced()
        try owner.scratch.write("edition: private\n", to: "work/foyer.yaml")
        #expect(try await owner.run("build", "--offline").code == 0)
        let markdown = try owner.page("tonight/index.md")
        let headings = [
            "under 90 minutes": "## Under 90 minutes", "one evening": "## One evening", "nearly finished": "## Nearly finished",
        ]
        let rows = try await json(owner, "tonight")
        #expect(Set(rows.compactMap { $0["list"]?.string }).count > 1)
        for (list, heading) in headings {
            let section = markdown.components(separatedBy: "\(heading)\n").dropFirst().first?.components(separatedBy: "\n## ")
                .first
            let ids = (section ?? "").matches(of: #/\]\(\.\./(?:tv|anime|movies)/(\d+)-/#).compactMap { Int($0.output.1) }
            #expect(rows.filter { $0["list"]?.string == list }.map { $0["simkl"]?.int } == ids, "\(list)")
        }
        let lines = try await owner.run("tonight")
        #expect(lines.output.hasPrefix("under 90 minutes:\n  "), "\(lines.output)")
        #expect(lines.output.split(separator: "\n").filter { $0.hasPrefix("  ") }.count == rows.count)
    }

    @Test("what fits into a time, and what is of a kind, alone", arguments: [30, 60, 100])
    func fitting(minutes: Int) async throws {
        let owner = try await Owner.synced()
        let rows = try await json(owner, "tonight", "--minutes", "\(minutes)")
        #expect(!rows.isEmpty && rows.count <= 12 && rows.allSatisfy { $0["minutes"]?.int ?? .max <= minutes })
        for kind in ["tv", "anime", "movie"] {
            let own = try await json(owner, "tonight", "--minutes", "\(minutes)", "--kind", kind)
            let word = ["tv": "show", "anime": "anime", "movie": "film"][kind]
            #expect(own.allSatisfy { $0["kind"]?.string == word })
            #expect(rows.filter { $0["kind"]?.string == word }.allSatisfy { row in own.contains { $0["simkl"] == row["simkl"] } })
        }
    }

    @Test("a pick is one of the plan, with its reasons, and not always the same; of an empty plan there is none: 65")
    func pick() async throws {
        let owner = try await Owner.synced { account in
            for id in account.ids(.movies) { account.move(id, to: "plantowatch") }
        }
        let plan = Set(owner.simkl.account.ids(status: "plantowatch"))
        var picked: Set<Int> = []
        for _ in 0..<20 {
            let pick = try #require(try await json(owner, "pick").first)
            let id = try #require(pick["simkl"]?.int)
            #expect(plan.contains(id) && pick["reasons"]?.elements.isEmpty == false)
            picked.insert(id)
            if picked.count > 1 { break }
        }
        #expect(picked.count > 1)
        let line = try await owner.run("pick", "--kind", "movie")
        #expect(
            line.output.contains(#/ · (on the list since|paused) \d/#) && line.output.contains("\n  https://simkl.com/movies/"),
            "\(line.output)")
        let none = try await owner.run("pick", "--minutes", "1")
        #expect(none.code == 65 && none.errors == "foyer: nothing on your plan can be watched in that time.\n", "\(none.errors)")
    }
}
