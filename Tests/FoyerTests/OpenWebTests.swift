import Foundation
import TestSupport
import Testing

/// What pages tell other programs, read with what those read it with.
@Suite("The open web")
struct OpenWebTests {
    private static let settings = """
        me: ["https://github.com/ada", "mailto:ada@example.org"]
        fediverse_creator: "@ada@mastodon.example"
        webmention: https://mentions.example/watch
        indieauth: {metadata: "https://auth.example/metadata"}
        fediverse: "@watch@example.org"

        """

    /// A site at the root of its domain, and the account's tables.
    private func build(_ data: String, in scratch: Scratch, settings: String = settings) async throws {
        try scratch.write(settings, to: "foyer.yaml")
        let (folder, configuration) = (scratch.path, ["--config", "\(scratch.path)/foyer.yaml"])
        let more = configuration + ["--base-url", "https://example.org/", "--now", "2026-11-20T12:00:00Z"]
        let built = try await Program.build(data, to: "\(folder)/site", more)
        #expect(built.code == 0, "\(built.errors)")
        for table in ["titles", "plays"] {
            let arguments = ["export", "\(table).csv", "--data", data, "--output", "\(folder)/\(table).csv"] + configuration
            let exported = try await Program.run(arguments)
            #expect(exported.code == 0, "\(exported.errors)")
        }
    }

    private func check(_ scratch: Scratch) async throws -> Program.Result {
        try await Program.run(
            ["\(Program.root)/.ci/check-open-web", "\(scratch.path)/site", scratch.path, "https://example.org/"],
            executable: "/usr/bin/python3")
    }

