import Disk
import Foundation
import Testing

@testable import Simkl

/// Libraries that nobody saved under the names of Simkl's answers: its backup, and what other programs export.
struct ExportTests {
    private static let film = #"{"status":"completed","last_watched_at":"2026-03-05T20:00:00Z","movie":{"ids":{"simkl":3}}}"#
    private static let show = #"{"show":{"ids":{"simkl":1}},"seasons":[{"number":1,"episodes":[{"number":1}]}]}"#
    private static let anime = #"{"status":"hold","show":{"ids":{"simkl":2}}}"#
    private static let whole = #"{"movies":[\#(film)],"shows":[\#(show)],"anime":[\#(anime)]}"#

    /// What is read of a folder's library, a line a title.
    private func titles(_ files: [String: String], in file: String? = nil) throws -> [String] {
        let folder = try TemporaryAccount(files)
        let account = try AccountFolder(path: folder.path + (file.map { "/\($0)" } ?? "")).read()
        #expect(account.issues == [])
        return account.items.map { "\($0.bucket) \($0.media.ids.simkl) \($0.status ?? "-")" }.sorted()
    }

    private func failure(_ files: [String: String], in file: String? = nil) throws -> String {
        let folder = try TemporaryAccount(files)
        let error = #expect(throws: AccountError.self) {
            try AccountFolder(path: folder.path + (file.map { "/\($0)" } ?? "")).read()
        }
        return (error?.description ?? "").replacing(folder.path, with: "DIR")
    }

    @Test(
        "one JSON file is read, whatever its name",
        arguments: ["all-items.json", "Backup of Ada.JSON", "simkl", "x.txt", "x.csv"])
    func oneFile(name: String) throws {
        #expect(try titles([name: Self.whole], in: name) == ["anime 2 hold", "movies 3 completed", "shows 1 -"])
    }

    @Test(
        "exporters' shapes are read with what they say of lists",
        arguments: [
            // Wrapped once more.
            ["export.json": #"{"movies":{"movies":[\#(film)]},"shows":{"shows":[\#(show)]}}"#],
            // Lists inside buckets, and buckets inside lists.
            ["export.json": #"{"movies":{"completed":[\#(film)]},"tv":{"Watching":[\#(show)]}}"#],
            ["export.json": #"{"lists":{"completed":{"movies":[\#(film)]},"watching":{"shows":[\#(show)]}},"episodes":[]}"#],
            // Lists beside episodes.
            [
                "export.json":
                    #"{"lists":{"movies":[\#(film)],"shows":{"watching":[{"show":{"ids":{"simkl":1}}}]}},"episodes":{"shows":[]}}"#
            ],
            // One file a list.
            ["movies_completed.json": "[\(film)]", "tv_watching.json": "[\(show)]", "notes.json": "{}"],
            [
                "movies/completed.json": "[\(film)]", "shows/watching.json": "{\"shows\":[\(show)]}",
                "package.json": #"{"name":"x"}"#,
            ],
            ["simkl-completed.json": "[\(film)]", "simkl-watching.json": "[\(show)]", "broken.json": "{"],
        ])
    func shapes(files: [String: String]) throws {
        let found = try titles(files)
        #expect(found == ["movies 3 completed", "shows 1 watching"] || found == ["movies 3 completed", "shows 1 -"])
        #expect(found.contains("shows 1 watching") == !files.values.contains { $0.contains(#""movies":{"movies""#) })
    }

    @Test(
        "episodes that stand beside the lists are those of the titles in them, and in an unknown shape they are told to be left out"
    )
    func listsAndEpisodes() throws {
        let lists = #""lists":{"watching":[{"show":{"ids":{"simkl":1}}}]}"#
        let account = try TemporaryAccount.read(["a.json": "{\(lists),\"episodes\":{\"shows\":[\(Self.show)]}}"])
        #expect(account.items.map(\.seasons?.count) == [nil, 1])
        let odd = try TemporaryAccount.read(["a.json": "{\(lists),\"episodes\":{\"1\":[1,2]}}"])
        #expect(odd.items.count == 1)
        #expect(odd.issues.map(\.message) == ["its “episodes” are not in a shape that is known, so they are left out"])
    }

    @Test("Simkl's backup is read from a folder: as JSON before packed, packed before the table; what stands beside it too")
    func backupInFolder() throws {
        let folder = try TemporaryAccount([
            "SimklBackup.csv": "SIMKL_ID,Type\n9,tv\n", "settings.json": #"{"user":{"name":"Ada"}}"#,
        ])
        #expect(try folder.read().items.map(\.media.ids.simkl) == [9])
        try folder.write(try #require(Data(base64Encoded: Self.packed)), to: "SimklBackup.zip")
        #expect(try folder.read().items.map(\.media.ids.simkl) == [1004])
        try folder.write(Self.whole, to: "SimklBackup.json")
        #expect(try folder.read().items.map(\.media.ids.simkl) == [1, 2, 3])
        #expect(try folder.read().settings?.name == "Ada")
    }

    @Test("of two files that tell of the same title, nobody prefers one")
    func several() throws {
        let daily = ["export-1.json": Self.whole, "export-2.json": Self.whole]
        let sentence = "have libraries of the same titles, and nobody says which one counts. Name it: --data DIR"
        #expect(try failure(daily) == "DIR: export-1.json and export-2.json \(sentence)/export-2.json.")
        #expect(try titles(daily, in: "export-2.json").count == 3)
        let backups = ["SimklBackup.json": Self.whole, "SimklBackup (1).json": Self.whole]
        #expect(try failure(backups) == "DIR: SimklBackup (1).json and SimklBackup.json \(sentence)/SimklBackup.json.")
    }

    @Test(
        "a file that is no library says what it is, and what to do",
        arguments: [
            ("a.zip", "\u{7F}ELF\0", "this file is no text. Name Simkl's backup (ZIP, JSON or CSV)"),
            ("a.json", "", "this file is empty. Save it again."),
            ("a.pdf", "%PDF-1.7", "this file is a PDF. Name Simkl's backup (ZIP, JSON or CSV), or a folder with Simkl's files."),
            ("a.json", "<!DOCTYPE html><p>", "this file is a web page. Sign in where you fetched it, and fetch it again."),
            (
                "animelist.xml", "<?xml version=\"1.0\"?><myanimelist>",
                "this file is XML, such as MyAnimeList's. Import it at https://simkl.com/apps/import/, and take Simkl's."
            ),
            ("a", "SQLite format 3\0", "this file is a database. Name Simkl's backup"),
            ("stats.json", #"{"total_mins":3}"#, "this is no library but Simkl's answer to GET /users/{id}/stats."),
            (
                "watched.csv", "Date,Name,Year,Letterboxd URI\n2026-01-01,Heat,1995,x\n",
                "watched.csv: this table is not Simkl's backup, which has the columns SIMKL_ID and Type; it has “Date”, “Name”, “Year”, "
                    + "“Letterboxd URI”. Import it at https://simkl.com/apps/import/, and take Simkl's."
            ),
            ("junk.zip", "Date,Name\n2026-01-01,Heat\n", "junk.zip: this table is not Simkl's backup"),
            ("junk.zip", "junk\n", "junk.zip: this file is neither JSON nor a table. Name Simkl's backup (ZIP, JSON or CSV)"),
            ("backup", "SIMKL_ID,Type\n1,\"tv\n", "backup: the quotation mark is never closed, in line 2."),
            ("a.csv", "SIMKL_ID,Type\n1,\"tv\n", "a.csv: the quotation mark is never closed, in line 2. Export the table again"),
            (
                "a.json", #"[{"movie":{"title":"A","ids":{"trakt":1}}}]"#,
                "this is no library but a list of one entry without a Simkl id."
            ),
        ])
    func foreign(name: String, text: String, message: String) throws {
        let found = try failure([name: text], in: name)
        #expect(found.contains(message), "\(found)")
    }

    @Test("a folder of other things says what is expected")
    func otherFolder() throws {
        #expect(
            try failure(["notes.json": "{}", "other.json": "[1]"])
                == "DIR: neither all-items.json nor shows.json, anime.json or movies.json is there. "
                + "Put Simkl's backup there (SimklBackup.zip), or save the answer of GET /sync/all-items.")
        #expect(
            try failure(["one.json": "[1]"]).contains("one.json: this is no library but a list of something that is no title."))
    }

    // MARK: - Archives

    /// `backup/SimklBackup.json`, `backup/settings.json` and what macOS puts beside them, deflated.
    static let packed =
        "UEsDBBQAAAAIAABgZVwIKYExfgAAAKMAAAAXAAAAYmFja3VwL1NpbWtsQmFja3VwLmpzb24djkEKwjAQRa8SZm1hTNVFj6GulFKGJtBgYoQZ7SLk7mYCs3if"
        + "9/lMgZR/wTNM5lmAheSrDGtOn+jFOzgYiMSy7CTr5t1Cot6ivQw4Dni+W5xQ76HVvtYKBSRIVIIbRTHXTH0qOO6WQ3rFRkfEU611boq3vPc/NNA7JN9D/QNQ"
        + "SwMEFAAAAAgAAGBlXGbLjMYKAAAACAAAACIAAABfX01BQ09TWC9iYWNrdXAvLl9TaW1rbEJhY2t1cC5qc29uy8svUcgqzs8DAFBLAwQUAAAACAAAYGVcMs3K"
        + "b0QAAABMAAAAFAAAAGJhY2t1cC9zZXR0aW5ncy5qc29uq1YqLU4tUrJSqFbKS8xNBTKUHFMSlWp1FJQSk5PzS/NKwHKZKUDKHChYkpmbWpWfB1boWlqUX5Cq"
        + "75RalJOZp1RbCwBQSwECFAMUAAAACAAAYGVcCCmBMX4AAACjAAAAFwAAAAAAAAAAAAAAgAEAAAAAYmFja3VwL1NpbWtsQmFja3VwLmpzb25QSwECFAMUAAAA"
        + "CAAAYGVcZsuMxgoAAAAIAAAAIgAAAAAAAAAAAAAAgAGzAAAAX19NQUNPU1gvYmFja3VwLy5fU2lta2xCYWNrdXAuanNvblBLAQIUAxQAAAAIAABgZVwyzcpv"
        + "RAAAAEwAAAAUAAAAAAAAAAAAAACAAf0AAABiYWNrdXAvc2V0dGluZ3MuanNvblBLBQYAAAAAAwADANcAAABzAQAAAAA="

    @Test("an archive is an account's folder, packed: the library, and what stands beside it")
    func archive() throws {
        let folder = try TemporaryAccount([:])
        try folder.write(try #require(Data(base64Encoded: Self.packed)), to: "mine.bak")
        let account = try AccountFolder(path: folder.path + "/mine.bak").read()
        #expect(account.items.map(\.media.ids.simkl) == [1004] && account.issues == [])
        #expect(account.settings?.timeZone == "Europe/Berlin")
    }

    @Test(
        "a hostile archive is refused, and says why",
        arguments: [
            (Forgery.encrypted, "“a.json” in it is encrypted. Unpack it yourself, and name the folder."),
            (.zip64, "the archive is of the kind for more than 4 GiB (ZIP64). Unpack it yourself, and name the folder."),
            (.inParts, "the archive is one part of several. Join them, unpack it yourself, and name the folder."),
            (.outside, "the archive names a file outside of itself (“../a.jso”), as no export does. It is not read."),
            (.huge, "what is in the archive is larger than 512 MiB, as no account is. It is not read."),
            (.wrongLength, "the archive is damaged (“a.json” is not what was packed). Fetch it again."),
            (.wrongChecksum, "the archive is damaged (“a.json” is not what was packed). Fetch it again."),
            (.otherMethod, "“a.json” in it is packed in a way that few programs know. Unpack it yourself, and name the folder."),
            (.twice, "the archive is damaged (its entries overlap). Fetch it again."),
            (.noDirectory, "the archive is damaged (it has no directory, so it may have been cut off). Fetch it again."),
            (.farDirectory, "the archive is damaged (its directory lies outside of it). Fetch it again."),
            (.farEntry, "the archive is damaged (“a.json” is not where its directory says). Fetch it again."),
        ])
    func hostile(forgery: Forgery, message: String) throws {
        let folder = try TemporaryAccount([:])
        try folder.write(Data(forgery.archive), to: "a.zip")
        let error = #expect(throws: AccountError.self) { try AccountFolder(path: folder.path + "/a.zip").read() }
        #expect(error?.description == "\(folder.path)/a.zip: \(message)")
    }

    @Test("every archive with one byte changed or cut off is read or refused, never more")
    func mutations() throws {
        let bytes = [UInt8](try #require(Data(base64Encoded: Self.packed)))
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 0xFF
            for broken in [changed, Array(bytes.prefix(position))] {
                _ = try? ZipArchive(broken, mostBytes: 1 << 20).files { _ in true }
            }
        }
    }

    // MARK: - Tables

    @Test("Simkl's table is read: lists, last episodes, days without hours, ratings, ids of others; memos are not public")
    func table() throws {
        let text = """
            \u{FEFF}SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo,TVDB,TMDB,IMDB
            1,Quay Nine,tv,2020,watching,s1e8,2026-02-08,,,123,,tt7
            4,"Salt, Road",movie,2015,completed,,2026-03-05 21:14:00,8,"windy, ""slow\""
            and long",,,

            2,Moon Post,anime,2019,on-hold,12,,10,,,,
            5,Later,movie,2027,plan to watch,,,,,,,
            6,No list,tv,,,S03E07,2024-12-31,,,,,
            """
        let folder = try TemporaryAccount(["b.csv": text.replacing("\n", with: "\r\n")])
        let account = try AccountFolder(path: folder.path + "/b.csv").read()
        #expect(account.issues == [])
        #expect(
            Outline.text(of: account.items) == """
                0
                  bucket: shows
                  media
                    title: "Quay Nine"
                    year: 2020
                    ids
                      simkl: 1
                      others
                        imdb: "tt7"
                        tvdb: "123"
                  status: "watching"
                  lastWatchedAt: day 20492
                  lastWatched: "S1E8"
                  watchedEpisodesCount: 8
                  isRewatch: false
                1
                  bucket: movies
                  media
                    title: "Salt, Road"
                    year: 2015
                    ids
                      simkl: 4
                  status: "completed"
                  lastWatchedAt: day 20517
                  userRating: 8
                  memo
                    text: "windy, \\"slow\\"\\r\\nand long"
                  isRewatch: false
                2
                  bucket: anime
                  media
                    title: "Moon Post"
                    year: 2019
                    ids
                      simkl: 2
                  status: "hold"
                  userRating: 10
                  lastWatched: "E12"
                  watchedEpisodesCount: 12
                  isRewatch: false
                3
                  bucket: movies
                  media
                    title: "Later"
                    year: 2027
                    ids
                      simkl: 5
                  status: "plantowatch"
                  isRewatch: false
                4
                  bucket: shows
                  media
                    title: "No list"
                    ids
                      simkl: 6
                  status: "completed"
                  lastWatchedAt: day 20088
                  lastWatched: "S3E7"
                  isRewatch: false

                """)
    }

    @Test(
        "a date is the day that it names, whichever of them stands first, and none where nobody can tell",
        arguments: [
            (["2026-02-08", "2026-02-08T23:30:00Z", "2026-02-08 23:30"], ["2026-02-08", "2026-02-08", "2026-02-08"]),
            (["02/08/2026", "12/31/2025"], ["2026-02-08", "2025-12-31"]),
            (["08/02/2026", "31/12/2025"], ["2026-02-08", "2025-12-31"]),
            (["8.2.2026", "31.12.2025 20:00"], ["2026-02-08", "2025-12-31"]), (["08/02/2026", "01/02/2026"], ["-", "-"]),
            (["08/08/2026"], ["2026-08-08"]),
            (["2026/02/08", "2026.2.08 20:00"], ["2026-02-08", "2026-02-08"]),
            (["2026/13/08", "2026/2", "20260/2/1"], ["-", "-", "-"]), (["31/12/2025", "12/31/2025"], ["-", "-"]),
            (["yesterday", "2026-02-30", "8/2/26"], ["-", "-", "-"]),
        ])
    func dates(texts: [String], days: [String]) {
        let order = DayOrder(of: texts)
        let read = texts.map { text in order.day(text).map { days.contains("-") ? "?" : Self.day($0) } ?? "-" }
        #expect(read == days)
    }

    private static func day(_ date: WireDate) -> String {
        Date(timeIntervalSince1970: TimeInterval(date.secondsSince1970)).formatted(.iso8601.year().month().day())
    }

    @Test(
        "rows that cannot be used are left out by their lines, and tables with semicolons or tabs are read",
        arguments: [";", "\t", ","])
    func oddTables(separator: String) throws {
        let text = """
            Type,imdb_id,simkl_id,LastEpWatched,Rating,WatchedDate,Watchlist
            movie,tt1,,,,,completed
            game,tt2,8,,,,completed
            movie,tt3,9,,good,03/04/2026,odd
            tv,tt4,10,S01-E02-03,5,,watching
            """
        let folder = try TemporaryAccount(["b.csv": text.replacing(",", with: separator)])
        let account = try folder.read()
        #expect(
            account.items.map { "\($0.media.ids.simkl) \($0.status ?? "-") \(Dictionary($0.media.ids.others))" } == [
                #"9 odd ["imdb": "tt3"]"#, #"10 watching ["imdb": "tt4"]"#,
            ])
        #expect(
            account.issues.map { "\($0.pointer) \($0.message)" } == [
                "/line 2 it has no Simkl id", "/line 3 its type 'game' is none of tv, anime and movie",
                "/line 4 '03/04/2026' is no date of which day and month are plain", "/line 4 'good' is no whole number",
                "/line 5 'S01-E02-03' is no episode",
            ])
    }
}

