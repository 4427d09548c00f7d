import Foundation
import TestSupport
import Testing

/// What `foyer notify` tells, and when.
struct NotifyTests {
    private static let monday = "2026-11-16T08:00:00Z"
    private static let tuesday = "2026-11-17T08:00:00Z"
    private static let first = "2026-11-20T20:30:00Z"

    @Test("the first run for a place tells it nothing, and the next ones everything once")
    func first() async throws {
        let owner = try await NotifiedOwner()
        try owner.save([1: "2026-11-16T20:30:00Z", 2: "2026-11-23T20:30:00Z"])
        let begun = try await owner.run(Self.monday)
        #expect(begun.code == 0 && begun.errors.isEmpty)
        #expect(begun.output == "ntfy (127.0.0.1): the first run tells nothing; from now on it is told what is new\n")
        #expect(try await owner.run(Self.monday).output == "ntfy (127.0.0.1): nothing new\n")
        #expect(owner.receiver.requests.isEmpty)
        let told = try await owner.run("2026-11-23T08:00:00Z")
        #expect(told.output == "ntfy (127.0.0.1): 1 notice told\n", "\(told.errors)")
        #expect(owner.texts == ["Today\n• Alpha S01E02, 21:30"])
        #expect(try await owner.run("2026-11-23T18:00:00Z").output == "ntfy (127.0.0.1): nothing new\n")
        // Another place begins anew, and does not make the first one forget.
        #expect(try await owner.run("2026-11-23T18:00:00Z", to: [.ntfy, .webhook]).code == 0)
        #expect(owner.texts.count == 1)
    }

    @Test("a date that moved is told once; one that moved back before anybody was told, not at all")
    func moved() async throws {
        let owner = try await NotifiedOwner()
        try owner.configure("time_zone: Europe/Stockholm\nnotify: {quiet: 09:00-09:30}\n")
        try owner.save([1: Self.first])
        try await owner.run(Self.monday)
        try owner.save([1: "2026-11-21T20:30:00Z"])
        #expect(try await owner.run("2026-11-16T08:10:00Z").output == "ntfy (127.0.0.1): quiet now, 1 notice told later\n")
        try owner.save([1: Self.first])
        #expect(try await owner.run("2026-11-16T08:20:00Z").output == "ntfy (127.0.0.1): nothing new\n")
        try owner.save([1: "2026-11-25T20:30:00Z"])
        #expect(try await owner.run("2026-11-16T08:25:00Z").output == "ntfy (127.0.0.1): quiet now, 1 notice told later\n")
        try owner.save([1: "2026-11-26T20:30:00Z"])
        try await owner.run("2026-11-16T08:30:00Z")
        try await owner.run("2026-11-16T08:40:00Z")
        #expect(owner.texts == ["What changed\n• Alpha S01E01: now 26 November 2026"])
        // It is told again when it comes.
        try await owner.run("2026-11-26T11:00:00Z")
        #expect(owner.texts.last == "Today\n• Alpha S01E01 (series premiere), 21:30")
    }

