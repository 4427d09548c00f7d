import Foundation
import Testing

@testable import Simkl

@Suite("Envelopes")
struct EnvelopeTests {
    @Test(
        "an empty library is read as an empty library, however it is written",
        arguments: [
            "{}", "null", "[]", "{\"shows\":[]}", "{\"shows\":null,\"anime\":{},\"movies\":[]}", " \n{ }\t", "\u{FEFF}{}",
            "\u{FEFF}null",
        ])
    func emptyLibrary(text: String) throws {
        #expect(try Outline.text(of: TemporaryAccount.read(["all-items.json": text])) == "")
    }

    @Test("an item stands in the list's bucket, in a bare list in its wrapper's, in a file of one kind in the file's")
    func buckets() throws {
        let items = #"[{"show":{"ids":{"simkl":1}}},{"anime":{"ids":{"simkl":2}}},{"movie":{"ids":{"simkl":3}}}]"#
        func buckets(_ file: String, _ text: String) throws -> [Wire.Bucket] {
            try TemporaryAccount.read([file: text]).items.map(\.bucket)
        }
        #expect(try buckets("all-items.json", items) == [.shows, .anime, .movies])
        #expect(try buckets("all-items.json", "{\"anime\":\(items)}") == [.anime, .anime, .anime])
        #expect(try buckets("shows.json", items) == [.shows, .shows, .shows])
        #expect(try buckets("anime.json", items) == [.anime, .anime, .anime])
        #expect(try buckets("movies.json", "{\"movies\":\(items)}") == [.movies, .movies, .movies])
    }