/// An archive with one stored file, `a.json`, and something wrong with it.
enum Forgery: CaseIterable, Sendable {
    case encrypted, zip64, inParts, outside, huge, wrongLength, wrongChecksum, otherMethod, twice, noDirectory, farDirectory,
        farEntry

    var archive: [UInt8] {
        let content = Array(#"{"movies":[]}"#.utf8)
        let name = Array((self == .outside ? "../a.jso" : "a.json").utf8)
        func number(_ number: Int, _ length: Int) -> [UInt8] { (0..<length).map { UInt8(number >> (8 * $0) & 255) } }
        let length = self == .huge ? 600 << 20 : self == .wrongLength ? 12 : content.count
        let packed = self == .zip64 ? 0xFFFF_FFFF : self == .twice ? 200 : content.count
        // The checksum of the content, as any program makes it.
        let checksum = self == .wrongChecksum ? 1 : 0x6015_D28A
        let flags = self == .encrypted ? 1 : 0
        let sizes = number(checksum, 4) + number(packed, 4) + number(length, 4) + number(name.count, 2) + number(0, 2)
        let method = number(self == .otherMethod ? 14 : 0, 2)
        var file = number(0x0403_4B50, 4) + number(20, 2) + number(flags, 2) + method + number(0, 4) + sizes + name + content
        let start = file.count
        let header = self == .farEntry ? 7 : 0
        let entry =
            number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(flags, 2) + method + number(0, 4) + sizes
            + number(0, 10) + number(header, 4) + name
        let count = self == .twice ? 2 : 1
        for _ in 0..<count { file += entry }
        if self == .noDirectory { return file }
        return file + number(0x0605_4B50, 4) + number(self == .inParts ? 1 : 0, 2) + number(0, 2) + number(count, 2)
            + number(count, 2)
            + number(entry.count * count, 4) + number(self == .farDirectory ? start + 1000 : start, 4) + number(0, 2)
    }
}
