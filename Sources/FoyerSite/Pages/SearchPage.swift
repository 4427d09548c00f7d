/// Finds a title in the browser, from an index that is a script beside the pages.
enum SearchPage: PageKind {
    static let template = "search"
    static let scripts = [SearchIndex.file, "titles.js", "search.js"]
    static let path = SitePath("search/")
    static let navigation: [NavigationEntry: SitePath] = [.search: path]

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let lists = ListCounts(site.library.titles)
        let head = PageHead(title: phrase("navigation.search"), description: phrase("search.description"), section: path)
        return [page(path, head: head, inputs: [.value("\(lists)")]) { SearchContext(counts: lists, links: $0) }]
    }

    typealias Context = SearchContext
}

/// What `pages/search.md` is rendered with.
struct SearchContext: TemplateContext {
    let counts: ListCounts
    let links: Links

    static let summary = "The search, and the lists for those who cannot use it."
    static let fields = Fields<Self>(
        .list("lists", "Every list that has titles, by status and by kind.") { $0.lists },
        .count("total", "How many titles there are.") { $0.counts.total },
        .flag("isEmpty", "Whether there is none at all.") { $0.counts.rows.isEmpty })

    private var lists: [SearchListContext] {
        ListPages.Selection.all.map { selection in
            SearchListContext(
                label: selection.label, link: links.to(ListPages.path(selection)), count: counts.count(of: selection))
        }.filter { $0.count > 0 }
    }
}

/// A list, as the search names it.
struct SearchListContext: TemplateContext {
    let label: String
    let link: Address
    let count: Int

    static let summary = "A list of titles."
    static let fields = Fields<Self>(
        .text("label", "Its name.") { $0.label },
        .link("link", "Its page.") { $0.link },
        .text("count", "How many titles it has, as in `12 titles`.") { phrase("count.titles", count: $0.count) })
}
