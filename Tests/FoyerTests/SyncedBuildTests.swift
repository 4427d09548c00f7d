import Foundation
import TestSupport
import Testing

/// `foyer build` with a sign-in: when it asks Simkl, and what becomes of the site when Simkl does not answer as it should.
struct SyncedBuildTests {
    private static let build = [
        "build", "--details", "0", "--now", "2027-03-01T12:00:00Z", "--base-url", "https://example.org/watch/",
    ]

    /// A site and a mirror from a good run.
    private func built() async throws -> Owner {
        let owner = try await Owner.signedIn()
        let result = try await build(owner)
        #expect(result.code == 0, "\(result.errors)")
        owner.simkl.clearLog()
        return owner
    }

    private func build(_ owner: Owner, _ more: String..., environment: [String: String] = [:]) async throws -> Program.Result {
        try await Program.run(
            Self.build + more, environment: owner.environment.merging(environment) { $1 }, in: owner.folder)
    }

    @Test("a build with a sign-in fetches first; the next one asks one thing and writes nothing anew")
    func first() async throws {
        let owner = try await built()
        #expect(try owner.page("index.html").contains("Powered by"))
        let before = try Tree.identities(owner.site)
        let result = try await build(owner)
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(result.output.hasPrefix(".foyer: nothing new\n"), "\(result.output)")
        #expect(owner.requests == ["GET /sync/activities"])
        #expect(try Tree.identities(owner.site) == before)
        #expect(owner.simkl.violations.isEmpty)
    }

    @Test("what changed at Simkl is on the site after the next build")
    func news() async throws {
        let owner = try await built()
        let film = try #require(owner.simkl.account.ids(.movies, status: "completed").first)
        owner.simkl.change { $0.note(film, "Seen twice by now") }
        #expect(try await build(owner).code == 0)
        #expect(try owner.page("movies/\(film)-title-\(film)/index.html").contains("Seen twice by now"))
    }

    @Test("B2: --offline makes no connection, also when somebody is signed in")
    func offline() async throws {
        let owner = try await built()
        let result = try await build(owner, "--offline")
        #expect(result.code == 0, "\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
        #expect(!(try owner.page("index.html").contains("may be newer data")))
    }

    @Test(
        "E11: nobody signed in any more, or an empty secret: the site is made from the mirror and says so, and the end is 77",
        arguments: [
            ([:], "nobody is signed in. Run: foyer login."),
            (
                ["SIMKL_REFRESH_TOKEN": ""],
                "nobody is signed in: SIMKL_REFRESH_TOKEN is set, but empty. Give it its value, or run: foyer login."
            ),
            (
                ["SIMKL_ACCESS_TOKEN": " \n", "SIMKL_CLIENT_ID": ""],
                "nobody is signed in: SIMKL_ACCESS_TOKEN is set, but empty. Give it its value, or run: foyer login."
            ),
            (
                ["SIMKL_REFRESH_TOKEN": "x", "SIMKL_CLIENT_ID": ""],
                "there is a token in the environment but no SIMKL_CLIENT_ID, which belongs to it."
            ),
        ] as [([String: String], String)])
    func signedOut(secrets: [String: String], message: String) async throws {
        let owner = try await built()
        try FileManager.default.removeItem(atPath: owner.tokenFile)
        for quiet in [[], ["--quiet"]] {
            let result = try await Program.run(
                Self.build + quiet, environment: owner.environment.merging(secrets) { $1 }, in: owner.folder)
            #expect(result.code == 77 && result.errors == "foyer: \(message)\n", "\(result.errors)")
        }
        for page in ["index.html", "about/index.html"] {
            #expect(try owner.page(page).contains("There may be newer data at Simkl."), "\(page)")
        }
        #expect(owner.simkl.log.isEmpty)
        let offline = try await build(owner, "--offline", environment: secrets)
        #expect(offline.code == 0 && offline.errors.isEmpty, "\(offline.errors)")
        #expect(!(try owner.page("index.html").contains("may be newer data")))
    }

