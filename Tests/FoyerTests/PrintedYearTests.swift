import Foundation
import TestSupport
import Testing

/// `foyer print` with the installed Chromium, from the sample site.
@Suite(.serialized)
struct PrintedYearTests {
    /// Built once for all tests of this suite: for a host, and for a disk.
    private static let sites = Task {
        let scratch = try Scratch()
        for (name, more) in [("host", ["--base-url", "https://foyer.example/me/watch/"]), ("disk", [])] {
            try scratch.write("title: Ölandsvägens filmår\nlanguage: de\n", to: "foyer.yaml")
            let result = try await Program.run(
                ["build", "--sample", "--quiet", "--output", "\(scratch.path)/\(name)", "--now", "2026-11-20T12:00:00Z"]
                    + ["--config", "\(scratch.path)/foyer.yaml"] + more)
            if result.code != 0 { throw Unbuilt(errors: result.errors) }
        }
        return scratch
    }

    private struct Unbuilt: Error {
        let errors: String
    }

    private func printed(_ arguments: String..., from site: String) async throws -> (result: Program.Result, file: Data) {
        let sites = try await Self.sites.value
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: "\(scratch.path)/temporary", withIntermediateDirectories: true)
        let file = "\(scratch.path)/printed"
        // Nothing that is asked for comes: what is printed does not depend on the network.
        let environment = ["TMPDIR": "\(scratch.path)/temporary", "https_proxy": "http://127.0.0.1:9", "no_proxy": ""]
        let result = try await Program.run(
            ["print", "--site", "\(sites.path)/\(site)", "--output", file] + arguments, environment: environment)
        #expect(result.code == 0, "\(result.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/temporary") == [])
        return (result, try Data(contentsOf: URL(filePath: file)))
    }

    /// What a program of poppler's says of a PDF.
    private func poppler(_ program: String, _ arguments: String..., of pdf: Data) async throws -> String {
        let scratch = try Scratch()
        try pdf.write(to: URL(filePath: "\(scratch.path)/x.pdf"))
        let result = try await Program.run(
            arguments + ["\(scratch.path)/x.pdf"] + (program == "pdftotext" ? ["-"] : []), executable: "/usr/bin/\(program)",
            environment: [:])
        #expect(result.code == 0, "\(result.errors)")
        return result.output
    }

    @Test("a year is printed and drawn from folders of any name, into files of any name")
    func anyName() async throws {
        let name = "Дом 🎬 e\u{301}\u{E9} 100 %41 #1 ?a 'b'"
        let scratch = try Scratch()
        let folder = "\(scratch.path)/\(name)"
        try FileManager.default.createDirectory(atPath: "\(folder)/temporary", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: "\(try await Self.sites.value.path)/disk", toPath: "\(folder)/\(name)")
        let environment = ["TMPDIR": "\(folder)/temporary", "https_proxy": "http://127.0.0.1:9", "no_proxy": ""]
        for (more, beginning) in [([], Array("%PDF-".utf8)), (["--picture", "wide"], [0x89, 0x50, 0x4E, 0x47])] {
            let result = try await Program.run(
                ["print", "2026", "--site", name, "--output", "\(name).out"] + more, environment: environment, in: folder)
            #expect(result.code == 0, "\(result.errors)")
            let file = FileManager.default.contents(atPath: "\(folder)/\(name).out") ?? Data()
            #expect(file.starts(with: beginning) && file.count > 10_000)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/temporary") == [])
    }

    @Test(
        "a year is printed on the paper that was asked for, tagged, with its title, its language and an outline",
        arguments: [("a4", "594.96 x 841.92 pts (A4)"), ("letter", "612 x 792 pts (letter)")])
    func paper(name: String, size: String) async throws {
        let (result, pdf) = try await printed("2025", "--paper", name, from: "host")
        let facts = try await poppler("pdfinfo", "-f", "1", "-l", "999", of: pdf)
        func fact(_ name: String) -> [String] {
            facts.split(separator: "\n").filter { $0.contains(name) }.compactMap {
                $0.split(separator: ":", maxSplits: 1).last?.trimmingCharacters(in: .whitespaces)
            }
        }
        #expect(fact("Title") == ["2025 im Rückblick · Ölandsvägens filmår"])
        #expect(fact("Tagged") == ["yes"] && fact("JavaScript") == ["no"])
        let pages = try #require(fact("Pages").first.flatMap { Int($0) })
        #expect((8...24).contains(pages) && result.output.contains(": \(pages) pages, "), "\(result.output)")
        // The last size is the file's own.
        #expect(fact(" size:").dropLast() == [String](repeating: size, count: pages))
        let text = String(decoding: pdf, as: Unicode.ASCII.self)
        #expect(text.contains("/Lang (de)") && text.contains("/Outlines") && text.contains("/Marked true"))
    }

    @Test("the text of the page is there as text, and pictures that do not come leave their titles")
    func words() async throws {
        let (_, pdf) = try await printed("2025", from: "host")
        let text = try await poppler("pdftotext", of: pdf)
        let page = try await String(contentsOfFile: "\(Self.sites.value.path)/host/year/2025/index.md", encoding: .utf8)
        for match in page.matches(of: /(?m)^#+ ([\w ]+)$/) {
            let heading = String(match.1)
            #expect(text.replacing("\n", with: " ").contains(heading), "\(heading)")
        }
        #expect(text.contains("Powered by Simkl"))
        // Above every page but the cover stands what book it is, in its language.
        let pages = text.split(separator: "\u{C}").dropFirst().filter { !$0.allSatisfy(\.isWhitespace) }
        #expect(pages.count >= 7 && pages.allSatisfy { $0.hasPrefix("2025 im Rückblick\n") })
    }

    @Test("a year is set in the site's own faces, which are in the file, whatever this machine has")
    func faces() async throws {
        let (_, pdf) = try await printed("2025", from: "host")
        let lines = try await poppler("pdffonts", of: pdf).split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
        #expect(
            Set(lines.compactMap { $0.first?.split(separator: "+").last }) == [
                "NotoSans-Condensed", "NotoSans-CondensedSemiBold", "Vollkorn-Italic", "Vollkorn-Regular", "Vollkorn-SemiBold",
            ])
        #expect(lines.allSatisfy { $0.contains("yes") && !$0.contains("no") }, "\(lines)")
    }

    @Test("links lead to the public site and to Simkl, or, of a site without an address, nowhere: never to a folder")
    func links() async throws {
        func links(_ site: String) async throws -> Set<String> {
            let (_, pdf) = try await printed("2025", from: site)
            let text = String(decoding: pdf, as: Unicode.ASCII.self)
            for place in try await ["file:", "/tmp", Program.root, Self.sites.value.path] {
                #expect(!text.contains(place), "\(place)")
            }
            return Set(text.matches(of: /\/URI \(([^)]*)\)/).map { String($0.1) })
        }
        let host = try await links("host")
        #expect(host.contains("https://simkl.com/") && host.contains { $0.hasPrefix("https://foyer.example/me/watch/tv/") })
        #expect(host.allSatisfy { $0.hasPrefix("https://simkl.com/") || $0.hasPrefix("https://foyer.example/me/watch/") })
        #expect(try await links("disk") == ["https://simkl.com/"])
    }

    @Test("a picture to share is a PNG of its exact size", arguments: [("wide", 1200, 630), ("tall", 1080, 1920)])
    func pictures(name: String, width: Int, height: Int) async throws {
        let (_, png) = try await printed("2026", "--picture", name, from: "disk")
        #expect(png.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        let numbers = [16, 20].map { start in png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
        #expect(numbers == [width, height])
    }

    @Test("a page is as long whether its site has an address or not")
    func alike() async throws {
        let (host, disk) = (try await printed("2024", from: "host"), try await printed("2024", from: "disk"))
        #expect(
            host.result.output.split(separator: " ").dropFirst().first
                == disk.result.output.split(separator: " ").dropFirst().first)
    }
}
