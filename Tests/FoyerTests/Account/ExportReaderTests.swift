import Foundation
import TestSupport
import Testing

/// What `foyer export` writes, read by what it is written for: `.ci/check-exports`.
struct ExportReaderTests {
    private static let forms = ["plays.csv", "titles.csv", "letterboxd", "trakt", "yamtrack", "mal", "imdb", "markdown"]

    /// Names and notes that mean something in one of the forms, or break a line in one.
    private static let texts = [
        "null", "yes", "1e3", "2026-01-01", "---", "- a: b", "# no", "'single'", "say \"x\", y", "C:\\Files\\n",
        "a\u{85}b\u{2028}c\u{B}d\re\tf\ng", "=1+1", "]]> <![CDATA[ & </anime>", "&lt;b&gt; <b>", "\u{202E}txet\u{202C}", "😀 𠮷",
        "{x: [y]}", "[1, 2]", "*bold* _u_ ~s~ |t|", "e\u{301}", "@at %p `tick`", "trailing: ", "\u{FEFF}bom", "銀魂",
    ]

    /// A show, an anime and a film for each of them, on each list, with plays of each kind of date, ratings and notes.
    private static var account: JSON {
        func rows(_ make: (Int, String) -> JSON) -> JSON { .array(texts.enumerated().map { make($0.offset, $0.element) }) }
        let lists = ["watching", "completed", "hold", "dropped", "plantowatch"]
        return [
            "shows": rows { row($0, $1, "show", lists[$0 % 5], plays: $0 % 5 == 4 ? 0 : 5, of: 9) },
            "anime": rows { number, name in
                let type = ["tv", "ova", "music video", "special", "ona", "movie"][number % 6]
                let total = type == "movie" ? 1 : 5
                var anime = row(
                    number, name, "show", lists[number % 5], plays: number % 5 == 4 ? 0 : total, of: total, from: 200)
                anime["anime_type"] = .string(type)
                return anime
            },
            "movies": rows { number, name in
                let list = ["completed", "plantowatch", "dropped"][number % 3]
                var film = row(number, name, "movie", list, plays: 0, of: 0, from: 300)
                if list == "completed" {
                    film["last_watched_at"] = number % 2 == 0 ? "2026-06-\(10 + number % 18)T22:30:00Z" : "1970-01-01T00:00:01Z"
                }
                return film
            },
        ]
    }

    private static func row(
        _ number: Int, _ name: String, _ media: String, _ list: String, plays: Int, of total: Int, from first: Int = 100
    ) -> JSON {
        // What was watched at one time counts as marked, and has no day.
        let day = "0\(1 + first / 100)-\(10 + number % 18)"
        let times: [JSON] = ["2026-\(day)T22:50:10Z", "1970-01-01T00:00:01Z", "2025-\(day)T00:00:00Z"]
        let episodes = (0..<plays).map { JSON.object(["number": .int($0 + 1), "watched_at": times[$0 % 3]]) }
        var row: JSON = [
            "status": .string(list), "memo": ["text": .string(name), "is_private": .bool(number % 2 == 0)],
            "watched_episodes_count": .int(plays), "total_episodes_count": .int(total),
            "seasons": [["number": 1, "episodes": .array(episodes)]],
        ]
        row[media] = [
            "title": .string(name), "year": number % 5 == 0 ? .null : .int(2000 + number),
            "runtime": number % 3 == 0 ? .null : 40,
            "ids": [
                "simkl": .int(first + number), "imdb": .string("tt\(1000 + number)"),
                "tmdb": number % 7 == 0 ? .null : .string("\(2000 + number)"), "mal": .string("\(4000 + number)"),
            ],
        ]
        if number % 4 != 0 {
            row["user_rating"] = .int(1 + number % 10)
            row["user_rated_at"] = "2026-02-0\(1 + number % 9)T23:59:59Z"
        }
        return row
    }

