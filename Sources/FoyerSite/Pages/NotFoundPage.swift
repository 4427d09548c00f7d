/// The page that a host shows for an address that is none.
enum NotFoundPage: PageKind {
    static let template = "404"

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let head = PageHead(title: phrase("missing.title"), description: phrase("missing.description"), isListed: false)
        return [page(SitePath("", name: "404"), head: head, inputs: []) { NotFoundContext(links: $0) }]
    }

    typealias Context = NotFoundContext
}

/// What `pages/404.md` is rendered with.
struct NotFoundContext: TemplateContext {
    let links: Links

    static let summary = "The page for addresses that are none."
    static let fields = Fields<Self>(
        .link("home", "The front page.") { $0.links.to(.home) },
        .link("upcoming", "The agenda.") { $0.links.to(UpcomingPage.path) })
}
