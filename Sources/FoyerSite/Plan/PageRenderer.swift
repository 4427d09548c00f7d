import GFM
import SystemPackage

/// Renders pages, each from its own context alone: in any order, on any thread, to the same bytes.
struct PageRenderer: Sendable {
    let site: Site
    let feeds: [Feed]
    let templates: TemplateSet
    /// The same for every page.
    private let common: ContextSnapshot

    init(site: Site, feeds: [Feed], templates: TemplateSet) {
        self.site = site
        self.feeds = feeds
        self.templates = templates
        common = CommonContext(site: site).snapshot()
    }

    func paths(of page: Page) -> [FilePath] {
        site.hasMarkdown
            ? [FilePath(page.path.htmlFile), FilePath(page.path.markdownFile)] : [FilePath(page.path.htmlFile)]
    }

    /// A page's HTML, and the Markdown that it was made from, where the site has that.
    func render(_ page: Page) -> [[UInt8]] {
        let links = Links(from: page.path, baseURL: site.baseURL)
        let own = page.context(links)
        let context = PageContext(own: own.snapshot(), common: common)
        let markdown = tidy(templates.markdown(page: page.template, context: context))
        var layout = LayoutContext(page: page, site: site, feeds: feeds, links: links)
        layout.words.playsFingerprint = (own as? any PlaysContext)?.playsFingerprint ?? ""
        layout.words.content = GFM.html(markdown, decoration: .pages(page.posters, takenIDs: templates.layoutIDs))
        let html = Array(templates.shell(for: layout).filled(with: layout.words).utf8)
        return site.hasMarkdown ? [html, Array(markdown.utf8)] : [html]
    }

    /// Without the runs of empty lines that sections leave where they hold nothing.
    private func tidy(_ markdown: String) -> String {
        let newline = UInt8(ascii: "\n")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(markdown.utf8.count)
        var ends = 2
        for byte in markdown.utf8 {
            ends = byte == newline ? ends + 1 : 0
            if ends <= 2 { bytes.append(byte) }
        }
        while bytes.last == newline { bytes.removeLast() }
        return String(decoding: bytes + [newline], as: UTF8.self)
    }
}
