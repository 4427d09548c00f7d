import Foundation
import TestSupport
import Testing

/// What the mirror tells in the terminal, and asks nobody for.
struct ReadingTests {
    private func json(_ owner: Owner, _ arguments: String...) async throws -> JSON {
        let result = try await Program.run(arguments + ["--json"], environment: owner.environment, in: owner.folder)
        #expect(result.code == 0, "\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
        return try JSON(Data(result.output.utf8))
    }

    @Test("show tells all of a title, the private note and the time of each play among it")
    func show() async throws {
        let owner = try await Owner.synced { account in
            account.note(1008, "Mine", isPrivate: true)
            account.rate(1008, 7, at: Date(timeIntervalSince1970: 1_790_000_000))
        }
        let result = try await owner.run("show", "銀魂")
        #expect(result.code == 0 && owner.simkl.log.isEmpty, "\(result.errors)")
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.first == "銀魂 (2008), film" && lines.contains("  note: Mine (private)"), "\(result.output)")
        #expect(lines.contains("  rating: 7, 2026-09-21 16:13"), "\(result.output)")
        #expect(lines.contains("  page: https://simkl.com/movies/1008"))
        #expect(lines.contains { $0.wholeMatch(of: #/  watched: \d{4}-\d\d-\d\d( \d\d:\d\d)?/#) != nil }, "\(result.output)")
        let show = try await json(owner, "show", "1006", "--plays")
        let watched = try #require(try owner.item(1006)["watched_episodes_count"]?.int)
        #expect(
            show["plays"]?.elements.count == watched
                && show["next"]?["episode"] == owner.simkl.account.item(1006)?["next_to_watch"])
        let none = try await owner.run("show", "Nobody Made This")
        #expect(none.code == 65 && none.errors == "foyer: There is no title “Nobody Made This”.\n", "\(none.errors)")
    }

    @Test("next is what can be watched now, what was watched last first")
    func next() async throws {
        let owner = try await Owner.synced { account in
            account.watch(1007, episode: 1, at: Date(timeIntervalSince1970: 1_793_400_000))
        }
        let rows = try await json(owner, "next").elements
        #expect(rows.map { $0["simkl"]?.int }.first == 1007)
        #expect(rows.count == owner.simkl.account.ids(status: "watching").count)
        for row in rows {
            let id = try #require(row["simkl"]?.int)
            #expect(row["episode"] == owner.simkl.account.item(id)?["next_to_watch"])
        }
        let lines = try await owner.run("next")
        #expect(lines.output.hasPrefix("9-1-1 (2007): E"), "\(lines.output)")
    }

    @Test("stats of all time and of a year are those of the site")
    func stats() async throws {
        let owner = try await Owner.synced()
        let all = try await json(owner, "stats")
        let recorded = owner.simkl.account.ids().compactMap { owner.simkl.account.item($0)?["seasons"]?.elements }.flatMap { $0 }
            .reduce(0) { $0 + ($1["episodes"]?.elements.count ?? 0) }
        #expect(all["total"]?["episodes"]?.int == recorded)
        let years = try await [2022, 2023, 2024, 2025, 2026].asyncMap { year in
            try await json(owner, "stats", "--year", "\(year)")["total"]?["episodes"]?.int ?? 0
        }
        #expect(years.reduce(0, +) > 0 && years.reduce(0, +) <= all["total"]?["episodes"]?.int ?? 0)
        #expect(try await owner.run("stats", "--year", "0").code == 64)
    }

    @Test("upcoming is what airs from today on, in days that can be chosen")
    func upcoming() async throws {
        let scratch = try Scratch()
        let day = { (days: Double) in (Date() + days * 86_400).formatted(.iso8601) }
        try scratch.write(
            #"{"shows":[{"status":"watching","show":{"title":"Soon","year":2026,"ids":{"simkl":5,"slug":"soon"}}}]}"#,
            to: "data/all-items.json")
        let rows = [(-3.0, 1), (2, 2), (9, 3), (40, 4)].map { days, number in
            #"{"simkl_id":5,"date":"\#(day(days))","finale_type":null,"episode":{"season":1,"episode":\#(number),"title":"N\#(number)"}}"#
        }
        try scratch.write(
            #"{"calendar":[\#(rows.joined(separator: ","))],"metadata":{"5":{"title":"Soon","ids":{"simkl_id":5}}}}"#,
            to: "data/calendar/tv.json")
        func upcoming(_ more: String...) async throws -> [String?] {
            let result = try await Program.run(["upcoming", "--data", "data", "--json"] + more, in: scratch.path)
            #expect(result.code == 0, "\(result.errors)")
            return try JSON(Data(result.output.utf8)).elements.map { $0["episode"]?.string }
        }
        #expect(try await upcoming() == ["S01E02", "S01E03"])
        #expect(try await upcoming("--days", "4") == ["S01E02"])
        #expect(try await upcoming("--days", "60") == ["S01E02", "S01E03", "S01E04"])
        #expect(
            try await Program.run(["upcoming", "--data", "data", "--days", "1"], in: scratch.path).output
                == "Nothing airs in the next day.\n")
        #expect(try await Program.run(["upcoming", "--days", "0"], in: scratch.path).code == 64)
    }

    @Test(
        "where there is no account, each says so: 65",
        arguments: ["next", "upcoming", "stats", "show x", "search x", "export mal"])
    func nothing(command: String) async throws {
        let owner = try await Owner.signedIn()
        let result = try await Program.run(
            command.split(separator: " ").map(String.init), environment: owner.environment, in: owner.folder)
        #expect(result.code == 65 && result.complaints.count == 1, "\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
    }
}

extension [Int] {
    fileprivate func asyncMap<Value>(_ change: (Int) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for number in self { values.append(try await change(number)) }
        return values
    }
}