    @Test("mf2py and extruct read of every page of the sample what the account's tables say, and nothing else")
    func sample() async throws {
        let scratch = try Scratch()
        try await build("\(Program.root)/Sources/foyer/Sample", in: scratch)
        let result = try await check(scratch)
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        let counts = result.output.matches(of: /(\w+) (\d+)/).reduce(into: [:]) { $0[String($1.1)] = Int($1.2) }
        #expect(counts["titles"] == 183 && counts["me"] == 2)
        for kind in ["entries", "feed", "listed", "notes", "ratings", "reviews"] { #expect(counts[kind] ?? 0 > 10, "\(kind)") }
    }

    @Test("a page that says another rating, name, day, note or place is found")
    func canary() async throws {
        let scratch = try Scratch()
        let data = try scratch.account(films: Scratch.films, extra: #","shows":[]"#)
        try await build(data, in: scratch)
        let whole = try await check(scratch)
        #expect(whole.code == 0, "\(whole.output)\(whole.errors)")
        let changes = [
            ("movies/2-film-2/index.html", "\"ratingValue\":2", "\"ratingValue\":3", "rating: '3'"),
            ("movies/3-film-3/index.html", "\"name\":\"Film 3\"", "\"name\":\"Film\"", "name: 'Film'"),
            ("diary/2026/03/index.html", "datetime=\"2026-03-05\">5", "datetime=\"2026-03-04\">5", "permalink"),
            ("diary/2026/03/index.html", "u-watch-of", "u-like-of", "watch-of"),
            ("index.html", "rel=\"me\"", "rel=\"friend\"", "rel=me"),
            ("about/index.html", "<main", "<main class=\"h-entry\"", "items"),
            ("llms.txt", "about/index.md", "about/about.md", "llms.txt"),
        ]
        for (file, old, new, fault) in changes {
            let text = try String(contentsOfFile: "\(scratch.path)/site/\(file)", encoding: .utf8)
            #expect(text.contains(old), "\(file)")
            try scratch.write(text.replacing(old, with: new), to: "site/\(file)")
            let result = try await check(scratch)
            #expect(result.code == 1 && result.output.contains(fault), "\(result.output)")
            try scratch.write(text, to: "site/\(file)")
        }
    }

    @Test("hidden titles, private notes and clock times are in none of it, and a night without news rewrites nothing")
    func secrets() async throws {
        let scratch = try Scratch()
        try scratch.write(
            """
            {"movies":[{"status":"completed","last_watched_at":"2026-03-02T20:15:30Z","user_rating":9,"user_rated_at":"2026-03-02T22:41:07Z",
            "memo":{"text":"for nobody else","is_private":true},"movie":{"title":"Shown","ids":{"simkl":1,"imdb":"tt0000001"}}},
            {"status":"completed","last_watched_at":"2026-03-02T21:16:31Z","memo":{"text":"seen","is_private":false},
            "movie":{"title":"Untold","ids":{"simkl":2,"imdb":"tt0000002"}}},
            {"status":"completed","last_watched_at":"2026-03-03T21:17:32Z","memo":{"text":"</script><!-- & \\"fine\\"","is_private":false},
            "movie":{"title":"</script><script>alert(1)</script>","ids":{"simkl":3}}}]}
            """, to: "data/all-items.json")
        try await build("\(scratch.path)/data", in: scratch, settings: Self.settings + "hidden_titles: [2]\n")
        let result = try await check(scratch)
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        let untold = ["for nobody else", "Untold", "tt0000002", "20:15", "22:41", "21:17", "T20:", "T21:", "T22:"]
        for (path, bytes) in try Tree(site: "\(scratch.path)/site").files where !path.hasPrefix("assets/") {
            let text = String(decoding: bytes, as: UTF8.self)
            for word in untold + (path.hasSuffix(".html") ? ["<script>alert", "<!--"] : []) where text.contains(word) {
                Issue.record("\(word) is in \(path)")
            }
        }
        let page = try String(
            contentsOfFile: "\(scratch.path)/site/movies/3-script-script-alert-1-script/index.html", encoding: .utf8)
        #expect(page.contains(#""reviewBody":"\u003c/script\u003e\u003c!-- \u0026 \"fine\"""#))
        let before = try Tree.identities("\(scratch.path)/site")
        try await build("\(scratch.path)/data", in: scratch, settings: Self.settings + "hidden_titles: [2]\n")
        let after = try Tree.identities("\(scratch.path)/site")
        #expect(before.filter { after[$0.key] != $0.value }.keys.sorted() == [])
    }

    @Test(
        "what is not for everyone is neither an account of the fediverse nor a guide for language models",
        arguments: [
            ("edition: friends", []), ("edition: private", []), ("robots: no-ai", fediverse), ("robots: none", fediverse),
            ("markdown: false", fediverse), ("", fediverse + ["llms.txt"]),
        ])
    func audience(setting: String, files: [String]) async throws {
        let scratch = try Scratch()
        let data = try scratch.account(films: Array(Scratch.films.prefix(2)))
        try await build(data, in: scratch, settings: Self.settings + "\(setting)\n")
        let found = try Tree(site: "\(scratch.path)/site").files.keys.filter {
            $0.hasPrefix("fediverse/") || $0.hasPrefix(".well-known/") || ["llms.txt", "_headers"].contains($0)
        }
        #expect(found.sorted() == files.sorted())
    }

    private static let fediverse = [".well-known/webfinger", "_headers", "fediverse/actor.json", "fediverse/outbox.json"]

    @Test("an account of the fediverse on a part of a domain is refused before anything is built, by build and by check")
    func notAtRoot() async throws {
        let scratch = try Scratch()
        try scratch.write(Self.settings, to: "foyer.yaml")
        let data = try scratch.account(films: Scratch.films)
        let more = ["--config", "\(scratch.path)/foyer.yaml", "--base-url", "https://example.org/watch/"]
        let built = try await Program.build(data, to: "\(scratch.path)/site", more)
        #expect(built.code == 65, "\(built.errors)")
        #expect(built.errors.contains("foyer.yaml: fediverse: @watch@example.org is asked for at"), "\(built.errors)")
        #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/site/index.html"))
        let checked = try await Program.run(["check", "--data", data, "--output", "\(scratch.path)/site"] + more)
        #expect(checked.code == 65 && checked.output.contains("base_url has to be https://example.org/"), "\(checked.output)")
    }

    @Test("the account is found, has no inbox unless one is named, and its outbox holds what was watched under lasting ids")
    func account() async throws {
        let scratch = try Scratch()
        let data = try scratch.account(films: Array(Scratch.films.prefix(1)))
        try await build(data, in: scratch)
        func read(_ file: String) throws -> [String: Any] {
            let data = try Data(contentsOf: URL(filePath: "\(scratch.path)/site/\(file)"))
            return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        }
        let finger = try read(".well-known/webfinger")
        #expect(finger["subject"] as? String == "acct:watch@example.org")
        let itself = (finger["links"] as? [[String: String]])?.first { $0["rel"] == "self" }
        #expect(itself?["href"] == "https://example.org/fediverse/actor.json" && itself?["type"] == "application/activity+json")
        let actor = try read("fediverse/actor.json")
        #expect(actor["id"] as? String == itself?["href"] && actor["preferredUsername"] as? String == "watch")
        #expect(actor["inbox"] == nil && actor["outbox"] as? String == "https://example.org/fediverse/outbox.json")
        let outbox = try read("fediverse/outbox.json")
        let told = try #require(outbox["orderedItems"] as? [[String: Any]])
        let note = try #require(told.first?["object"] as? [String: Any])
        #expect(told.count == 1 && outbox["totalItems"] as? Int == 1)
        #expect(note["id"] as? String == "https://example.org/diary/2026/03/#2026-03-02-1")
        let link = "<p><a href=\"https://example.org/diary/2026/03/#2026-03-02-1\">Film 1</a></p>"
        #expect((note["content"] as? String)?.hasPrefix(link) == true)
        try await build(data, in: scratch, settings: Self.settings + "fediverse_inbox: https://inbox.example/watch\n")
        #expect(try read("fediverse/actor.json")["inbox"] as? String == "https://inbox.example/watch")
        try await build(data, in: scratch, settings: "title: Mine\n")
        #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/site/fediverse"))
    }
}
