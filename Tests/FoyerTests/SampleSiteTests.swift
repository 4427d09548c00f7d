import Foundation
import TestSupport
import Testing

/// The sample site, built by the program, looked at from outside.
struct SampleSiteTests {
    /// Built once for all tests of this suite; `--json` so that the report can be read.
    private static let build = Task {
        let site = try Scratch()
        let result = try await Program.run([
            "build", "--sample", "--output", "\(site.path)/site", "--now", "2026-11-20T12:00:00Z", "--json", "--strict",
        ])
        try #require(result.code == 0, "\(result.errors)")
        return (site: site, report: result.output)
    }

    private func pages() async throws -> [String: String] {
        let built = try await Self.build.value
        return try Tree("\(built.site.path)/site").files.filter { $0.key.hasSuffix(".html") }
            .mapValues { String(decoding: $0, as: UTF8.self) }
    }

    private func item(_ bucket: String) throws -> [[String: Any]] {
        let file = URL(filePath: "\(Program.root)/Sources/foyer/Sample/all-items.json")
        let all = try JSONSerialization.jsonObject(with: try Data(contentsOf: file)) as? [String: [[String: Any]]]
        return try #require(all?[bucket])
    }

    @Test("the sample builds without a single diagnostic under --strict")
    func strict() async throws {
        let built = try await Self.build.value
        let report = try #require(try JSONSerialization.jsonObject(with: Data(built.report.utf8)) as? [String: Any])
        #expect(report["warnings"] as? Int == 0)
        #expect((report["titles"] as? [String: Int])?.values.reduce(0, +) ?? 0 >= 150)
        #expect((report["titles"] as? [String: Int])?["movies"] ?? 0 >= 25)
        #expect((report["statuses"] as? [String: Int])?.count == 5)
        #expect(report["airings"] as? [String: Int] != [:])
    }

    @Test("every title of the library has its page, and the page links to that title's own page on Simkl")
    func titlePages() async throws {
        let pages = try await pages()
        for (bucket, folder, wrapper) in [("shows", "tv", "show"), ("anime", "anime", "show"), ("movies", "movies", "movie")] {
            for item in try item(bucket) where item["is_rewatch"] == nil {
                let media = try #require(item[wrapper] as? [String: Any])
                let ids = try #require(media["ids"] as? [String: Any])
                let id = try #require(ids["simkl"] as? Int)
                let found = pages.filter { $0.key.hasPrefix("\(folder)/\(id)-") || $0.key == "\(folder)/\(id)/index.html" }
                #expect(found.count == 1, "\(folder)/\(id)")
                let page = try #require(found.values.first)
                #expect(page.contains("data-simkl-id=\"\(id)\""))
                #expect(page.contains("href=\"https://simkl.com/\(folder)/\(id)/"), "\(folder)/\(id)")
            }
        }
    }

