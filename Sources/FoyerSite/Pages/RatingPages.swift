/// The titles of each rating, 60 a page; a rating that no title has is no page.
enum RatingPages: PageKind {
    static let template = "rating"

    /// Where a rating's titles begin.
    static func path(_ value: Int) -> SitePath { SitePath(RatingsPage.path.folder + "\(value)/") }

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let byValue = Dictionary(grouping: site.titlesByName) { $0.rating?.value ?? 0 }
        return byValue.filter { $0.key > 0 }.sorted { $0.key > $1.key }.flatMap { value, titles in
            TitlePart.all(of: titles).map { page(of: value, $0, site) }
        }
    }

    private static func page(of value: Int, _ part: TitlePart, _ site: Site) -> Page {
        let (rating, number, pages) = (String(value), String(part.number), String(part.count))
        let title = phrase("rating.title", ["rating": rating])
        let head = PageHead(
            title: part.isPaged ? phrase("list.pagedTitle", ["title": title, "page": number, "pages": pages]) : title,
            description: part.isPaged
                ? phrase("rating.pagedDescription", count: part.total, ["rating": rating, "page": number, "pages": pages])
                : phrase("rating.description", count: part.total, ["rating": rating]),
            section: RatingsPage.path)
        let counts = site.library.statistics.ratings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let inputs = part.inputs(in: site.library) + [.value(counts.joined(separator: ", "))]
        return page(part.path(after: path(value)), head: head, inputs: inputs) {
            RatingContext(value: value, part: part, site: site, links: $0)
        }
    }

    typealias Context = RatingContext
}

/// What `pages/rating.md` is rendered with.
struct RatingContext: TemplateContext {
    let value: Int
    let part: TitlePart
    let site: Site
    let links: Links

    static let summary = "One page of the titles with one rating."
    static let fields = Fields<Self>(
        .text("value", "The rating, 1 to 10.") { String($0.value) },
        .count("total", "How many titles have it.") { $0.part.total },
        .text("titlesWord", "`title` or `titles`, as the total asks for.") {
            phrase("list.titlesWord", count: $0.part.total)
        },
        .text("page", "The page's number.") { String($0.part.number) },
        .text("pages", "How many pages there are.") { String($0.part.count) },
        .flag("isPaged", "Whether there is more than one.") { $0.part.isPaged },
        .link("previous", "The page before.") { $0.neighbour(-1) },
        .link("next", "The page behind.") { $0.neighbour(1) },
        .list("numbers", "The pages to go to by their numbers.") { context in
            context.part.numbers(after: RatingPages.path(context.value), context.links)
        },
        .link("explorer", "Where these titles are sorted and filtered, by a script; nothing where there is only one.") {
            $0.part.total > 1 ? LibraryPage.address($0.links, .rating, String($0.value)) : nil
        },
        .list("kinds", "The titles of this page by kind, in the order of their names.") { context in
            ListKindContext.all(context.part.titles, card: context.card)
        },
        .list("values", "The ratings that titles have, 10 first; this page's own without a link.") { $0.values },
        .link("ratingsLink", "The ratings as a whole.") { $0.links.to(RatingsPage.path) })

    private func neighbour(_ step: Int) -> Address? { part.neighbour(step, after: RatingPages.path(value), links) }

    private func card(_ title: Title) -> TitleCardContext {
        let crowd = title.crowd.simkl.map { phrase("rating.onSimkl", ["rating": $0.average.oneDecimal]) }
        let parts = [title.year.map(String.init), crowd]
        return TitleCardContext(
            title: title, site: site, links: links, remark: parts.compactMap { $0 }.joined(separator: " · "))
    }

    private var values: [RatingValueContext] {
        site.library.statistics.ratings.keys.sorted(by: >).map { value in
            RatingValueContext(value: value, link: value == self.value ? nil : links.to(RatingPages.path(value)))
        }
    }
}