    @Test("a season that is announced, one that moves as a whole, a show that returns: a line each")
    func seasons() async throws {
        let owner = try await NotifiedOwner()
        try owner.save([:], stage: "ended", watched: #","seasons":[{"number":1,"episodes":[{"number":1}]}]"#)
        try await owner.run(Self.monday)
        let dates = { (first: Int) in
            Dictionary(uniqueKeysWithValues: (1...8).map { ($0, "2026-12-\(first + $0)T20:30:00Z") })
        }
        let watched = #","seasons":[{"number":1,"episodes":[{"number":1}]}]"#
        try owner.save(dates(10), season: 2, watched: watched)
        try await owner.run(Self.tuesday)
        #expect(owner.texts == ["What changed\n• Alpha: season 2 begins on 11 December 2026\n• Alpha returns"])
        try owner.save(dates(13), season: 2, watched: watched)
        try await owner.run("2026-11-18T08:00:00Z")
        #expect(owner.texts.last == "What changed\n• Alpha S02E01: now 14 December 2026, and 7 more episodes moved")
        #expect(owner.texts.count == 2)
    }

    @Test("what was missed of yesterday is told today, what was watched is not, and of a season drop there is one line")
    func yesterday() async throws {
        let owner = try await NotifiedOwner()
        try owner.save([1: Self.first, 2: Self.first, 3: Self.first])
        try await owner.run(Self.monday)
        let watched = #","seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-11-20T21:30:00Z"}]}]"#
        try owner.save([1: Self.first, 2: Self.first, 3: Self.first], watched: watched)
        try await owner.run("2026-11-21T08:00:00Z")
        #expect(owner.texts == ["Yesterday\n• Alpha S01E02–E03, 21:30"])
        #expect(try await owner.run("2026-11-22T08:00:00Z").output == "ntfy (127.0.0.1): nothing new\n")
    }

    @Test(
        "names of episodes are told only where the configuration tells them, and hidden titles not at all", arguments: [0, 1, 2])
    func spoilers(setting: Int) async throws {
        let owner = try await NotifiedOwner()
        try owner.configure(["", "spoilers: names\n", "hidden_titles: [1]\n"][setting])
        try owner.save([1: Self.first])
        try await owner.run(Self.monday, to: [.webhook])
        try await owner.run("2026-11-20T08:00:00Z", to: [.webhook])
        #expect(owner.receiver.requests.count == (setting == 2 ? 0 : 1))
        let all = owner.receiver.requests.map { String(decoding: $0.body, as: UTF8.self) }.joined()
        #expect(all.contains("Name 1") == (setting == 1))
    }

    @Test("kinds that are not wanted are not told, also not when they are wanted later")
    func kinds() async throws {
        let owner = try await NotifiedOwner()
        try owner.configure("notify: {kinds: [episodes]}\n")
        try owner.save([1: Self.first])
        try await owner.run(Self.monday)
        try owner.save([1: "2026-11-21T20:30:00Z"])
        #expect(try await owner.run(Self.tuesday).output == "ntfy (127.0.0.1): nothing new\n")
        try owner.configure("")
        #expect(try await owner.run(Self.tuesday).output == "ntfy (127.0.0.1): nothing new\n")
    }

    @Test("the review of a month is told once, when it is over, in the site's language")
    func month() async throws {
        let owner = try await NotifiedOwner()
        try owner.configure("language: de\ntime_zone: Europe/Stockholm\n")
        let episodes = (1...3).map { #"{"number":\#($0),"watched_at":"2026-11-1\#($0)T20:00:01Z"}"# }.joined(separator: ",")
        try owner.save([:], watched: #","seasons":[{"number":1,"episodes":[\#(episodes)]}]"#)
        try await owner.run("2026-11-16T08:00:00Z")
        #expect(try await owner.run("2026-11-30T12:00:00Z").output == "ntfy (127.0.0.1): nothing new\n")
        for _ in 1...2 { try await owner.run("2026-12-01T12:00:00Z") }
        try await owner.run("2026-12-20T12:00:00Z")
        #expect(owner.texts == ["November 2026 im Rückblick\n• 3 Folgen"])
    }

    @Test("a dry run shows what would be told, sends nothing and remembers nothing")
    func dryRun() async throws {
        let owner = try await NotifiedOwner()
        try owner.save([1: Self.first])
        let begun = try await owner.run("2026-11-20T08:00:00Z", to: [.ntfy], "--dry-run")
        #expect(
            begun.output
                == "ntfy (127.0.0.1): the first run tells nothing; without it, 1 notice would be told\n", "\(begun.errors)")
        #expect(!FileManager.default.fileExists(atPath: "\(owner.scratch.path)/state"))
        try await owner.run(Self.monday)
        let before = try Tree("\(owner.scratch.path)/state")
        let dry = try await owner.run("2026-11-20T08:00:00Z", to: [.ntfy], "--dry-run")
        #expect(
            dry.output == "ntfy (127.0.0.1): 1 notice would be told\nToday\n• Alpha S01E01 (series premiere), 21:30\n")
        #expect(try Tree("\(owner.scratch.path)/state") == before && owner.receiver.requests.isEmpty)
        let json = try JSON(Data(try await owner.run("2026-11-20T08:00:00Z", to: [.ntfy], "--json").output.utf8))
        #expect(json["version"] == 1 && json["dry_run"] == false)
        let place = try #require(json["places"]?[0])
        #expect(place["target"] == "ntfy" && place["host"] == "127.0.0.1" && place["outcome"] == "told")
        #expect(place["told"]?[0]?["episodes"] == ["S01E01"] && place["kept"] == [] && place["says"] == .null)
    }

    @Test("where the environment names no place, standard output has what is new and nothing else, for a mail")
    func output() async throws {
        let owner = try await NotifiedOwner()
        try owner.save([1: Self.first])
        let begun = try await owner.run(Self.monday, to: [])
        #expect(begun.output == "" && begun.errors.hasPrefix("standard output: the first run tells nothing"))
        for output in ["Today\n• Alpha S01E01 (series premiere), 21:30\n\nhttps://simkl.com/\n", ""] {
            let result = try await owner.run("2026-11-20T08:00:00Z", to: [])
            #expect(result.output == output && result.errors == "" && result.code == 0)
        }
    }

    @Test("a folder that was saved by hand is not written into, and where to remember is asked for: 64")
    func noState() async throws {
        let owner = try await NotifiedOwner()
        try owner.save([1: Self.first])
        let before = try Tree("\(owner.scratch.path)/data")
        let result = try await Program.run(
            ["notify", "--data", "data"], environment: owner.environment([.ntfy]), in: owner.scratch.path)
        #expect(result.code == 64 && result.complaints.count == 1 && result.errors.contains("--state DIR"))
        #expect(try Tree("\(owner.scratch.path)/data") == before)
    }
}
