import Foundation
import TestSupport
import Testing

/// `foyer serve`, asked by a client that sends paths as they are written.
struct ServeTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        _ = try scratch.account(films: Scratch.films)
        try scratch.write("base_url: https://example.org/me/watch/\n", to: "foyer.yaml")
    }

    private static let arguments = ["--data", "data", "--port", "0"]

    @discardableResult
    private func serve(
        _ more: [String] = [], environment: [String: String] = [:], _ test: @escaping @Sendable (ServedSite) async throws -> Void
    ) async throws -> Int32 {
        try await ServedSite.serve(scratch, Self.arguments + more, environment: environment, while: test)
    }

    @Test("a site lies under the path of its base URL; folders have a slash, each file is what it is, and Ctrl-C is a good end")
    func addresses() async throws {
        let expected = [
            "/ 302 to /me/watch/",
            "/me/watch 302 to /me/watch/",
            "/me/watch/ 200 text/html; charset=utf-8",
            "/me/watch/movies/1-film-1 302 to /me/watch/movies/1-film-1/",
            "/me/watch/movies/1-film-1/ 200 text/html; charset=utf-8",
            "/me/watch/movies/1-film-1/index.html?q=1 200 text/html; charset=utf-8",
            "/me/watch/movies/1%2Dfilm-1/index.md 200 text/markdown; charset=utf-8",
            "/me/watch/assets/foyer.css 200 text/css; charset=utf-8",
            "/me/watch/assets/site.js 200 text/javascript; charset=utf-8",
            "/me/watch/assets/icon.svg 200 image/svg+xml",
            "/me/watch/assets/icon-192.png 200 image/png",
            "/me/watch/site.webmanifest 200 application/manifest+json",
            "/me/watch/sitemap.xml 200 application/xml",
            "/me/watch/robots.txt 200 text/plain; charset=utf-8",
            "/me/watch/feeds/all.ics 200 text/calendar; charset=utf-8",
            "/me/watch/feeds/ratings.atom 200 application/atom+xml",
            "/me/watch/feeds/ratings.json 200 application/json",
            "/me/watch/nothing/ 404 text/html; charset=utf-8",
            "/elsewhere/ 404 text/html; charset=utf-8",
        ]
        let code = try await serve { site in
            var found: [String] = []
            for line in expected {
                let target = line.split(separator: " ")[0]
                let answer = try await site.ask(String(target))
                let place = answer.headers["location"].map { "to \($0)" } ?? answer.headers["content-type"] ?? ""
                found.append("\(target) \(answer.status) \(place)")
            }
            #expect(found == expected)
            let (whole, head) = (try await site.ask("/me/watch/"), try await site.ask("/me/watch/", method: "HEAD"))
            #expect(head.body.isEmpty && head.headers == whole.headers)
            #expect(whole.headers["content-length"] == "\(whole.body.count)")
            #expect(try await site.ask("/me/watch/", method: "POST").status == 405)
            let file = try String(contentsOfFile: "\(site.folder)/Output/index.html", encoding: .utf8)
            #expect(!file.contains(".foyer/") && whole.text.replacing(/<script src="\/.foyer\/.*\n/, with: "") == file)
        }
        #expect(code == 0)
    }

    private static let outside = [
        "/me/watch/assets/", "/me/watch/assets/fonts/", "/me/watch/.foyer-manifest", "/me/watch/%2efoyer-manifest",
        "/me/watch/../secret.txt", "/me/watch/..%2fsecret.txt", "/me/watch/%2e%2e/secret.txt",
        "/me/watch/%2e%2e%2fsecret.txt",
        "/me/watch/%252e%252e/secret.txt", "/me/watch/..\\secret.txt", "/me/watch/assets/../../secret.txt",
        "/me/watch/assets/./foyer.css", "/me/watch//secret.txt", "/me/watch//index.html", "/me/watch/link.txt",
        "/me/watch/linked/secret.txt", "/me/watch/linked", "/me/watch/dangling", "/me/watch/index.html%00.png",
        "/me/watch/index.html/", "/me/watch/%ff", "/me/watch/%", "/me/watch/.git/config", "/me/watch/pipe",
        "/me/watch/.well-known", "/me/watch/.well-known/", "/me/watch/.well-known/.hidden", "/me/watch/.well-known/link.txt",
        "/me/watch/.well-known/../secret.txt", "/me/watch/.well-known/.well-known/mine", "/me/watch/mine/.well-known/mine",
        "/me/watch/.well-knowns/mine", "/.well-known/mine", "/me/watchful/", "//me/watch/", "http://127.0.0.1/me/watch/", "*",
        "/.foyer/", "/.foyer/../foyer.yaml",
    ]

    @Test("what is no file of the site is not there: no listing, no name with a dot, nothing outside, however it is written")
    func outside() async throws {
        try scratch.write("a secret", to: "secret.txt")
        let folders = [".git/config", ".well-known/.hidden", ".well-known/.well-known/mine", "mine/.well-known/mine"]
        for file in folders + [".well-knowns/mine"] { try scratch.write("a secret", to: "Output/\(file)") }
        let links = [("link.txt", "../secret.txt"), ("linked", ".."), ("dangling", "nowhere")]
        for (name, place) in links + [(".well-known/link.txt", "../../secret.txt")] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(scratch.path)/Output/\(name)", withDestinationPath: place)
        }
        _ = unsafe mkfifo("\(scratch.path)/Output/pipe", 0o644)
        try await serve { site in
            for target in Self.outside {
                let answer = try await site.ask(target)
                #expect(answer.status == 404 && !answer.text.contains("a secret"), "\(target)")
                #expect(try await site.ask("/me/watch/").status == 200, "\(target)")
            }
        }
    }

    @Test(
        "what a site says of itself at a well-known place is there, with its type, so that an account of the fediverse can be tried"
    )
    func wellKnown() async throws {
        try scratch.write("base_url: https://example.org/\nfediverse: \"@watch@example.org\"\n", to: "foyer.yaml")
        try await serve { site in
            for place in ["/.well-known/", "/%2ewell-known/"] {
                let answer = try await site.ask("\(place)webfinger?resource=acct:watch@example.org")
                #expect(answer.status == 200 && answer.headers["content-type"] == "application/jrd+json", "\(place)")
                let file = try String(contentsOfFile: "\(site.folder)/Output/.well-known/webfinger", encoding: .utf8)
                #expect(answer.text == file && file.contains("acct:watch@example.org"), "\(answer.text)")
            }
            #expect(try await site.ask("/fediverse/actor.json").status == 200)
            #expect(try await site.ask("/.foyer-manifest").status == 404)
        }
    }

    @Test("the site is for this machine: not under another name, nor at another address, unless that was asked for")
    func loopback() async throws {
        try await serve { site in
            let own = try await site.ask("/me/watch/", host: "localhost:\(site.port)")
            #expect(own.status == 200)
            for host in ["evil.example", "127.0.0.1.evil.example", "evil.example:\(site.port)", ""] {
                let answer = try await site.ask("/me/watch/", host: host)
                #expect(answer.status == 421, "\(host)")
            }
            await #expect(throws: (any Error).self) { try await BareHTTP.ask("/", port: site.port, at: "127.0.0.2") }
        }
        try await serve(["--host", "0.0.0.0"]) { site in
            let answer = try await BareHTTP.ask("/me/watch/", port: site.port, host: "tv.example", at: "127.0.0.2")
            #expect(answer.status == 200)
        }
    }

    @Test("1,000 requests leave no file and no connection open")
    func handles() async throws {
        try await serve { site in
            func handles() throws -> Int {
                try FileManager.default.contentsOfDirectory(atPath: "/proc/\(site.process.identifier)/fd").count
            }
            let targets = [
                "/me/watch/", "/me/watch/assets/foyer.css", "/me/watch/nothing", "/me/watch/movies/1-film-1", "/.foyer/wait.js",
            ]
            for target in targets { _ = try await site.ask(target) }
            let before = try handles()
            for number in 0..<1000 { _ = try await site.ask(targets[number % targets.count]) }
            try await until { try handles() <= before }
        }
    }

    @Test("more connections than the process may have are closed, and the site is served on at the same address")
    func manyConnections() async throws {
        try await serve { site in
            let limit = ["--pid", "\(site.process.identifier)", "--nofile=60"]
            #expect(try await Program.run(limit, executable: "/usr/bin/prlimit").code == 0)
            let open = """
                import socket, time
                held = []
                for _ in range(200):
                    try: held.append(socket.create_connection(("127.0.0.1", \(site.port)), 2))
                    except OSError: pass
                time.sleep(1)
                """
            #expect(try await Program.run(["-c", open], executable: "/usr/bin/python3").code == 0)
            try await until { site.output.contains("too many connections at once") }
            try await until { (try? await site.ask("/me/watch/").status) == 200 }
        }
    }

    @Test("templates, words, configuration and data are looked at, and pages that wait are told")
    func changes() async throws {
        try ServedSite.prepare(scratch)
        try await serve { site in
            let home = "/me/watch/"
            let page = try await site.ask(home).text
            let version = try #require(page.firstMatch(of: /data-version="([^"]+)"/)?.1)
            try site.edit("Templates/pages/home.md") { $0 + "\nA line of mine.\n" }
            try await site.wait(for: "A line of mine.", at: home)
            try await site.wait(for: String(version), at: "/.foyer/version?\(version)", isThere: false)
            try site.edit("Templates/words/en.yaml") { $0.replacing("Skip to the content", with: "Jump to the content") }
            try await site.wait(for: "Jump to the content", at: home)
            try site.edit("foyer.yaml") { _ in "title: My evenings\nbase_url: https://example.org/\n" }
            try await site.wait(for: "<title>My evenings</title>", at: "/")
            let moved = try await site.ask("/me/watch/movies/1-film-1/")
            #expect(moved.status == 302 && moved.headers["location"] == "/movies/1-film-1/")
            try site.edit("foyer.yaml") { _ in "title: My mornings\nbase_url: https://example.org/a/\n" }
            try await site.wait(for: "<title>My mornings</title>", at: "/a/")
            for former in ["/", "/me/watch/"] {
                let moved = try await site.ask("\(former)movies/1-film-1/")
                #expect(moved.status == 302 && moved.headers["location"] == "/a/movies/1-film-1/", "\(former)")
            }
            #expect(try await site.ask("/a/nothing/").status == 404)
            try site.edit("foyer.yaml") { _ in "title: My nights\nbase_url: https://example.org/\n" }
            try await site.wait(for: "<title>My nights</title>", at: "/")
            #expect(try await site.ask("/nothing/").status == 404)
            try FileManager.default.removeItem(atPath: "\(site.folder)/Output")
            try await site.wait(for: "<title>My nights</title>", at: "/")
            _ = try site.scratch.account(films: Scratch.films + [Scratch.Film(id: 77, name: "A newcomer", rating: 8)])
            try await site.wait(for: "A newcomer", at: "/movies/77-film-77/")
        }
    }

    @Test("a site of one file that was exported follows it and the templates as well, and tells of a template that goes")
    func oneFile() async throws {
        try ServedSite.prepare(scratch)
        try FileManager.default.moveItem(
            atPath: "\(scratch.path)/data/all-items.json", toPath: "\(scratch.path)/mine.json")
        try await ServedSite.serve(scratch, ["--data", "mine.json", "--port", "0"]) { site in
            let home = "/me/watch/"
            try site.edit("Templates/pages/home.md") { $0 + "\nA line of mine.\n" }
            try await site.wait(for: "A line of mine.", at: home)
            try site.edit("mine.json") { $0.replacing("Film 7", with: "A newcomer") }
            try await site.wait(for: "A newcomer", at: "/me/watch/movies/7-film-7/")
            try FileManager.default.removeItem(atPath: "\(site.folder)/Templates/pages/home.md")
            try await site.wait(for: "Templates/pages/home.md: there is no such template.", at: home)
        }
    }

    @Test("a fault in a file is shown in each page, with its line, until it is mended; what was built stays")
    func faults() async throws {
        try ServedSite.prepare(scratch)
        let code = try await serve { site in
            let built = try Tree(site: "\(site.folder)/Output")
            try site.edit("Templates/pages/home.md") { "# Fine\n\n{{nme}} & <b>\n" + $0 }
            try await site.wait(for: "The site could not be built", at: "/me/watch/movies/1-film-1/")
            let page = try await site.ask("/me/watch/")
            #expect(page.status == 500)
            #expect(page.text.contains("<p class=\"message\">there is no 'nme' here."), "\(page.text)")
            #expect(page.text.contains("<p class=\"place\">Templates/pages/home.md, line 3</p>"))
            #expect(page.text.contains("<span class=\"here\">3  {{nme}} &amp; &lt;b></span>"))
            #expect(try await site.ask("/me/watch/assets/foyer.css").status == 200)
            #expect(try Tree(site: "\(site.folder)/Output") == built)
            try site.edit("foyer.yaml") { $0 + "colour: red\n" }
            try await site.wait(for: "<p class=\"place\">foyer.yaml, line 2</p>", at: "/me/watch/")
            try site.edit("foyer.yaml") { $0.replacing("colour: red\n", with: "") }
            try site.edit("Templates/pages/home.md") { $0.replacing("{{nme}}", with: "{{site}}") }
            try await site.wait(for: "The site could not be built", at: "/me/watch/", isThere: false)
            #expect(try await site.ask("/me/watch/").status == 200)
            #expect(site.output.contains("foyer: foyer.yaml:2:1: there is no key 'colour'."))
        }
        #expect(code == 0)
    }

    /// Something that is wrong before the site has been built.
    struct Beginning: Sendable, CustomTestStringConvertible {
        let file: String
        /// Nil for a file that is gone.
        let text: String?
        let complaint: String

        var testDescription: String { file }

        static let all = [
            Beginning(
                file: "Templates/pages/home.md", text: nil,
                complaint: "<p class=\"message\">Templates/pages/home.md: there is no such template."),
            Beginning(file: "Templates/pages/title.md", text: "{{nme}}\n", complaint: "Templates/pages/title.md, line 1</p>"),
            Beginning(file: "Templates/words/en.yaml", text: "home: [\n", complaint: "Templates/words/en.yaml, line 2</p>"),
            Beginning(file: "foyer.yaml", text: "edition: pirvate\n", complaint: "Do you mean 'private'?</p>"),
            Beginning(
                file: "data/all-items.json", text: "{", complaint: "<p class=\"message\">all-items.json: the file ends too early"),
        ]
    }

    @Test(
        "a fault that is there from the beginning is told once and shown as well, and goes when it is mended",
        arguments: Beginning.all)
    func beginning(one: Beginning) async throws {
        try ServedSite.prepare(scratch)
        let path = "\(scratch.path)/\(one.file)"
        let whole = try Data(contentsOf: URL(filePath: path))
        if let text = one.text { try scratch.write(text, to: one.file) } else { try FileManager.default.removeItem(atPath: path) }
        let code = try await serve { site in
            let page = try await site.ask("/me/watch/")
            #expect(page.status == 500 && page.text.contains(one.complaint), "\(page.text)")
            #expect(
                site.output.contains("Your site: \(site.root)\(one.file == "foyer.yaml" ? "/" : "/me/watch/")\n"),
                "\(site.output)")
            try whole.write(to: URL(filePath: path), options: .atomic)
            try await site.wait(for: "<p class=\"message\">", at: "/me/watch/", isThere: false)
            #expect(try await site.ask("/me/watch/").status == 200)
            #expect(site.output.components(separatedBy: "foyer: ").count == 2, "\(site.output)")
        }
        #expect(code == 0)
    }

    @Test("a fault that stays is told once, and shown with the lines that are around it by now")
    func stayingFault() async throws {
        try ServedSite.prepare(scratch)
        try scratch.write("{{nme}}\n", to: "Templates/pages/title.md")
        let code = try await serve { site in
            try await site.wait(for: "Templates/pages/title.md, line 1</p>", at: "/me/watch/")
            try scratch.write("{{nme}}\nbehind it\n", to: "Templates/pages/title.md")
            try await site.wait(for: "behind it", at: "/me/watch/")
            #expect(site.output.components(separatedBy: "foyer: ").count == 2, "\(site.output)")
        }
        #expect(code == 0)
    }

    @Test("where what was named is not there, nobody is at work on it, and serve ends")
    func nothing() async throws {
        let data = ["--data", "data"]
        for wrong in [data + ["--templates", "nowhere"], data + ["--config", "nowhere.yaml"], ["--data", "nowhere"], []] {
            let result = try await Program.run(["serve", "--port", "0"] + wrong, in: scratch.path)
            #expect(result.code == 65 && result.complaints.count == 1, "\(wrong) \(result.errors)")
        }
    }

    @Test("a port that is taken is told of where it was asked for, and else the next one is used; --open opens the address")
    func ports() async throws {
        try scratch.write("#!/bin/sh\necho \"$1 $SIMKL_CLIENT_ID\" >opened.txt\n", to: "bin/xdg-open")
        _ = unsafe chmod("\(scratch.path)/bin/xdg-open", 0o755)
        let environment = ["PATH": "\(scratch.path)/bin:/usr/bin:/bin", "SIMKL_CLIENT_ID": "hidden"]
        try await serve(["--open"], environment: environment) { site in
            let opened = "\(site.folder)/opened.txt"
            try await until { FileManager.default.fileExists(atPath: opened) }
            try await until { try String(contentsOfFile: opened, encoding: .utf8) == "\(site.root)/me/watch/ \n" }
            let second = try await Program.run(["serve", "--data", "data", "--port", "\(site.port)"], in: site.folder)
            #expect(second.code == 69)
            #expect(
                second.errors.hasSuffix(
                    "foyer: cannot listen on port \(site.port). Something else listens there. Name another: --port N, or --port 0 for any.\n"
                ))
        }
        let wrong = try await Program.run(["serve", "--data", "data", "--host", "my.house"], in: scratch.path)
        #expect(wrong.code == 64 && wrong.complaints.count == 1, "\(wrong.errors)")
    }
}