    @Test("E11: a token file that cannot be read is no sign-in either; the token is not quoted")
    func damagedToken() async throws {
        let owner = try await built()
        try owner.scratch.write("{\"accessToken\":\"hush", to: "configuration/foyer/token.json")
        let result = try await build(owner)
        #expect(result.code == 77 && result.complaints.count == 1 && !result.errors.contains("hush"), "\(result.errors)")
        #expect(try owner.page("index.html").contains("There may be newer data at Simkl."))
    }

    @Test(
        "E11: who has files of their own is not asked to sign in; an empty secret without any is named: 77",
        arguments: [[:], ["SIMKL_REFRESH_TOKEN": ""]] as [[String: String]])
    func handSaved(secrets: [String: String]) async throws {
        let owner = try await Owner()
        let account = try owner.scratch.account("mine", films: Scratch.films)
        let result = try await build(owner, "--data", account, environment: secrets)
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(!(try owner.page("index.html").contains("may be newer data")))
        let nothing = try await build(owner, environment: secrets)
        let (code, word): (Int32, String) = secrets.isEmpty ? (65, "foyer login") : (77, "SIMKL_REFRESH_TOKEN")
        #expect(nothing.code == code && nothing.errors.contains(word), "\(nothing.errors)")
    }

    // MARK: - How old the data is

    @Test("data that is over two days old is told in the last line and in the report")
    func age() async throws {
        let owner = try await built()
        let days = [1.9, 2].map { Date(timeIntervalSinceNow: $0 * 86_400 + 60).formatted(.iso8601) }
        let fresh = try await owner.run("build", "--offline", "--now", days[0])
        #expect(fresh.code == 0 && !fresh.output.contains("old"), "\(fresh.output)")
        let old = try await owner.run("build", "--offline", "--now", days[1])
        #expect(old.output.contains(/\); data of \d{4}-\d\d-\d\d, 2 days old\nYour site:/), "\(old.output)")
        let json = try JSON(Data(try await owner.run("build", "--offline", "--json", "--now", days[1]).output.utf8))
        #expect(json["dataAgeDays"] == 2 && json["dataDay"]?.string?.count == 10)
        #expect(!(try await owner.run("build", "--sample", "--now", "2030-01-01T00:00:00Z").output.contains(" old")))
        let account = try owner.scratch.account("mine", films: Scratch.films)
        let saved = try await owner.run("build", "--data", account, "--now", "2027-03-01T12:00:00Z")
        #expect(saved.output.contains("; the newest entry is of 2026-03-10, 356 days ago\n"), "\(saved.output)")
    }

    @Test("a folder of files that were saved by hand is neither synced nor written to")
    func plainFiles() async throws {
        let owner = try await Owner.signedIn()
        let account = try owner.scratch.account("mine", films: Scratch.films)
        let before = try Tree.identities(account)
        #expect(try await build(owner, "--data", account).code == 0)
        #expect(try Tree.identities(account) == before)
        let sync = try await owner.run("sync", "--data", account)
        #expect(sync.code == 65 && sync.errors.contains("were not fetched by Foyer"), "\(sync.errors)")
        #expect(try Tree.identities(account) == before)
        #expect(owner.simkl.log.isEmpty)
    }

    @Test(
        "A1, A2, A4: where the account is refused the end is 77 after one line; site and mirror stay byte for byte",
        arguments: [401, 403, 412])
    func refused(status: Int) async throws {
        let owner = try await built()
        owner.simkl.change { $0.watch($0.ids(.movies)[0]) }
        let before = try [Tree(owner.mirror), Tree(owner.site)]
        let library = LoopbackFault.Match.path(status == 403 ? "/sync/all-items" : "/sync")
        owner.simkl.fail(library, with: status == 401 ? .tokenFailed : status == 403 ? .forbidden : .clientFailed)
        let result = try await build(owner)
        #expect(result.code == 77)
        #expect(result.complaints.count == 1 && result.output.isEmpty, "\(result.errors)")
        #expect(owner.requests.count == (status == 403 ? 2 : 1), "\(owner.requests)")
        #expect(try [Tree(owner.mirror), Tree(owner.site)] == before)
        owner.simkl.clearFaults()
        #expect(try await build(owner).code == 0)
    }

