import Foundation
import TestSupport
import Testing

/// What keeps a site and what it remembers from being replaced by mistake.
struct GuardTests {
    private let scratch: Scratch
    private var site: String { "\(scratch.path)/site" }

    init() throws { scratch = try Scratch() }

    private func films(_ ids: ClosedRange<Int>) -> [Scratch.Film] { ids.map { Scratch.Film(id: $0, name: "Film \($0)") } }

    private func build(_ ids: ClosedRange<Int>, _ more: String...) async throws -> Program.Result {
        try await Program.build(scratch.account(films: films(ids)), to: site, more)
    }

    @Test("a site that would lose more than half of its titles stays, unless its owner says so", arguments: [true, false])
    func shrinking(remembers: Bool) async throws {
        let state = remembers ? ["--state", "\(scratch.path)/state"] : []
        func build(_ ids: ClosedRange<Int>, _ more: String...) async throws -> Program.Result {
            try await Program.build(scratch.account(films: films(ids)), to: site, state + more)
        }
        #expect(try await build(1...40).code == 0)
        let before = try Tree(site)
        for more in [[], ["--quiet"], ["--force"]] {
            let refused = try await Program.build(scratch.account(films: films(1...19)), to: site, state + more)
            #expect(
                refused.code == 65 && refused.errors.contains("--allow-empty") && refused.errors.contains("40 titles"),
                "\(refused.errors)")
        }
        let empty = try await Program.build(scratch.account(films: []), to: site, state)
        #expect(empty.code == 65, "\(empty.errors)")
        #expect(try Tree(site) == before)
        let half = try await build(1...20)
        #expect(half.code == 0, "\(half.errors)")
        let names =
            remembers
            ? "note: 20 titles left: Film 21, Film 22, Film 23, Film 24, Film 25, Film 26, Film 27, Film 28, Film 29, Film 30 and 10 more\n"
            : ""
        #expect(
            half.errors.contains("titles left") == remembers && (names.isEmpty || half.errors.contains(names)), "\(half.errors)")
        #expect(try await build(1...9).code == 65)
        #expect(try await build(1...9, "--allow-empty").code == 0)
        // Few titles may go as they like.
        #expect(try await build(1...1).code == 0)
    }

    @Test("the titles that left are in the report")
    func left() async throws {
        let state = ["--state", "\(scratch.path)/state", "--json"]
        _ = try await Program.build(scratch.account(films: films(1...5)), to: site, state)
        let report = try JSON(Data(try await Program.build(scratch.account(films: films(1...3)), to: site, state).output.utf8))
        #expect(report["left"] == ["Film 4", "Film 5"])
        let next = try JSON(Data(try await Program.build(scratch.account(films: films(1...3)), to: site, state).output.utf8))
        #expect(next["left"] == [])
    }

    @Test("the sample gives way to any account, and no account to the sample")
    func sample() async throws {
        #expect(try await Program.run(["build", "--sample", "--output", site, "--quiet"], environment: [:]).code == 0)
        #expect(try await build(1...3).code == 0)
        #expect(try await build(1...1000).code == 0)
        let sample = try await Program.run(["build", "--sample", "--output", site], environment: [:])
        #expect(sample.code == 65 && sample.errors.contains("1,000 titles"), "\(sample.errors)")
    }

    @Test("two sites do not share what they remember, unless one takes the other's place or is of another edition")
    func shared() async throws {
        let account = try scratch.account(films: Scratch.films)
        let state = ["--state", "\(scratch.path)/state"]
        func build(_ output: String, _ more: String...) async throws -> Program.Result {
            try await Program.build(account, to: "\(scratch.path)/\(output)", state + more)
        }
        #expect(try await build("site").code == 0)
        let kept = try Tree("\(scratch.path)/state")
        let other = try await build("other")
        #expect(
            other.code == 65 && other.errors.contains("the site in \(scratch.path)/site remembers here what it was"),
            "\(other.errors)")
        #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/other"))
        #expect(try Tree("\(scratch.path)/state") == kept)
        try scratch.write("edition: private\n", to: "private.yaml")
        #expect(try await build("private", "--config", "\(scratch.path)/private.yaml").code == 0)
        // Through a link it is the same site.
        try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/link", withDestinationPath: site)
        #expect(try await build("link").code == 0)
        try FileManager.default.moveItem(atPath: site, toPath: "\(scratch.path)/moved")
        #expect(try await build("moved").code == 0)
        // A copy of the state, with a site of its own.
        try FileManager.default.copyItem(atPath: "\(scratch.path)/state", toPath: "\(scratch.path)/copy")
        #expect(try await Program.build(account, to: "\(scratch.path)/other", ["--state", "\(scratch.path)/copy"]).code == 0)
    }

    @Test("a title that gets another kind or name leaves a page that leads on, where it was")
    func moved() async throws {
        func build(_ bucket: String, _ slug: String) async throws -> [String: String] {
            let item = #"{"status":"watching","show":{"title":"Run","ids":{"simkl":5,"slug":"\#(slug)"}}}"#
            try scratch.write(#"{"\#(bucket)":[\#(item)]}"#, to: "data/all-items.json")
            let result = try await Program.build(
                "\(scratch.path)/data", to: site, ["--state", "\(scratch.path)/state", "--base-url", "https://foyer.example/"])
            #expect(result.code == 0, "\(result.errors)")
            return try Tree(site).files.mapValues { String(decoding: $0, as: UTF8.self) }
        }
        _ = try await build("shows", "run")
        _ = try await build("anime", "run")
        for _ in 0...1 {
            let files = try await build("anime", "run-away")
            for folder in ["tv/5-run", "anime/5-run"] {
                let page = try #require(files["\(folder)/index.html"])
                #expect(page.contains(#"<meta http-equiv="refresh" content="0; url=../../anime/5-run-away/">"#), "\(folder)")
                #expect(page.contains(#"<a href="../../anime/5-run-away/">Run</a> has another address now."#), "\(folder)")
                #expect(page.contains(#"<link rel="canonical" href="https://foyer.example/anime/5-run-away/">"#))
                #expect(!files["sitemap.xml", default: ""].contains("\(folder)/<"))
            }
            #expect(files["anime/5-run-away/index.html"]?.contains("http-equiv=\"refresh\"") == false)
        }
        let back = try await build("shows", "run")
        #expect(back["tv/5-run/index.html"]?.contains("http-equiv=\"refresh\"") == false)
        #expect(back["anime/5-run-away/index.html"]?.contains("url=../../tv/5-run/") == true)
    }
}
