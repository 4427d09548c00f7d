import Foundation
import TestSupport
import Testing

/// `foyer export`.
struct ExportTests {
    /// What a command prints.
    private func run(_ arguments: String..., in folder: Scratch) async throws -> String {
        let result = try await Program.run(arguments, in: folder.path)
        #expect(result.code == 0, "\(result.errors)")
        return result.output
    }

    /// A film, a show with a play of each kind of date, an anime with a rewatch, a film that is planned, and hostile texts.
    private static let account = #"""
        {"shows":[{"status":"watching","user_rating":8,"user_rated_at":"2026-03-01T20:00:00Z","watched_episodes_count":3,
        "total_episodes_count":10,"not_aired_episodes_count":2,"next_to_watch":"S01E04","added_to_watchlist_at":"2026-01-01T10:00:00Z",
        "memo":{"text":"Mine, \"alone\"","is_private":true},
        "show":{"title":"A, \"B\" & <C>","year":2020,"runtime":45,"ids":{"simkl":11,"slug":"abc","imdb":"tt11","tmdb":"111","tvdb":"1111"}},
        "seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-02-01T20:15:30Z","runtime":50},
        {"number":2,"watched_at":"1970-01-01T00:00:01Z"},{"number":3,"watched_at":"2026-02-10T00:00:00Z"}]}]}],
        "anime":[{"status":"completed","anime_type":"tv","watched_episodes_count":2,"total_episodes_count":2,
        "not_aired_episodes_count":0,"show":{"title":"銀 ]]> 魂","year":2006,"runtime":24,"ids":{"simkl":12,"mal":"918","tmdb":"57041"}},
        "seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-01-05T18:00:00Z"},{"number":2,"watched_at":"2026-01-06T18:00:00Z"}]}]},
        {"status":"completed","is_rewatch":true,"rewatch_id":1,"rewatch_status":"completed","show":{"title":"銀 ]]> 魂","year":2006,
        "runtime":24,"ids":{"simkl":12}},"seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-05-05T18:00:00Z"}]}]}],
        "movies":[{"status":"completed","last_watched_at":"2026-02-02T21:00:00Z","user_rating":9,"user_rated_at":"2026-02-03T09:00:00Z",
        "memo":{"text":"Once\nmore, =1+1","is_private":false},
        "movie":{"title":"Heat","year":1995,"runtime":170,"ids":{"simkl":13,"slug":"heat","imdb":"tt0113277","tmdb":"949"}}},
        {"status":"plantowatch","movie":{"title":"Planned","year":2027,"ids":{"simkl":14,"tmdb":"999"}}},
        {"status":"completed","last_watched_at":"2026-02-04T21:00:00Z","movie":{"title":"Hidden","year":1999,"ids":{"simkl":15}}}]}
        """#

    private func export(_ format: String, _ more: String..., edition: String = "private") async throws -> String {
        let scratch = try Scratch()
        try scratch.write(Self.account, to: "data/all-items.json")
        try scratch.write("hidden_titles: [15]\ntime_zone: Europe/Berlin\n", to: "foyer.yaml")
        let result = try await Program.run(
            ["export", format, "--data", "data", "--edition", edition, "--output", "-"] + more, in: scratch.path)
        #expect(result.code == 0 && result.errors == "", "\(result.errors)")
        return result.output.replacing("\r\n", with: "\n")
    }

    @Test("plays tell when they were as far as that is believed, to the minute for the owner, and days alone to everybody")
    func plays() async throws {
        let head = """
            watched_at,evidence,not_believed,kind,title,year,season,episode,episode_title,rewatch,minutes,minutes_from,simkl_id,imdb_id,\
            tmdb_id,tvdb_id,mal_id

            """
        let hidden = "2026-02-04T21:00:00Z,time,,movie,Hidden,1999,,,,,,,15,,,,\n"
        #expect(
            try await export("plays.csv") == head + """
                2026-02-01T20:15:00Z,time,,tv,"A, ""B"" & <C>",2020,1,1,,,50,episode,11,tt11,111,1111,
                2026-02-10,day,,tv,"A, ""B"" & <C>",2020,1,3,,,45,show,11,tt11,111,1111,
                ,none,,tv,"A, ""B"" & <C>",2020,1,2,,,45,show,11,tt11,111,1111,
                2026-01-05T18:00:00Z,time,,anime,銀 ]]> 魂,2006,1,1,,,24,show,12,,57041,,918
                2026-01-06T18:00:00Z,time,,anime,銀 ]]> 魂,2006,1,2,,,24,show,12,,57041,,918
                2026-05-05T18:00:00Z,time,,anime,銀 ]]> 魂,2006,1,1,,1,24,show,12,,57041,,918
                2026-02-02T21:00:00Z,time,,movie,Heat,1995,,,,,170,film,13,tt0113277,949,,
                \(hidden)
                """)
        let shared = try await export("plays.csv", edition: "public")
        #expect(!shared.contains("Hidden") && !shared.contains("T2") && !shared.contains("T18"), "\(shared)")
        #expect(shared.contains("2026-02-02,day,,movie,Heat"), "\(shared)")
    }

    @Test("titles and ratings are tables; private notes are in neither")
    func tables() async throws {
        let titles = try await export("titles.csv", edition: "public")
        #expect(
            titles.contains(
                "movie,Heat,1995,completed,,9,2026-02-03,1,,,,170,2026-02-02,2026-02-02,,\"Once\nmore, =1+1\",,,https://simkl.com/movies/13,13,"
                    + "tt0113277,949,,\n") || titles.contains("\"Once more, =1+1\""), "\(titles)")
        #expect(!titles.contains("alone") && !titles.contains("Hidden"))
        let ratings = try await export("ratings.csv")
        #expect(
            ratings == """
                rating,rated_at,kind,title,year,simkl_rating,url,simkl_id,imdb_id,tmdb_id,tvdb_id,mal_id
                8,2026-03-01T20:00:00Z,tv,"A, ""B"" & <C>",2020,,https://simkl.com/tv/11,11,tt11,111,1111,
                9,2026-02-03T09:00:00Z,movie,Heat,1995,,https://simkl.com/movies/13,13,tt0113277,949,,

                """)
    }

    @Test("Letterboxd gets each watching of a film, with its day, Trakt bodies for its API, undated plays as unknown")
    func others() async throws {
        #expect(
            try await export("letterboxd", edition: "public").hasPrefix(
                "imdbID,tmdbID,Title,Year,Rating10,WatchedDate,Rewatch,Review\ntt0113277,949,Heat,1995,9,2026-02-02,false,\"Once")
        )
        let trakt = try JSON(Data(try await export("trakt").utf8))
        #expect(
            trakt["history"]?["shows"]?[0] == [
                "title": "A, \"B\" & <C>", "year": 2020, "ids": ["imdb": "tt11", "tmdb": 111, "tvdb": 1111],
                "seasons": [
                    [
                        "number": 1,
                        "episodes": [
                            ["number": 1, "watched_at": "2026-02-01T20:15:00Z"],
                            ["number": 3, "watched_at": "2026-02-10T12:00:00Z"], ["number": 2, "watched_at": "unknown"],
                        ],
                    ]
                ],
            ])
        #expect(trakt["history"]?["shows"]?.elements.count == 3)
        #expect(trakt["watchlist"]?["movies"] == [["title": "Planned", "year": 2027, "ids": ["tmdb": 999]]])
        #expect(trakt["ratings"]?["movies"]?[0]?["rating"] == 9)
    }

    @Test("Yamtrack gets shows, seasons and episodes by TMDB's ids, anime by MAL's with its progress")
    func yamtrack() async throws {
        let text = try await export("yamtrack")
        #expect(
            text.hasPrefix(
                """
                media_id,source,media_type,title,image,season_number,episode_number,score,status,notes,start_date,end_date,progress
                111,tmdb,tv,"A, ""B"" & <C>",,,,8,In progress,,,,
                111,tmdb,season,"A, ""B"" & <C>",,1,,,In progress,,,,
                111,tmdb,episode,"A, ""B"" & <C>",,1,1,,Completed,,,2026-02-01 20:15:00+00:00,
                111,tmdb,episode,"A, ""B"" & <C>",,1,2,,Completed,,,,
                111,tmdb,episode,"A, ""B"" & <C>",,1,3,,Completed,,,2026-02-10 00:00:00+00:00,
                918,mal,anime,銀 ]]> 魂,,,,,Completed,,2026-01-05 18:00:00+00:00,2026-05-05 18:00:00+00:00,2
                949,tmdb,movie,Heat,,,,9,Completed,
                """), "\(text)")
    }

    /// The elements of an entry in MAL's own export, in their order.
    private static let malElements = [
        "series_animedb_id", "series_title", "series_type", "series_episodes", "my_id", "my_watched_episodes", "my_start_date",
        "my_finish_date", "my_rated", "my_score", "my_storage", "my_storage_value", "my_status", "my_comments",
        "my_times_watched", "my_rewatch_value", "my_priority", "my_tags", "my_rewatching", "my_rewatching_ep", "my_discuss",
        "my_sns", "update_on_import",
    ]

    @Test("MAL gets its own XML, with every element of it, that no name can break, IMDb its ratings")
    func lists() async throws {
        let script = """
            import json, sys, xml.etree.ElementTree as tree
            root = tree.fromstring(sys.argv[1].encode())
            print(json.dumps([root.findtext("myinfo/user_export_type")] + [[[e.tag, e.text] for e in each] for each in root.findall("anime")]))
            """
        let parsed = try await Program.run(["-c", script, try await export("mal")], executable: "/usr/bin/python3")
        let values: [String?] = [
            "918", "銀 ]] > 魂", "TV", "2", "0", "2", "2026-01-05", "2026-01-06", nil, "0", nil, "0.00", "Completed", nil, "1", nil,
            "LOW", nil, "0", "0", "1", "default", "1",
        ]
        let entry = zip(Self.malElements, values).map { JSON.array([.string($0), $1.map { .string($0) } ?? .null]) }
        #expect(try JSON(Data(parsed.output.utf8)) == ["1", .array(entry)], "\(parsed.output)\(parsed.errors)")
        #expect(
            try await export("imdb", edition: "public") == """
                Const,Your Rating,Date Rated,Title,URL,Title Type,Runtime (mins),Year,Genres
                tt11,8,2026-03-01,"A, ""B"" & <C>",https://www.imdb.com/title/tt11/,TV Series,45,2020,
                tt0113277,9,2026-02-03,Heat,https://www.imdb.com/title/tt0113277/,Movie,170,1995,

                """)
    }

    @Test("each title is a file of Markdown with front matter, at its place in the library")
    func markdown() async throws {
        let scratch = try Scratch()
        try scratch.write(Self.account, to: "data/all-items.json")
        let result = try await Program.run(["export", "markdown", "--data", "data", "--output", "out/x"], in: scratch.path)
        #expect(
            result.output == "out/x: 5 entries of 5 titles, as the public edition shows them\n",
            "\(result.output)\(result.errors)")
        let files = try FileManager.default.subpathsOfDirectory(atPath: "\(scratch.path)/out/x").filter { $0.hasSuffix(".md") }
        #expect(Set(files) == ["tv/11-abc.md", "anime/12.md", "movies/13-heat.md", "movies/14.md", "movies/15.md"])
        #expect(
            try String(contentsOfFile: "\(scratch.path)/out/x/movies/13-heat.md", encoding: .utf8) == """
                ---
                title: "Heat"
                kind: "movie"
                year: 1995
                date: 2026-02-02
                status: "completed"
                rating: 9
                rated: 2026-02-03
                plays: 1
                minutes: 170
                watched: [2026-02-02]
                ids: {simkl: 13, imdb: "tt0113277", tmdb: "949"}
                url: "https://simkl.com/movies/13"
                ---

                > Once more\\, \\=1\\+1

                [Heat on Simkl](https://simkl.com/movies/13)

                """)
    }

    @Test(
        "library.json of the sample builds every page again to the byte, and is what its schema says",
        arguments: ["private", "friends", "public"])
    func again(edition: String) async throws {
        let (scratch, other) = (try Scratch(), try Scratch())
        let sample = "\(Program.root)/Sources/foyer/Sample"
        for folder in [scratch, other] { try folder.write("edition: \(edition)\n", to: "foyer.yaml") }
        func pages(of data: String, in folder: Scratch) async throws -> [String: Data] {
            _ = try await run(
                "build", "--offline", "--data", data, "--output", "site", "--now", "2026-11-20T12:00:00Z", "--templates",
                "\(Program.root)/Templates", in: folder)
            return try Tree("\(folder.path)/site").files.filter { $0.key.hasSuffix(".md") }
        }
        _ = try await run("export", "library.json", "--data", sample, in: scratch)
        let schema = try await Program.run(
            [
                "-c",
                "import json, sys, jsonschema; jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))",
                "\(scratch.path)/library.json", "\(Program.root)/docs/library.schema.json",
            ], executable: "/usr/bin/python3")
        #expect(schema.code == 0, "\(schema.errors.suffix(2000))")
        // Whatever it is called.
        try other.write(try String(contentsOfFile: "\(scratch.path)/library.json", encoding: .utf8), to: "mine.json")
        let (own, again) = (try await pages(of: sample, in: scratch), try await pages(of: "mine.json", in: other))
        #expect(own.count > 300 && own.keys.sorted() == again.keys.sorted())
        let different = own.keys.filter { own[$0] != again[$0] }.sorted()
        #expect(different == [])
        for format in ["plays.csv", "titles.csv", "ratings.csv", "library.json"] {
            let texts = (
                try await run("export", format, "--data", sample, "--output", "-", in: scratch),
                try await run("export", format, "--data", "mine.json", "--output", "-", in: other)
            )
            #expect(texts.0 == texts.1, "\(format)")
        }
    }

    @Test("--json says what was written; where the export itself is on standard output it is refused: 64")
    func json() async throws {
        let scratch = try Scratch()
        try scratch.write(Self.account, to: "data/all-items.json")
        func report(_ arguments: String...) async throws -> JSON {
            let result = try await Program.run(["export", "--data", "data", "--json"] + arguments, in: scratch.path)
            #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
            return try JSON(Data(result.output.utf8))
        }
        func size(_ file: String) throws -> Int { try Data(contentsOf: URL(filePath: "\(scratch.path)/\(file)")).count }
        #expect(
            try await report("plays.csv", "--output", "out.csv", "--edition", "private") == [
                "format": "plays.csv", "path": "out.csv", "edition": "private", "titles": 5, "rows": 8, "files": 1,
                "bytes": .int(try size("out.csv")),
            ])
        #expect(
            try await report("mal", "--quiet") == [
                "format": "mal", "path": "mal.xml", "edition": "public", "titles": 5, "rows": 1, "files": 1,
                "bytes": .int(try size("mal.xml")),
            ])
        for (file, mode) in [("out.csv", 0o600), ("mal.xml", 0o644)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(scratch.path)/\(file)")
            #expect(attributes[.posixPermissions] as? Int == mode, "\(file)")
        }
        let markdown = try await report("markdown", "--output", "out/x")
        let files = try Tree("\(scratch.path)/out/x").files.values
        #expect(
            markdown == [
                "format": "markdown", "path": "out/x", "edition": "public", "titles": 5, "rows": 5, "files": 5,
                "bytes": .int(files.reduce(0) { $0 + $1.count }),
            ])
        let refused = try await Program.run(["export", "mal", "--data", "data", "--json", "--output", "-"], in: scratch.path)
        #expect(
            refused.code == 64 && refused.output.isEmpty
                && refused.errors.contains("--json reports on standard output, where --output - puts the export"),
            "\(refused.errors)")
    }

    @Test("an export into a place that cannot be written ends with 73, and leaves what is there")
    func unwritable() async throws {
        let scratch = try Scratch()
        try scratch.write(Self.account, to: "data/all-items.json")
        try scratch.write("old", to: "file")
        let result = try await Program.run(["export", "plays.csv", "--data", "data", "--output", "file/x.csv"], in: scratch.path)
        #expect(result.code == 73 && result.complaints.count == 1, "\(result.errors)")
        #expect(try await Program.run(["export", "nothing"], in: scratch.path).code == 64)
        #expect(try await Program.run(["export", "mal", "--data", "none"], in: scratch.path).code == 65)
    }

    @Test("a link leads to the file that is written, what is no file is written into, and what lies beside is nobody else's")
    func places() async throws {
        let scratch = try Scratch()
        try scratch.write(Self.account, to: "data/all-items.json")
        let plain = try await run("export", "plays.csv", "--data", "data", "--output", "-", in: scratch)
        func export(to place: String) async throws {
            _ = try await run("export", "plays.csv", "--data", "data", "--quiet", "--output", place, in: scratch)
        }
        for neighbour in [".mine.draft", "mine.part", ".mine.csv.draft"] { try scratch.write("precious", to: neighbour) }
        try scratch.write("old", to: "mine")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(scratch.path)/mine")
        for (link, file) in [("link", "mine"), ("far/link", "\(scratch.path)/mine"), ("dangling", "new")] {
            try FileManager.default.createDirectory(atPath: "\(scratch.path)/far", withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/\(link)", withDestinationPath: file)
            try await export(to: link)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(scratch.path)/\(link)") == file)
        }
        let files = try Tree(scratch.path).files
        #expect(files["mine"] == Data(plain.utf8) && files["new"] == Data(plain.utf8))
        let mode = try FileManager.default.attributesOfItem(atPath: "\(scratch.path)/mine")[.posixPermissions] as? Int
        #expect(mode == 0o600)
        for neighbour in [".mine.draft", "mine.part", ".mine.csv.draft"] { #expect(files[neighbour] == Data("precious".utf8)) }
        #expect(Set(files.keys) == ["data/all-items.json", "mine", "new", ".mine.draft", "mine.part", ".mine.csv.draft"])
        let pipe = "mkfifo pipe; \"$FOYER\" export plays.csv --data data --quiet --output pipe & cat pipe; wait; test -p pipe"
        let piped = try await Program.run(
            ["-c", pipe], executable: "/bin/sh", environment: ["FOYER": Program.path], in: scratch.path)
        #expect(piped.code == 0 && piped.output == plain, "\(piped.errors)")
        let folder = try await Program.run(["export", "plays.csv", "--data", "data", "--output", "far"], in: scratch.path)
        #expect(folder.code == 73 && folder.errors == "foyer: far: cannot write (it is a folder).\n", "\(folder.errors)")
    }

    @Test(
        "what standard output does not take is no success: 73; a reader that has gone away is",
        arguments: [
            "export plays.csv --data data --output -", "export library.json --data data --output -", "stats --data data",
            "show 11 --data data --json", "--help", "--version", "",
        ])
    func fullDisk(command: String) async throws {
        let scratch = try Scratch()
        try scratch.write(Self.account, to: "data/all-items.json")
        func result(_ rest: String) async throws -> Program.Result {
            try await Program.run(
                ["-c", "\"$FOYER\" \(command) \(rest)"], executable: "/bin/bash", environment: ["FOYER": Program.path],
                in: scratch.path)
        }
        let full = try await result("> /dev/full")
        #expect(
            full.code == 73 && full.errors.contains("standard output: cannot write (No space left on device)"), "\(full.errors)")
        let gone = try await result("| true; exit ${PIPESTATUS[0]}")
        #expect(gone.code == 0 && gone.errors.isEmpty, "\(gone.errors)")
    }

    @Test("specials are no episodes of those that are counted")
    func specials() async throws {
        let scratch = try Scratch()
        let seasons = """
            [{"number":0,"episodes":[{"number":1,"watched_at":"2026-03-01T20:00:00Z"}]},
             {"number":1,"episodes":[{"number":1,"watched_at":"2026-03-02T20:00:00Z"},{"number":2,"watched_at":"2026-03-03T20:00:00Z"}]}]
            """
        try scratch.write(
            """
            {"anime":[{"status":"watching","watched_episodes_count":2,"total_episodes_count":12,"not_aired_episodes_count":10,
              "seasons":\(seasons),"show":{"title":"Twice","ids":{"simkl":7,"mal":"70"}}}]}
            """, to: "data/all-items.json")
        func text(_ format: String) async throws -> String {
            try await run("export", format, "--data", "data", "--output", "-", in: scratch)
        }
        #expect(try await text("mal").contains("<my_watched_episodes>2</my_watched_episodes>"))
        #expect(try await text("yamtrack").contains(",2\r\n"))
        let table = try await text("titles.csv").split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let row = Dictionary(uniqueKeysWithValues: zip(table[0], table[1]))
        #expect(row["watched_episodes"] == "2" && row["aired_episodes"] == "2" && row["plays"] == "3")
    }
}
