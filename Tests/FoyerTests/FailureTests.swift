import Foundation
import TestSupport
import Testing

/// What the program says and returns when something is wrong; the old site stays up each time.
struct FailureTests {
    private let scratch: Scratch
    private var site: String { "\(scratch.path)/site" }

    init() throws { scratch = try Scratch() }

    private func expectFailure(
        _ code: Int32, _ message: String, _ arguments: [String], location: SourceLocation = #_sourceLocation
    ) async throws {
        let good = try scratch.account("good", films: Scratch.films)
        #expect(try await Program.build(good, to: site).code == 0)
        let before = try Tree.identities(site)
        let result = try await Program.run(arguments)
        #expect(result.code == code, "\(result.errors)", sourceLocation: location)
        #expect(result.errors.contains(message), "\(result.errors)", sourceLocation: location)
        #expect(try Tree.identities(site) == before, sourceLocation: location)
    }

    private func build(_ more: String...) -> [String] { Program.buildArguments("\(scratch.path)/data", to: site) + more }

    @Test("a truncated file ends with 65 and the byte where it breaks off")
    func truncated() async throws {
        try scratch.write(#"{"movies":[{"status":"compl"#, to: "data/all-items.json")
        try await expectFailure(65, "all-items.json: the file ends inside the text that begins at byte 21, at byte 27.", build())
    }

    @Test("an HTML page in place of a file ends with 65")
    func html() async throws {
        try scratch.write("<!doctype html><title>503</title>", to: "data/all-items.json")
        try await expectFailure(65, "all-items.json: this is an HTML page, not JSON, at byte 0.", build())
    }

    @Test("an error of Simkl's in place of a library ends with 65")
    func apiError() async throws {
        try scratch.write(#"{"error":"user_token_failed","code":401}"#, to: "data/all-items.json")
        try await expectFailure(65, "Simkl's answer in it is an error (user_token_failed)", build())
    }

    @Test("a folder that is missing or holds no library ends with 65 and says what is expected")
    func noLibrary() async throws {
        try await expectFailure(65, "there is no such folder", build())
        try scratch.write("{}", to: "data/stats.json")
        try await expectFailure(65, "neither all-items.json nor shows.json, anime.json or movies.json is there", build())
    }

    private static let film =
        #"{"status":"completed","movie":{"title":"Salt Road","year":2015,"ids":{"simkl":1004,"slug":"salt-road"}}}"#

    @Test(
        "E9 a wrong folder ends with 65 and says what is in it, with or without --quiet",
        arguments: [
            (
                "all-items.json",
                #"{"shows":[{"status":"watching","show":{"title":"Quay Nine","ids":{}}},{"show":{"title":"A"}}]}"#,
                "all-items.json: this is no library but a list of 2 entries without Simkl ids."
            ),
            (
                "anime.json", #"{"calendar":[{"simkl_id":1,"date":"2026-11-01T00:00:00Z"}],"metadata":{}}"#,
                "anime.json: this is no library but a calendar file of Simkl's; the folder to name is the one around it."
            ),
            (
                "movies.json", #"[{"id":1,"simkl":{"rating":7.1}}]"#,
                "movies.json: this is no library but a list of others' ratings; the folder to name is the one around it."
            ),
            (
                "all-items.json", #"{"data":{"movies":[]},"version":2}"#,
                "all-items.json: this is no library but an object with the members “data”, “version”."
            ),
            ("SimklBackup.json", "[1]", "SimklBackup.json: this is no library but a list of something that is no title."),
            ("SimklBackup.zip", "PK\u{3}\u{4}", "SimklBackup.zip: the archive is damaged (it has no directory"),
            (
                "SimklBackup.csv", "Title,Year\n",
                "SimklBackup.csv: this table is not Simkl's backup, which has the columns SIMKL_ID"
            ),
            ("notes.txt", "", "data: neither all-items.json nor shows.json, anime.json or movies.json is there."),
        ])
    func wrongFolder(file: String, text: String, message: String) async throws {
        try scratch.write(text, to: "data/\(file)")
        try await expectFailure(65, message, build())
        try await expectFailure(65, message, build("--quiet"))
    }

    @Test("E9 a file in the data folder's place that is no account ends with 65 and says what it is")
    func fileForFolder() async throws {
        try scratch.write("%PDF-1.7", to: "data")
        try await expectFailure(65, "data: this file is a PDF. Name Simkl's backup (ZIP, JSON or CSV)", build())
    }

    @Test("E9 an export whose buckets are wrapped once more is read")
    func nested() async throws {
        try scratch.write(#"{"movies":{"movies":[\#(Self.film)]},"shows":{"shows":[]}}"#, to: "data/all-items.json")
        let result = try await Program.run(build())
        #expect(result.code == 0 && result.output.hasPrefix("1 title,"), "\(result.output)\(result.errors)")
        #expect(FileManager.default.fileExists(atPath: "\(site)/movies/1004-salt-road/index.html"))
    }

    @Test("an account that is truly empty has an empty library", arguments: ["{}", "null", "[]", #"{"shows":[],"movies":null}"#])
    func empty(text: String) async throws {
        try scratch.write(text, to: "data/all-items.json")
        let result = try await Program.run(build())
        #expect(result.code == 0 && result.output.hasPrefix("0 titles,"), "\(result.output)\(result.errors)")
    }

    @Test("an item that cannot be read is left out, counted and named; under --strict it is fatal")
    func strict() async throws {
        try scratch.write(
            #"{"movies":[{"status":"completed"},{"status":"completed","movie":{"title":"Kept","ids":{"simkl":7}}},17]}"#,
            to: "data/all-items.json")
        try await expectFailure(
            65, "all-items.json#/movies/0: left out: it has no show, anime or movie with a Simkl id", build("--strict"))
        let result = try await Program.run(build())
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("1 title,") && result.output.contains("2 warnings"), "\(result.output)")
        #expect(result.errors.contains("all-items.json#/movies/2"))
        #expect(FileManager.default.fileExists(atPath: "\(site)/movies/7-kept/index.html"))
    }

    @Test("E6, E14: half a character or a number beyond 64 bits costs no title; notes say where, also under --strict")
    func mended() async throws {
        try scratch.write(
            #"{"movies":[{"status":"completed","x":1e400,"movie":{"title":"Half \ud83d","ids":{"simkl":7,"y":99999999999999999999}}}]}"#,
            to: "data/all-items.json")
        let result = try await Program.run(build("--strict"))
        #expect(result.code == 0, "\(result.errors)")
        #expect(
            result.errors.contains("note: all-items.json#: 1 character that no text can have was replaced\n"), "\(result.errors)")
        #expect(try String(contentsOfFile: "\(site)/movies/7-half/index.html", encoding: .utf8).contains("Half \u{FFFD}"))
    }

    @Test("texts without end are shortened, told of, and make no page without end")
    func endless() async throws {
        let films = Scratch.films.map { film in
            var film = film
            film.name = String(repeating: film.id.isMultiple(of: 2) ? "x" : "*", count: 2_000_000)
            return film
        }
        _ = try scratch.account(films: films)
        let result = try await Program.run(build("--strict", "--verbose"))
        #expect(result.code == 0, "\(result.errors)")
        let note = "movie/title: it is longer than 500 characters, so only its beginning is kept"
        #expect(result.complaints.filter { $0.hasSuffix(note) }.count == films.count)
        for (path, data) in try Tree(site).files { #expect(data.count < 1_000_000, "\(path)") }
    }

    @Test("a wrong configuration ends with 65, line, column and the nearest key")
    func configuration() async throws {
        _ = try scratch.account(films: Scratch.films)
        try scratch.write("title: Mine\ntime_zon: Europe/Lisbon\n", to: "foyer.yaml")
        try await expectFailure(
            65, "foyer.yaml:2:1: there is no key 'time_zon'. Do you mean 'time_zone'?",
            build("--config", "\(scratch.path)/foyer.yaml"))
        try scratch.write("title: Mine\ntime_zone: Mars/Olympus\n", to: "foyer.yaml")
        try await expectFailure(
            65, "foyer.yaml:2:12: 'Mars/Olympus' is no value for time_zone", build("--config", "\(scratch.path)/foyer.yaml"))
    }

    @Test("a wrong template ends with 65, file, line and column")
    func template() async throws {
        _ = try scratch.account(films: Scratch.films)
        try FileManager.default.copyItem(atPath: "\(Program.root)/Templates", toPath: "\(scratch.path)/Templates")
        try scratch.write("# {{label}}\n\nOf {{totl}}.\n", to: "Templates/pages/list.md")
        try await expectFailure(
            65, "Templates/pages/list.md:3:4: there is no 'totl' here. Do you mean 'total'?",
            build("--templates", "\(scratch.path)/Templates"))
    }

    @Test("a changed template changes the site at the next build")
    func changedTemplate() async throws {
        _ = try scratch.account(films: Scratch.films)
        try FileManager.default.copyItem(atPath: "\(Program.root)/Templates", toPath: "\(scratch.path)/Templates")
        let arguments = build("--templates", "\(scratch.path)/Templates")
        #expect(try await Program.run(arguments).code == 0)
        try scratch.write("# Of {{label}}\n\n{{> attribution}}\n", to: "Templates/pages/list.md")
        #expect(try await Program.run(arguments).code == 0)
        #expect(try String(contentsOfFile: "\(site)/movies/index.md", encoding: .utf8).hasPrefix("# Of Films\n"))
    }

    @Test("raw HTML in a page's template is told of, and never reaches a page")
    func rawHTML() async throws {
        _ = try scratch.account(films: Scratch.films)
        try FileManager.default.copyItem(atPath: "\(Program.root)/Templates", toPath: "\(scratch.path)/Templates")
        try scratch.write("# {{label}}\n\n<script>x</script>\n\n{{> attribution}}\n", to: "Templates/pages/list.md")
        let result = try await Program.run(build("--templates", "\(scratch.path)/Templates"))
        #expect(result.code == 0)
        #expect(result.errors.contains("pages/list.md: raw HTML in it is left out"), "\(result.errors)")
        #expect(try !String(contentsOfFile: "\(site)/movies/index.html", encoding: .utf8).contains("<script>"))
    }

    @Test(
        "wrong options end with 64",
        arguments: [["--base-url", "ftp://x"], ["--now", "yesterday"], ["--quiet", "--verbose"], ["--nonsense"]])
    func usage(options: [String]) async throws {
        _ = try scratch.account(films: Scratch.films)
        let result = try await Program.run(build() + options)
        #expect(result.code == 64, "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: site))
    }
}
