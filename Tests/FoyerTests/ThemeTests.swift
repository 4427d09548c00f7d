import Foundation
import TestSupport
import Testing

/// Themes that somebody else has made, and secrets that get into them: nothing leaves the machine by way of the site.
struct ThemeTests {
    private let scratch: Scratch
    private let account: String
    private var site: String { "\(scratch.path)/site" }
    private var theme: String { "\(scratch.path)/theme" }
    private static let token = "tok-5b1f/9c+7e=31&4a"

    init() throws {
        scratch = try Scratch()
        account = try scratch.account(films: Array(Scratch.films.prefix(2)))
        try FileManager.default.copyItem(atPath: "\(Program.root)/Templates", toPath: "\(scratch.path)/theme")
    }

    private func build(_ environment: [String: String] = [:]) async throws -> Program.Result {
        try await Program.build(account, to: site, ["--templates", theme], environment: environment)
    }

    @Test(
        "a link that leads out of the templates is refused and named, and nothing is published",
        arguments: [
            ("assets/environment.txt", "/proc/self/environ"), ("assets/deep/token.json", "../../../token.json"),
            ("partials/attribution.md", "/etc/passwd"), ("pages/about.md", "../../token.json"),
            ("layout.html", "/proc/self/environ"),
            ("assets/folder", "/etc"), ("assets/all", ".."),
        ])
    func links(file: String, target: String) async throws {
        try scratch.write("token", to: "token.json")
        try? FileManager.default.removeItem(atPath: "\(theme)/\(file)")
        try FileManager.default.createDirectory(
            atPath: URL(filePath: "\(theme)/\(file)").deletingLastPathComponent().path, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: "\(theme)/\(file)", withDestinationPath: target)
        let result = try await build()
        #expect(result.code == 65)
        #expect(result.errors.contains("\(theme)/\(file): it cannot be read ("), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: site))
    }

