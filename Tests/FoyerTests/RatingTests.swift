import Foundation
import TestSupport
import Testing

/// `foyer rate` and `foyer unrate`.
struct RatingTests {
    /// An owner with a mirror, and Simkl's answers as they stood then.
    private func synced() async throws -> Owner {
        let owner = try await Owner.signedIn()
        #expect(try await owner.run("sync", "--details", "0").code == 0)
        owner.simkl.clearLog()
        return owner
    }

    private func rate(_ owner: Owner, _ arguments: String...) async throws -> Program.Result {
        try await Program.run(["rate"] + arguments, environment: owner.environment, in: owner.folder)
    }

    /// What was sent, write by write.
    private func writes(_ owner: Owner) -> [JSON] { owner.simkl.log.filter { $0.method == "POST" }.compactMap(\.json) }

    @Test(
        "a title can be named in many ways",
        arguments: [
            "1003", "simkl:1003", "https://simkl.com/movies/1003/title-1003", "imdb:tt1001003", "tmdb:movie:51003",
            "wall·e (2003)",
            " WALL·E ", "tt1001003", "imdb.com/title/tt1001003/", "https://www.themoviedb.org/movie/51003-wall-e", "wall-e 2003",
            "simkl.com/movie/1003",
        ])
    func names(title: String) async throws {
        let owner = try await synced()
        let result = try await rate(owner, title, "4", "--yes")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.hasPrefix("WALL·E (2003), film: rate 4"), "\(result.output)")
        #expect(writes(owner) == [["movies": [["ids": ["simkl": 1003], "rating": 4]], "shows": []]])
        #expect(owner.requests.first == "POST /sync/ratings")
        #expect(try owner.mirroredRating(1003, in: .movies) == 4)
        #expect(owner.simkl.violations.isEmpty)
    }

    @Test("the day of a rating can be corrected; the same on the same day is not sent")
    func correctedDay() async throws {
        let owner = try await synced()
        for (day, count) in [("2026-10-20", 1), ("2026-10-20", 1), ("2026-10-18", 2)] {
            #expect(try await rate(owner, "1003", "9", "--on", day, "--yes").code == 0)
            #expect(writes(owner).count == count, "\(day)")
        }
        let last = writes(owner).last?["movies"]?[0]
        #expect(last?["rating"] == 9 && last?["rated_at"]?.string?.hasPrefix("2026-10-1") == true, "\(writes(owner))")
    }

    @Test("a title that only the catalogue knows is found there, rated, and in the mirror afterwards")
    func catalogue() async throws {
        let owner = try await synced()
        let film = try #require(owner.simkl.account.item(1023)?["movie"])
        let name = try #require(film["title"]?.string)
        let year = try #require(film["year"]?.int)
        let result = try await rate(owner, "\(name) (\(year))", "8", "--yes")
        #expect(result.code == 0, "\(result.errors)")
        #expect(owner.requests.filter { $0.hasPrefix("GET /search/") }.count == 3)
        #expect(result.output.contains("Rated 1 title."))
        #expect(result.output.contains("Simkl put \(name) (\(year)) on the list “completed”."), "\(result.output)")
        #expect(try owner.mirroredRating(1023, in: .movies) == 8)
    }

    @Test("by another service's id, the catalogue is asked with its type", arguments: ["imdb:tt1001023", "tmdb:movie:51023"])
    func catalogueID(title: String) async throws {
        let owner = try await synced()
        #expect(try await rate(owner, title, "8", "--yes").code == 0)
        let query = title.hasPrefix("imdb") ? "imdb=tt1001023" : "tmdb=51023&type=movie"
        #expect(owner.requests.first == "GET /search/id?\(query)")
        #expect(try owner.mirroredRating(1023, in: .movies) == 8)
    }

    @Test("a name that may be several titles is not guessed: 65, and each with its address")
    func ambiguous() async throws {
        let owner = try await synced()
        let film = try #require(owner.simkl.account.item(1003))
        owner.simkl.change { account in
            var twin = film
            twin["movie"]?["ids"] = ["simkl": 7003, "slug": "another"]
            twin["movie"]?["year"] = 1999
            account.add(twin, to: .movies)
        }
        #expect(try await owner.run("sync", "--details", "0").code == 0)
        owner.simkl.clearLog()
        let result = try await rate(owner, "WALL·E", "4", "--yes")
        #expect(result.code == 65)
        #expect(
            result.errors == """
                foyer: “WALL·E” may be any of these; name it by its address:
                  WALL·E (2003): https://simkl.com/movies/1003
                  WALL·E (1999): https://simkl.com/movies/7003

                """)
        #expect(owner.simkl.log.isEmpty)
        #expect(try await rate(owner, "WALL·E (1999)", "4", "--yes").code == 0)
        #expect(try owner.mirroredRating(7003, in: .movies) == 4)
    }

    @Test("an unknown name lists what Simkl has that is like it: 65")
    func unknown() async throws {
        let owner = try await synced()
        let near = try await rate(owner, "WALL", "4", "--yes")
        #expect(near.code == 65)
        #expect(
            near.errors.contains(
                "There is no title “WALL”. Do you mean one of these?\n  WALL·E (2003): https://simkl.com/movies/1003"),
            "\(near.errors)")
        let none = try await rate(owner, "Nobody Made This (2001)", "4", "--yes")
        #expect(none.code == 65)
        #expect(none.errors == "foyer: There is no title “Nobody Made This (2001)”.\n")
        #expect(writes(owner).isEmpty)
    }

    @Test("several titles go in one write, anime among the shows; then one sync")
    func several() async throws {
        let owner = try await synced()
        let result = try await rate(owner, "1001", "10", "1002", "6", "1003", "1", "--yes")
        #expect(result.code == 0, "\(result.errors)")
        #expect(
            writes(owner) == [
                [
                    "movies": [["ids": ["simkl": 1003], "rating": 1]],
                    "shows": [["ids": ["simkl": 1001], "rating": 10], ["ids": ["simkl": 1002], "rating": 6]],
                ]
            ])
        #expect(owner.requests.prefix(2) == ["POST /sync/ratings", "GET /sync/activities"])
        #expect(try owner.mirroredRating(1001, in: .shows) == 10)
        #expect(try owner.mirroredRating(1002, in: .anime) == 6)
        #expect(try owner.mirroredRating(1003, in: .movies) == 1)
    }

    @Test("unrate takes ratings back")
    func unrate() async throws {
        let owner = try await synced()
        #expect(try await rate(owner, "1003", "9", "--yes").code == 0)
        owner.simkl.clearLog()
        let result = try await owner.run("unrate", "1003", "--yes")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.hasPrefix("WALL·E (2003), film: remove the rating (now 9)\n"), "\(result.output)")
        #expect(owner.requests.first == "POST /sync/ratings/remove")
        #expect(writes(owner) == [["movies": [["ids": ["simkl": 1003]]], "shows": []]])
        #expect(try owner.mirroredRating(1003, in: .movies) == nil)
    }

    @Test("--dry-run says what would be sent and sends nothing, also with a token that may only read")
    func dryRun() async throws {
        let owner = try await synced()
        try owner.signIn(scope: "media:read")
        let before = try Tree(owner.mirror)
        let result = try await rate(owner, "1003", "2", "--dry-run")
        #expect(result.code == 0)
        #expect(result.output.hasPrefix("WALL·E (2003), film: rate 2"))
        #expect(owner.simkl.log.isEmpty)
        #expect(try Tree(owner.mirror) == before)
    }

    @Test("where nobody can be asked and nobody has said yes, nothing is sent: 64")
    func unasked() async throws {
        let owner = try await synced()
        let result = try await rate(owner, "1003", "2")
        #expect(result.code == 64)
        #expect(result.complaints.count == 1 && result.errors.contains("--yes"), "\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
    }

    @Test(
        "what is no rating ends with 64 before any request",
        arguments: [
            ["1003", "0"], ["1003", "11"], ["1003", "7.5"], ["1003", "-1"], ["1003"], ["1003", "7", "1001"], [" ", "7"], [],
        ])
    func range(arguments: [String]) async throws {
        let owner = try await Owner.signedIn()
        let result = try await Program.run(["rate"] + arguments, environment: owner.environment, in: owner.folder)
        #expect(result.code == 64, "\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
    }

    @Test("a token that may only read ends with 77 before any request, and says how to get another")
    func readOnly() async throws {
        let owner = try await synced()
        try owner.signIn(scope: "media:read")
        let result = try await rate(owner, "1003", "2", "--yes")
        #expect(result.code == 77 && result.errors.contains("foyer login --write"), "\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
    }

    @Test("a rating that Simkl refuses is no outage, but an error: 65", arguments: [404, 409, 451])
    func refusedRating(status: Int) async throws {
        let owner = try await Owner.signedIn()
        owner.simkl.fail(.method("POST"), with: .status(status, "refused"))
        let result = try await owner.run("rate", "1003", "7", "--yes")
        #expect(result.code == 65 && result.complaints.count == 1, "\(result.errors)")
    }

    @Test("A2: a read-only token from the environment is refused by Simkl: 77, and nothing has changed")
    func readOnlyEnvironment() async throws {
        let owner = try await synced()
        let rating = try owner.mirroredRating(1003, in: .movies)
        let result = try await owner.run(
            "rate", "1003", "2", "--yes", environment: ["SIMKL_ACCESS_TOKEN": owner.simkl.token(scope: "media:read")])
        #expect(result.code == 77 && result.complaints.count == 1, "\(result.errors)")
        #expect(try owner.mirroredRating(1003, in: .movies) == rating)
    }

    @Test("what Simkl does beside the rating is told")
    func moved() async throws {
        let owner = try await synced()
        let show = try #require(owner.simkl.account.ids(.shows, status: "plantowatch").first)
        let result = try await rate(owner, String(show), "7", "--yes")
        #expect(result.code == 0)
        #expect(result.output.contains(/\nSimkl put .+ on the list “watching”\.\n/), "\(result.output)")
        let row = try owner.mirrored("shows.json")["shows"]?.elements.first { $0["show"]?["ids"]?["simkl"]?.int == show }
        #expect(row?["status"] == "watching")
    }

    @Test("that a rating may move a title is said before; afterwards what moves it back, when the rating is taken back")
    func moves() async throws {
        let owner = try await synced()
        let planned = try await rate(owner, "1003", "7", "1023", "6", "1008", "5", "--dry-run")
        #expect(
            planned.output.split(separator: "\n").map { $0.split(separator: ": ", maxSplits: 1).last ?? "" } == [
                "rate 7; Simkl may move it from “plantowatch” to “completed”",
                "rate 6; Simkl may move it from no list to “completed”",
                "rate 5",
            ], "\(planned.output)")
        #expect(try await rate(owner, "1003", "7", "--yes").code == 0)
        let result = try await owner.run("unrate", "1003", "--yes")
        #expect(
            result.errors.hasPrefix(
                "note: WALL·E (2003) has no play, so it may be on “completed” by its rating alone. To move it back: "
                    + "foyer add https://simkl.com/movies/1003 --to plan\n"), "\(result.errors)")
    }

    @Test("on a terminal unrate asks whether to move it back, and does; no is what no answer means", arguments: ["y", ""])
    func offer(answer: String) async throws {
        let owner = try await synced()
        #expect(try await rate(owner, "1003", "7", "--yes").code == 0)
        owner.simkl.clearLog()
        let result = try await Program.onTerminal(
            ["unrate", "1003"], typing: ["y", answer], environment: owner.environment.merging(["NO_COLOR": "1"]) { $1 },
            in: owner.folder)
        #expect(result.code == 0, "\(result.output)")
        #expect(
            result.output.contains("note: WALL·E (2003) has no play, so it may be on “completed” by its rating alone.\n"),
            "\(result.output)")
        #expect(result.output.contains("Move it back to “plantowatch”? [y/N] ") && !result.output.contains("foyer add"))
        #expect(owner.writes["/sync/ratings/remove"] == ["movies": [["ids": ["simkl": 1003]]], "shows": []])
        let moved: JSON = ["movies": [["ids": ["simkl": 1003], "to": "plantowatch"]], "shows": []]
        #expect(owner.writes["/sync/add-to-list"] == (answer == "y" ? moved : nil))
        #expect(try owner.item(1003)["status"] == (answer == "y" ? "plantowatch" : "completed"))
        #expect(try owner.isMirrorTrue())
    }

    @Test("with --json the way back is a member of the change, once it is done")
    func hint() async throws {
        let owner = try await synced()
        #expect(try await rate(owner, "1003", "7", "--yes").code == 0)
        let planned = try await owner.run("unrate", "1003", "--dry-run", "--json")
        #expect(try JSON(Data(planned.output.utf8))["changes"]?[0]?["hint"] == nil, "\(planned.output)")
        let result = try await owner.run("unrate", "1003", "--yes", "--json")
        #expect(
            try JSON(Data(result.output.utf8))["changes"] == [
                [
                    "title": "WALL·E", "year": 2003, "kind": "film", "simkl": 1003,
                    "address": "https://simkl.com/movies/1003", "change": "remove the rating (now 7)", "state": "done",
                    "hint": .string(
                        "WALL·E (2003) has no play, so it may be on “completed” by its rating alone. To move it back: "
                            + "foyer add https://simkl.com/movies/1003 --to plan"),
                ]
            ], "\(result.output)")
        #expect(!result.errors.contains("To move it back"), "\(result.errors)")
    }

    @Test("a rating may be of another day; one that is still to come is refused: 64")
    func day() async throws {
        let owner = try await synced()
        #expect(try await rate(owner, "1008", "5", "--on", "2026-10-20", "--yes").code == 0)
        #expect(
            writes(owner) == [
                ["movies": [["ids": ["simkl": 1008], "rating": 5, "rated_at": "2026-10-20T00:00:00Z"]], "shows": []]
            ])
        #expect(try owner.item(1008)["user_rated_at"] == "2026-10-20T00:00:00Z")
        for day in ["2999-01-01", "2026-02-30", "tomorrow"] {
            #expect(try await rate(owner, "1008", "6", "--on", day, "--yes").code == 64)
        }
    }

    @Test("what Simkl did not find is named, the rest is done, and the end is 65")
    func notFound() async throws {
        let owner = try await synced()
        owner.simkl.fail(
            .path("/sync/ratings") && .method("POST"),
            with: .edit { answer in
                answer["added"]?["movies"] = 0
                answer["not_found"] = ["movies": [["ids": ["simkl": 1003], "rating": 2]], "shows": []]
            })
        let result = try await rate(owner, "1003", "2", "1001", "3", "--yes")
        #expect(result.code == 65)
        #expect(result.errors == "foyer: Simkl did not find: WALL·E (2003).\n", "\(result.errors)")
        #expect(try owner.mirroredRating(1001, in: .shows) == 3)
    }

    @Test("A5: while somebody else writes, the rating waits and goes out once")
    func writeLock() async throws {
        let owner = try await synced()
        owner.simkl.fail(.path("/sync/ratings") && .method("POST"), times: 1, with: .locked)
        let result = try await rate(owner, "1003", "2", "--yes")
        #expect(result.code == 0, "\(result.errors)")
        let times = owner.simkl.log.filter { $0.method == "POST" }
        #expect(times.map(\.status) == [400, 201])
        #expect(times[1].arrival - times[0].arrival >= .seconds(3))
    }

    @Test("A8: a write that got no answer is not sent twice: nobody knows whether it was done")
    func noSecondWrite() async throws {
        let owner = try await synced()
        owner.simkl.fail(.path("/sync/ratings") && .method("POST"), with: .status(502))
        let result = try await rate(owner, "1003", "2", "--yes")
        #expect(result.code == 75 && result.complaints.count == 1, "\(result.errors)")
        #expect(writes(owner).count == 1)
    }

    @Test("without a mirror titles are looked up at Simkl's, and there is one afterwards")
    func noMirror() async throws {
        let owner = try await Owner.signedIn()
        let result = try await rate(owner, "1003", "2", "--yes")
        #expect(result.code == 0, "\(result.errors)")
        #expect(owner.requests.prefix(2) == ["GET /search/id?simkl=1003", "POST /sync/ratings"])
        #expect(try owner.mirroredRating(1003, in: .movies) == 2)
    }

    // MARK: - Before anything is sent

    @Test(
        "into a folder that is no mirror and cannot become one, nothing is sent: 65", arguments: ["all-items.json", "notes.txt"])
    func noMirrorFolder(file: String) async throws {
        let owner = try await Owner.signedIn()
        try owner.scratch.write("{}", to: "work/mine/\(file)")
        for command in ["rate 1003 2", "unrate 1003"] {
            let arguments = command.split(separator: " ").map(String.init) + ["--yes", "--data", "mine"]
            let result = try await Program.run(arguments, environment: owner.environment, in: owner.folder)
            #expect(result.code == 65 && result.complaints.count == 1, "\(result.errors)")
        }
        #expect(owner.simkl.log.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(owner.folder)/mine") == [file])
    }

    @Test("into a folder that cannot be written, nothing is sent: 73")
    func unwritable() async throws {
        let owner = try await synced()
        try owner.scratch.write("in the way", to: "work/file")
        let result = try await rate(owner, "1003", "2", "--yes", "--data", "file/below")
        #expect(result.code == 73 && result.complaints.count == 1, "\(result.errors)")
        #expect(writes(owner).isEmpty)
    }

    @Test("C6: while another run is at the mirror, nothing is sent: 75")
    func busy() async throws {
        let owner = try await synced()
        owner.simkl.fail(.path("/sync/activities"), with: .stallBeforeHeaders)
        try await Program.start(["sync"], environment: owner.environment, in: owner.folder) { process in
            try await until { !owner.simkl.log.isEmpty }
            process.signal(SIGSTOP)
            defer { process.signal(SIGKILL) }
            let result = try await rate(owner, "1003", "2", "--yes")
            #expect(result.code == 75 && result.complaints.count == 1, "\(result.errors)")
            #expect(writes(owner).isEmpty)
        }
    }

    @Test("C6: no other run comes between what is sent and what is fetched then")
    func locked() async throws {
        let owner = try await synced()
        owner.simkl.fail(.path("/sync/ratings") && .method("POST"), times: 1, with: .delay(.seconds(1)))
        async let rated = rate(owner, "1003", "2", "--yes")
        try await until { !writes(owner).isEmpty }
        let other = try await owner.runInTurn("sync", "--details", "0")
        #expect(other.output == ".foyer: nothing new\n", "\(other.output)\(other.errors)")
        let output = try await rated.output
        #expect(output.contains(".foyer: 1 changed"), "\(output)")
        #expect(owner.requests.prefix(2) == ["POST /sync/ratings", "GET /sync/activities"])
        #expect(owner.requests.last == "GET /sync/activities")
    }

    @Test(
        "a title that is named twice is refused before anything is sent: 64",
        arguments: [
            ["1003", "7", "1003", "7"], ["1003", "7", "simkl:1003", "8"], ["imdb:tt1001003", "7", "WALL·E (2003)", "7"],
        ])
    func twice(arguments: [String]) async throws {
        let owner = try await synced()
        let result = try await Program.run(["rate", "--yes"] + arguments, environment: owner.environment, in: owner.folder)
        #expect(result.code == 64 && result.errors.contains("twice"), "\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
        let titles = [arguments[0], arguments[2]]
        let unrated = try await Program.run(["unrate", "--yes"] + titles, environment: owner.environment, in: owner.folder)
        #expect(unrated.code == 64 && owner.simkl.log.isEmpty, "\(unrated.errors)")
    }

    @Test("what is rated so already is not sent; the rest is")
    func unchanged() async throws {
        let owner = try await synced()
        #expect(try await rate(owner, "1003", "7", "--yes").code == 0)
        owner.simkl.clearLog()
        let same = try await rate(owner, "1003", "7")
        #expect(same.code == 0, "\(same.errors)")
        #expect(same.output == ".foyer: nothing new\nWALL·E (2003), film: is rated 7 already\n")
        #expect(owner.requests == ["GET /sync/activities"])
        #expect(try await rate(owner, "1003", "7", "1001", "10", "--yes").code == 0)
        #expect(writes(owner) == [["movies": [], "shows": [["ids": ["simkl": 1001], "rating": 10]]]])
        owner.simkl.clearLog()
        let film = try #require(owner.simkl.account.ids(.movies, status: "plantowatch").first)
        let none = try await owner.run("unrate", "\(film)")
        #expect(none.code == 0 && none.output.hasSuffix("film: has no rating\n"), "\(none.output)\(none.errors)")
        #expect(writes(owner).isEmpty)
    }

    @Test("what only the mirror says is rated so already is looked up first")
    func outdated() async throws {
        let owner = try await synced()
        #expect(try await rate(owner, "1003", "7", "--yes").code == 0)
        owner.simkl.change { $0.rate(1003, 2) }
        let result = try await rate(owner, "1003", "7", "--yes")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("WALL·E (2003), film: rate 7 (now 2)\nRated 1 title."), "\(result.output)")
        #expect(try owner.mirroredRating(1003, in: .movies) == 7)
        // And where that cannot be done, nothing is sent.
        owner.simkl.fail(.path("/sync/activities"), with: .status(500, "internal", retryAfter: "400"))
        owner.simkl.clearLog()
        #expect(try await rate(owner, "1003", "7", "--yes").code == 75)
        #expect(writes(owner).isEmpty)
    }
}
