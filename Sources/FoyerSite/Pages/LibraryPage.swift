/// All titles at once: sorted and filtered by a script, and without it a table of the lists and the first titles by name.
enum LibraryPage: PageKind {
    static let template = "library"
    static let scripts = [SearchIndex.file, "titles.js", "library.js"]
    static let stylesheets = ["library.css"]
    static let path = SitePath("library/")
    static let navigation: [NavigationEntry: SitePath] = [.library: path]

    /// What titles are filtered by, as `library.js` reads it from the page's address.
    enum Facet: String {
        case kind, status, rating
    }

    /// The page with the titles that have one value in common.
    static func address(_ links: Links, _ facet: Facet, _ value: String) -> Address {
        links.to(path).with(query: (facet.rawValue, value))
    }

    /// How many titles the page itself has: more than the script shows at first, since without it nobody can ask for more.
    private static let shown = 200

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let lists = ListCounts(site.library.titles)
        // Of each kind they stand by their names already.
        let first = MediaKind.allCases.flatMap { kind in site.titlesByName.lazy.filter { $0.id.kind == kind }.prefix(shown) }
        let titles = Array(first.sortedByName.prefix(shown))
        let head = PageHead(
            title: phrase("navigation.library"),
            description: lists.rows.isEmpty ? phrase("library.empty") : phrase("library.description", count: lists.total),
            section: path)
        let inputs: [Input] = [.titles(titles.compactMap { site.library.position(of: $0.id) }), .value("\(lists)")]
        return [page(path, head: head, inputs: inputs) { LibraryContext(lists: lists, titles: titles, site: site, links: $0) }]
    }

    typealias Context = LibraryContext
}

/// How many titles there are on each list, by kind.
struct ListCounts: Hashable, Sendable, CustomStringConvertible {
    /// The kinds that have titles, in their order.
    let kinds: [MediaKind]
    /// By status. A nil one is that of titles that are only rated.
    let rows: [Row]

    struct Row: Hashable, Sendable {
        let status: Status?
        /// In the order of ``ListCounts/kinds``.
        let counts: [Int]

        var total: Int { counts.reduce(0, +) }
    }

    init(_ titles: [Title]) {
        let counts = Dictionary(titles.map { (Cell(status: $0.status, kind: $0.id.kind), 1) }, uniquingKeysWith: +)
        let kinds = MediaKind.allCases.filter { kind in counts.keys.contains { $0.kind == kind } }
        self.kinds = kinds
        rows = (Status.allCases + [nil]).map { status in
            Row(status: status, counts: kinds.map { counts[Cell(status: status, kind: $0)] ?? 0 })
        }.filter { $0.total > 0 }
    }

    private struct Cell: Hashable {
        let status: Status?
        let kind: MediaKind
    }

    var total: Int { rows.reduce(0) { $0 + $1.total } }

    /// How many there are of each kind, in the order of ``kinds``.
    var totals: [Int] { kinds.indices.map { kind in rows.reduce(0) { $0 + $1.counts[kind] } } }

    func count(of selection: ListPages.Selection) -> Int {
        switch selection {
        case .status(let status): rows.first { $0.status == status }?.total ?? 0
        case .kind(let kind): kinds.firstIndex(of: kind).map { totals[$0] } ?? 0
        }
    }

    var description: String {
        ([kinds.map(\.path).joined(separator: " ")] + rows.map { "\($0.status?.rawValue ?? "none") \($0.counts)" })
            .joined(separator: ", ")
    }
}

/// What `pages/library.md` is rendered with.
struct LibraryContext: TemplateContext {
    let lists: ListCounts
    /// The first by name.
    let titles: [Title]
    let site: Site
    let links: Links

    static let summary = "All titles, by list and by kind."
    static let fields = Fields<Self>(
        .text("titles", "How many titles there are, as in `1,234 titles`.") { phrase("count.titles", count: $0.lists.total) },
        .count("total", "The same as a number.") { $0.lists.total },
        .flag("isEmpty", "Whether there is none at all.") { $0.lists.rows.isEmpty },
        .flag("isMixed", "Whether there is more than one kind of them.") { $0.lists.kinds.count > 1 },
        .list("kinds", "The kinds that have titles, in their order.") { library in
            zip(library.lists.kinds, library.lists.totals).map {
                LibraryKindContext(kind: $0, count: $1, links: library.links)
            }
        },
        .list("lists", "The lists that have titles.") { library in
            library.lists.rows.map { LibraryListContext(row: $0, links: library.links) }
        },
        .list("cards", "The titles that the page shows without scripts: the first by name.") { library in
            library.titles.map { title in
                TitleCardContext(
                    title: title, site: library.site, links: library.links, remark: title.listRemark(tellsList: true))
            }
        },
        .count("shown", "How many these are.") { $0.titles.count },
        .flag("isPart", "Whether there are more.") { $0.titles.count < $0.lists.total },
        .flag("hasEstimates", "Whether any time on the page is told as `about`.") { $0.titles.tellEstimates })
}

/// A kind of titles, as the head of a column.
struct LibraryKindContext: TemplateContext {
    let kind: MediaKind
    let count: Int
    let links: Links

    static let summary = "A kind of titles."
    static let fields = Fields<Self>(
        .text("label", "Its name.") { $0.kind.plural },
        .link("link", "The page with all of it.") { $0.links.to(ListPages.path(.kind($0.kind))) },
        .count("count", "How many titles are of it.") { $0.count })
}

/// A list, as a row.
struct LibraryListContext: TemplateContext {
    let row: ListCounts.Row
    let links: Links

    static let summary = "A list of titles."
    static let fields = Fields<Self>(
        .text("label", "Its name.") { $0.row.status?.label ?? phrase("library.noList") },
        .link("link", "Its page; nothing for titles that are only rated.") { list in
            list.row.status.map { list.links.to(ListPages.path(.status($0))) }
        },
        .list("counts", "How many titles of each kind it has, in the order of the kinds.") { list in
            list.row.counts.map { LibraryCountContext(count: $0) }
        },
        .count("total", "How many it has.") { $0.row.total })
}

/// How many titles of a kind are on a list.
struct LibraryCountContext: TemplateContext {
    let count: Int

    static let summary = "How many titles of a kind are on a list."
    static let fields = Fields<Self>(.text("count", "The number; a dash for none.") { $0.count > 0 ? $0.count.grouped : "–" })
}