    @Test(
        "a library of which nothing can be read is no empty library: it is told what it looks like",
        arguments: [
            ("5", "a number"), ("\"x\"", "a text"), ("true", "a single word"), ("[5]", "a list of something that is no title"),
            (#"{"show":[],"meta":1}"#, "an object with the members “show”, “meta”"),
            (#"{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1}"#, "an object with the members “a”, “b”, “c”, “d”, “e” …"),
            (#"{"shows":[{"show":{"title":"A","ids":{}}}]}"#, "a list of one entry without a Simkl id"),
            (
                #"{"shows":[{"show":{"title":"A"}}],"movies":[{},{"movie":{"ids":{"imdb":"tt1"}}}]}"#,
                "a list of 3 entries without Simkl ids"
            ),
            (#"[{"show":{"ids":{"trakt":1}}},{}]"#, "a list of 2 entries without Simkl ids"),
            (#"{"movies":{"movies":[{"movie":{"title":"A"}}]}}"#, "a list of one entry without a Simkl id"),
            (
                #"{"calendar":[{"simkl_id":1,"date":"2026-11-01T00:00:00Z"}],"metadata":{}}"#,
                "a calendar file of Simkl's; the folder to name is the one around it"
            ),
            (
                #"[{"title":"A","date":"2026-11-01T00:00:00-05:00","ids":{"simkl_id":1}}]"#,
                "a calendar file of Simkl's; the folder to name is the one around it"
            ),
            (#"[{"id":1,"simkl":{"rating":7.1}}]"#, "a list of others' ratings; the folder to name is the one around it"),
            (#"[{"title":"A"}]"#, "a list of something that is no title of a library"),
            (#"{"all":"2026-11-01T00:00:00Z","tv_shows":{}}"#, "Simkl's answer to GET /sync/activities"),
            (#"{"user":{},"account":{}}"#, "Simkl's answer to GET /users/settings"),
            (#"{"total_mins":5}"#, "Simkl's answer to GET /users/{id}/stats"),
        ])
    func noLibrary(text: String, look: String) throws {
        for file in ["all-items.json", "shows.json", "anime.json", "movies.json"] {
            let account = try TemporaryAccount([file: text, "settings.json": "{}"])
            #expect(throws: AccountError.notALibrary(file: file, look: look)) { try account.read() }
        }
    }

    @Test("buckets that are wrapped once more are read, and what cannot be read in them has its place")
    func nested() throws {
        let account = try TemporaryAccount.read([
            "all-items.json":
                #"{"movies":{"movies":[{"movie":{"ids":{"simkl":3}}},{}]},"shows":{"shows":[{"show":{"ids":{"simkl":1}}}]},"anime":{"anime":null}}"#
        ])
        #expect(account.items.map(\.media.ids.simkl) == [1, 3] && account.items.map(\.bucket) == [.shows, .movies])
        #expect(account.issues.map(\.pointer) == ["/movies/movies/1"])
        for empty in [#"{"shows":{"shows":[]}}"#, #"{"movies":{"movies":null}}"#, #"{"shows":{}}"#] {
            #expect(try TemporaryAccount.read(["all-items.json": empty]).items == [])
        }
    }

    @Test("a folder that is no account says so")
    func missing() throws {
        let empty = try TemporaryAccount([:])
        #expect(throws: AccountError.noLibrary(folder: empty.path)) { try empty.read() }
        #expect(throws: AccountError.noLibrary(folder: empty.path)) {
            try empty.write("{}", to: "other/all-items.json")
            return try empty.read()
        }
        #expect(throws: AccountError.folderMissing(folder: empty.path + "/none")) {
            try AccountFolder(path: empty.path + "/none").read()
        }
    }

    @Test("a folder in a file's place cannot be read")
    func folderForFile() throws {
        let account = try TemporaryAccount(["all-items.json": "{}", "stats.json/x": ""])
        #expect {
            try account.read()
        } throws: { error in
            if case AccountError.unreadable(file: "stats.json", _) = error { true } else { false }
        }
    }

    @Test(
        "an answer that is an error is refused, whatever file of the account it was saved as",
        arguments: [
            "all-items.json", "shows.json", "ratings.json", "activities.json", "settings.json", "stats.json", "playback.json",
            "calendar/tv.json", "calendar/2026/1/movie_release.json",
        ])
    func errorBody(file: String) throws {
        let known = #"{"shows":[{"show":{"ids":{"simkl":1}}}]}"#
        let account = try TemporaryAccount(["all-items.json": known])
        try account.write(#"{"error":"user_token_failed","code":401,"message":"<b>"}"#, to: file)
        #expect(throws: AccountError.refused(file: file, error: "user_token_failed")) { try account.read() }
    }

    @Test(
        "an error in place of what pages can do without is left out and told",
        arguments: ["crowd/shows.json", "titles/tv/1.json", "episodes/anime/1.json"])
    func catalogError(file: String) throws {
        let known = #"{"shows":[{"show":{"ids":{"simkl":1}}}]}"#
        let account = try TemporaryAccount(["all-items.json": known, file: #"{"error":"id_err","code":404}"#]).read()
        #expect(account.items.count == 1)
        #expect(
            account.issues == [
                ReadingIssue(file: file, pointer: "", loss: .item, message: "Simkl's answer in it is an error (id_err)")
            ])
    }

    @Test(
        "in a mirror, which nobody but us has written, an error stops only where the library should be",
        arguments: [
            "ratings.json", "settings.json", "stats.json", "playback.json", "calendar/tv.json", "calendar/2026/1/anime.json",
        ])
    func errorInMirror(file: String) throws {
        let folder = try TemporaryAccount([:])
        let known = Data(#"{"shows":[{"show":{"ids":{"simkl":1}}}]}"#.utf8)
        let none = Data("{}".utf8)
        let error = Data(#"{"error":"premium_only","calendar":[]}"#.utf8)
        do {
            let mirror = try MirrorFolder(path: folder.path, now: 1_780_000_000)
            let files = ["shows.json": known, "anime.json": none, "movies.json": none, file: error]
            try mirror.commit(files.mapValues { .put($0) }, now: 1_780_000_000)
        }
        let account = try folder.read()
        #expect(account.items.count == 1)
        let message = "Simkl's answer in it is an error (premium_only)"
        #expect(account.issues == [ReadingIssue(file: file, pointer: "", loss: .item, message: message)])
    }

    @Test("a file that is not JSON is refused with the place")
    func notJSON() throws {
        let account = try TemporaryAccount(["all-items.json": "{}", "stats.json": "{\"a\" 1}"])
        #expect {
            try account.read()
        } throws: { error in
            "\(error)" == "stats.json: ':' is missing, at byte 5. Fetch the file again."
        }
    }

    @Test("errors say where, why and what to do, in a sentence each")
    func descriptions() {
        let errors: [AccountError] = [
            .folderMissing(folder: "d"), .noLibrary(folder: "d"),
            .severalLibraries(folder: "d", files: ["a.json", "b.json", "c.json"]), .notAnExport(path: "d.zip", look: "a PDF. Go"),
            .notALibrary(file: "f.json", look: "a number"),
            .unreadable(file: "f.json", reason: "no rights"),
            .refused(file: "f.json", error: "user_token_failed"),
        ]
        #expect(
            errors.map(\.description) == [
                "d: there is no such folder. Fetch your account (foyer sync, once you are signed in: foyer login), name a folder with "
                    + "your Simkl files (--data DIR), or see the sample (foyer build --sample).",
                "d: neither all-items.json nor shows.json, anime.json or movies.json is there. "
                    + "Put Simkl's backup there (SimklBackup.zip), or save the answer of GET /sync/all-items.",
                "d: a.json, b.json, and c.json have libraries of the same titles, and nobody says which one counts. "
                    + "Name it: --data d/c.json.",
                "d.zip: this file is a PDF. Go.",
                "f.json: this is no library but a number. A library is Simkl's answer to GET /sync/all-items.",
                "f.json: it cannot be read (no rights).",
                "f.json: Simkl's answer in it is an error (user_token_failed), not data. Fetch the file again.",
            ])
    }
}
