import GFM
import SystemPackage

/// Renders pages, each from its own context alone: in any order, on any thread, to the same bytes.
struct PageRenderer: Sendable {
    private let site: Site
    private let feeds: AnnouncedFeeds
    private let templates: TemplateSet

    init(site: Site, feeds: AnnouncedFeeds, templates: TemplateSet) {
        self.site = site
        self.feeds = feeds
        self.templates = templates
    }

    func paths(of page: Page) -> [FilePath] {
        site.hasMarkdown
            ? [FilePath(page.path.htmlFile), FilePath(page.path.markdownFile)] : [FilePath(page.path.htmlFile)]
    }

    /// A page's HTML, and the Markdown that it was made from, where the site has that.
    func render(_ page: Page) -> [[UInt8]] {
        let links = Links(from: page.path, baseURL: site.baseURL)
        let context = page.context(links)
        let rendered = templates.markdown(page: page.template, context: context, common: CommonContext(site: site)).tidied
        let decoration = Decoration.pages(
            page.posters, inserts: rendered.inserts, takenIDs: templates.layoutIDs,
            isJapanese: page.head.isAboutAnime, isFeed: page.isFeed)
        let html = templates.html(
            LayoutContext(
                page: page, site: site, feeds: feeds, links: links,
                playsFingerprint: (context as? any PlaysContext)?.playsFingerprint ?? "",
                rendered: GFM.page(rendered.document, decoration: decoration)))
        return site.hasMarkdown ? [html, rendered.markdown] : [html]
    }
}
