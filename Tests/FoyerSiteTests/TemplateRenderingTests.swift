import Foundation
import GFM
import Testing

@testable import FoyerSite

@Suite("What templates write")
struct TemplateRenderingTests {
    @Test("nothing in a row shows nothing, never what the context around it has")
    func noClimbing() throws {
        let page = "{{#books}}[{{name}}|{{note}}|{{link}}|{{#author}}{{born}}{{/author}}{{^author}}nobody{{/author}}]{{/books}}"
        var shelf = ShelfContext(name: "Shelf", note: "Shelf note")
        shelf.books = [
            BookContext(), BookContext(name: "B", note: "N", link: "https://b.example/", author: AuthorContext(born: "1900")),
        ]
        #expect(try TemplateFiles(page: page).render(shelf) == "[|||nobody][B|N|https://b.example/|1900]")
    }

    @Test("a missing object inside a row does not become the object around the row")
    func noClimbingToObjects() throws {
        let page =
            "{{#books}}{{#first}}CLIMBED {{name}}{{/first}}{{^first}}none{{/first}}{{#parts}}{{number}}{{/parts}};{{/books}}"
        var shelf = ShelfContext(first: BookContext(name: "Shelf's first"))
        shelf.books = [BookContext(name: "B", parts: [PartContext(number: 12_345)]), BookContext()]
        #expect(try TemplateFiles(page: page).render(shelf) == "none12,345;none;")
        #expect(try TemplateFiles(page: "{{#first}}{{name}}{{/first}}").render(shelf) == "Shelf's first")
        shelf.first = nil
        #expect(try TemplateFiles(page: "{{#first}}{{name}}{{/first}}|{{^first}}-{{/first}}").render(shelf) == "|-")
    }

    @Test("names around a row can be used in it, and its own come first")
    func scopes() throws {
        var shelf = ShelfContext(name: "Shelf", isOpen: true)
        shelf.books = [BookContext(name: "A", isLent: true), BookContext(name: "B")]
        let page = "{{#books}}{{#isOpen}}{{name}}{{#isLent}}!{{/isLent}}{{^isLent}}?{{/isLent}}{{/isOpen}} {{site}};{{/books}}"
        #expect(try TemplateFiles(page: page).render(shelf) == "A! The \\*site\\*;B? The \\*site\\*;")
    }

    @Test("a list knows its ends, inside flags too, and an empty one its emptiness")
    func ends() throws {
        var shelf = ShelfContext()
        let page =
            "{{#books}}{{#isOpen}}{{^first()}}, {{/first()}}{{/isOpen}}{{name}}{{#last()}}.{{/last()}}{{/books}}{{^books}}none{{/books}}"
        #expect(try TemplateFiles(page: page).render(shelf) == "none")
        shelf.books = ["a", "b", "c"].map { BookContext(name: $0) }
        #expect(try TemplateFiles(page: page).render(shelf) == "a, b, c.")
        shelf.books = [BookContext(name: "a")]
        #expect(try TemplateFiles(page: page).render(shelf) == "a.")
    }

    static let hostile = [
        "{{name}}", "{{{name}}}", "{{#books}}x{{/books}}", "{{>card}}", "<script>alert(1)</script>", "a | b", "a\nb\r\n# c",
        "# head",
        "- item", "1. one", "> quote", "```\ncode", "[x](javascript:alert(1))", "![x](y)", "*a* _b_ ~~c~~ `d`", "&lt;b&gt; &amp;",
        "<!-- x -->", "\\", "https://x.example", "a@b.example", "Love & Death", "$1 \\0 %@", "\u{0}", "\t", "{{=<% %>=}}", "|",
        "---",
        "\u{2028}# x", "]]>", "\"><img src=x onerror=1>",
    ]

    @Test("a hostile value stays text in Markdown: one paragraph that reads like the value", arguments: hostile)
    func markdown(value: String) throws {
        let page = "x {{name}} y\n"
        let written = try TemplateFiles(page: page, partials: ["card": "CARD"]).render(ShelfContext(name: value))
        #expect(written == "x \(MarkdownText.escape(value)) y\n")
        #expect(written.split(separator: "\n").count == 1)
        #expect(!written.contains("CARD") && !written.contains("<script") || written.contains("\\<script"))
    }

    @Test("a hostile value stays text in a partial, in a section and in a row", arguments: hostile)
    func places(value: String) throws {
        var shelf = ShelfContext(name: value, note: value)
        shelf.books = [BookContext(name: value)]
        let escaped = MarkdownText.escape(value)
        let files = TemplateFiles(
            page: "{{>card}}{{#note}}{{note}}{{/note}}{{#books}}{{name}}{{>card}}{{/books}}", partials: ["card": "<{{name}}>"])
        #expect(try files.render(shelf) == "<\(escaped)>\(escaped)\(escaped)<\(escaped)>")
    }

    @Test("a hostile value stays text in the layout", arguments: hostile)
    func layout(value: String) throws {
        let files = TemplateFiles(page: "", layout: "<title>{{title}}</title><p id=\"{{description}}\">{{{content}}}")
        let head = PageHead(title: value, description: value)
        let page = Page(path: SitePath("x/"), head: head, template: "shelf", inputs: []) { _ in ShelfContext() }
        let layout = LayoutContext(
            page: page, site: .forTests, feeds: AnnouncedFeeds([]), links: Links(from: page.path, baseURL: nil),
            rendered: GFM.Page(content: Array("<b>{{title}}</b>".utf8)))
        let escaped = HTMLText.escape(value)
        #expect(
            String(decoding: try files.load().html(layout), as: UTF8.self)
                == "<title>\(escaped) · The *site*</title><p id=\"\(escaped)\"><b>{{title}}</b>")
        #expect(!escaped.contains("<") && !escaped.contains("\"") && !escaped.contains(">"))
    }

    @Test(
        "an address is of safe characters or none",
        arguments: [
            "javascript:alert('1')", "https://x.example/a b", "https://x.example/)", "https://x.example/\"", "x\n", "", "<x>",
            "é",
        ])
    func addresses(text: String) throws {
        #expect(Address(text) == nil)
        let shelf = ShelfContext(books: [BookContext(link: text)])
        #expect(try TemplateFiles(page: "{{#books}}[{{link}}]{{#link}}x{{/link}}{{/books}}").render(shelf) == "[]")
    }

    @Test("encoded components can hold anything and still be one component")
    func encoding() {
        for value in Self.hostile {
            let address = Address(host: "simkl.com", path: ["tv", "1", value])
            #expect(Address(address.text) == address)
            #expect(address.text.hasPrefix("https://simkl.com/tv/1/") && address.text.count { $0 == "/" } == 5)
            #expect(address.text.dropFirst(23).removingPercentEncoding == value || value.contains("\0"))
        }
        #expect(Address(relative: "tv/a b/ü.html").text == "tv/a%20b/%C3%BC.html")
    }
}

extension Substring {
    fileprivate var removingPercentEncoding: String? { String(self).removingPercentEncoding }
}
