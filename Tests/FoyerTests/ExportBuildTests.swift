import Foundation
import TestSupport
import Testing

/// Sites of people without an account at hand: from Simkl's own backup, and from what other programs export.
struct ExportBuildTests {
    private let scratch: Scratch
    private var site: String { "\(scratch.path)/site" }

    init() throws { scratch = try Scratch() }

    private static let shows =
        #"[{"status":"watching","watched_episodes_count":2,"show":{"title":"Quay Nine","ids":{"simkl":1001}},"seasons":[{"number":1,"episodes":[{"number":1,"watched_at":"2026-02-01T20:00:01Z"},{"number":2,"watched_at":"2026-02-02T20:00:01Z"}]}]}]"#
    private static let films =
        #"[{"status":"completed","last_watched_at":"2026-03-05T20:00:00Z","user_rating":8,"movie":{"title":"Salt Road","ids":{"simkl":1004}}}]"#

    /// Shows, films, episodes and ratings, as the build reports them.
    private func counts(_ data: String) async throws -> [JSON?] {
        let result = try await Program.run(Program.buildArguments("\(scratch.path)/\(data)", to: site) + ["--json"])
        #expect(result.code == 0, "\(result.errors)")
        let report = try JSON(Data(result.output.utf8))
        return [report["titles"]?["tv"], report["titles"]?["movies"], report["episodes"], report["rated"]]
    }

    @Test(
        "each shape makes a site with all that is in it",
        arguments: [
            ("mine.json", "mine.json", #"{"shows":\#(shows),"movies":\#(films)}"#),
            ("SimklBackup.json", ".", #"{"shows":{"shows":\#(shows)},"movies":{"movies":\#(films)}}"#),
            ("export/all.json", "export", #"{"lists":{"shows":\#(shows),"movies":\#(films)},"episodes":[]}"#),
        ])
    func shapes(file: String, data: String, text: String) async throws {
        try scratch.write(text, to: "data/\(file)")
        #expect(try await counts("data/\(data)") == [.int(1), .int(1), .int(2), .int(1)])
    }

    @Test("the table makes a site of days: a film on its day, a show as far as its last episode, and no memo")
    func table() async throws {
        try scratch.write(
            """
            SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo,TVDB,TMDB,IMDB
            1001,Quay Nine,tv,2020,watching,s1e8,2026-02-08,,,,,
            1004,Salt Road,movie,2015,completed,,2026-03-05,8,"hush, ""private"" note",,,

            """, to: "SimklBackup.csv")
        #expect(try await counts("SimklBackup.csv") == [.int(1), .int(1), .int(8), .int(1)])
        let day = try String(contentsOfFile: "\(site)/diary/2026/03/index.md", encoding: .utf8)
        #expect(day.contains("Salt Road") && !day.contains(":00"))
        let title = try String(contentsOfFile: "\(site)/movies/1004-salt-road/index.md", encoding: .utf8)
        #expect(title.contains("Salt Road") && !title.contains("hush"))
    }

    @Test("where one file is as it was, a build reads neither it nor a template, and when it is not, it does")
    func unchanged() async throws {
        let arguments =
            Program.buildArguments("\(scratch.path)/mine", to: site) + ["--state", "\(scratch.path)/state", "--verbose"]
        func isRead() async throws -> Bool {
            let result = try await Program.run(arguments)
            #expect(result.code == 0, "\(result.errors)")
            return result.errors.contains("\ntime: read ")
        }
        try scratch.write(#"{"movies":\#(Self.films)}"#, to: "mine")
        #expect(try await isRead())
        // As soon as the files are older than a step of the file system's clock.
        try await until { try await !isRead() }
        try scratch.write(#"{"movies":\#(Self.films.replacing("Salt Road", with: "Salt Path"))}"#, to: "mine")
        #expect(try await isRead())
        let page = try String(contentsOfFile: "\(site)/movies/1004-salt-path/index.md", encoding: .utf8)
        #expect(page.contains("Salt Path"))
    }

    @Test(
        "what is wrong with a file is said of that file, by its own name",
        arguments: [
            (
                "Date,Name,Year\n2026-01-01,Heat,1995\n",
                "this table is not Simkl's backup, which has the columns SIMKL_ID and Type; it has “Date”, “Name”, “Year”. "
                    + "Import it at https://simkl.com/apps/import/, and take Simkl's."
            ),
            (
                "junk\n",
                "this file is neither JSON nor a table. Name Simkl's backup (ZIP, JSON or CSV), or a folder with Simkl's files."
            ),
        ])
    func wrongFile(text: String, complaint: String) async throws {
        try scratch.write(text, to: "junk.zip")
        let result = try await Program.run(Program.buildArguments("\(scratch.path)/junk.zip", to: site))
        #expect(result.code == 65 && result.errors == "foyer: junk.zip: \(complaint)\n", "\(result.errors)")
    }

    @Test("whoever is signed in builds from a file all the same, without a word to Simkl; a mirror is never begun in its place")
    func signedIn() async throws {
        let owner = try await Owner.signedIn()
        let file = "\(owner.folder)/mine.json"
        try Data(#"{"shows":\#(Self.shows)}"#.utf8).write(to: URL(filePath: file))
        let result = try await owner.run("build", "--data", "mine.json")
        #expect(result.code == 0 && owner.requests == [], "\(result.errors)")
        let refused = try await owner.run("sync", "--data", "mine.json")
        #expect(
            refused.code == 65 && refused.errors.contains("mine.json: this is a file, and a mirror is a folder."),
            "\(refused.errors)")
        #expect(owner.requests == [])
    }
}
