import Foundation
import TestSupport
import Testing

/// What hosts make of a site, and what the site does about it.
struct HostTests {
    private let scratch: Scratch
    private let account: String
    private var site: String { "\(scratch.path)/site" }

    init() throws {
        scratch = try Scratch()
        account = try scratch.account(films: [Scratch.Film(id: 1, name: "{% raw %}", rating: 1)])
    }

    @Test(
        "Jekyll is kept away by an empty file, which is the site's, or by one that the owner has put there",
        arguments: [nil, "", "mine\n"])
    func noJekyll(owners: String?) async throws {
        if let owners { try scratch.write(owners, to: "site/.nojekyll") }
        for _ in 0..<2 {
            let result = try await Program.build(account, to: site)
            #expect(result.code == 0, "\(result.errors)")
            #expect(try Data(contentsOf: URL(filePath: "\(site)/.nojekyll")) == Data((owners ?? "").utf8))
        }
    }

    @Test("markdown: false leaves the Markdown editions out, and takes those of earlier builds away")
    func markdown() async throws {
        try scratch.write("markdown: false\n", to: "foyer.yaml")
        #expect(try await Program.build(account, to: site).code == 0)
        let whole = try Tree(site)
        #expect(whole.files.keys.contains("movies/1-film-1/index.md"))
        let result = try await Program.build(account, to: site, ["--config", "\(scratch.path)/foyer.yaml"])
        #expect(result.code == 0, "\(result.errors)")
        let found = try Tree(site)
        #expect(!found.files.keys.contains { $0.hasSuffix(".md") })
        // What lists them for programs goes with them.
        #expect(Set(found.files.keys) == Set(whole.files.keys.filter { !$0.hasSuffix(".md") && $0 != "llms.txt" }))
        for (file, data) in found.files where file.hasSuffix(".html") {
            #expect(!String(decoding: data, as: UTF8.self).contains("text/markdown"), "\(file)")
        }
        let fresh = "\(scratch.path)/fresh"
        #expect(try await Program.build(account, to: fresh, ["--config", "\(scratch.path)/foyer.yaml"]).code == 0)
        #expect(try Tree(fresh) == found)
        #expect(try await Program.build(account, to: site).code == 0)
        #expect(try Tree(site) == whole)
    }
}
