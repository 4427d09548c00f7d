import Foundation
import TestSupport
import Testing

/// What publishing does to a folder, by the program itself.
struct PublishingTests {
    private let scratch: Scratch
    private let account: String
    private var site: String { "\(scratch.path)/site" }

    init() throws {
        scratch = try Scratch()
        account = try scratch.account(films: Scratch.films)
    }

    private func build(_ more: String...) async throws -> Program.Result { try await Program.build(account, to: site, more) }

    @Test("a second build of the same data writes nothing: every file keeps its inode and its time")
    func unchanged() async throws {
        #expect(try await build().code == 0)
        let before = try Tree.identities(site)
        let second = try await build()
        #expect(second.output.contains("0 files written"))
        #expect(try Tree.identities(site) == before)
    }

    @Test("--force renders everything, and what comes out the same still keeps its inode")
    func forced() async throws {
        #expect(try await build().code == 0)
        let before = try Tree.identities(site)
        #expect(try await build("--force").code == 0)
        #expect(try Tree.identities(site) == before)
    }

    @Test("a changed title changes its page and the pages that show it, nothing else")
    func oneTitle() async throws {
        #expect(try await build().code == 0)
        let before = try Tree.identities(site)
        var films = Scratch.films
        films[2].rating = 10
        _ = try scratch.account(films: films)
        #expect(try await build().code == 0)
        let after = try Tree.identities(site)
        let changed = Set(after.filter { before[$0.key] != $0.value }.keys)
        // No title is rated 3 any more, so the row of values changes on each page of ratings, and one page is less in the list of pages.
        let ratings = ["ratings"] + [1, 2, 4, 5, 6, 7, 8, 9, 10].map { "ratings/\($0)" }
        let reviews = ["year/2026/", "year/2026/03/"]
        let pages = ["", "movies/3-film-3/", "movies/", "completed/", "library/"] + reviews + ratings.map { "\($0)/" }
        let files = pages.flatMap { ["\($0)index.html", "\($0)index.md"] }
        #expect(changed == Set(files + [".foyer-manifest", "assets/search-index.js", "feeds/stats.json", "llms.txt"]))
    }

    @Test("files that Foyer did not write stay, wherever they are, and an empty folder too")
    func foreign() async throws {
        try scratch.write("example.org", to: "site/CNAME")
        try scratch.write("mine", to: "site/movies/1-film-1/notes.txt")
        try scratch.write("key", to: "site/.well-known/acme/x")
        try FileManager.default.createDirectory(atPath: "\(site)/empty", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: "\(site)/link", withDestinationPath: "/etc")
        let first = try await build()
        #expect(first.code == 0, "\(first.errors)")
        var films = Scratch.films
        films.removeFirst()
        _ = try scratch.account(films: films)
        #expect(try await build().code == 0)
        let files = try Tree(site).files
        #expect(files["CNAME"] == Data("example.org".utf8))
        #expect(files["movies/1-film-1/notes.txt"] == Data("mine".utf8))
        #expect(files[".well-known/acme/x"] == Data("key".utf8))
        #expect(files["movies/1-film-1/index.html"] == nil)
        #expect(FileManager.default.fileExists(atPath: "\(site)/empty"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(site)/link") == "/etc")
    }

    @Test("a title that is gone takes its folder with it")
    func gone() async throws {
        #expect(try await build().code == 0)
        var films = Scratch.films
        films.removeFirst()
        _ = try scratch.account(films: films)
        // Its page, and that of its rating.
        #expect(try await build().output.contains("4 deleted"))
        #expect(!FileManager.default.fileExists(atPath: "\(site)/movies/1-film-1"))
    }

