import Foundation
import TestSupport
import Testing

@testable import Simkl

/// What is asked now and then, beside the library.
@Suite("Rounds")
struct SyncRoundsTests {
    private static func options(details: Int) -> MirrorSync.Options {
        var options = MirrorSync.Options()
        options.catalogueBudget = details
        return options
    }

    private func asked(_ mirror: SyncedMirror, _ prefix: String) -> [String] {
        mirror.requests.filter { $0.hasPrefix("GET \(prefix)") }
    }

    @Test("statistics come only when anything has changed, and once a week at most")
    func statistics() async throws {
        let mirror = try await SyncedMirror(titles: 10)
        try await mirror.sync(SyncedMirror.libraryOnly)
        func isAsked(after hours: Int, change: Bool) async throws -> Bool {
            mirror.clock.advance(by: .seconds(hours * 3600))
            if change { mirror.simkl.change { $0.rate($0.ids()[0], 3) } }
            try await mirror.sync(SyncedMirror.libraryOnly)
            return asked(mirror, "/users/4711/stats") != []
        }
        #expect(try await !isAsked(after: 7 * 24 - 1, change: true))
        #expect(try await isAsked(after: 1, change: false))
        #expect(try await !isAsked(after: 300, change: false))
        #expect(try await isAsked(after: 0, change: true))
    }

    @Test("A14 statistics are never replaced by nothing", arguments: ["null", "{}", "[]", "5"])
    func noStatistics(text: String) async throws {
        let mirror = try await SyncedMirror(titles: 10)
        try await mirror.sync(SyncedMirror.libraryOnly)
        let before = try mirror.data("stats.json")
        mirror.clock.advance(by: .seconds(8 * 86_400))
        mirror.simkl.change { $0.rate($0.ids()[0], 3) }
        mirror.simkl.fail(.path("/users/4711/stats"), with: .body(text))
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(try mirror.data("stats.json") == before)
        mirror.simkl.clearFaults()
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(try JSON(mirror.data("stats.json")) != JSON(before))
    }

    @Test("what others think is asked weekly of lists on which all is out, and daily of the rest")
    func crowd() async throws {
        let mirror = try await SyncedMirror(titles: 10)
        mirror.simkl.fail(
            .path("/ratings/anime"),
            with: .edit { json in json = .array(json.elements.map { $0.with("release_status", "airing") }) })
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(asked(mirror, "/ratings/").count == 3)
        for (hours, count) in [(23, 0), (1, 1), (24 * 6, 3), (1, 0)] {
            mirror.clock.advance(by: .seconds(hours * 3600))
            try await mirror.sync(SyncedMirror.libraryOnly)
            #expect(asked(mirror, "/ratings/").count == count, "\(mirror.requests)")
        }
    }

    @Test(
        "what others think of a title that is new on a list comes in the same run, and is not asked again where nobody thinks anything"
    )
    func crowdOfNew() async throws {
        let mirror = try await SyncedMirror(titles: 10)
        try await mirror.sync(SyncedMirror.libraryOnly)
        let new = try #require(mirror.simkl.account.catalogueOnly(.shows).first)
        mirror.simkl.change { $0.move(new, to: "plantowatch") }
        mirror.clock.advance(by: .seconds(3600))
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(asked(mirror, "/ratings/").count == 1 && asked(mirror, "/ratings/tv").count == 1, "\(mirror.requests)")
        #expect(try JSON(mirror.data("crowd/shows.json")).elements.contains { $0["id"]?.int == new })
        let other = try #require(mirror.simkl.account.catalogueOnly(.movies).first)
        mirror.simkl.change { $0.move(other, to: "plantowatch") }
        mirror.simkl.fail(.path("/ratings/movies"), with: .edit { $0 = .array([]) })
        for count in [1, 0] {
            mirror.clock.advance(by: .seconds(3600))
            try await mirror.sync(SyncedMirror.libraryOnly)
            #expect(asked(mirror, "/ratings/").count == count, "\(mirror.requests)")
        }
    }

