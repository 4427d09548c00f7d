import Foundation
import TestSupport
import Testing

/// What becomes of years that are over, from build to build.
struct SealedBuildTests {
    private let scratch: Scratch
    private var site: String { "\(scratch.path)/site" }
    private var state: String { "\(scratch.path)/state" }

    init() throws { scratch = try Scratch() }

    /// A film that was watched in 2025 unless a date says otherwise.
    private struct Film {
        var id: Int
        var date: String

        init(_ id: Int, _ date: String? = nil) {
            self.id = id
            self.date = date ?? "2025-03-0\(id)T20:15:30Z"
        }

        var json: String {
            """
            {"status":"completed","last_watched_at":"\(date)","movie":{"title":"Film \(id)","year":2020,"runtime":100,
            "poster":"12/12ab\(id)","ids":{"simkl":\(900_000 + id),"slug":"film-\(id)"}}}
            """
        }
    }

    private func build(
        _ films: [Film], _ more: String..., now: String = "2026-11-01T00:00:00Z", dataUntil: String? = nil,
        edition: String = "public", hidden: [Int] = [], site: String? = nil, configuration: String = ""
    ) async throws -> Program.Result {
        try scratch.write(#"{"movies":[\#(films.map(\.json).joined(separator: ","))]}"#, to: "data/all-items.json")
        try scratch.write(#"{"all":"\#(dataUntil ?? now)"}"#, to: "data/activities.json")
        let ids = hidden.map { String(900_000 + $0) }.joined(separator: ", ")
        try scratch.write("edition: \(edition)\nhidden_titles: [\(ids)]\n\(configuration)", to: "foyer.yaml")
        let arguments = [
            "build", "--offline", "--data", "\(scratch.path)/data", "--state", state, "--config", "\(scratch.path)/foyer.yaml",
            "--output", site ?? self.site, "--now", now,
        ]
        return try await Program.run(arguments + more, environment: [:])
    }

    private func page(_ year: Int = 2025, in site: String? = nil) throws -> String {
        try String(contentsOfFile: "\(site ?? self.site)/year/\(year)/index.md", encoding: .utf8)
    }

    @Test("a year that is sealed stays to the byte when later data is another, which is told of, until it is sealed anew")
    func sealed() async throws {
        let first = try await build([Film(1), Film(2), Film(3)])
        #expect(first.code == 0 && !first.errors.contains("2025"))
        let before = try Tree("\(site)/year/2025").files
        let changed = [Film(1), Film(2, "2025-05-05T20:00:00Z"), Film(4), Film(5)]
        let second = try await build(changed)
        #expect(
            second.errors.contains(
                """
                note: 2025 was sealed on 2026-11-01: 2 plays more, 1 fewer, 1 play with another time or length; \
                foyer build --reseal 2025 takes them over

                """), "\(second.errors)")
        #expect(try page().contains("- **Films:** 3\n") && page().contains("Film 3") && !page().contains("Film 4"))
        // What comes of today, such as the place of the title's page, may differ: what was counted may not.
        let after = try Tree("\(site)/year/2025").files
        #expect(after["share.png"] == before["share.png"] && after["share-tall.png"] == before["share-tall.png"])
        #expect(try fingerprint(after) == fingerprint(before))
        let third = try await build(changed, "--reseal", "2025")
        #expect(third.code == 0 && !third.errors.contains("was sealed on") && third.errors.contains("note: sealed anew: 2025\n"))
        #expect(try page().contains("- **Films:** 4\n") && page().contains("Film 4") && !page().contains("Film 3"))
        #expect(try fingerprint(try Tree("\(site)/year/2025").files) != fingerprint(before))
        #expect(try await !build(changed).errors.contains("2025"))
    }

    /// What the page says of the plays that it was made from: the short form in its text, and the whole in its head.
    private func fingerprint(_ files: [String: Data]) throws -> String {
        let html = String(decoding: try #require(files["index.html"]), as: UTF8.self)
        let whole = try #require(html.firstMatch(of: /<meta name="foyer-plays" content="([0-9a-f]{16})">/)).1
        let text = String(decoding: try #require(files["index.md"]), as: UTF8.self)
        #expect(text.contains("Made from plays with the fingerprint \(whole.prefix(8)), sealed on 1 November 2026: "))
        return String(whole)
    }

    @Test("a year is sealed from February on, and the running year never is")
    func grace() async throws {
        let films = [Film(1), Film(2, "2026-01-05T20:00:00Z")]
        #expect(try await build(films, now: "2026-01-31T12:00:00Z").code == 0)
        #expect(!FileManager.default.fileExists(atPath: "\(state)/years"))
        #expect(try page().contains("it is not sealed.") && page(2026).contains(": the year is not over."))
        #expect(try await build(films, now: "2026-02-01T12:00:00Z").code == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(state)/years") == ["2025.json"])
        #expect(try page().contains("sealed on 1 February 2026") && page(2026).contains(": the year is not over."))
    }

    @Test("a title that has left the library is still named and pictured in its year, and linked on Simkl")
    func former() async throws {
        #expect(try await build([Film(1), Film(2)]).code == 0)
        #expect(try page().contains("../../movies/900002-film-2/"))
        #expect(try await build([Film(1)]).code == 0)
        let page = try page()
        #expect(page.contains("[![Film 2](https://wsrv.nl/?url=https://simkl.in/posters/12/12ab2_m.webp) Film 2]"))
        #expect(page.contains("](https://simkl.com/movies/900002/film-2)") && !page.contains("movies/900002-film-2/"))
        #expect(!FileManager.default.fileExists(atPath: "\(site)/movies/900002-film-2"))
        #expect(try !String(contentsOfFile: "\(site)/movies/index.md", encoding: .utf8).contains("Film 2"))
        // A year of which the library has nothing at all is there as well, with its months and its links.
        #expect(try await build([]).code == 0)
        let all = try Tree(site).files
        #expect(all["year/2025/03/index.html"] != nil)
        let html = String(decoding: try #require(all["year/2025/index.html"]), as: UTF8.self)
        for match in html.matches(of: /href="(\.\.\/[^"#]*)"/) {
            let target = URL(filePath: "/year/2025/").appending(path: String(match.1)).standardized.path.dropFirst()
            #expect(all[String(target)] != nil, "\(target)")
        }
    }

    @Test("what has left and only a sealed year still tells of is named, until the year is sealed anew or the title is left out")
    func named() async throws {
        #expect(try await build([Film(1), Film(2)]).code == 0)
        let left = try await build([Film(1)])
        let note = """
            note: 2025 is sealed and still tells of 1 title that left the library: Film 2 (900002); foyer build --reseal 2025 drops it, \
            and so does unreviewed_titles

            """
        #expect(left.errors.contains(note) && left.errors.contains("note: 1 title left: Film 2\n"), "\(left.errors)")
        let next = try await build([Film(1)])
        #expect(next.errors.contains(note) && !next.errors.contains("1 title left"), "\(next.errors)")
        // In an edition that hides it, nobody is told of it.
        #expect(try await !build([Film(1)], hidden: [2]).errors.contains("Film 2"))
        let unreviewed = try await build([Film(1)], configuration: "unreviewed_titles: [900002]\n")
        #expect(!unreviewed.errors.contains("Film 2"), "\(unreviewed.errors)")
        for (path, data) in try Tree(site).files { #expect(!String(decoding: data, as: UTF8.self).contains("Film 2"), "\(path)") }
        #expect(try await build([Film(1)], "--reseal", "2025").code == 0)
        #expect(try await !build([Film(1)]).errors.contains("Film 2"))
        #expect(try !page().contains("Film 2"))
    }

    @Test("a year is sealed by what the data tells, whatever this machine's clock says; a seal of a day to come is not used")
    func clocks() async throws {
        let october = try await build([Film(1), Film(2)], now: "2026-03-03T12:00:00Z", dataUntil: "2025-10-20T12:00:00Z")
        #expect(october.code == 0 && !FileManager.default.fileExists(atPath: "\(state)/years"))
        #expect(try page().contains(", as of 20 October 2025: the data ends on that day.") == false)
        #expect(try page().contains("the data ends on that day."))
        let wrong = try await build(
            [Film(1), Film(2, "2026-10-30T20:00:00Z")], now: "2036-06-01T12:00:00Z", dataUntil: "2026-10-31T12:00:00Z")
        #expect(wrong.code == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(state)/years") == ["2025.json"])
        let right = try await build([Film(1), Film(2, "2026-10-30T20:00:00Z"), Film(3)], now: "2026-11-01T12:00:00Z")
        #expect(
            right.errors.contains("sealed on 2036-06-01, which is still to come, so it is not used: check this machine's clock"),
            "\(right.errors)")
        #expect(try page().contains("sealed on 1 November 2026") && page().contains("Film 3"))
        let files = try FileManager.default.contentsOfDirectory(atPath: "\(state)/years").sorted()
        #expect(files == ["2025.json", "2025.json.not-used"])
        #expect(try await !build([Film(1), Film(2, "2026-10-30T20:00:00Z"), Film(3)]).errors.contains("2036"))
    }

    @Test("a title that is hidden later leaves a sealed year without a trace; shown again, it is back", arguments: [false, true])
    func hidden(isGone: Bool) async throws {
        #expect(try await build([Film(1), Film(2)], edition: "private").code == 0)
        let whole = try Tree("\(site)/year/2025").files
        let films = [Film(1)] + (isGone ? [] : [Film(2)])
        #expect(try await build(films, hidden: [2]).code == 0)
        for (path, data) in try Tree(site).files {
            let text = String(decoding: data, as: UTF8.self)
            #expect(!text.contains("Film 2") && !text.contains("900002") && !text.contains("12ab2"), "\(path)")
        }
        #expect(try page().contains("- **Films:** 1\n"))
        #expect(try await build([Film(1), Film(2)], edition: "private").code == 0)
        #expect(try Tree("\(site)/year/2025").files == whole)
    }

    @Test("a year that an edition with hidden titles seals is whole in the private edition")
    func publicFirst() async throws {
        #expect(try await build([Film(1), Film(2)], hidden: [2]).code == 0)
        #expect(try page().contains("- **Films:** 1\n"))
        let result = try await build([Film(1), Film(2)], edition: "private", hidden: [2], site: "\(scratch.path)/private")
        #expect(result.code == 0 && !result.errors.contains("2025"), "\(result.errors)")
        #expect(try page(in: "\(scratch.path)/private").contains("- **Films:** 2\n"))
        // And as if it had been the first to build.
        try FileManager.default.moveItem(atPath: state, toPath: "\(scratch.path)/other-state")
        #expect(try await build([Film(1), Film(2)], edition: "private", hidden: [2]).code == 0)
        #expect(try Tree("\(scratch.path)/other-state/years").files == Tree("\(state)/years").files)
    }

    @Test("the same account and state give the same bytes, and a second build writes nothing")
    func deterministic() async throws {
        let films = [Film(1), Film(2), Film(3, "2024-06-01T20:00:00Z")]
        #expect(try await build(films).code == 0)
        // The files of the account are written anew, which is noted.
        func kept() throws -> [String: [Int]] { try Tree.identities(state).filter { $0.key != "receipt-public" } }
        let (tree, before) = (try Tree.identities(site), try kept())
        #expect(try await build(films).output.contains("0 files written"))
        #expect(try Tree.identities(site) == tree && kept() == before)
    }

    @Test("a damaged year is told of, set aside and sealed anew: it never vanishes")
    func damaged() async throws {
        #expect(try await build([Film(1), Film(2)]).code == 0)
        let file = "\(state)/years/2025.json"
        for damage in ["", "{", #"{"version":1,"hash":"1","content":{}}"#] {
            try Data(damage.utf8).write(to: URL(filePath: file))
            let result = try await build([Film(1), Film(2)])
            #expect(result.code == 0)
            #expect(
                result.errors.contains("\(file): damaged, so it was set aside as years/2025.json.damaged"), "\(result.errors)")
            #expect(try page().contains("- **Films:** 2\n") && page().contains("sealed on 1 November 2026"))
            #expect(try String(contentsOfFile: "\(file).damaged", encoding: .utf8) == damage)
        }
    }

    @Test("a year that a newer Foyer sealed ends the build, and both the year and the site stay as they are")
    func newer() async throws {
        #expect(try await build([Film(1), Film(2)]).code == 0)
        let before = try Tree.identities(site)
        let newer = #"{"version":3,"hash":"1","content":{}}"#
        try scratch.write(newer, to: "state/years/2025.json")
        let result = try await build([Film(1), Film(3)])
        #expect(result.code == 65)
        #expect(result.errors.contains("years/2025.json: a newer Foyer wrote this."), "\(result.errors)")
        #expect(try Tree.identities(site) == before)
        #expect(try String(contentsOfFile: "\(state)/years/2025.json", encoding: .utf8) == newer)
    }

    @Test("a state that cannot be written ends with 73 and leaves the old site")
    func unwritable() async throws {
        try scratch.write("in the way", to: "state/years")
        let result = try await build([Film(1)])
        #expect(result.code == 73, "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: site))
    }

    @Test("only a year that is over and has something in it can be sealed anew, and only where builds remember")
    func usage() async throws {
        for (year, message) in [
            ("2026", "--reseal 2026: that year is not over yet."), ("2019", "--reseal 2019: nothing was watched in that year."),
            ("0", "'0' is no year"), ("last", "'last'"),
        ] {
            let result = try await build([Film(1), Film(2, "2026-01-05T20:00:00Z")], "--reseal", year)
            #expect(result.code == 64 && result.errors.contains(message), "\(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: site))
        }
        let sample = try await Program.run(["build", "--sample", "--output", site, "--reseal", "2024"], environment: [:])
        #expect(sample.code == 64)
        #expect(sample.errors == "foyer: --reseal 2024: builds remember nothing here. Name a folder for that: --state DIR.\n")
        // In January somebody may seal the year that has just ended, and several at once.
        let films = [Film(1), Film(2, "2024-06-01T20:00:00Z")]
        let early = try await build(films, "--reseal", "2025", "--reseal", "2024", now: "2026-01-02T12:00:00Z")
        #expect(early.code == 0 && early.errors.contains("note: sealed anew: 2024, 2025\n"), "\(early.errors)")
    }
}
