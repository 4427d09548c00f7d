import Foundation
import TestSupport
import Testing

/// What the pages' heads tell browsers, search engines and other services.
struct HeadTests {
    private static let relative = Task { try await build([]) }
    private static let absolute = Task { try await build(["--base-url", "https://foyer.example/me/watch/"]) }

    private static func build(_ more: [String]) async throws -> Scratch {
        let scratch = try Scratch()
        let result = try await Program.run(
            ["build", "--sample", "--output", "\(scratch.path)/site", "--now", "2026-11-20T12:00:00Z", "--quiet"] + more)
        return try #require(result.code == 0 ? scratch : nil)
    }

    private func pages(withBaseURL: Bool) async throws -> [String: String] {
        let built = try await (withBaseURL ? Self.absolute : Self.relative).value
        return try Tree("\(built.path)/site").files
            .filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
    }

    private func meta(_ name: String, in html: String) -> String? {
        let pattern = try? Regex("<meta (?:name|property)=\"\(name)\" content=\"([^\"]*)\"")
        return pattern.flatMap { html.firstMatch(of: $0) }.flatMap { $0[1].substring.map(String.init) }
    }

    @Test("every page has the one strict policy, and no code or style of its own")
    func policy() async throws {
        let policy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https://wsrv.nl data:; "
            + "font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
        for (path, html) in try await pages(withBaseURL: false) {
            #expect(html.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"), "\(path)")
            #expect(!html.contains("<style"), "\(path)")
            // The words of scripts are data, and no code, and so is what a page is about.
            let words = html.matches(of: /<script type="application\/(?:json" id="words|ld\+json)">([^<]+)<\/script>/)
            #expect(html.matches(of: /<script[^>]*>[^<]/).count == words.count, "\(path)")
            for match in words { #expect(try JSONSerialization.jsonObject(with: Data(match.1.utf8)) is [String: Any], "\(path)") }
        }
    }

    @Test(
        "no page lets a browser tell others its address, and only the public edition may be found",
        arguments: ["public", "friends", "private"])
    func indexed(edition: String) async throws {
        let scratch = try Scratch()
        try scratch.write("edition: \(edition)\nbase_url: https://foyer.example/me/\n", to: "foyer.yaml")
        let site = try await Program.build(
            scratch.account("mine", films: Scratch.films), to: "\(scratch.path)/site", ["--config", "\(scratch.path)/foyer.yaml"])
        #expect(site.code == 0, "\(site.errors)")
        let files = try Tree("\(scratch.path)/site").files.mapValues { String(decoding: $0, as: UTF8.self) }
        for (path, html) in files where path.hasSuffix(".html") {
            #expect(html.contains("<meta name=\"referrer\" content=\"no-referrer\">"), "\(path)")
            let isHidden = html.contains("<meta name=\"robots\" content=\"noindex")
            #expect(isHidden == (edition != "public"), "\(path)")
        }
        #expect((files["sitemap.xml"] != nil) == (edition == "public"))
        let robots = edition == "public" ? "Allow: /\n\nSitemap: https://foyer.example/me/sitemap.xml\n" : "Disallow: /\n"
        #expect(files["robots.txt"] == "User-agent: *\n\(robots)")
    }

    @Test("robots are asked in as far as the configuration says", arguments: ["all", "no-ai", "none"])
    func robots(kind: String) async throws {
        let scratch = try Scratch()
        try scratch.write("robots: \(kind)\nbase_url: https://foyer.example/me/\n", to: "foyer.yaml")
        let site = try await Program.build(
            scratch.account("mine", films: Scratch.films), to: "\(scratch.path)/site", ["--config", "\(scratch.path)/foyer.yaml"])
        #expect(site.code == 0, "\(site.errors)")
        let files = try Tree("\(scratch.path)/site").files.mapValues { String(decoding: $0, as: UTF8.self) }
        for (path, html) in files where path.hasSuffix(".html") {
            #expect(html.contains("<meta name=\"robots\" content=\"noindex") == (kind == "none"), "\(path)")
        }
        #expect((files["sitemap.xml"] != nil) == (kind != "none"))
        let text = try #require(files["robots.txt"])
        let everyone = "User-agent: *\nAllow: /\n\nSitemap: https://foyer.example/me/sitemap.xml\n"
        switch kind {
        case "all": #expect(text == everyone)
        case "none": #expect(text == "User-agent: *\nDisallow: /\n")
        default:
            let groups = text.split(separator: "\n\n", maxSplits: 1)
            #expect(groups.count == 2 && groups[1] == everyone)
            let refused = groups[0].split(separator: "\n")
            #expect(refused.last == "Disallow: /" && refused.dropLast().allSatisfy { $0.hasPrefix("User-agent: ") })
            for name in ["GPTBot", "ClaudeBot", "CCBot", "Google-Extended", "Applebot-Extended", "PerplexityBot", "Bytespider"] {
                #expect(refused.contains("User-agent: \(name)"), "\(name)")
            }
            // Neither search engines nor those that fetch the picture of a link.
            for name in ["Googlebot", "Bingbot", "DuckDuckBot", "facebookexternalhit", "Twitterbot", "*"] {
                #expect(!refused.contains("User-agent: \(name)"), "\(name)")
            }
        }
    }

    @Test("titles and descriptions are each page's own")
    func unique() async throws {
        let pages = try await pages(withBaseURL: false)
        for pattern in [/<title>([^<]*)<\/title>/, /<meta name="description" content="([^"]*)">/] {
            let texts = pages.mapValues { $0.firstMatch(of: pattern).map { String($0.1) } ?? "" }
            for (text, twice) in Dictionary(grouping: texts, by: \.value) where twice.count > 1 || text.isEmpty {
                Issue.record("\(twice.map(\.key)) have '\(text)'")
            }
        }
    }

    @Test("cards of shared links have an address and a picture only where the site knows its own address")
    func cards() async throws {
        for (path, html) in try await pages(withBaseURL: false) {
            #expect(meta("og:title", in: html)?.isEmpty == false, "\(path)")
            #expect(meta("og:image", in: html) == nil && meta("og:url", in: html) == nil, "\(path)")
            #expect(!html.contains("rel=\"manifest\""), "\(path)")
        }
        let files = try Tree("\(try await Self.absolute.value.path)/site").files
        let pages = try await pages(withBaseURL: true)
        var drawn: Set<String> = []
        for (path, html) in pages {
            let picture = try #require(meta("og:image", in: html), "\(path)")
            let isPoster = picture.hasPrefix("https://wsrv.nl/?url=https://simkl.in/posters/")
            #expect(isPoster ? picture.hasSuffix("&amp;output=jpg") : picture.hasSuffix("/share.png"), "\(path)")
            if !isPoster { drawn.insert(picture.replacing("https://foyer.example/me/watch/", with: "")) }
            #expect(meta("og:image:type", in: html) == (isPoster ? "image/jpeg" : "image/png"), "\(path)")
            #expect(meta("og:image:width", in: html) == "1200" && meta("og:image:height", in: html) == "630", "\(path)")
            #expect(meta("og:image:alt", in: html)?.isEmpty == false, "\(path)")
            #expect(meta("twitter:card", in: html) == "summary_large_image", "\(path)")
            #expect(html.contains("rel=\"manifest\""), "\(path)")
        }
        #expect(drawn.count > 20)
        for file in drawn {
            let reading = try await PNGReading(Array(try #require(files[file], "\(file)")))
            #expect(reading.width == 1200 && reading.height == 630, "\(file)")
        }
        let title = try #require(pages["tv/11121-breaking-bad/index.html"])
        #expect(meta("og:type", in: title) == "video.tv_show")
        #expect(meta("og:url", in: title) == "https://foyer.example/me/watch/tv/11121-breaking-bad/")
        #expect(meta("og:title", in: title) == "Breaking Bad (2008)")
        #expect(meta("og:image:alt", in: title) == "Poster of Breaking Bad")
        func picture(_ page: String) -> String? { pages["\(page)index.html"].flatMap { meta("og:image", in: $0) } }
        #expect(picture("") == "https://foyer.example/me/watch/share.png")
        #expect(picture("year/2025/") == "https://foyer.example/me/watch/year/2025/share.png")
        #expect(picture("year/2025/11/") == "https://foyer.example/me/watch/year/2025/11/share.png")
    }

    @Test("the web manifest is JSON with relative addresses of files that are there, and names its source")
    func manifest() async throws {
        let (relative, absolute) = try await (Self.relative.value, Self.absolute.value)
        let site = "\(absolute.path)/site"
        let data = try Data(contentsOf: URL(filePath: "\(site)/site.webmanifest"))
        let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(manifest["start_url"] as? String == "./")
        #expect((manifest["source"] as? String)?.contains("https://simkl.com/") == true)
        for icon in try #require(manifest["icons"] as? [[String: String]]) {
            #expect(FileManager.default.fileExists(atPath: "\(site)/\(icon["src"] ?? "")"))
        }
        #expect(!FileManager.default.fileExists(atPath: "\(relative.path)/site/site.webmanifest"))
    }

    @Test("every page has the same doors and the same links at its end, and marks what it belongs to")
    func navigation() async throws {
        for (path, html) in try await pages(withBaseURL: false) {
            let doors = html.matches(
                of:
                    /<summary(?: class="current")?>([^<]*)<\/summary>|<li>\s*<a href="[^"]*"(?: aria-current="page")?>([^<]*)<\/a>/
            )
            .map { String($0.1 ?? $0.2 ?? "") }
            #expect(
                doors.prefix(7) == ["Home", "Library", "Diary", "Upcoming", "Upcoming", "Tonight", "Numbers"], "\(path)")
            let current = html.matches(of: /aria-current="page"/).count
            #expect(path == "404.html" ? current == 0 : current == 1, "\(path)")
        }
    }
}