    @Test("a page that was changed by hand is written anew, and is not deleted when its title goes")
    func edited() async throws {
        #expect(try await build().code == 0)
        let pages = ["\(site)/movies/1-film-1/index.html", "\(site)/movies/2-film-2/index.html"]
        for page in pages { try Data("edited".utf8).write(to: URL(filePath: page)) }
        var films = Scratch.films
        films.removeFirst()
        _ = try scratch.account(films: films)
        #expect(try await build().code == 0)
        #expect(try String(contentsOfFile: pages[0], encoding: .utf8) == "edited")
        // Which film of its year a viewing was may be another number now.
        let anew = try String(contentsOfFile: pages[1], encoding: .utf8)
        #expect(anew.lowercased().hasPrefix("<!doctype html>") && anew.contains("Film 2"))
    }

    @Test("a foreign file where a page has to go is named, and nothing is touched")
    func inTheWay() async throws {
        try scratch.write("not ours", to: "site/about/index.html")
        let before = try Tree(site)
        let result = try await build()
        #expect(result.code == 73)
        #expect(result.errors.contains("site/about/index.html: this file was not written by Foyer"), "\(result.errors)")
        #expect(try Tree(site) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() == ["data", "site"])
    }

    @Test("a foreign file where a folder has to be is named too")
    func fileForFolder() async throws {
        try scratch.write("not ours", to: "site/movies")
        let result = try await build()
        #expect(result.code == 73)
        #expect(result.errors.contains("site/movies: this file was not written by Foyer"), "\(result.errors)")
        #expect(try Tree(site).files == ["movies": Data("not ours".utf8)])
    }

    @Test("where the output is a link, the link stays and its target is updated")
    func linked() async throws {
        try FileManager.default.createDirectory(atPath: "\(scratch.path)/real", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: site, withDestinationPath: "\(scratch.path)/real")
        #expect(try await build().code == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: site) == "\(scratch.path)/real")
        #expect(FileManager.default.fileExists(atPath: "\(scratch.path)/real/index.html"))
    }

    @Test("a git work tree is published into, and its repository is left alone", arguments: ["gitdir: elsewhere", nil])
    func workTree(file: String?) async throws {
        if let file { try scratch.write(file, to: "site/.git") } else { try scratch.write("[core]", to: "site/.git/config") }
        #expect(try await build().code == 0)
        var films = Scratch.films
        films.removeFirst()
        _ = try scratch.account(films: films)
        #expect(try await build().code == 0)
        #expect(try await Program.build(account, to: "\(scratch.path)/plain").code == 0)
        var found = try Tree(site)
        #expect(found.files.removeValue(forKey: file == nil ? ".git/config" : ".git") == Data((file ?? "[core]").utf8))
        #expect(try found == Tree("\(scratch.path)/plain"))
        #expect(!FileManager.default.fileExists(atPath: "\(site)/movies/1-film-1"))
    }

    @Test("a page of ours that became a folder is named before anything is moved")
    func folderInTheWay() async throws {
        #expect(try await build().code == 0)
        try FileManager.default.removeItem(atPath: "\(site)/upcoming/index.html")
        try scratch.write("x", to: "site/upcoming/index.html/f")
        let before = try Tree(site)
        let result = try await build("--base-url", "https://foyer.example/")
        #expect(result.code == 73)
        #expect(result.errors.contains("site/upcoming/index.html"), "\(result.errors)")
        #expect(try Tree(site) == before)
        try FileManager.default.removeItem(atPath: "\(site)/upcoming/index.html")
        #expect(try await build("--base-url", "https://foyer.example/").code == 0)
    }

    @Test("nothing is deleted through a link that leads out of the output")
    func linkInside() async throws {
        #expect(try await build().code == 0)
        try FileManager.default.moveItem(atPath: "\(site)/movies/1-film-1", toPath: "\(scratch.path)/kept")
        try FileManager.default.createSymbolicLink(atPath: "\(site)/movies/1-film-1", withDestinationPath: "\(scratch.path)/kept")
        var films = Scratch.films
        films.removeFirst()
        _ = try scratch.account(films: films)
        let result = try await build()
        #expect(result.code == 0, "\(result.errors)")
        #expect(FileManager.default.fileExists(atPath: "\(scratch.path)/kept/index.html"))
    }