    @Test("every relative link and every picture of ours leads to a file, without a server")
    func links() async throws {
        let built = try await Self.build.value
        let names = Set(try Tree("\(built.site.path)/site").files.keys)
        for (path, html) in try await pages() {
            for match in html.matches(of: /(?:href|src)="([^"]*)"/) {
                // What stands behind a question mark is for the page's script.
                let target = String(match.1.prefix { $0 != "?" })
                if target.hasPrefix("https://") || target.hasPrefix("#") { continue }
                let base = URL(filePath: "/\(path)").deletingLastPathComponent()
                let file = base.appending(path: target).standardized.path.dropFirst()
                #expect(names.contains(String(file)), "\(path) links to \(target)")
            }
        }
    }

    @Test("every page and its Markdown link back to Simkl, and every picture comes through the proxy with a size")
    func attribution() async throws {
        let built = try await Self.build.value
        let files = try Tree("\(built.site.path)/site").files
        for (path, html) in try await pages() {
            #expect(html.contains("href=\"https://simkl.com/\""), "\(path)")
            let markdown = files[path.replacing(".html", with: ".md")].map { String(decoding: $0, as: UTF8.self) }
            #expect(markdown?.contains("(https://simkl.com/)") == true, "\(path)")
            for match in html.matches(of: /<img [^>]*>/) {
                let image = String(match.0)
                #expect(image.contains("src=\"https://wsrv.nl/?url=https://simkl.in/"), "\(path): \(image)")
                // The pages that are printed have theirs loaded at once, and every title's page the one behind its head.
                let isFirst = image.contains("/fanart/")
                let loading =
                    isFirst ? "decoding=\"async\"" : path.contains(/^year\/\d/) ? "loading=\"eager\"" : "loading=\"lazy\""
                for attribute in ["width=", "height=", "alt=", loading] {
                    #expect(image.contains(attribute), "\(path): \(image)")
                }
            }
        }
    }

    @Test("no page's Markdown contains raw HTML, and no page lost any")
    func noRawHTML() async throws {
        let built = try await Self.build.value
        for (path, data) in try Tree("\(built.site.path)/site").files {
            let text = String(decoding: data, as: UTF8.self)
            if path.hasSuffix(".md") { #expect(text.firstMatch(of: /(^|[^\\])<[a-zA-Z\/!]/) == nil, "\(path)") }
            if path.hasSuffix(".html") { #expect(!text.contains("raw HTML omitted"), "\(path)") }
            if path.hasSuffix(".html") { #expect(text.firstMatch(of: /\s(style|align|onclick|onerror)=/) == nil, "\(path)") }
        }
    }

    @Test("nothing private of the account is anywhere in the output", arguments: ["public", "friends", "private"])
    func leaks(edition: String) async throws {
        let scratch = try Scratch()
        try scratch.write("edition: \(edition)\n", to: "foyer.yaml")
        let result = try await Program.run([
            "build", "--sample", "--config", "\(scratch.path)/foyer.yaml", "--output", "\(scratch.path)/site", "--now",
            "2026-11-20T12:00:00Z",
        ])
        #expect(result.code == 0, "\(result.errors)")
        let texts = try Tree("\(scratch.path)/site").files.values.map { String(decoding: $0, as: UTF8.self) }
        for secret in ["PRIVATE-MEMO", "this must never be published", "Uppsala", "34 years"] {
            #expect(!texts.contains { $0.contains(secret) }, "\(secret)")
        }
        #expect(texts.contains { $0.contains("Finished it on a train") }, "a public memo is missing")
    }

    @Test("a hidden title leaves no trace in the public edition and is whole in the private one")
    func hidden() async throws {
        let scratch = try Scratch()
        for (edition, expected) in [("public", false), ("friends", false), ("private", true)] {
            try scratch.write("edition: \(edition)\nhidden_titles: [11121]\n", to: "foyer.yaml")
            let result = try await Program.run([
                "build", "--sample", "--config", "\(scratch.path)/foyer.yaml", "--output", "\(scratch.path)/\(edition)",
                "--now", "2026-11-20T12:00:00Z", "--base-url", "https://foyer.example/",
            ])
            #expect(result.code == 0, "\(result.errors)")
            for (path, data) in try Tree("\(scratch.path)/\(edition)").files {
                let text = String(decoding: data, as: UTF8.self)
                if !expected { #expect(!text.contains("Breaking Bad") && !text.contains("11121"), "\(edition)/\(path)") }
            }
            let page = "\(scratch.path)/\(edition)/tv/11121-breaking-bad/index.html"
            #expect(FileManager.default.fileExists(atPath: page) == expected)
        }
    }

    @Test("what airs is counted from --now, whenever that is", arguments: ["2026-11-20T12:00:00Z", "2031-02-28T23:30:00Z"])
    func schedule(now: String) async throws {
        let scratch = try Scratch()
        let result = try await Program.run(["build", "--sample", "--output", "\(scratch.path)/site", "--now", now])
        #expect(result.code == 0, "\(result.errors)")
        let upcoming = try String(contentsOfFile: "\(scratch.path)/site/upcoming/index.md", encoding: .utf8)
        let countdowns = upcoming.matches(of: /(?m)^(yesterday|today|tomorrow|in \d+ days)$/).map { String($0.1) }
        #expect(["in 2 days", "in 3 days"].contains(countdowns.first) && countdowns.count > 1, "\(countdowns)")
        #expect(upcoming.contains(now.prefix(4)))
    }
}
