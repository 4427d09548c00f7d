import Foundation
import GFM
import SystemPackage
import Testing

@testable import FoyerSite

@Suite("Templates that cannot be used")
struct TemplateSetTests {
    @Test("the smallest folder loads")
    func smallest() throws {
        #expect(TemplateFiles(page: "{{name}}\n").complaint() == "")
        #expect(try TemplateFiles(page: "# {{name}}, {{site}}\n").render(ShelfContext()) == "# Shelf, The \\*site\\*\n")
    }

    @Test(
        "a page's mistake is said with file, line and column",
        arguments: [
            ("{{nmae}}", "1:1: there is no 'nmae' here. Do you mean 'name'?"),
            ("a\r\n\r\n é👩‍👩‍👧 {{ titel }}", "3:5: there is no 'titel' here. Do you mean 'site'?"),
            ("{{somethingElse}}", "1:1: there is no 'somethingElse' here."), ("{{}}", "1:1: there is no '' here."),
            ("{{.}}", "1:1: there is no '.' here."), ("{{first.name}}", "1:1: there is no 'first.name' here."),
            ("{{uppercased(name)}}", "1:1: there is no 'uppercased(name)' here."), ("{{born}}", "1:1: there is no 'born' here."),
            ("{{#books}}{{born}}{{/books}}", "1:11: there is no 'born' here."),
            ("{{#books}}{{#author}}{{/author}}{{born}}{{/books}}", "1:33: there is no 'born' here."),
            ("{{^books}}{{isLent}}{{/books}}", "1:11: there is no 'isLent' here."),
            ("{{#nope}}{{/nope}}", "1:1: there is no 'nope' here. Do you mean 'note'?"),
            ("{{#first()}}{{/first()}}", "1:1: there is no 'first()' here. Do you mean 'first'?"),
            ("{{#first}}{{#last()}}{{/last()}}{{/first}}", "1:11: there is no 'last()' here."),
            (
                "{{#books}}{{#author}}{{#first()}}{{/first()}}{{/author}}{{/books}}",
                "1:22: there is no 'first()' here. Do you mean 'first'?"
            ),
            ("{{#books}}{{index()}}{{/books}}", "1:11: there is no 'index()' here."),
            ("text\n  {{#name}}", "2:3: the section 'name' is never closed: write {{/name}} where it ends."),
            ("{{#books}}{{#name}}{{/books}}", "1:20: {{/books}} stands where 'name' has to be closed."),
            ("{{#books}}{{#name}}{{/name}}", "1:1: the section 'books' is never closed: write {{/books}} where it ends."),
            ("{{/name}}", "1:1: {{/name}} closes nothing: no section is open here."),
            ("{{name}", "1:1: this tag has no end: write }} behind its name."),
            ("ok\n {{", "2:2: this tag has no end: write }} behind its name."),
            ("{{{name}}", "1:1: this tag has no end: write }} behind its name."),
            ("{{! never\nended }", "1:1: this tag has no end: write }} behind its name."),
            ("{{{name}}}", "1:1: 'name' has to be escaped: write {{name}}."),
            ("{{& name}}", "1:1: 'name' has to be escaped: write {{name}}."),
            ("{{&link}}", "1:1: 'link' has to be escaped: write {{link}}."),
            ("{{{ link }}}", "1:1: 'link' has to be escaped: write {{link}}."),
            ("{{{content}}}", "1:1: there is no 'content' here."), ("{{isOpen}}", "1:1: \(only("isOpen"))"),
            ("{{books}}", "1:1: \(only("books"))"), ("{{first}}", "1:1: \(only("first"))"),
            ("{{{books}}}", "1:1: \(only("books"))"),
            ("{{=<% %>=}}", "1:1: {{= … is not part of Foyer's templates."),
            ("{{% CONTENT_TYPE:HTML}}", "1:1: {{% … is not part of Foyer's templates."),
            ("{{<layout}}{{/layout}}", "1:1: {{< … is not part of Foyer's templates."),
            ("{{$block}}{{/block}}", "1:1: {{$ … is not part of Foyer's templates."),
            ("{{>*name}}", "1:1: {{>* … is not part of Foyer's templates."),
            ("{{> * name}}", "1:1: {{>* … is not part of Foyer's templates."),
            ("{{>nothing}}", "1:1: there is no partials/nothing.md."), ("{{ >nothing}}", "1:1: there is no '>nothing' here."),
            ("{{>cards}}", "1:1: there is no partials/cards.md. Do you mean 'card'?"),
            ("{{>../pages/shelf}}", "1:1: there is no partials/../pages/shelf.md."),
            ("{{>pages/shelf.md}}", "1:1: there is no partials/pages/shelf.md.md."),
            ("{{ #name }}", "1:1: there is no '#name' here. Do you mean 'name'?"),
        ])
    func pageMistakes(page: String, message: String) {
        #expect(TemplateFiles(page: page, partials: ["card": "{{name}}"]).complaint() == "pages/shelf.md:" + message)
    }

    @Test(
        "a layout's mistake is said with file, line and column",
        arguments: [
            ("<p>\n{{content}}", "2:1: 'content' is HTML: write {{{content}}}."),
            ("{{#content}}x{{/content}}", "1:1: 'content' can only be written out: {{{content}}}."),
            ("{{^content}}x{{/content}}", "1:1: 'content' can only be written out: {{{content}}}."),
            ("{{{title}}}", "1:1: 'title' has to be escaped: write {{title}}."),
            ("{{owner}}", "1:1: there is no 'owner' here."),
            ("{{#footLinks}}{{isCurrent}}{{/footLinks}}", "1:15: \(only("isCurrent"))"),
        ])
    func layoutMistakes(layout: String, message: String) {
        #expect(TemplateFiles(page: "", layout: layout).complaint() == "layout.html:" + message)
    }