    @Test("a theme without the faces of pictures to share has none of them: cards of links show the icon, and the build says why")
    func faceless() async throws {
        try FileManager.default.removeItem(atPath: "\(theme)/assets/fonts/vollkorn-600.woff2")
        let result = try await Program.build(account, to: site, ["--templates", theme, "--base-url", "https://foyer.example/"])
        #expect(result.code == 0)
        #expect(result.errors.contains("assets/fonts/vollkorn-600.woff2: there is no such font"), "\(result.errors)")
        let files = try Tree(site).files
        #expect(!files.keys.contains { $0.hasSuffix("share.png") })
        let home = String(decoding: try #require(files["index.html"]), as: UTF8.self)
        #expect(home.contains("content=\"https://foyer.example/assets/icon-512.png\"") && home.contains("content=\"summary\""))
    }

    @Test(
        "templates without a layout are laid over those that came with the program, in the working folder and where they are named"
    )
    func overlay() async throws {
        try scratch.write(
            try String(contentsOfFile: "\(theme)/words/de.yaml", encoding: .utf8), to: "work/Templates/words/gsw.yaml")
        try scratch.write("# {{\"navigation.about\"}}\n\nMine alone.\n", to: "work/Templates/pages/about.md")
        try scratch.write("/* mine */", to: "work/Templates/assets/mine.css")
        try scratch.write("language: gsw\n", to: "work/foyer.yaml")
        let arguments = ["build", "--offline", "--data", account, "--now", "2026-11-01T00:00:00Z"]
        let here = try await Program.run(arguments + ["--output", "here"], in: "\(scratch.path)/work")
        let named = try await Program.run(
            arguments + ["--output", "named", "--templates", "Templates"], in: "\(scratch.path)/work")
        #expect(here.code == 0 && !here.errors.contains("words") && named.code == 0, "\(here.errors)\(named.errors)")
        let files = try Tree("\(scratch.path)/work/here").files
        #expect(try files == Tree("\(scratch.path)/work/named").files)
        #expect(String(decoding: try #require(files["about/index.md"]), as: UTF8.self) == "# Über diese Website\n\nMine alone.\n")
        #expect(String(decoding: try #require(files["library/index.md"]), as: UTF8.self).hasPrefix("# Bibliothek\n"))
        #expect(files["assets/mine.css"] == Data("/* mine */".utf8) && files["assets/foyer.css"] != nil)
    }

    @Test("a pipe among the assets is refused, and not waited for")
    func pipe() async throws {
        try #require(unsafe mkfifo("\(theme)/assets/pipe", 0o644) == 0)
        let result = try await build()
        #expect(result.code == 65)
        #expect(result.errors.contains("theme/assets/pipe: it cannot be read (it is no file)"), "\(result.errors)")
    }

    @Test("a link to another file of the templates, and a templates folder that is one itself, work")
    func inside() async throws {
        try FileManager.default.createSymbolicLink(atPath: "\(theme)/assets/copy.css", withDestinationPath: "../assets/foyer.css")
        try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/link", withDestinationPath: theme)
        let result = try await Program.build(account, to: site, ["--templates", "\(scratch.path)/link"])
        #expect(result.code == 0, "\(result.errors)")
        let files = try Tree(site).files
        #expect(files["assets/copy.css"] == files["assets/foyer.css"])
    }

    @Test(
        "a secret of the run in a template or an asset stops the build, which names the file and not the secret",
        arguments: ["SIMKL_CLIENT_ID", "SIMKL_ACCESS_TOKEN", "SIMKL_REFRESH_TOKEN", "FOYER_MIRROR_KEY"])
    func environment(name: String) async throws {
        #expect(try await build().code == 0)
        let before = try Tree.identities(site)
        let encoded = Data("x\(Self.token)".utf8).base64EncodedString()
        for (file, text) in [("assets/library.js", "// \(encoded)"), ("pages/about.md", "# About\n\n`\(Self.token)`\n")] {
            let original = try String(contentsOfFile: "\(theme)/\(file)", encoding: .utf8)
            try scratch.write(text, to: "theme/\(file)")
            let result = try await build([name: Self.token])
            #expect(result.code == 65, "\(result.errors)")
            #expect(result.errors.contains(file.hasPrefix("assets") ? file : "about/index."), "\(result.errors)")
            #expect(!result.errors.contains(Self.token) && !result.errors.contains(encoded))
            #expect(try Tree.identities(site) == before)
            try scratch.write(original, to: "theme/\(file)")
        }
        #expect(try await build([name: Self.token]).code == 0)
    }

    @Test("so does a token from the token file, in a text of the account too")
    func tokenFile() async throws {
        let grant =
            #"{"kind":"v2","clientID":"client-id-0123","accessToken":"access-0123-4567","refreshToken":"refresh-0123","scope":""}"#
        for (place, secret) in [
            ("token", "access-0123-4567"), ("token", "client-id-0123"), ("environment-token", "refresh-0123"),
        ] {
            try? FileManager.default.removeItem(atPath: "\(scratch.path)/configuration")
            try scratch.write(grant, to: "configuration/foyer/\(place).json")
            let account = try scratch.account("other", films: [])
            try scratch.write(
                #"{"movies":[{"status":"completed","movie":{"title":"A \#(secret) film","ids":{"simkl":1}}}]}"#,
                to: "other/all-items.json")
            let result = try await Program.build(
                account, to: site, environment: ["XDG_CONFIG_HOME": "\(scratch.path)/configuration"])
            #expect(result.code == 65, "\(result.errors)")
            // Nor does the name of the title's page.
            #expect(
                result.errors.contains("would be published") && !result.errors.contains(secret.prefix(10)), "\(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: site))
        }
    }

    @Test("an output around the token file is refused")
    func tokenInside() async throws {
        try scratch.write("{}", to: "site/foyer/token.json")
        let result = try await Program.build(account, to: site, environment: ["XDG_CONFIG_HOME": site])
        #expect(result.code == 73)
        #expect(result.errors.contains("token.json', which is no part of a site"), "\(result.errors)")
    }
}