    @Test("what is trending comes only where it is wanted, once a day at most, and a page of somebody else's replaces nothing")
    func trending() async throws {
        let mirror = try await SyncedMirror(titles: 10)
        try await mirror.sync(SyncedMirror.libraryOnly)
        var options = SyncedMirror.libraryOnly
        options.discovers = true
        func asked() -> [String] { mirror.files.filter { $0.hasPrefix("/discover/") } }
        #expect(asked() == [])
        try await mirror.sync(options)
        #expect(asked() == ["tv", "anime", "movies"].map { "/discover/trending/\($0)/week_100.json 200" })
        for (hours, count) in [(23, 0), (1, 3)] {
            mirror.clock.advance(by: .seconds(hours * 3600))
            try await mirror.sync(options)
            #expect(asked().count == count && asked().allSatisfy { $0.hasSuffix(" 304") }, "\(asked())")
        }
        let before = try mirror.data("trending/tv.json")
        mirror.simkl.fail(.path("/discover/"), with: .html)
        mirror.clock.advance(by: .seconds(86_400))
        _ = try? await mirror.sync(options)
        #expect(try mirror.data("trending/tv.json") == before)
        let account = try AccountFolder(path: mirror.folder.path).read()
        #expect(Set(account.trending.map(\.bucket)) == Set(Wire.Bucket.allCases) && account.issues == [])
    }

    @Test("A14 what others think is never replaced by nothing", arguments: ["null", "{}", "[]"])
    func noCrowd(text: String) async throws {
        let mirror = try await SyncedMirror(titles: 10)
        try await mirror.sync(SyncedMirror.libraryOnly)
        let before = try mirror.data("crowd/shows.json")
        mirror.clock.advance(by: .seconds(8 * 86_400))
        mirror.simkl.fail(.path("/ratings/"), with: .body(text))
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(try mirror.data("crowd/shows.json") == before)
    }