    @Test("a layout's slot may stand in two forms, and inside sections")
    func slots() {
        #expect(TemplateFiles(page: "", layout: "{{{ content }}}{{&content}}{{#title}}{{{content}}}{{/title}}").complaint() == "")
    }

    @Test("a partial's mistake is said in the partial, with the contexts of where it is used")
    func partials() {
        func complaint(_ page: String, _ partials: [String: String]) -> String {
            TemplateFiles(page: page, partials: partials).complaint()
        }
        #expect(complaint("{{>a}}", ["a": "ok\n {{born}}"]) == "partials/a.md:2:2: there is no 'born' here.")
        #expect(complaint("{{#first}}{{#author}}{{>a}}{{/author}}{{/first}}", ["a": "{{born}}"]) == "")
        #expect(
            complaint("{{>a}}", ["a": "{{>b}}", "b": "{{>c}}"])
                == "partials/b.md:1:1: there is no partials/c.md.")
        #expect(complaint("{{>a}}", ["a": "x {{>a}}"]) == "partials/a.md:1:3: the partial 'a' contains itself.")
        #expect(complaint("{{>a}}", ["a": "{{>b}}", "b": "\n{{>a}}"]) == "partials/b.md:2:1: the partial 'a' contains itself.")
        #expect(
            complaint("{{#books}}{{>a}}{{/books}}", ["a": "{{#parts}}{{>a}}{{/parts}}"])
                == "partials/a.md:1:11: the partial 'a' contains itself.")
        // Twice beside itself is not inside itself.
        #expect(complaint("{{>a}}{{>a}}{{>b}}", ["a": "{{name}}", "b": "{{>a}}"]) == "")
        #expect(
            complaint("", ["a": "{{#x}}"]) == "partials/a.md:1:1: the section 'x' is never closed: write {{/x}} where it ends.")
        #expect(complaint("{{#books}}{{>a}}{{/books}}", ["a": "{{#first()}}x{{/first()}}"]) == "")
        #expect(
            complaint("{{>a}}", ["a": "{{#first()}}x{{/first()}}"])
                == "partials/a.md:1:1: there is no 'first()' here. Do you mean 'first'?")
    }

    @Test("a missing or unreadable file is named")
    func files() throws {
        var files = TemplateFiles(page: "")
        files.files["pages/shelf.md"] = nil
        let missing = "there is no such template. Copy it from the Templates that came with Foyer."
        #expect(files.complaint() == "pages/shelf.md: \(missing)")
        files = TemplateFiles(page: "")
        files.files["layout.html"] = nil
        #expect(files.complaint() == "layout.html: \(missing)")
        let folder = FileManager.default.temporaryDirectory.appending(path: "foyer-templates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder.appending(path: "pages"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data([0xFF, 0xFE]).write(to: folder.appending(path: "pages/shelf.md"))
        let error = #expect(throws: TemplateError.self) {
            try TemplateSet(folder: folder.path, words: .english, pages: [("shelf", ShelfContext.self)])
        }
        #expect(error?.description == "pages/shelf.md: it cannot be read (it is not UTF-8 text).")
    }

    @Test("a page's digest changes with its template, with what that includes and with the layout, and with nothing else")
    func digest() throws {
        let files = TemplateFiles(
            page: "{{>a}}", layout: "{{>c}}{{{content}}}", partials: ["a": "{{>b}}", "b": "x", "c": "y", "unused": "z"])
        let digest = try files.load().digest(of: "shelf")
        #expect(try files.load().digest(of: "shelf") == digest)
        for path in files.files.keys {
            var changed = files
            changed.files[path, default: ""] += " "
            #expect(try (changed.load().digest(of: "shelf") == digest) == (path == "partials/unused.md"), "\(path)")
        }
        var swapped = files
        swapped.files["partials/b.md"] = "y"
        swapped.files["partials/c.md"] = "x"
        #expect(try swapped.load().digest(of: "shelf") != digest)
    }

    @Test("a page reads what the fields of its names read, its partials' too, and nothing for a name of its own")
    func inputs() throws {
        let page = "{{name}}{{#books}}{{>a}}{{/books}}{{#isOutdated}}{{/isOutdated}}"
        let files = TemplateFiles(
            page: page, partials: ["a": "{{name}}{{^owner}}{{>b}}{{/owner}}", "b": "{{zone}}", "c": "{{today}}"])
        #expect(try files.load().inputs(of: "shelf") == [.outdated])
        var others = files
        others.files["partials/b.md"] = "{{zone}} {{today}}"
        #expect(try others.load().inputs(of: "shelf") == [.today, .outdated])
    }

    @Test("assets are every file below assets, by path")
    func assets() throws {
        var files = TemplateFiles(page: "")
        files.files["assets/foyer.css"] = "p{{nothing}}"
        files.files["assets/fonts/a b.woff2"] = "\u{0}"
        #expect(try files.load().assets.paths == ["assets/fonts/a b.woff2", "assets/foyer.css"])
    }

    @Test(
        "text that only looks like a tag stays text", arguments: ["{ {name}}", "}}", "a { b", "{\u{301}{name}}", "{", "a\nb {"])
    func noTags(text: String) throws {
        #expect(try TemplateFiles(page: text).render(ShelfContext()) == text)
        #expect(try TemplateFiles(page: text + "\n").render(ShelfContext()) == text + "\n")
    }

    private static func only(_ name: String) -> String { "'\(name)' can only open a section: {{#\(name)}} … {{/\(name)}}." }
}