    @Test("a damaged manifest is said so, and --force takes the site over again")
    func damagedManifest() async throws {
        #expect(try await build().code == 0)
        let manifest = "\(site)/.foyer-manifest"
        let text = try String(contentsOfFile: manifest, encoding: .utf8)
        for damaged in [String(text.prefix(100)), text.replacing("movies/3-", with: "movies/4-"), ""] {
            try Data(damaged.utf8).write(to: URL(filePath: manifest))
            let result = try await build("--base-url", "https://foyer.example/")
            #expect(result.code == 73)
            #expect(result.errors.contains("is damaged. Build with --force"), "\(result.errors)")
        }
        #expect(try await build("--force").code == 0)
        #expect(try String(contentsOfFile: manifest, encoding: .utf8) == text)
    }

    @Test("a page that stays because it was changed by hand is told of at every build")
    func toldOf() async throws {
        #expect(try await build().code == 0)
        try Data("edited".utf8).write(to: URL(filePath: "\(site)/movies/1-film-1/index.html"))
        var films = Scratch.films
        films.removeFirst()
        _ = try scratch.account(films: films)
        for _ in 0..<2 {
            let result = try await build()
            #expect(
                result.errors.contains("movies/1-film-1/index.html: no longer part of the site, but changed by hand"),
                "\(result.errors)")
        }
    }

    @Test("pages can be read by everyone, whatever the shell's mask")
    func modes() async throws {
        let result = try await Program.run(
            ["-c", "umask 077; exec \"$0\" \"$@\"", Program.path] + Program.buildArguments(account, to: site),
            executable: "/bin/sh")
        #expect(result.code == 0, "\(result.errors)")
        for path in ["index.html", "movies", ".foyer-manifest"] {
            let mode = try FileManager.default.attributesOfItem(atPath: "\(site)/\(path)")[.posixPermissions] as? Int
            #expect(mode == (path == "movies" ? 0o755 : 0o644), "\(path)")
        }
    }

    @Test("an output without a name is refused before anything is written: 64")
    func nameless() async throws {
        let before = try Tree(scratch.path)
        let result = try await Program.run(Program.buildArguments(account, to: ""), in: scratch.path)
        #expect(result.code == 64 && result.errors == "foyer: --output takes a path, and got an empty one.\n", "\(result.errors)")
        #expect(try Tree(scratch.path) == before)
    }

    @Test(
        "folders that must not be the output are refused before anything is written",
        arguments: [".", "..", "/", "data", "HOME", "Templates"])
    func dangerous(output: String) async throws {
        try scratch.write("x", to: "home/file")
        let places = ["data": account, "HOME": "\(scratch.path)/home", "Templates": "\(Program.root)/Templates"]
        let before = try Tree(scratch.path)
        let result = try await Program.run(
            Program.buildArguments(account, to: places[output] ?? output) + ["--templates", "\(Program.root)/Templates"],
            environment: ["HOME": "\(scratch.path)/home"], in: "\(scratch.path)/home")
        #expect(result.code == 73, "\(result.errors)")
        #expect(result.errors.contains("cannot be the output"), "\(result.errors)")
        #expect(try Tree(scratch.path) == before)
    }

    @Test(
        "what a build reads and remembers may not lie where it keeps its work", arguments: ["--state", "--data", "--templates"])
    func inTheWorkingFolder(option: String) async throws {
        let inside = "\(site)/.foyer-working/mine"
        let source = option == "--templates" ? "\(Program.root)/Templates" : account
        try FileManager.default.createDirectory(atPath: "\(site)/.foyer-working", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: source, toPath: inside)
        let before = try Tree(scratch.path)
        let result = try await build(option, inside)
        #expect(result.code == 73, "\(result.errors)")
        #expect(result.errors.contains("cannot be the output: it is '\(inside)', which is no part of a site"), "\(result.errors)")
        #expect(try Tree(scratch.path) == before)
    }

    @Test("an output folder that cannot be written to is said so, with exit code 73")
    func notAFolder() async throws {
        try scratch.write("a file", to: "site")
        let result = try await build()
        #expect(result.code == 73)
        #expect(result.errors.contains("it is a file"), "\(result.errors)")
    }
}