    /// Every form of an account, side by side; of the odd one where none is named.
    private func export(_ edition: String, of data: String? = nil) async throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write("time_zone: Europe/Berlin\nedition: \(edition)\n", to: "foyer.yaml")
        if data == nil { try scratch.write(String(decoding: Self.account.data, as: UTF8.self), to: "odd/all-items.json") }
        for form in Self.forms {
            let result = try await Program.run(["export", form, "--data", data ?? "odd", "--quiet"], in: scratch.path)
            #expect(result.code == 0 && result.errors == "", "\(result.errors)")
        }
        return scratch
    }

    private func check(_ scratch: Scratch) async throws -> Program.Result {
        try await Program.run(["\(Program.root)/.ci/check-exports", scratch.path], executable: "/usr/bin/python3")
    }

    private func numbers(_ result: Program.Result) -> [String: Int] {
        result.output.matches(of: /(\w+) (\d+)/).reduce(into: [:]) { $0[String($1.1)] = Int($1.2) }
    }

    @Test("each form of the sample is read by its reader, and tells what the tables do", arguments: ["private", "public"])
    func sample(edition: String) async throws {
        let result = try await check(try await export(edition, of: "\(Program.root)/Sources/foyer/Sample"))
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        let counts = numbers(result)
        #expect(counts["markdown"] == 183 && counts["trakt"] ?? 0 > 5000 && counts["faults"] == 0, "\(result.output)")
        for form in ["imdb", "letterboxd", "mal", "yamtrack"] { #expect(counts[form] ?? 0 > 3, "\(result.output)") }
    }

    @Test(
        "and of names and notes that mean something to YAML, XML, CSV or Markdown", arguments: ["private", "friends", "public"])
    func odd(edition: String) async throws {
        let result = try await check(try await export(edition))
        #expect(result.code == 0, "\(result.output)\(result.errors)")
        let counts = numbers(result)
        #expect(counts["markdown"] == 3 * Self.texts.count && counts["mal"] == Self.texts.count, "\(result.output)")
    }

    @Test("a form that its reader cannot read, or that says something else, is found")
    func canary() async throws {
        let scratch = try await export("public")
        let changes = [
            ("letterboxd.csv", ",2026-06-", ",06/2026/", "WatchedDate"),
            ("letterboxd.csv", ",false,", ",no,", "Rewatch"), ("imdb.csv", "Const,", "const,", "columns"),
            ("imdb.csv", "/title/tt1002/", "/title/tt1003/", "URL"),
            ("trakt.json", "T12:00:00Z\"", "\"", "does not match"),
            ("trakt.json", "\"tmdb\":2001", "\"tmdb\":\"2001\"", "integer"),
            ("trakt.json", "\"rating\":3", "\"rating\":13", "maximum"),
            ("yamtrack.csv", ",In progress,", ",Watching,", "status"),
            ("yamtrack.csv", "2001,tmdb,season", "2001,tmdb,episode", "place"),
            ("mal.xml", "<my_sns>default</my_sns>", "", "malexport cannot read it"),
            ("mal.xml", "]] >", "]]>", "anime"),
            ("mal.xml", "<my_status>On-Hold", "<my_status>Completed", "anime"),
            ("markdown/tv/101.md", "title: \"yes\"", "title: yes", "title: True"),
            ("markdown/tv/105.md", "title: \"- a: b\"", "title: - a: b", "no front matter"),
            ("markdown/movies/302.md", "ids: {simkl: 302", "ids: {simkl: 303", "ids"),
        ]
        for (file, old, new, fault) in changes {
            let text = try String(contentsOfFile: "\(scratch.path)/\(file)", encoding: .utf8)
            let spoilt = text.replacing(old, with: new)
            #expect(spoilt != text, "\(file) has no \(old)")
            try scratch.write(spoilt, to: file)
            let result = try await check(scratch)
            #expect(result.code == 1 && result.output.contains(fault), "\(file) \(old): \(result.output)\(result.errors)")
            try scratch.write(text, to: file)
        }
    }
}
