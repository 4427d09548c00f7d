import Foundation
import TestSupport
import Testing

/// Feeds, written by the program and read by others.
struct FeedTests {
    private static let base = ["--base-url", "https://foyer.example/me/watch/"]

    // MARK: - A reader

    @Test("newsboat reads every entry of every Atom feed, with its title and its address", arguments: Account.allCases)
    func newsboat(account: Account) async throws {
        let scratch = try Scratch()
        try await account.build(in: scratch, Self.base)
        let files = try Tree("\(scratch.path)/site").files.keys.filter { $0.hasSuffix(".atom") }.sorted()
        #expect(files.count >= 4)
        try scratch.write(files.map { "file://\(scratch.path)/site/\($0)\n" }.joined(), to: "reader/urls")
        try scratch.write("", to: "reader/config")
        let reader = "\(scratch.path)/reader"
        let result = try await Program.run(
            ["-C", "\(reader)/config", "-u", "\(reader)/urls", "-c", "\(reader)/cache.db", "-x", "reload", "print-unread"],
            executable: "/usr/bin/newsboat", environment: ["HOME": reader])
        #expect(result.code == 0, "\(result.errors)")
        let read = try await articles("\(reader)/cache.db", in: scratch)
        var expected: [[String]] = []
        for file in files {
            let json = try items("\(scratch.path)/site/\(file.replacing(".atom", with: ".json"))")
            expected += json.map { item in
                // XML cannot hold U+FFFE.
                let title = (item["title"] as? String ?? "").replacing("\u{FFFE}", with: "")
                    .trimmingCharacters(in: .whitespaces)
                return ["file://\(scratch.path)/site/\(file)", title, item["url"] as? String ?? ""]
            }
        }
        #expect(result.output == "\(expected.count) unread articles\n")
        #expect(Set(read).symmetricDifference(expected) == [])
        #expect(read.count == expected.count && (account == .empty) == expected.isEmpty)
    }

    /// What newsboat has in its cache.
    private func articles(_ cache: String, in scratch: Scratch) async throws -> [[String]] {
        let script = """
            import json, sqlite3, sys
            rows = sqlite3.connect(sys.argv[1]).execute("select feedurl, title, url from rss_item").fetchall()
            print(json.dumps(rows))
            """
        let result = try await Program.run(["-c", script, cache], executable: "/usr/bin/python3")
        #expect(result.code == 0, "\(result.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String]])
    }

