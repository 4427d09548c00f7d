/// The library by list and by kind, 60 titles a page.
enum ListPages: PageKind {
    static let template = "list"

    /// What a list holds.
    enum Selection: Hashable, Sendable {
        case status(Status)
        case kind(MediaKind)

        var label: String {
            switch self {
            case .status(let status): status.label
            case .kind(let kind): kind.plural
            }
        }

        static let all = Status.allCases.map { Selection.status($0) } + MediaKind.allCases.map { .kind($0) }

        func contains(_ title: Title) -> Bool {
            switch self {
            case .status(let status): title.status == status
            case .kind(let kind): title.id.kind == kind
            }
        }
    }

    /// Where a list begins.
    static func path(_ selection: Selection) -> SitePath {
        switch selection {
        case .status(let status): SitePath(status.path + "/")
        case .kind(let kind): SitePath(kind.path + "/")
        }
    }

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let titles = site.titlesByName
        return Selection.all.flatMap { selection in
            let own = titles.filter(selection.contains)
            let left = Backlog(of: own.lazy.filter { $0.status?.isOpen == true })
            return TitlePart.all(of: own).map { page(of: selection, $0, left: $0.number == 1 ? left : nil, site) }
        }
    }

    /// - Parameter left: of the whole list; nil on all pages but the first, which would else be made anew with each play.
    private static func page(of selection: Selection, _ part: TitlePart, left: Backlog?, _ site: Site) -> Page {
        let (list, number, pages) = (selection.label, String(part.number), String(part.count))
        let head = PageHead(
            title: part.isPaged ? phrase("list.pagedTitle", ["title": list, "page": number, "pages": pages]) : list,
            description: part.isPaged
                ? phrase("list.pagedDescription", count: part.total, ["list": list, "page": number, "pages": pages])
                : phrase("list.description", count: part.total, ["list": list]),
            section: LibraryPage.path)
        let inputs = part.inputs(in: site.library) + [.value("left \(left.map { "\($0)" } ?? "")")]
        return page(part.path(after: path(selection)), head: head, inputs: inputs) { links in
            ListContext(selection: selection, part: part, left: left, site: site, links: links)
        }
    }

    typealias Context = ListContext
}

/// What `pages/list.md` is rendered with.
struct ListContext: TemplateContext {
    let selection: ListPages.Selection
    let part: TitlePart
    /// Of the whole list; nil where this page does not tell it.
    let left: Backlog?
    let site: Site
    let links: Links

    static let summary = "One page of a list."
    static let fields = Fields<Self>(
        .text("label", "The list's name.") { $0.selection.label },
        .count("total", "How many titles the whole list has.") { $0.part.total },
        .text("titlesWord", "`title` or `titles`, as the total asks for.") {
            phrase("list.titlesWord", count: $0.part.total)
        },
        .text(
            "left", "How long the rest of the whole list takes, as in `78 h left; 40 % of it estimated`; on its first page alone."
        ) { $0.left?.words },
        .flag("hasEstimates", "Whether any time on the page is told as `about`.") { $0.part.titles.tellEstimates },
        .text("page", "The page's number.") { String($0.part.number) },
        .text("pages", "How many pages the list has.") { String($0.part.count) },
        .flag("isPaged", "Whether there is more than one.") { $0.part.isPaged },
        .link("previous", "The page before.") { $0.neighbour(-1) },
        .link("next", "The page behind.") { $0.neighbour(1) },
        .list("numbers", "The pages to go to by their numbers.") { list in
            list.part.numbers(after: ListPages.path(list.selection), list.links)
        },
        .link("explorer", "Where these titles are sorted and filtered, by a script; nothing where there is one at most.") {
            $0.explorer
        },
        .list("lists", "The lists by status, each with its page.") { list in
            Status.allCases.map { ListLinkContext(status: $0, list: list) }
        },
        .list("kinds", "The titles of this page by kind, in the order of their names.") { $0.kinds })

    private func neighbour(_ step: Int) -> Address? { part.neighbour(step, after: ListPages.path(selection), links) }

    private var kinds: [ListKindContext] {
        let isAlone = if case .kind = selection { true } else { false }
        return ListKindContext.all(part.titles, isAlone: isAlone) { title in
            TitleCardContext(title: title, site: site, links: links, remark: title.listRemark(tellsList: isAlone))
        }
    }

    private var explorer: Address? {
        guard part.total > 1 else { return nil }
        return switch selection {
        case .status(let status): LibraryPage.address(links, .status, status.path)
        case .kind(let kind): LibraryPage.address(links, .kind, kind.path)
        }
    }
}

/// A list by status, as the lists link to one another.
struct ListLinkContext: TemplateContext {
    let status: Status
    let list: ListContext

    static let summary = "A list by status."
    static let fields = Fields<Self>(
        .text("label", "Its name.") { $0.status.label },
        .link("link", "Its page.") { $0.list.links.to(ListPages.path(.status($0.status))) },
        .flag("isCurrent", "Whether it is this list.") { $0.list.selection == .status($0.status) })
}

/// The titles of one kind on a list's page.
struct ListKindContext: TemplateContext {
    let kind: MediaKind
    let cards: [TitleCardContext]
    let isAlone: Bool

    static let summary = "The titles of one kind on a list's page."
    static let fields = Fields<Self>(
        .text("heading", "The kind as a heading; nothing where the list is of one kind.") { $0.isAlone ? nil : $0.kind.plural },
        .list("titles", "The titles.") { $0.cards })

    /// The kinds that some titles are of.
    ///
    /// - Parameter isAlone: whether the whole list is of one kind.
    static func all(
        _ titles: [Title], isAlone: Bool = false, card: (Title) -> TitleCardContext
    ) -> [ListKindContext] {
        MediaKind.allCases.compactMap { kind in
            let cards = titles.filter { $0.id.kind == kind }.map(card)
            return cards.isEmpty ? nil : ListKindContext(kind: kind, cards: cards, isAlone: isAlone)
        }
    }
}
