/// A page at each address where a title's page once was: Simkl moves titles from one kind to another, and renames them.
enum MovedPages: PageKind {
    static let template = "moved"

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        site.formerPages.compactMap { former in
            guard let position = site.library.position(of: former.title) else { return nil }
            let title = site.library.titles[position]
            let head = PageHead(
                title: phrase("moved.title", ["title": title.name, "path": former.path.folder]),
                description: phrase("moved.description", ["title": title.name]),
                section: LibraryPage.path, movedTo: site.path(of: title), isListed: false)
            return page(former.path, head: head, inputs: [.title(position)]) { MovedContext(title: title, site: site, links: $0) }
        }
    }

    typealias Context = MovedContext
}

/// What `pages/moved.md` is rendered with.
struct MovedContext: TemplateContext {
    let title: Title
    let site: Site
    let links: Links

    static let summary = "The page at an address where a title's page once was."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.title.name },
        .link("link", "Its page.") { $0.links.to($0.site.path(of: $0.title)) },
        .link("simkl", "Its page on Simkl.") { SimklAddress.item($0.title) })
}
