import Disk
import GFM
import Mustache

/// The owner's templates, loaded and checked: what is wrong with them is said before any page is rendered.
struct TemplateSet: Sendable {
    private let library: MustacheLibrary
    private let shells = LayoutShells()
    /// Taken over every template: a changed one changes every page's fingerprint.
    let digest: UInt64
    /// Templates with raw HTML in their Markdown, which no page will show.
    let withRawHTML: [String]
    /// The ids that the layout gives to what stands around a page's content.
    let layoutIDs: Set<String>
    /// For messages.
    let folder: String
    /// The names that each page's template uses, its partials' too.
    private let names: [String: Set<String>]
    /// The files to copy beside the pages.
    let assets: TemplateAssets

    private static let layout = "layout.html"

    /// Loads `layout.html`, `pages/*.md`, `partials/*.md` and `assets/` of a folder.
    ///
    /// - Parameter pages: each page template's name, and the context that it is rendered with.
    init(folder: String, pages: [(name: String, context: any TemplateContext.Type)]) throws(TemplateError) {
        self.folder = folder
        let folder = try TemplateFolder(folder)
        let partials = try folder.partials()
        var nodes: [String: [TemplateScanner.Node]] = [:]
        for (name, text) in partials.sorted(by: { $0.key < $1.key }) {
            var scanner = TemplateScanner(file: "partials/\(name).md", text: text)
            nodes[name] = try scanner.nodes()
        }
        let checker = TemplateChecker(partials: nodes)
        var library = MustacheLibrary()
        var fingerprint = Fingerprint()
        var withRawHTML: [String] = []
        var names: [String: Set<String>] = [:]
        func add(_ text: String, file: String, name: String, context: (any TemplateContext.Type)?) throws(TemplateError) {
            if let context {
                var scanner = TemplateScanner(file: file, text: text)
                let own = try scanner.nodes()
                try checker.check(own, file: file, context: context)
                names[name] = checker.names(in: own)
            }
            if file.hasSuffix(".md"), GFM.html(text, dialect: .page).contains("<!-- raw HTML omitted -->") {
                withRawHTML.append(file)
            }
            fingerprint.feed(file)
            fingerprint.feed(text)
            do {
                // Values come escaped for their place, so the library must not escape them again.
                try library.register("{{% CONTENT_TYPE:TEXT}}\n" + text, named: name)
            } catch {
                throw TemplateError(file: file, position: nil, problem: .unreadable("\(error)"))
            }
        }
        for (name, text) in partials.sorted(by: { $0.key < $1.key }) {
            try add(text, file: "partials/\(name).md", name: name, context: nil)
        }
        for page in pages {
            let file = "pages/\(page.name).md"
            try add(try folder.text(file), file: file, name: file, context: page.context)
        }
        let layout = try folder.text(Self.layout)
        layoutIDs = Set(layout.matches(of: /\sid\s*=\s*["']?([^"'\s>]+)/).map { String($0.1) })
        try add(layout, file: Self.layout, name: Self.layout, context: LayoutContext.self)
        self.library = library
        self.names = names
        digest = fingerprint.value
        self.withRawHTML = withRawHTML
        assets = try TemplateAssets(folder)
    }

    /// Every name that a page's template uses.
    func names(of page: String) -> Set<String> { names["pages/\(page).md"] ?? [] }

    /// The fingerprint of a page's template, of what it includes, and of the layout.
    func digest(of page: String) -> UInt64 { digest }

    /// The Markdown of a page.
    func markdown(page: String, context: PageContext) -> String {
        library.render(context, withTemplate: "pages/\(page).md") ?? ""
    }

    /// The layout around a page.
    func shell(for layout: LayoutContext) -> LayoutShell {
        shells.shell(for: layout) { library.render($0.snapshot(), withTemplate: Self.layout) ?? "" }
    }
}
