/// What `layout.html` is rendered with.
struct LayoutContext: TemplateContext {
    let page: Page
    let site: Site
    let links: Links
    private(set) var content = ""

    static let place = Place.html
    static let summary = "The shell around every page. Values are escaped for HTML."
    static let fields = Fields<Self>(
        .slot("content", "The page, rendered from its Markdown.") { $0.content },
        .text("title", "The page's title, with the site's name behind it.") { $0.fullTitle },
        .text("description", "One sentence about the page.") { $0.page.head.description },
        .text("site", "The site's name.") { $0.site.name },
        .text("language", "The pages' language, as BCP 47 writes it.") { $0.site.language },
        .text("kind", "The kind of page: the name of its template.") { $0.page.template },
        .text("simklID", "The title's Simkl id, on its own page.") { $0.page.head.simklID.map(String.init) },
        .link("home", "The front page.") { $0.links.to(.home) },
        .text("root", "What stands in front of a path to make it relative to the site's root.") { $0.links.rootPrefix },
        .link("canonical", "The page's absolute address; only with a base URL.") { context in
            context.page.head.isListed ? context.site.baseURL.flatMap { Address($0.address(of: context.page.path)) } : nil
        },
        .link("markdown", "The Markdown that the page was made from.") {
            Address(relative: String($0.page.path.markdownFile.split(separator: "/").last ?? "index.md"))
        },
        .list("navigation", "The site's sections.") { NavigationContext.all($0) },
        .text("dataDay", "The day of the data, as in `20 November 2026`.") { $0.site.dataDay })

    /// The same with the page in it.
    func around(_ content: String) -> LayoutContext {
        var full = self
        full.content = content
        return full
    }

    private var fullTitle: String {
        page.path == .home ? site.name : "\(page.head.title) · \(site.name)"
    }
}

/// One entry of the navigation.
struct NavigationContext: TemplateContext {
    let label: String
    let address: Address
    let isCurrent: Bool

    static let place = Place.html
    static let summary = "A section of the site."
    static let fields = Fields<Self>(
        .text("label", "Its name.") { $0.label },
        .link("link", "Its page.") { $0.address },
        .flag("isCurrent", "Whether the page belongs to it.") { $0.isCurrent })

    static func all(_ layout: LayoutContext) -> [NavigationContext] {
        let sections: [(String, SitePath)] =
            [("Home", .home), ("Upcoming", UpcomingPage.path)]
            + MediaKind.allCases.map { ($0.plural, ListPages.path(.kind($0))) }
            + Status.allCases.map { ($0.label, ListPages.path(.status($0))) }
            + [("About", AboutPage.path)]
        return sections.map { label, path in
            NavigationContext(
                label: label, address: layout.links.to(path),
                isCurrent: layout.page.path == path || layout.page.head.section == path)
        }
    }
}