    private func items(_ path: String) throws -> [[String: Any]] {
        let feed = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any]
        return try #require(feed?["items"] as? [[String: Any]])
    }

    // MARK: - Schemas

    @Test(
        "the files for machines are as their schemas say, with an address and without", arguments: Account.allCases,
        [true, false])
    func schemas(account: Account, withAddress: Bool) async throws {
        let scratch = try Scratch()
        try await account.build(in: scratch, withAddress ? Self.base : [])
        let script = """
            import json, sys
            import jsonschema
            for name in ["upcoming", "watching", "stats", "small", "trmnl"]:
                data, schema = [json.load(open(f"{sys.argv[1]}/{name}{end}")) for end in (".json", ".schema.json")]
                jsonschema.Draft202012Validator.check_schema(schema)
                assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
                jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(data)
                for part in [schema] + [p["items"] for p in schema["properties"].values() if "items" in p]:
                    assert all(p["description"] for p in part["properties"].values())
                print(name, len(data.get("items", [])))
            """
        let result = try await Program.run(["-c", script, "\(scratch.path)/site/feeds"], executable: "/usr/bin/python3")
        #expect(result.code == 0, "\(result.errors)")
        switch account {
        case .sample:
            #expect(result.output.contains(/upcoming \d\d\nwatching 12\nstats 0\nsmall 0\ntrmnl 0\n/), "\(result.output)")
        case .hostile: #expect(result.output == "upcoming 0\nwatching 2\nstats 0\nsmall 0\ntrmnl 0\n")
        case .empty: #expect(result.output == "upcoming 0\nwatching 0\nstats 0\nsmall 0\ntrmnl 0\n")
        }
    }

    // MARK: - Nights

    @Test("what changed between two nights is told, and a third build of the same data writes nothing")
    func nights() async throws {
        let nights = try Nights()
        #expect(try await nights.build("2026-11-16T05:00:00Z").code == 0)
        #expect(try nights.changes() == [])
        try nights.airing("2026-11-27T20:00:00Z")
        #expect(try await nights.build("2026-11-17T05:00:00Z").code == 0)
        #expect(try nights.changes() == ["Alpha S01E02: now 27 November 2026"])
        let before = try Tree.identities(nights.site)
        let again = try await nights.build("2026-11-17T05:00:00Z")
        #expect(again.output.contains("0 files written"), "\(again.output)")
        #expect(try Tree.identities(nights.site) == before)
    }

    @Test("a title that is hidden later leaves the feeds at once, with what was remembered of it")
    func hidden() async throws {
        let nights = try Nights()
        _ = try await nights.build("2026-11-16T05:00:00Z")
        try nights.airing("2026-11-18T20:00:00Z")
        _ = try await nights.build("2026-11-17T05:00:00Z")
        _ = try await nights.build("2026-11-19T05:00:00Z")
        #expect(try nights.changes().count == 1)
        try nights.scratch.write("hidden_titles: [1]\n", to: "foyer.yaml")
        #expect(try await nights.build("2026-11-20T05:00:00Z").code == 0)
        #expect(try nights.changes() == [])
        for (path, data) in try Tree(nights.site).files {
            #expect(!String(decoding: data, as: UTF8.self).contains("Alpha"), "\(path)")
        }
    }

    @Test("a memory that is damaged is set aside, and the next night tells again")
    func damaged() async throws {
        let nights = try Nights()
        _ = try await nights.build("2026-11-16T05:00:00Z")
        try nights.scratch.write("{\"version\":1,\"hash\":\"0\",\"content\":{}}", to: "state/news-public.json")
        try nights.airing("2026-11-27T20:00:00Z")
        let result = try await nights.build("2026-11-17T05:00:00Z")
        #expect(result.code == 0 && result.errors.contains("news-public.json.damaged"), "\(result.errors)")
        #expect(try nights.changes() == [])
        try nights.airing("2026-11-28T20:00:00Z")
        #expect(try await nights.build("2026-11-18T05:00:00Z").errors == "")
        #expect(try nights.changes() == ["Alpha S01E02: now 28 November 2026"])
    }

    @Test("a memory that a newer Foyer wrote stops the build, and is left alone")
    func newer() async throws {
        let nights = try Nights()
        try nights.scratch.write("{\"version\":99,\"hash\":\"0\",\"content\":{}}", to: "state/news-public.json")
        let result = try await nights.build("2026-11-17T05:00:00Z")
        #expect(result.code != 0 && result.errors.contains("a newer Foyer wrote this"), "\(result.errors)")
        #expect(
            try !FileManager.default.contentsOfDirectory(atPath: "\(nights.scratch.path)/state").contains {
                $0.contains("damaged")
            })
    }

    @Test("without an address there are no feeds for readers, and one note says why; what changed is remembered all the same")
    func noAddress() async throws {
        let nights = try Nights()
        let result = try await nights.build("2026-11-16T05:00:00Z", [])
        #expect(
            result.errors
                == "note: no sitemap, Atom and JSON feeds were written, since they need absolute addresses: set base_url or --base-url\n"
        )
        let files = try Tree(nights.site).files.keys
        #expect(!files.contains { $0.hasSuffix(".atom") } && files.contains("feeds/upcoming.json"))
        try nights.airing("2026-11-27T20:00:00Z")
        _ = try await nights.build("2026-11-17T05:00:00Z")
        #expect(try nights.changes().count == 1)
    }

    /// An account whose one episode moves, built night after night.
    private struct Nights {
        let scratch: Scratch
        var site: String { "\(scratch.path)/site" }

        init() throws {
            scratch = try Scratch()
            try scratch.write(
                #"{"shows":[{"status":"watching","show":{"title":"Alpha","ids":{"simkl":1}}}]}"#, to: "data/all-items.json")
            try airing("2026-11-20T20:00:00Z")
            try scratch.write("", to: "foyer.yaml")
        }

        func airing(_ date: String) throws {
            try scratch.write(
                #"{"calendar":[{"simkl_id":1,"date":"\#(date)","episode":{"season":1,"episode":2}}],"metadata":{}}"#,
                to: "data/calendar/tv.json")
        }

        func build(_ now: String, _ more: [String] = FeedTests.base) async throws -> Program.Result {
            try await Program.run(
                [
                    "build", "--offline", "--data", "\(scratch.path)/data", "--state", "\(scratch.path)/state", "--output", site,
                    "--config", "\(scratch.path)/foyer.yaml", "--now", now,
                ] + more)
        }

        /// The titles of the feed of changes.
        func changes() throws -> [String] {
            let data = try Data(contentsOf: URL(filePath: "\(site)/feeds/changes.json"))
            let feed = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            return try #require(feed?["items"] as? [[String: Any]]).compactMap { $0["title"] as? String }
        }
    }

    enum Account: CaseIterable {
        case sample, hostile, empty

        func build(in scratch: Scratch, _ more: [String]) async throws {
            var arguments = ["build", "--output", "\(scratch.path)/site", "--state", "\(scratch.path)/state"] + more
            arguments += ["--now", "2026-11-20T12:00:00Z", "--quiet"]
            switch self {
            case .sample: arguments.append("--sample")
            case .hostile:
                try scratch.write(Self.items, to: "data/all-items.json")
                arguments += ["--offline", "--data", "\(scratch.path)/data"]
            case .empty:
                try scratch.write("{}", to: "data/all-items.json")
                arguments += ["--offline", "--data", "\(scratch.path)/data"]
            }
            let result = try await Program.run(arguments)
            #expect(result.code == 0, "\(result.errors)")
        }

        /// Names that are markup somewhere, in shows, anime and films.
        private static var items: String {
            let names = [
                "<script>alert(1)</script>", "]]> &amp; &#0;", "\\u0001\\u001f\\ufffe x", "\\\"quoted\\\" 'twice'",
                "שטיסל \\u202e",
                "進撃の巨人 💥", "<!DOCTYPE a [<!ENTITY b \\\"c\\\">]>&b;", "a\\nb\\tc",
            ]
            let films = names.enumerated().map { id, name in
                """
                {"status":"completed","user_rating":7,"user_rated_at":"2026-03-10T10:00:00Z","last_watched_at":"2026-11-0\(id + 1)T20:00:00Z",
                "memo":{"text":"\(name)","is_private":false},"movie":{"title":"\(name)","ids":{"simkl":\(id + 10),"slug":"%3Cb%3E"}}}
                """
            }
            let shows = names.prefix(2).enumerated().map { id, name in
                #"{"status":"watching","show":{"title":"\#(name)","ids":{"simkl":\#(id + 1)}}}"#
            }
            return #"{"movies":[\#(films.joined(separator: ","))],"shows":[\#(shows.joined(separator: ","))]}"#
        }
    }
}
