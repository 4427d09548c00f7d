import Foundation
import TestSupport
import Testing

@testable import foyer

/// What reaches a terminal or the log of a CI job. `E19` is the fault of the fault matrix.
struct PrintedTextTests {
    /// Titles that a terminal would obey, or that a CI job would.
    static let hostile = [
        "\u{1B}]0;owned\u{7}\u{1B}[2J", "a\n::error title=x::owned", "a\r\n##[error]owned", "::add-mask::a",
        " \u{200B}::warning::x",
        "\u{9B}31mred", "##vso[task.setvariable variable=x]y", "###[group]", "#\u{2060}#[x]", ":\u{FE0F}:error::x",
        "\u{202E}gnitar\u{2066}", "a\u{2028}::stop-commands::b", "\u{85}::debug::x", "a\u{0}b\tc\u{7F}d",
    ]

    /// What may not be in anything that is printed.
    private static func faults(in text: String) -> [String] {
        var faults = text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
            default: false
            }
        }.map { "U+\(String($0.value, radix: 16))" }
        for line in text.split(whereSeparator: \.isNewline) {
            let seen = String(String.UnicodeScalarView(line.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
            if seen.drop(while: \.isWhitespace).hasPrefix("::") || seen.firstMatch(of: /##[A-Za-z]*\[/) != nil {
                faults.append(seen)
            }
        }
        return faults
    }

    @Test("E19 a line is one line, without controls or commands, whatever it is made of", arguments: hostile)
    func line(text: String) {
        for text in [text, "a" + text, text + text, " " + text, text + "[", "#" + text] {
            let line = PrintedLine(text).description
            #expect(Self.faults(in: line) == [] && !line.contains("\n"), "\(line.debugDescription)")
        }
    }

    @Test(
        "E19 what is no trouble is printed to the letter", arguments: ["", "Zoë: 銀魂 👨‍👩‍👧", "a::b", "C# [1]", "#1", ": :", "العربية"])
    func plain(text: String) { #expect(PrintedLine(text).description == text) }

    @Test("a line that nobody reads to its end has one")
    func long() { #expect(PrintedLine(String(repeating: "x", count: 10_000_000)).description.count == 4001) }

    // MARK: - The program

    private static let all = hostile.joined(separator: "\n")

    private func expectClean(_ result: Program.Result, code: Int32 = 0, location: SourceLocation = #_sourceLocation) {
        #expect(result.code == code, "\(result.errors)", sourceLocation: location)
        #expect(Self.faults(in: result.output) == [], "\(result.output)", sourceLocation: location)
        #expect(Self.faults(in: result.errors) == [], "\(result.errors)", sourceLocation: location)
    }

    /// An owner whose films and name are hostile, and whose rows have members of such names.
    private func owner() async throws -> Owner {
        let owner = try await Owner(titles: 15)
        owner.simkl.change { account in
            account.changeSettings { $0["user"]?["name"] = .string(Self.all) }
            for (index, title) in Self.hostile.enumerated() {
                account.add(
                    [
                        "status": "completed", "user_rating": 11, "last_watched_at": .string(title),
                        "seasons": [title: 1],
                        "movie": [
                            "title": .string(title), "year": .string(title),
                            "ids": ["simkl": .int(7001 + index), "slug": .string(title)],
                        ],
                    ], to: .movies)
            }
        }
        return owner
    }

    @Test("E19 names of Simkl's reach neither a terminal nor a CI job as commands, whichever command prints them")
    func commands() async throws {
        let owner = try await owner()
        let login = try await owner.run("login", "--write")
        expectClean(login)
        #expect(login.output.contains("Signed in as "))
        expectClean(try await owner.run("sync", "--details", "0"))
        expectClean(try await owner.run("build", "--verbose", "--details", "0"))
        expectClean(try await owner.run("build", "--verbose", "--offline", "--strict"), code: 65)
        let status = try await owner.run("status")
        expectClean(status)
        #expect(status.output.hasPrefix("Signed in as \u{FFFD}]0;owned"))
        for (index, title) in Self.hostile.enumerated() {
            let rated = try await owner.run("rate", "\(7001 + index)", "7", "--yes", "--dry-run")
            expectClean(rated)
            #expect(rated.output.contains("film: rate 7"))
            expectClean(try await owner.run("unrate", "Nothing like \(title)", "--yes"), code: 65)
        }
        let ids = Self.hostile.indices.flatMap { ["\(7001 + $0)", "7"] }
        expectClean(try await Program.run(["rate", "--yes"] + ids, environment: owner.environment, in: owner.folder))
        // Films of one name are told apart by their addresses.
        owner.simkl.change { account in
            for id in [8001, 8002] {
                account.add(
                    [
                        "status": "dropped",
                        "movie": ["title": .string("Twin"), "year": .string(Self.all), "ids": ["simkl": .int(id)]],
                    ],
                    to: .movies)
            }
        }
        expectClean(try await owner.run("sync", "--details", "0"))
        let twins = try await owner.run("rate", "Twin", "7", "--yes")
        expectClean(twins, code: 65)
        #expect(twins.complaints.count == 3)
    }

    @Test("E19 reports for machines are JSON with the same names in it, and no character or word that is obeyed")
    func json() async throws {
        let owner = try await owner()
        expectClean(try await owner.run("login"))
        let build = try await owner.run("build", "--json", "--details", "0")
        expectClean(build)
        #expect(try JSON(Data(build.output.utf8))["titles"]?["movies"] != nil)
        let status = try await owner.run("status", "--json")
        expectClean(status)
        #expect(try JSON(Data(status.output.utf8))["name"]?.string == Self.all)
    }

    @Test(
        "E19 nor do paths, options, a library's members or a browser's words",
        arguments: ["a\n::error::b", "\u{1B}[31m##[error]b", "\u{202E}b"])
    func paths(name: String) async throws {
        let scratch = try Scratch()
        try scratch.write(
            #"{"\#(name.debugDescription.dropFirst().dropLast().replacing("\\u{1B}", with: "\\u001b").replacing("\\u{202E}", with: "\\u202e"))":1}"#,
            to: "\(name)/all-items.json")
        let path = "\(scratch.path)/\(name)"
        expectClean(try await Program.build(path, to: "\(scratch.path)/site"), code: 65)
        expectClean(try await Program.build("\(path)/none", to: "\(scratch.path)/site"), code: 65)
        expectClean(try await Program.run(["build", "--offline", "--now", name]), code: 64)
        expectClean(try await Program.run(["status", "--data", path]))
        expectClean(try await Program.run(["print", "2026", "--site", path]), code: 65)
        expectClean(try await Program.run(["rate", name, "99"]), code: 64)
        expectClean(try await Program.run([name]), code: 64)
        try scratch.write("#!/bin/sh\nprintf '\\033[31mowned\\n::error::owned\\n##[error]owned' >&2\nexit 3\n", to: "browser")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(scratch.path)/browser")
        try scratch.write("<html></html>", to: "\(name)/year/2026/index.html")
        let print = try await Program.run(
            ["print", "2026", "--site", path, "--browser", "\(scratch.path)/browser", "--output", "\(scratch.path)/\(name).pdf"])
        expectClean(print, code: 69)
    }

    @Test("help and version are printed as they are")
    func help() async throws {
        let help = try await Program.run(["build", "--help"])
        #expect(help.code == 0 && help.errors.isEmpty)
        #expect(help.output.hasPrefix("OVERVIEW: Build the site from an account's files.\n\n"))
        #expect(try await Program.run(["--version"]).output == "\(Foyer.version)\n")
        let usage = try await Program.run(["build", "--nonsense"])
        #expect(usage.code == 64 && usage.output.isEmpty && usage.errors.hasPrefix("Error: Unknown option '--nonsense'\n"))
    }
}
