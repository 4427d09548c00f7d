import Foundation
import GFM
import Testing

@testable import FoyerSite

/// Files of a templates folder, by their path in it.
struct TemplateFiles {
    var files: [String: String]

    /// A page, and around it what every folder must have.
    init(page: String, layout: String = "{{{content}}}", partials: [String: String] = [:]) {
        files = ["layout.html": layout, "pages/shelf.md": page]
        for (name, text) in partials { files["partials/\(name).md"] = text }
    }

    func load() throws -> TemplateSet {
        let folder = FileManager.default.temporaryDirectory.appending(path: "foyer-templates-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try TemplateSet(folder: folder.path, words: .english, pages: [("shelf", ShelfContext.self)])
    }

    /// What is said about the folder; empty when nothing is.
    func complaint() -> String {
        do {
            _ = try load()
            return ""
        } catch { return "\(error)" }
    }

    func render(_ shelf: ShelfContext) throws -> String {
        let rendered = try load().markdown(page: "shelf", context: shelf, common: CommonContext(site: .forTests))
        return String(decoding: rendered.markdown, as: UTF8.self)
    }
}

extension TemplateSet {
    /// A planned page as its template writes it.
    func markdown(of page: Page, _ site: Site) -> String { String(decoding: rendered(page, site).markdown, as: UTF8.self) }

    /// The same as HTML, without the layout.
    func html(of page: Page, _ site: Site) -> String {
        let rendered = rendered(page, site)
        let decoration = Decoration.pages(page.posters, inserts: rendered.inserts)
        return String(decoding: GFM.html(rendered.document, decoration: decoration), as: UTF8.self)
    }

    private func rendered(_ page: Page, _ site: Site) -> RenderedTemplate {
        let context = page.context(Links(from: page.path, baseURL: site.baseURL))
        return markdown(page: page.template, context: context, common: CommonContext(site: site))
    }
}

extension Site {
    static let forTests = Site(
        library: Merged([]).library, name: "The *site*", words: .english, baseURL: nil,
        now: Moment(secondsSince1970: 1_795_132_800), isOutdated: false)
}

/// A context with a field of every type.
struct ShelfContext: TemplateContext {
    var name = "Shelf"
    var note: String?
    var isOpen = true
    var books: [BookContext] = []
    var first: BookContext?
    var pages: SeriesChart?
    var loans: DaysChart?

    static let summary = "A shelf."
    static let fields = Fields<Self>(
        .text("name", "Its name.") { $0.name },
        .text("note", "A note.") { $0.note },
        .link("link", "Its address.") { _ in Address("https://example.org/a_(b)") },
        .flag("isOpen", "Whether it is open.") { $0.isOpen },
        .list("books", "What stands on it.") { $0.books },
        .object("first", "Its first book.") { $0.first },
        .chart("pages", "How long its books are.") { $0.pages },
        .chart("loans", "When books were lent.") { $0.loans })
}

struct BookContext: TemplateContext {
    var name = ""
    var note: String?
    var link: String?
    var isLent = false
    var author: AuthorContext?
    var parts: [PartContext] = []

    static let summary = "A book."
    static let fields = Fields<Self>(
        .text("name", "Its name.") { $0.name },
        .text("note", "A note.") { $0.note },
        .link("link", "Its address.") { $0.link.flatMap(Address.init) },
        .flag("isLent", "Whether it is lent.") { $0.isLent },
        .object("author", "Who wrote it.") { $0.author },
        .list("parts", "Its parts.") { $0.parts },
        .object("first", "A book inside the book.") { _ in BookContext?.none })
}

struct AuthorContext: TemplateContext {
    var born = ""

    static let summary = "An author."
    static let fields = Fields<Self>(.text("born", "The year of birth.") { $0.born })
}

struct PartContext: TemplateContext {
    var number = 1

    static let summary = "A part."
    static let fields = Fields<Self>(.count("number", "Its number.") { $0.number })
}
