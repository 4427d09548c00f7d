/// A title's own page.
enum TitlePage: PageKind {
    static let template = "title"
    static let isArticle = true
    static let hasChapters = true
    static let stylesheets = ["title.css"]

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let files = Set(feeds.lazy.map(\.path))
        return Array(headings(site.library.titles).enumerated()).concurrentMapInWords { position, heading in
            let title = site.library.titles[position]
            let calendar = CalendarFeeds.file(of: title.id)
            let parts = TitleParts(position, of: site)
            let head = PageHead(
                title: heading, description: description(title, heading: heading),
                section: LibraryPage.path, simklID: title.id.simkl,
                calendar: files.contains(calendar) ? calendar : nil, isAboutAnime: title.id.kind == .anime,
                card: SocialCard(title))
            return page(
                site.path(of: title), head: head, inputs: [.title(position), .airings(position)] + parts.inputs,
                structuredData: { StructuredData.of(site.library.titles[position], site) }
            ) {
                TitleContext(title: site.library.titles[position], parts: parts, calendar: head.calendar, site: site, links: $0)
            }
        }
    }

    /// Names that tell titles apart, from other pages too: with the year, else the kind, and where that is not enough with the id.
    private static func headings(_ titles: [Title]) -> [String] {
        let dated = titles.map { title in
            title.year.map { phrase("title.withYear", ["title": title.name, "year": String($0)]) }
                ?? phrase("title.withKind", ["title": title.name, "kind": title.id.kind.singular])
        }
        let counts = Dictionary(dated.map { ($0, 1) }, uniquingKeysWith: +)
        return zip(titles, dated).map { title, name in
            if counts[name] == 1 { return name }
            let id = String(title.id.simkl)
            return title.year == nil
                ? "\(name), \(id)"
                : phrase("title.withKindAndNumber", ["title": name, "kind": title.id.kind.singular, "number": id])
        }
    }

    private static func description(_ title: Title, heading: String) -> String {
        let (kind, status) = (title.id.kind.singular, title.status?.wordsInSentence)
        return switch (status, title.rating.map { String($0.value) }) {
        case (let status?, let rating?):
            phrase("title.descriptionListedRated", ["title": heading, "kind": kind, "status": status, "rating": rating])
        case (let status?, nil): phrase("title.descriptionListed", ["title": heading, "kind": kind, "status": status])
        case (nil, let rating?): phrase("title.descriptionRated", ["title": heading, "kind": kind, "rating": rating])
        case (nil, nil): phrase("title.description", ["title": heading, "kind": kind])
        }
    }

    typealias Context = TitleContext
}

extension Status {
    /// The list's name, inside a sentence.
    fileprivate var wordsInSentence: String {
        switch self {
        case .watching: phrase("title.watching")
        case .planToWatch: phrase("title.planToWatch")
        case .onHold: phrase("title.onHold")
        case .completed: phrase("title.completed")
        case .dropped: phrase("title.dropped")
        }
    }
}
