/// What `layout.html` is rendered with.
struct LayoutContext: TemplateContext {
    let site: Site
    let links: Links
    /// The kind of page: the name of its template.
    let kind: String
    let section: SitePath?
    var words: LayoutWords

    init(page: Page, site: Site, links: Links) {
        self.site = site
        self.links = links
        kind = page.template
        section = page.head.section
        words = LayoutWords(page: page, site: site)
    }

    static let place = Place.html
    static let summary = "The shell around every page. Values are escaped for HTML."
    static let fields = Fields<Self>(
        .slot("content", "The page, rendered from its Markdown.") { $0.words.content },
        .text("title", "The page's title, with the site's name behind it.") { $0.words.title },
        .text("description", "One sentence about the page.") { $0.words.description },
        .text("site", "The site's name.") { $0.site.name },
        .text("language", "The pages' language, as BCP 47 writes it.") { $0.site.language },
        .text("kind", "The kind of page: the name of its template.") { $0.kind },
        .text("simklID", "The title's Simkl id, on its own page.") { $0.words.simklID },
        .link("home", "The front page.") { $0.links.to(.home) },
        .text("root", "What stands in front of a path to make it relative to the site's root.") { $0.links.rootPrefix },
        .link("canonical", "The page's absolute address; only with a base URL.") { Address($0.words.canonical) },
        .link("markdown", "The Markdown that the page was made from.") { Address($0.words.markdown) },
        .list("navigation", "The site's sections.") { NavigationContext.all($0) },
        .text("dataDay", "The day of the data, as in `20 November 2026`.") { $0.site.dataDay })
}

/// What the layout says about one page alone; all else is the same for many pages.
struct LayoutWords: Hashable, Sendable {
    var title: String
    var description: String
    var simklID: String
    var canonical: String
    var markdown: String
    var content = ""

    init(page: Page, site: Site) {
        title = page.path == .home ? site.name : "\(page.head.title) · \(site.name)"
        description = page.head.description
        simklID = page.head.simklID.map(String.init) ?? ""
        canonical = page.head.isListed ? site.baseURL?.address(of: page.path) ?? "" : ""
        markdown = page.path.name + ".md"
    }

    /// Each word that a page can have for itself.
    static var all: [WritableKeyPath<LayoutWords, String>] {
        [\.title, \.description, \.simklID, \.canonical, \.markdown, \.content]
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
            NavigationContext(label: label, address: layout.links.to(path), isCurrent: layout.section == path)
        }
    }
}
