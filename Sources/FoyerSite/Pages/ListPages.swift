/// The library by list and by kind, 60 titles a page.
enum ListPages: PageKind {
    static let template = "list"
    private static let pageSize = 60

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

        fileprivate func contains(_ title: Title) -> Bool {
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

    static func pages(of site: Site) -> [Page] {
        let selections = Status.allCases.map { Selection.status($0) } + MediaKind.allCases.map { .kind($0) }
        let titles = site.library.titles.map { ($0, $0.sortKey) }
            .sorted { ($0.0.id.kind, $0.1, $0.0.id) < ($1.0.id.kind, $1.1, $1.0.id) }.map(\.0)
        return selections.flatMap { pages(selection: $0, titles: titles.filter($0.contains), site: site) }
    }

    private static func pages(selection: Selection, titles: [Title], site: Site) -> [Page] {
        let first = path(selection)
        let count = max(1, (titles.count + pageSize - 1) / pageSize)
        return (1...count).map { number in
            let part = Array(titles.dropFirst((number - 1) * pageSize).prefix(pageSize))
            let turn = count > 1 ? ", page \(number) of \(count)" : ""
            let head = PageHead(
                title: selection.label + turn,
                description: "\(selection.label): \(counted(titles.count, "title", "titles"))\(turn).", section: first)
            return page(self.path(first, number: number), head: head) { links in
                ListContext(
                    selection: selection, titles: part, total: titles.count, number: number, count: count, site: site,
                    links: links)
            }
        }
    }

    fileprivate static func path(_ first: SitePath, number: Int) -> SitePath {
        number == 1 ? first : SitePath(first.folder, name: "page-\(number)")
    }

    typealias Context = ListContext
}

/// What `pages/list.md` is rendered with.
struct ListContext: TemplateContext {
    let selection: ListPages.Selection
    let titles: [Title]
    let total: Int
    let number: Int
    let count: Int
    let site: Site
    let links: Links

    static let summary = "One page of a list."
    static let fields = Fields<Self>(
        .text("label", "The list's name.") { $0.selection.label },
        .count("total", "How many titles the whole list has.") { $0.total },
        .text("titlesWord", "`title` or `titles`, as the total asks for.") { $0.total == 1 ? "title" : "titles" },
        .text("page", "The page's number.") { String($0.number) },
        .text("pages", "How many pages the list has.") { String($0.count) },
        .flag("isPaged", "Whether there is more than one.") { $0.count > 1 },
        .link("previous", "The page before.") { $0.page($0.number - 1) },
        .link("next", "The page behind.") { $0.page($0.number + 1) },
        .list("kinds", "The titles of this page by kind, in the order of their names.") { ListKindContext.all($0) })

    private func page(_ number: Int) -> Address? {
        (1...count).contains(number) ? links.to(ListPages.path(ListPages.path(selection), number: number)) : nil
    }
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

    static func all(_ list: ListContext) -> [ListKindContext] {
        let kinds = MediaKind.allCases.filter { kind in list.titles.contains { $0.id.kind == kind } }
        return kinds.map { kind in
            let cards = list.titles.filter { $0.id.kind == kind }.map { title in
                TitleCardContext(title: title, site: list.site, links: list.links, remark: remark(title, in: list.selection))
            }
            if case .kind = list.selection { return ListKindContext(kind: kind, cards: cards, isAlone: true) }
            return ListKindContext(kind: kind, cards: cards, isAlone: false)
        }
    }

    /// What tells the titles of a list apart: the rating, how far one is, or the status.
    private static func remark(_ title: Title, in selection: ListPages.Selection) -> String {
        var parts: [String] = []
        if let rating = title.rating { parts.append("★ \(rating.value)") }
        if title.status == .watching || title.status == .onHold, let progress = title.progress {
            parts.append("\(progress.watched) of \(progress.aired)")
        } else if case .kind = selection, let status = title.status {
            parts.append(status.label)
        } else if let year = title.year {
            parts.append(String(year))
        }
        return parts.joined(separator: " · ")
    }
}