    @Test("calendars come every six hours at most, and only when they are others")
    func calendars() async throws {
        let mirror = try await SyncedMirror(titles: 10)
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.files.count == 18)
        let before = try mirror.contents().filter { $0.key.hasPrefix("calendar") }
        mirror.clock.advance(by: .seconds(6 * 3600 - 1))
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.files == [])
        mirror.clock.advance(by: .seconds(1))
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.files.count == 18 && mirror.files.allSatisfy { $0.hasSuffix(" 304") })
        #expect(try mirror.contents().filter { $0.key.hasPrefix("calendar") } == before)
    }

    @Test("A8, A13, A14 while the CDN is away the calendars stay, and that is told; the library comes all the same")
    func away() async throws {
        let mirror = try await SyncedMirror(titles: 10)
        try await mirror.sync(SyncedMirror.libraryOnly)
        let before = try mirror.contents().filter { $0.key.hasPrefix("calendar") }
        for effect in [LoopbackEffect.status(500), .html, .json([]), .json([:])] {
            mirror.simkl.clearFaults()
            mirror.simkl.fail(.host(.cdn), with: effect)
            mirror.simkl.change { $0.watch($0.ids(.shows, status: "watching")[0], episode: 6) }
            mirror.clock.advance(by: .seconds(7 * 3600))
            let report = try await mirror.sync(SyncedMirror.libraryOnly)
            #expect(report.trouble != nil)
            #expect(try mirror.contents().filter { $0.key.hasPrefix("calendar") } == before)
            #expect(try mirror.differences() == [])
        }
    }

    @Test("A3, A14 a calendar that is gone or has lost all stays, and is asked for again in six hours", arguments: [true, false])
    func gone(isMissing: Bool) async throws {
        let mirror = try await SyncedMirror(titles: 10)
        try await mirror.sync(SyncedMirror.libraryOnly)
        let before = try mirror.contents().filter { $0.key.hasPrefix("calendar") }
        mirror.simkl.fail(
            .host(.cdn), with: isMissing ? .status(404) : .body(#"{"calendar":[],"metadata":{}}"#))
        mirror.clock.advance(by: .seconds(7 * 3600))
        #expect(try await mirror.sync(SyncedMirror.libraryOnly).trouble == nil)
        let after = try mirror.contents()
        for (file, data) in before where data.count > 40 { #expect(after[file] == data, "\(file)") }
        try await mirror.sync(SyncedMirror.libraryOnly)
        #expect(mirror.files == [])
    }

    private func details(_ mirror: SyncedMirror) -> [String] {
        mirror.simkl.log.filter { ["tv", "anime", "movies"].contains($0.path.split(separator: "/").first ?? "") }.map(\.path)
    }

    @Test("details come within their budget, titles being watched first, and not again for twenty hours")
    func budget() async throws {
        let mirror = try await SyncedMirror(titles: 20)
        try await mirror.sync(Self.options(details: 4))
        let account = mirror.simkl.account
        let watched = account.ids(.shows, status: "watching") + account.ids(.anime, status: "watching")
        #expect(details(mirror).count == 4)
        for path in details(mirror) {
            let id = Int(path.split(separator: "/").last ?? "") ?? 0
            #expect(watched.contains(id), "\(path)")
        }
        mirror.clock.advance(by: .seconds(20 * 3600 - 1))
        try await mirror.sync(Self.options(details: 4))
        #expect(details(mirror) == [])
        mirror.clock.advance(by: .seconds(1))
        try await mirror.sync(Self.options(details: 1000))
        #expect(Set(details(mirror)).count == 28)
        #expect(details(mirror).count == 28)
        // All of the sample's shows have ended, and its films are old or yet to come.
        mirror.clock.advance(by: .seconds(40 * 86_400))
        try await mirror.sync(Self.options(details: 1000))
        #expect(details(mirror).allSatisfy { $0.hasPrefix("/movies/") })
    }

    @Test("what is asked for by number comes at once, and the day's own round is still to come")
    func atOnce() async throws {
        let mirror = try await SyncedMirror(titles: 20)
        var options = Self.options(details: 4)
        options.wantsCatalogueNow = true
        for _ in 0..<2 {
            try await mirror.sync(options)
            #expect(details(mirror).count == 4)
        }
        try await mirror.sync(Self.options(details: 1000))
        #expect(details(mirror).count == 24)
    }

    @Test("of what is missing, the best rated come first where nothing is being watched or was lately")
    func ranks() async throws {
        let mirror = try await SyncedMirror(titles: 60) { account in
            for (position, id) in account.ids(.movies).enumerated() { account.rate(id, position % 10 + 1) }
        }
        mirror.clock.advance(by: .seconds(400 * 86_400))
        let films = mirror.simkl.account.ids(.movies)
        // A third of what there is to fetch.
        try await mirror.sync(Self.options(details: 30))
        let fetched = Set(details(mirror))
        let ratings = films.enumerated().map {
            (rating: $0.offset % 10 + 1, isFetched: fetched.contains("/movies/\($0.element)"))
        }
        let (best, others) = (ratings.filter(\.isFetched), ratings.filter { !$0.isFetched })
        #expect(!best.isEmpty && !others.isEmpty && best.map(\.rating).min() ?? 0 >= others.map(\.rating).max() ?? 0)
    }

    @Test("once a day Simkl is asked what has changed, and that alone is fetched anew, of titles that have ended too")
    func changed() async throws {
        let mirror = try await SyncedMirror(titles: 20)
        try await mirror.sync(Self.options(details: 1000))
        let (show, film) = (mirror.simkl.account.ids(.shows)[0], mirror.simkl.account.ids(.movies)[0])
        mirror.simkl.change { account in
            account.changeDetails(of: show) { $0["runtime"] = 51 }
            account.changeDetails(of: film) { $0["runtime"] = 151 }
        }
        mirror.simkl.advance(by: .seconds(3600))
        mirror.clock.advance(by: .seconds(86_400))
        try await mirror.sync(Self.options(details: 2))
        #expect(mirror.requests.filter { $0.contains("/changes?") }.count == 1)
        #expect(details(mirror).count == 2)
        // What the budget had no room for is remembered, and what was fetched is forgotten.
        mirror.clock.advance(by: .seconds(86_400))
        try await mirror.sync(Self.options(details: 1000))
        #expect(details(mirror).count == 1)
        mirror.clock.advance(by: .seconds(86_400))
        try await mirror.sync(Self.options(details: 1000))
        #expect(details(mirror) == [] && mirror.requests.filter { $0.contains("/changes?") }.count == 1)
        #expect(try mirror.index.changed?.values.allSatisfy(\.isEmpty) == true)
    }

    @Test("A8 after an outage in the middle the details go on where they were")
    func outage() async throws {
        let mirror = try await SyncedMirror(titles: 20)
        mirror.simkl.fail(.path("/tv/"), skipping: 3, with: .status(500))
        let report = try await mirror.sync(Self.options(details: 1000))
        #expect(report.trouble?.outlook == .tryLater)
        let done = try mirror.contents().keys.filter { $0.hasPrefix("titles/") || $0.hasPrefix("episodes/") }.count
        #expect(done > 0)
        mirror.simkl.clearFaults()
        try await mirror.sync(Self.options(details: 1000))
        #expect(details(mirror).count == 32 - done)
        #expect(mirror.requests.first == "GET /sync/activities")
    }

    @Test(
        "A2, A3, A13, A14 a title without an answer keeps what is known of it and holds up no other",
        arguments: [
            "null", "[]", "{}", "<html></html>",
        ])
    func emptyDetails(text: String) async throws {
        let mirror = try await SyncedMirror(titles: 10) { account in account.airEpisode(of: 1001) }
        try await mirror.sync(Self.options(details: 1000))
        let before = try mirror.contents()
        try FileManager.default.removeItem(atPath: "\(mirror.folder.path)/titles/tv/1004.json")
        mirror.simkl.fail(.path("/tv/"), with: .body(text))
        mirror.simkl.fail(.path("/anime/"), with: .forbidden)
        mirror.simkl.fail(.path("/movies/"), with: .notFound)
        mirror.clock.advance(by: .seconds(400 * 86_400))
        let report = try await mirror.sync(Self.options(details: 1000))
        #expect(report.trouble == nil)
        let after = try mirror.contents()
        for (file, data) in before
        where (file.hasPrefix("titles/") || file.hasPrefix("episodes/")) && !file.hasSuffix("tv/1004.json") {
            #expect(after[file] == data, "\(file)")
        }
        #expect(details(mirror).contains("/tv/1004"))
    }

    @Test(
        "C8 a damaged file is fetched again, and only it",
        arguments: [
            "shows.json", "anime.json", "movies.json", "settings.json", "playback.json", "stats.json", "crowd/shows.json",
            "calendar/tv.json", "titles/tv/1001.json", "episodes/tv/1001.json",
        ])
    func damaged(file: String) async throws {
        let mirror = try await SyncedMirror(titles: 10)
        try await mirror.sync(Self.options(details: 1000))
        let before = try mirror.contents()
        try Data("{".utf8).write(to: URL(filePath: "\(mirror.folder.path)/\(file)"))
        // Details are looked at once in twenty hours, and so is what has changed of them.
        if file.contains("/tv/") { mirror.clock.advance(by: .seconds(20 * 3600)) }
        let report = try await mirror.sync(Self.options(details: 1000))
        #expect(report.damaged == [file])
        #expect(try mirror.data(file) == before[file])
        let others =
            mirror.requests.filter { $0 != "GET /sync/activities" && !$0.hasPrefix("GET /changes?") }
            + mirror.files.filter { !$0.hasSuffix(" 304") }
        #expect(others.count == 1, "\(others)")
    }
}

extension JSON {
    fileprivate func with(_ key: String, _ value: JSON) -> JSON {
        var json = self
        json[key] = value
        return json
    }
}
