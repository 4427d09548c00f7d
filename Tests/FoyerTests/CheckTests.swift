import Foundation
import TestSupport
import Testing

/// `foyer check`, which changes nothing and asks nobody.
struct CheckTests {
    private let owner: Owner

    /// Somebody who is signed in and has built a site.
    init() async throws {
        owner = try await Owner.signedIn()
        try owner.scratch.write("title: Mine\nbase_url: https://example.org/watch/\n", to: "work/foyer.yaml")
        try FileManager.default.copyItem(atPath: "\(Program.root)/Templates", toPath: "\(owner.folder)/Templates")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: owner.tokenFile)
        #expect(try await owner.run("build", "--details", "0").code == 0)
        owner.simkl.clearLog()
        try owner.scratch.write("#!/bin/sh\n", to: "bin/chromium")
        _ = unsafe chmod("\(owner.scratch.path)/bin/chromium", 0o755)
    }

    private func check(_ arguments: String..., environment: [String: String] = [:]) async throws -> Program.Result {
        let path = ["PATH": "\(owner.scratch.path)/bin"].merging(environment) { $1 }
        return try await Program.run(["check"] + arguments, environment: owner.environment.merging(path) { $1 }, in: owner.folder)
    }

    @Test("where all is well, each part says so, the code is 0, and --quiet says nothing")
    func fine() async throws {
        let before = try Tree(owner.folder)
        let result = try await check()
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        let found = result.output.replacing(/\d+ files, \d+ MB/, with: "N files")
        #expect(
            found == """
                ok    configuration  foyer.yaml: edition public, at https://example.org/watch/
                ok    templates      Templates: templates, words and fonts can be used
                ok    sign-in        may read, and change the account
                ok    mirror         .foyer: 20 titles, details of 0, of today
                ok    state          .foyer/state: as the last build left it
                ok    output         Output: N files
                ok    hosts          fit for Cloudflare Pages and GitHub Pages
                ok    browser        \(owner.scratch.path)/bin/chromium, for foyer print

                """)
        #expect(try await check("--quiet").output.isEmpty)
        #expect(try Tree(owner.folder) == before)
        #expect(owner.simkl.log.isEmpty)
    }

    @Test("the places that are told what is new are named by their hosts, and never by what is secret of them")
    func notify() async throws {
        let places = ["FOYER_NOTIFY_NTFY": "https://ntfy.example/secret", "FOYER_NOTIFY_TELEGRAM": "1:secret"]
        let wrong = try await check(environment: places)
        #expect(wrong.code == 64 && wrong.output.contains("fault notify         FOYER_NOTIFY_TELEGRAM needs"), "\(wrong.output)")
        let right = try await check(environment: places.merging(["FOYER_NOTIFY_TELEGRAM_CHAT": "7"]) { $1 })
        #expect(right.output.contains("ok    notify         foyer notify tells ntfy (ntfy.example) what is new\n"))
        #expect(right.output.contains("ok    notify         foyer notify tells telegram (api.telegram.org) what is new\n"))
        #expect(right.code == 0 && !(right.output + wrong.output).contains("secret"))
    }

    @Test("a fault says what to mend, with the exit code for it; a note leaves the code at 0", arguments: Case.all)
    func faults(one: Case) async throws {
        try one.spoil(owner)
        let result = try await check("--quiet", environment: one.environment)
        #expect(result.code == one.code, "\(result.output)")
        #expect(result.output.contains(one.line), "\(result.output)")
        #expect(!result.output.contains("\nok") && result.errors.isEmpty)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let code: Int32
        let line: String
        var environment: [String: String] = [:]
        let spoil: @Sendable (Owner) throws -> Void

        var testDescription: String { name }

        private static func edit(_ file: String, _ owner: Owner, _ change: (String) -> String) throws {
            let path = "\(owner.folder)/\(file)"
            try Data(change(String(contentsOfFile: path, encoding: .utf8)).utf8).write(to: URL(filePath: path))
        }

        static let all = [
            Case(name: "no configuration", code: 0, line: "note  configuration  there is no foyer.yaml") {
                try FileManager.default.removeItem(atPath: "\($0.folder)/foyer.yaml")
            },
            Case(
                name: "configuration", code: 65,
                line: "fault configuration  foyer.yaml:1:1: there is no key 'titel'. Do you mean 'title'?"
            ) {
                try edit("foyer.yaml", $0) { $0.replacing("title", with: "titel") }
            },
            Case(name: "template", code: 65, line: "fault templates      Templates/pages/home.md:1:1: there is no 'nme' here.") {
                try edit("Templates/pages/home.md", $0) { "{{nme}}\n" + $0 }
            },
            Case(name: "font", code: 0, line: "note  templates      assets/fonts/") {
                for file in try FileManager.default.contentsOfDirectory(atPath: "\($0.folder)/Templates/assets/fonts") {
                    try FileManager.default.removeItem(atPath: "\($0.folder)/Templates/assets/fonts/\(file)")
                }
            },
            Case(name: "sign-in", code: 77, line: "fault sign-in        nobody is signed in. Run: foyer login.") {
                try FileManager.default.removeItem(atPath: $0.tokenFile)
            },
            Case(name: "token for all", code: 65, line: "others can read the token: chmod 600 ") {
                try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: $0.tokenFile)
            },
            Case(
                name: "damaged mirror", code: 75,
                line: "fault mirror         .foyer: damaged: movies.json. foyer sync fetches it again."
            ) {
                try edit(".foyer/movies.json", $0) { $0 + " " }
            },
            Case(name: "no mirror", code: 75, line: "fault mirror         .foyer: there is no mirror yet: foyer sync") {
                try FileManager.default.removeItem(atPath: $0.mirror)
            },
            Case(name: "state", code: 0, line: "note  state          .foyer/state: sites.json damaged") {
                try edit(".foyer/state/sites.json", $0) { $0.replacing("Output", with: "Input") }
            },
            Case(name: "no site", code: 0, line: "note  output         Output: no site yet: foyer build") {
                try FileManager.default.removeItem(atPath: $0.site)
            },
            Case(name: "manifest", code: 73, line: "fault output         ") {
                try edit("Output/.foyer-manifest", $0) { $0.replacing("index", with: "xedni") }
            },
            Case(
                name: "browser", code: 0, line: "note  browser        only foyer print needs one: ",
                environment: ["PATH": "/nowhere"]
            ) { _ in },
        ]
    }

    @Test("--json says the same for programs")
    func json() async throws {
        try FileManager.default.removeItem(atPath: owner.tokenFile)
        let result = try await check("--json")
        #expect(result.code == 77)
        let report = try JSON(Data(result.output.utf8))
        #expect(report["exitCode"] == 77)
        #expect(
            report["findings"]?.elements.map { $0["part"]?.string } == [
                "configuration", "templates", "sign-in", "mirror", "state", "output", "hosts", "browser",
            ])
        #expect(
            report["findings"]?.elements[2] == [
                "part": "sign-in", "verdict": "fault", "says": "nobody is signed in. Run: foyer login.", "exitCode": 77,
            ])
    }

    @Test("files that were saved by hand need no sign-in")
    func byHand() async throws {
        _ = try owner.scratch.account("work/saved", films: Scratch.films)
        try FileManager.default.removeItem(atPath: owner.tokenFile)
        let result = try await check("--data", "saved")
        #expect(result.code == 0, "\(result.output)")
        #expect(result.output.contains("ok    sign-in        not needed: saved was saved by hand\n"))
        #expect(result.output.contains("ok    mirror         saved: 9 entries, saved by hand\n"))
    }
}
