import Foundation
import TestSupport
import Testing

/// `foyer init`, on a terminal and without one.
struct InitTests {
    private let owner: Owner

    init() async throws { owner = try await Owner { $0.approval = .afterPolls(1) } }

    private func onTerminal(_ lines: [String], _ more: [String: String] = [:]) async throws -> Program.Result {
        let environment = owner.environment.filter { $0.key != "SIMKL_CLIENT_ID" }.merging(["TZ": "Europe/Lisbon"]) { $1 }
        return try await Program.onTerminal(
            ["init"], typing: lines, environment: environment.merging(more) { $1 }, in: owner.folder)
    }

    private func file(_ name: String) throws -> String { try String(contentsOfFile: "\(owner.folder)/\(name)", encoding: .utf8) }

    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: owner.folder).sorted() }

    @Test("init asks for what nobody can guess, signs in, fetches, builds, and says what comes next")
    func whole() async throws {
        let result = try await onTerminal(["Zoë's evenings", "", "pirvate", "private", "", "loopback-client"])
        #expect(result.code == 0, "\(result.output)")
        for line in [
            "Your time zone [Europe/Lisbon]: ",
            "'pirvate' is no value for edition: one of private, friends, public is expected. Do you mean 'private'?",
            "Language of the pages: en, de [en]: ", "Open https://simkl.com/settings/developer/ and make a new app.",
            "TV, devices & command line", "Signed in as Zoë \"Z\" O'Brien: may read only.", ".foyer: 20 titles fetched",
            "Your site:\u{1B}[0m file://\(owner.folder)/Output/index.html\n", "Next:\u{1B}[0m foyer serve --open",
            "Show it in the browser now? [yes]: ", "█",
        ] {
            #expect(result.output.contains(line), "\(line)\n\(result.output)")
        }
        #expect(try file("foyer.yaml").contains("\ntitle: \"Zoë's evenings\"\n"))
        #expect(try file("foyer.yaml").contains("\nedition: private\n"))
        #expect(try file("foyer.yaml").contains("\ntime_zone: Europe/Lisbon\n"))
        let home = try owner.page("index.html")
        #expect(home.contains("<title>Zoë&#39;s evenings</title>"), "\(home.prefix(2000))")
        #expect(try names() == [".foyer", ".gitignore", "Output", "foyer.schema.json", "foyer.yaml"])
        let kept = "\(owner.configuration)/foyer/client-id"
        #expect(try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int == 0o600)
        for (path, data) in try Tree(owner.folder).files {
            #expect(data.range(of: Data("loopback-client".utf8)) == nil, "\(path)")
        }
        #expect(owner.simkl.violations.isEmpty)
        let again = try await owner.run("init", "--yes", without: ["SIMKL_CLIENT_ID"])
        #expect(again.code == 0, "\(again.errors)")
        #expect(again.output.hasPrefix("foyer.yaml is there and kept.\nSigned in as Zoë \"Z\" O'Brien.\n.foyer: nothing new\n"))
    }

    @Test("each step can be left, and is where one goes on the next time")
    func steps() async throws {
        let first = try await onTerminal(["Mine"])
        #expect(first.code == 0 && first.output.hasSuffix("Left here. To go on: foyer init\n"), "\(first.output)")
        #expect(try names().isEmpty)
        let second = try await onTerminal(["Mine", "", "", "", ""])
        #expect(second.code == 0 && second.output.hasSuffix("Left here. To go on: foyer init\n"), "\(second.output)")
        #expect(try names() == [".gitignore", "foyer.schema.json", "foyer.yaml"])
        #expect(owner.simkl.log.isEmpty)
        owner.simkl.fail(.path("/sync/activities"), times: 1, with: .status(404, "none"))
        let third = try await onTerminal(["no-such-client", "loopback-client"])
        #expect(third.output.contains("Simkl does not know this client id"), "\(third.output)")
        #expect(third.code == 69 && third.output.hasSuffix("To go on when that is mended: foyer init\n"), "\(third.output)")
        let fourth = try await onTerminal([])
        #expect(fourth.code == 0 && fourth.output.contains("Your site:"), "\(fourth.output)")
    }

    @Test("a language is one that there are words in, the owner's or the program's; an address is one that can be: else 64")
    func languages() async throws {
        for (option, value, words) in [
            ("--language", "zz", "no words for the language zz, but for en, de"),
            ("--base-url", "x", "'x' is no value for base_url"),
        ] {
            let result = try await owner.run("init", "--yes", option, value)
            #expect(result.code == 64 && result.errors.contains(words), "\(result.errors)")
            #expect(try names().isEmpty)
        }
        let german = try String(contentsOfFile: "\(Program.root)/Templates/words/de.yaml", encoding: .utf8)
        try owner.scratch.write(german, to: "work/Templates/words/gsw.yaml")
        for language in ["de", "gsw"] {
            let result = try await owner.run("init", "--yes", "--language", language, without: ["SIMKL_CLIENT_ID"])
            #expect(result.errors.contains("Set SIMKL_CLIENT_ID to it."), "\(result.errors)")
            #expect(try file("foyer.yaml").contains("\nlanguage: \(language)\n"))
            try FileManager.default.removeItem(atPath: "\(owner.folder)/foyer.yaml")
        }
    }

    @Test("without a terminal nothing is asked: --yes takes what is given and the defaults")
    func scripted() async throws {
        let alone = try await owner.run("init")
        #expect(alone.code == 64 && alone.errors.hasPrefix("foyer: nobody can be asked here. Add --yes"), "\(alone.errors)")
        let wrong = try await owner.run("init", "--yes", "--time-zone", "Europe/Lisbn")
        #expect(wrong.code == 64 && wrong.errors.hasPrefix("foyer: 'Europe/Lisbn' is no value for time_zone:"), "\(wrong.errors)")
        #expect(try names().isEmpty)
        let unknown = try await owner.run(
            "init", "--yes", "--title", "null", "--edition", "friends", without: ["SIMKL_CLIENT_ID"])
        #expect(unknown.code == 64 && unknown.errors.contains("Set SIMKL_CLIENT_ID to it."), "\(unknown.errors)")
        #expect(owner.simkl.log.isEmpty)
        let known = try await owner.run("init", "--yes", "--title", "Other")
        #expect(known.code == 0, "\(known.errors)")
        #expect(
            known.output.hasPrefix(
                "foyer.yaml is there and kept; what was given here is not put into it.\nOpen https://simkl.com/pin/"))
        #expect(!known.output.contains("█") && !known.output.contains("\u{1B}"))
        #expect(try file("foyer.yaml").contains("\ntitle: \"null\"\n"))
        #expect(try file("foyer.yaml").contains("\nedition: friends\n"))
        #expect(try owner.page("index.html").contains("<title>null</title>"))
    }
}
