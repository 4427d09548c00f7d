import Foundation
import TestSupport
import Testing

/// `foyer print`, with browsers that are shell scripts.
struct PrintTests {
    private let scratch: Scratch
    private var site: String { "\(scratch.path)/site" }
    private var output: String { "\(scratch.path)/year.pdf" }

    init() throws {
        scratch = try Scratch()
        try scratch.write("<!doctype html><html lang=\"en\"><title>2025</title>", to: "site/year/2025/index.html")
        try scratch.write("<!doctype html><html lang=\"en\"><title>2026</title>", to: "site/year/2026/index.html")
    }

    /// Runs the program with folders for temporary files and for settings of its own, and sees that nothing is left in them.
    private func printed(
        _ arguments: String..., browser script: String? = nil, environment: [String: String] = [:],
        location: SourceLocation = #_sourceLocation
    ) async throws -> Program.Result {
        var arguments = ["print"] + arguments + ["--site", site, "--output", output]
        if let script { arguments += ["--browser", try browser(script)] }
        let places = ["TMPDIR": "\(scratch.path)/temporary", "HOME": "\(scratch.path)/home"]
        for place in places.values { try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true) }
        let result = try await Program.run(arguments, environment: places.merging(environment) { $1 })
        for place in places.values {
            let left = try FileManager.default.contentsOfDirectory(atPath: place)
            #expect(left == [], sourceLocation: location)
        }
        return result
    }

    private func browser(_ script: String, name: String = "browser") throws -> String {
        try scratch.write("#!/bin/sh\n\(script)\n", to: name)
        let path = "\(scratch.path)/\(name)"
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    @Test("without a browser it ends with 69, and says which names were looked for and how to name one")
    func noBrowser() async throws {
        let result = try await printed("2025", environment: ["PATH": scratch.path])
        #expect(result.code == 69)
        #expect(
            result.errors == """
                foyer: there is no Chromium or Chrome on PATH (looked for chromium, chromium-browser, google-chrome, \
                google-chrome-stable, chrome). Install one, or name it: --browser PATH, or FOYER_BROWSER.

                """)
        #expect(!FileManager.default.fileExists(atPath: output))
    }

    @Test("a browser that is named and is none ends with 69, and it is said who named it")
    func wrongBrowser() async throws {
        try scratch.write("no program", to: "file")
        for name in ["\(scratch.path)/file", scratch.path, "\(scratch.path)/nothing", "no-such-browser-anywhere"] {
            let asked = try await printed("2025", "--browser", name)
            #expect(asked.code == 69 && asked.errors == "foyer: '\(name)' (--browser) is no program that can be run.\n")
            let named = try await printed("2025", environment: ["FOYER_BROWSER": name])
            #expect(named.code == 69 && named.errors == "foyer: '\(name)' (FOYER_BROWSER) is no program that can be run.\n")
        }
    }

    @Test("a page that is missing ends with 65, and says what to do")
    func noPage() async throws {
        let other = try await printed("2019")
        #expect(other.code == 65)
        #expect(other.errors == "foyer: \(site)/year/2019/index.html: there is no such page. There are pages for 2025, 2026.\n")
        try FileManager.default.removeItem(atPath: "\(site)/year")
        let none = try await printed("2025")
        #expect(none.code == 65)
        #expect(none.errors.hasSuffix("Build the site first (foyer build), or name its folder: --site DIR.\n"))
        try scratch.write("", to: "site/year/2025/index.html")
        let picture = try await printed("2025", "--picture", "tall")
        #expect(picture.code == 65 && picture.errors.contains("share-tall.png: there is no such picture."))
    }

    @Test("an output that cannot be written ends with 73, before a browser is asked")
    func cannotWrite() async throws {
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        let result = try await printed("2025", browser: "touch '\(scratch.path)/ran'")
        #expect(result.code == 73 && result.errors == "foyer: \(output): cannot write (it is a folder).\n")
        #expect(!FileManager.default.fileExists(atPath: "\(scratch.path)/ran"))
    }

    @Test("a browser that fails, dies or makes something else ends with 69 and its last word; what was there stays")
    func failing() async throws {
        try scratch.write("old", to: "year.pdf")
        let path = "\(scratch.path)/browser"
        for (script, message) in [
            (
                "echo first >&2; echo '[1:2] no\u{7} sandbox' >&2; echo >&2; exit 3",
                "has failed (exit code 3): [1:2] no\u{FFFD} sandbox"
            ),
            ("exit 127", "has failed (exit code 127), and said nothing."),
            ("kill -9 $$", "has died (signal 9), and said nothing."),
            ("exit 0", "has made no PDF, and said nothing."),
            ("for a; do case $a in --print-to-pdf=*) echo '<html>' > ${a#*=};; esac; done", "has made no PDF, and said nothing."),
            (
                "for a; do case $a in --print-to-pdf=*) echo '%PDF-1.4' > ${a#*=};; esac; done",
                "has made no PDF, and said nothing."
            ),
        ] {
            let result = try await printed("2025", browser: script)
            #expect(result.code == 69)
            #expect(result.errors == "foyer: \(path) \(message)\n")
        }
        #expect(try String(contentsOfFile: output, encoding: .utf8) == "old")
    }

    @Test("a browser that hangs is ended with all that it started, and the exit code is 75")
    func hanging() async throws {
        let pids = "\(scratch.path)/pids"
        let script = "trap '' TERM; echo 'thinking' >&2; sleep 600 & echo $$ $! > '\(pids)'; wait; sleep 600"
        let result = try await printed("2025", "--timeout", "5", browser: script)
        #expect(result.code == 75)
        #expect(
            result.errors == "foyer: \(scratch.path)/browser was not done after 5 seconds (--timeout gives it more): thinking\n")
        for pid in try String(contentsOfFile: pids, encoding: .utf8).split(whereSeparator: \.isWhitespace) {
            // What is killed is gone when the machine comes round to it.
            let running = try #require(Int32(pid).map(Program.Running.init(identifier:)))
            try await until { running.hasEnded }
        }
    }

    @Test("somebody who ends the program ends the browser too", arguments: [SIGINT, SIGTERM])
    func interrupted(signal: Int32) async throws {
        let pid = "\(scratch.path)/pid"
        // The browser ends its own caller, as somebody at the keyboard would.
        let result = try await printed("2025", browser: "echo $$ > '\(pid)'; kill -\(signal) $PPID; exec sleep 600")
        #expect(result.code == 128 + signal)
        let id = try String(contentsOfFile: pid, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(!FileManager.default.fileExists(atPath: "/proc/\(id)"))
    }

    @Test("the browser gets a profile of its own, a copy of the page, and nothing of the sign-in")
    func calling() async throws {
        let seen = "\(scratch.path)/seen"
        let script = """
            env > '\(seen)-environment'
            for a; do echo "$a"; case $a in --print-to-pdf=*) printf '%%PDF-1.4\\n%%%%EOF\\n' > ${a#*=};; esac; done > '\(seen)'
            """
        let secrets = ["SIMKL_ACCESS_TOKEN": "secret", "SIMKL_CLIENT_ID": "secret", "SIMKL_REFRESH_TOKEN": "secret"]
        for (paper, ending) in [("a4", "/index.html"), ("letter", "/index.html#us_letter")] {
            let result = try await printed("2025", "--paper", paper, browser: script, environment: secrets)
            #expect(result.code == 0 && result.output == "\(output): 1 KB\n", "\(result.errors)")
            let arguments = try String(contentsOfFile: seen, encoding: .utf8).split(separator: "\n")
            #expect(arguments.last?.hasPrefix("file://\(scratch.path)/temporary/foyer-print-") == true)
            #expect(arguments.last?.hasSuffix("/site/year/2025\(ending)") == true)
            #expect(arguments.contains { $0.hasPrefix("--user-data-dir=\(scratch.path)/temporary/foyer-print-") })
            #expect(arguments.contains("--no-sandbox") == (geteuid() == 0))
            #expect(!(try String(contentsOfFile: "\(seen)-environment", encoding: .utf8).contains("secret")))
        }
    }

    @Test("a browser is found by its usual names on PATH, and one that is named is taken instead")
    func found() async throws {
        let script = #"for a; do case $a in --print-to-pdf=*) printf '%%PDF-1.4\n%%%%EOF\n' > ${a#*=};; esac; done"#
        _ = try browser("exit 9", name: "path/chrome")
        _ = try browser(script, name: "path/google-chrome")
        let other = try browser("exit 9", name: "path/other")
        let path = ["PATH": "relative::\(scratch.path)/nothing:\(scratch.path)/path:/usr/bin-not:/bin"]
        #expect(try await printed("2025", environment: path).code == 0)
        for (arguments, environment) in [(["--browser", other], [:]), ([], ["FOYER_BROWSER": "other"])] {
            let result = try await Program.run(
                ["print", "2025", "--site", site, "--output", output] + arguments, environment: path.merging(environment) { $1 })
            #expect(result.code == 69 && result.errors.contains("\(other) has failed (exit code 9)"), "\(result.errors)")
        }
    }

    @Test(
        "wrong arguments end with 64",
        arguments: [
            [], ["twenty"], ["0"], ["2025", "--paper", "a5"], ["2025", "--picture", "square"], ["2025", "--timeout", "0"],
        ])
    func usage(arguments: [String]) async throws {
        let result = try await Program.run(["print"] + arguments, environment: [:], in: scratch.path)
        #expect(result.code == 64, "\(result.errors)")
    }
}
