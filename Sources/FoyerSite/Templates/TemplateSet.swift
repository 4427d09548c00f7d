import Disk
import GFM

/// The owner's templates, loaded and compiled: what is wrong with them is said before any page is rendered.
struct TemplateSet: Sendable {
    private let pages: [String: CompiledTemplate]
    private let layout: CompiledTemplate
    /// Templates with raw HTML in their Markdown, which no page will show.
    let withRawHTML: [String]
    /// The ids that the layout gives to what stands around a page's content.
    let layoutIDs: Set<String>
    /// For messages.
    let folder: String
    /// The files to copy beside the pages.
    let assets: TemplateAssets

    /// Loads `layout.html`, `pages/*.md`, `partials/*.md` and `assets/` of a folder.
    ///
    /// - Parameters:
    ///   - shipped: what a folder without a layout is laid over.
    ///   - words: what the templates say.
    ///   - shell: the context that the layout is rendered with.
    ///   - pages: each page template's name, and the context that it is rendered with.
    init(
        folder: String, over shipped: String?, words: Words, shell: any TemplateContext.Type,
        pages: [(name: String, context: any TemplateContext.Type)]
    ) throws(TemplateError) {
        self.folder = folder
        let folder = try TemplateFolder(folder, over: shipped)
        var partials: [String: Template] = [:]
        for (name, text) in try folder.partials().sorted(by: { $0.key < $1.key }) {
            partials[name] = try Template(file: "partials/\(name).md", text: text)
        }
        let compiler = TemplateCompiler(partials: partials, words: words)
        var markdown = partials.sorted { $0.key < $1.key }.map(\.value)
        var compiled: [String: CompiledTemplate] = [:]
        for page in pages {
            let file = "pages/\(page.name).md"
            let template = try Template(file: file, text: try folder.text(file))
            compiled[page.name] = try compiler.compiled(template, context: page.context)
            markdown.append(template)
        }
        let layout = try Template(file: "layout.html", text: try folder.text("layout.html"))
        self.pages = compiled
        self.layout = try compiler.compiled(layout, context: shell)
        layoutIDs = Set(layout.text.matches(of: /\sid\s*=\s*["']?([^"'\s>]+)/).map { String($0.1) })
        withRawHTML = markdown.filter { GFM.html($0.text, dialect: .page).contains("<!-- raw HTML omitted -->") }.map(\.file)
        assets = try TemplateAssets(folder)
    }

    /// What a page's template tells of besides what the page declares.
    func inputs(of page: String) -> [Input] { pages[page]?.inputs ?? [] }

    /// The fingerprint of a page's template, of what it includes, and of the layout.
    func digest(of page: String) -> UInt64 {
        var fingerprint = Fingerprint()
        fingerprint.feed(pages[page]?.digest ?? 0)
        fingerprint.feed(layout.digest)
        return fingerprint.value
    }

    /// A page's Markdown, with its charts.
    func markdown(page: String, context: any TemplateContext, common: CommonContext) -> RenderedTemplate {
        pages[page]?.rendered(with: [common.row, context.row]) ?? RenderedTemplate(text: [], places: [], inserts: [])
    }

    /// A whole page.
    func html(_ shell: any TemplateContext) -> [UInt8] { layout.rendered(with: [shell.row]).markdown }
}