    @Test("A2: what a private profile keeps back is left out and told of; the build goes on")
    func forbiddenParts() async throws {
        let owner = try await Owner.signedIn()
        owner.simkl.fail(.path("/users/4711/stats"), with: .forbidden)
        owner.simkl.fail(.path("/sync/playback"), with: .forbidden)
        owner.simkl.fail(.path("/ratings/"), with: .forbidden)
        let result = try await build(owner)
        #expect(result.code == 0)
        #expect(
            result.complaints.filter { $0.hasPrefix("note: left out: ") }.map { String($0.dropFirst(16).prefix { $0 != ":" }) }
                == [
                    "playback", "stats", "crowd/shows.json", "crowd/anime.json", "crowd/movies.json",
                ], "\(result.errors)")
        #expect(!(try owner.page("index.html").contains("may be newer data")))
    }

    // MARK: - Simkl is away

    /// Yesterday and today in words, since a day of the owner's begins at four in Berlin.
    private static let days: [String] = [-86_400, 0].map { seconds in
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(identifier: "Europe/Berlin")
        format.dateFormat = "d MMMM yyyy"
        return format.string(from: Date(timeIntervalSinceNow: seconds))
    }

    /// Builds while something is wrong, and sees to it that the site is published from the mirror and says how old that is.
    private func expectSiteOfTheMirror(
        _ owner: Owner, code: Int32, _ words: String, environment: [String: String] = [:],
        location: SourceLocation = #_sourceLocation
    ) async throws {
        let mirror = try Tree(owner.mirror)
        let result = try await build(owner, environment: environment)
        #expect(result.code == code, sourceLocation: location)
        #expect(
            result.complaints.count == 1 && result.errors.contains(words), "\(result.errors)", sourceLocation: location)
        let day = try #require(try owner.page("index.html").firstMatch(of: /Data of (\d+ [A-Z][a-z]+ \d{4})\./)).1
        #expect(Self.days.contains(String(day)), "\(day)", sourceLocation: location)
        for page in ["index.html", "statistics/index.html", "about/index.html"] {
            let text = try owner.page(page)
            #expect(text.contains("There may be newer data at Simkl."), "\(page)", sourceLocation: location)
            #expect(text.contains("Data of \(day)."), "\(page)", sourceLocation: location)
        }
        #expect(try Tree(owner.mirror).files["shows.json"] == mirror.files["shows.json"], sourceLocation: location)
        owner.simkl.clearFaults()
    }

    @Test("B2: when nobody answers at Simkl's, the site is made from the mirror, says its day, and the end is 69")
    func refusedConnection() async throws {
        let owner = try await built()
        try await expectSiteOfTheMirror(
            owner, code: 69, "127.0.0.1 cannot be reached (nobody answers there).",
            environment: ["FOYER_API_URL": "http://127.0.0.1:9", "FOYER_CDN_URL": "http://127.0.0.1:9"])
        #expect(try await build(owner).code == 0)
        #expect(!(try owner.page("index.html").contains("may be newer data")))
    }

    @Test("B1: when the name is not known, the host is named and the end is 69")
    func noSuchHost() async throws {
        let owner = try await built()
        try await expectSiteOfTheMirror(
            owner, code: 69, "api.simkl.invalid cannot be reached (there is no such host).",
            environment: ["FOYER_API_URL": "https://api.simkl.invalid"])
    }

    @Test("A8: a server that asks to be left alone for long: the site is made from the mirror, and the end is 75")
    func unavailable() async throws {
        let owner = try await built()
        owner.simkl.fail(.path("/sync"), with: .status(503, "internal", retryAfter: "400"))
        try await expectSiteOfTheMirror(owner, code: 75, "status 503")
    }

    @Test("A7: when the day's requests are used up, that is said at once, and the end is 75")
    func quota() async throws {
        let owner = try await built()
        owner.simkl.leaveQuota(0)
        try await expectSiteOfTheMirror(owner, code: 75, "The day's requests to Simkl are used up")
        #expect(owner.requests == ["GET /sync/activities"])
    }

    @Test("A7: the quota that runs out between two requests leaves what came before")
    func quotaMidway() async throws {
        let owner = try await built()
        owner.simkl.change { $0.watch($0.ids(.movies)[0]) }
        owner.simkl.leaveQuota(1)
        try await expectSiteOfTheMirror(owner, code: 75, "The day's requests to Simkl are used up")
    }

    @Test("A13: a page of somebody between is not taken for Simkl's answer: 69", arguments: ["<html>", "text"])
    func portal(kind: String) async throws {
        let owner = try await built()
        owner.simkl.fail(.path("/sync"), with: kind == "text" ? .body("Please log in.", type: "text/plain") : .html)
        try await expectSiteOfTheMirror(owner, code: 69, "Something may stand between this machine and Simkl.")
    }

    /// Answers to a question that Simkl always has an answer to.
    private static let withheld: [String: LoopbackEffect] = [
        "204": .status(204), "206": .json(["shows": []], status: 206), "304": .status(304), "404": .notFound,
        "409": .status(409, "already_watched"), "451": .status(451, "unavailable"),
        "200 with an error": .json(["error": "premium_only", "padding": .string(String(repeating: "x", count: 20_000))]),
    ]

    @Test(
        "E2: what is no library is an outage: the site is made from the mirror, and the end is 69",
        arguments: withheld.keys.sorted())
    func withheldLibrary(answer: String) async throws {
        let owner = try await built()
        let effect = try #require(Self.withheld[answer])
        let words = "instead of data. What is known already stays; try again later."
        owner.simkl.fail(.path("/sync/activities"), with: effect)
        try await expectSiteOfTheMirror(owner, code: 69, words)
        owner.simkl.change { $0.watch($0.ids(.movies)[0]) }
        owner.simkl.fail(.path("/sync/all-items"), with: effect)
        try await expectSiteOfTheMirror(owner, code: 69, words)
        #expect(try await build(owner).code == 0)
    }

    @Test("E2: a calendar with an error in it is not kept, so that it cannot stop the builds to come")
    func calendarWithError() async throws {
        let owner = try await Owner.signedIn()
        owner.simkl.fail(.host(.cdn), with: .json(["calendar": [], "metadata": [:], "error": "premium_only"]))
        let result = try await build(owner)
        #expect(result.code == 69, "\(result.errors)")
        owner.simkl.clearFaults()
        #expect(try await build(owner).code == 0)
        #expect(try await build(owner, "--offline").code == 0)
    }

    @Test("A13: the right JSON under another type is fine")
    func wrongType() async throws {
        let owner = try await Owner.signedIn()
        owner.simkl.fail(.everything, with: .typed("text/plain"))
        #expect(try await build(owner).code == 0)
    }

    @Test("without a mirror Simkl's absence ends with 69, and the old site stays")
    func noMirror() async throws {
        let owner = try await built()
        try FileManager.default.removeItem(atPath: owner.mirror)
        let before = try Tree.identities(owner.site)
        let result = try await build(owner, environment: ["FOYER_API_URL": "http://127.0.0.1:9"])
        #expect(result.code == 69 && result.complaints.count == 1, "\(result.errors)")
        #expect(try Tree.identities(owner.site) == before)
    }

    @Test("a first fetch that breaks off leaves the old site, and the next build goes on from there")
    func halfMirror() async throws {
        let owner = try await Owner.signedIn()
        owner.simkl.fail(.path("/sync/all-items/movies"), with: .quotaGone)
        let result = try await build(owner)
        #expect(result.code == 75 && result.complaints.count == 1, "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: owner.site))
        owner.simkl.clearFaults()
        owner.simkl.clearLog()
        #expect(try await build(owner).code == 0)
        #expect(owner.requests.filter { $0.hasPrefix("GET /sync/all-items") }.count == 1)
    }

    // MARK: - Answers that cannot be believed

    @Test("A14, E5: what would empty a part of the library is not believed: 75, what to do, and the site keeps it")
    func emptied() async throws {
        let owner = try await built()
        let films = try owner.mirrored("movies.json")
        owner.simkl.change { account in for id in account.ids(.movies) { account.remove(id) } }
        for _ in 0..<2 {
            let result = try await build(owner)
            #expect(result.code == 75)
            #expect(
                result.complaints == [
                    "foyer: Simkl says that there are no movies any more, but the mirror has 8. That is not believed yet, and the "
                        + "mirror keeps what it has. Run foyer sync again in an hour or later; what Simkl says then once more is "
                        + "believed (at once: foyer sync --allow-empty)."
                ], "\(result.errors)")
            #expect(try owner.mirrored("movies.json") == films)
            #expect(FileManager.default.fileExists(atPath: "\(owner.site)/movies/1003-title-1003"))
            #expect(try owner.page("index.html").contains("There may be newer data at Simkl."))
        }
        let doubt = "Simkl says that there are no movies any more, but the mirror has 8"
        #expect(try await owner.run("status").output.contains("\nNot believed yet: \(doubt).\n"))
        #expect(try JSON(Data(try await owner.run("status", "--json").output.utf8))["doubt"]?.string == doubt)
        let sync = try await owner.run("sync", "--allow-empty", "--details", "0")
        #expect(sync.code == 0 && sync.output == ".foyer: 8 removed\n", "\(sync.output)\(sync.errors)")
        #expect(try owner.mirrored("movies.json") == ["movies": []])
        #expect(try await build(owner).code == 0)
        #expect(!FileManager.default.fileExists(atPath: "\(owner.site)/movies/1003-title-1003"))
    }

    @Test("what was removed is put back by sync --restore, asks nobody, and stays")
    func restored() async throws {
        let owner = try await built()
        let before = try owner.mirrored("movies.json")
        let none = try await owner.run("sync", "--restore")
        #expect(none.code == 65 && none.errors == "foyer: .foyer: nothing that was removed is kept.\n", "\(none.errors)")
        owner.simkl.change { $0.remove(1003) }
        let sync = try await owner.run("sync", "--details", "0")
        #expect(
            sync.errors.firstMatch(
                of:
                    /^note: what was removed is kept for a year in \.foyer\/state\/removed\/\d{4}-\d\d-\d\d\.json; foyer sync --restore puts it back\.\n$/
            ) != nil, "\(sync.errors)")
        owner.simkl.clearLog()
        try FileManager.default.removeItem(atPath: owner.tokenFile)
        let restore = try await owner.run("sync", "--restore")
        #expect(restore.code == 0, "\(restore.errors)")
        #expect(
            restore.output.firstMatch(of: /^\.foyer: 1 title removed on \d{4}-\d\d-\d\d put back\n$/) != nil, "\(restore.output)")
        #expect(owner.simkl.log.isEmpty)
        #expect(try owner.mirrored("movies.json") == before)
        try owner.signIn()
        #expect(try await build(owner).errors.contains("note: 1 title that was put back is not in Simkl's library; it stays"))
        #expect(FileManager.default.fileExists(atPath: "\(owner.site)/movies/1003-title-1003"))
        for usage in [["--restore", "--full"], ["--restore", "yesterday"]] {
            let result = try await Program.run(["sync"] + usage, environment: owner.environment, in: owner.folder)
            #expect(result.code == 64, "\(result.errors)")
        }
    }

    @Test("no site is made of a mirror that turns out to be another account's: 65")
    func otherAccount() async throws {
        let owner = try await built()
        let before = try Tree(owner.site)
        owner.simkl.change { $0.changeSettings { $0["account"] = ["id": 4712, "timezone": "Europe/Berlin", "type": "free"] } }
        let result = try await build(owner)
        #expect(result.code == 65 && result.errors.contains("is of another account"), "\(result.errors)")
        #expect(try Tree(owner.site) == before)
        #expect(try owner.mirrored("settings.json")["account"]?["id"] == 4711)
    }

    @Test("who has signed in to another account is told so before anything is asked: 65")
    func otherLogin() async throws {
        let owner = try await built()
        owner.simkl.change { $0.settings["account"] = ["id": 4712, "timezone": "Europe/Berlin", "type": "free"] }
        #expect(try await owner.run("login").code == 0)
        owner.simkl.clearLog()
        let before = try [Tree(owner.mirror), Tree(owner.site)]
        let result = try await build(owner)
        #expect(result.code == 65 && result.errors.contains("is of another account"), "\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
        #expect(try [Tree(owner.mirror), Tree(owner.site)] == before)
    }
}
