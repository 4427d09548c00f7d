/// Every feed with what it holds, and how to subscribe to it.
enum FeedsPage: PageKind {
    static let template = "feeds"
    static let hasChapters = true
    static let path = SitePath("feeds/")
    static let navigation: [NavigationEntry: SitePath] = [.feeds: path]

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let head = PageHead(title: phrase("navigation.feeds"), description: phrase("feeds.description"), section: path)
        return [
            page(path, head: head, inputs: [.feeds, .value("\(EmbedFiles.kinds(of: site))")]) {
                FeedsContext(feeds: feeds.filter(\.isListed), site: site, links: $0)
            }
        ]
    }

    typealias Context = FeedsContext
}

/// What `pages/feeds.md` is rendered with.
struct FeedsContext: TemplateContext {
    let feeds: [Feed]
    let site: Site
    let links: Links

    /// More of the titles' own calendars would bury the rest of the page, and each title's page has its own.
    private static let mostTitles = 100

    static let summary = "Every feed, and how to subscribe to it."
    static let fields = Fields<Self>(
        .flag("hasAddress", "Whether the site knows its own address, which subscribing needs.") { $0.site.baseURL != nil },
        .list("calendars", "The calendars that are of more than one title.") { $0.calendars(ofOneTitle: false) },
        .list("titleCalendars", "The calendars of single titles, by name; at most 100.") {
            Array($0.calendars(ofOneTitle: true).prefix(mostTitles))
        },
        .text("titleCount", "How many titles have a calendar of their own, as in `12 titles`.") { context in
            phrase("count.titles", count: context.calendars(ofOneTitle: true).count)
        },
        .flag("hasMoreTitles", "Whether there are more than are shown here.") {
            $0.calendars(ofOneTitle: true).count > mostTitles
        },
        .list("readers", "The feeds for readers.") { $0.readers },
        .list("files", "The files for dashboards and scripts.") { $0.files },
        .list("cards", "The drawings to embed elsewhere; only with a base URL.") { $0.cards })

    private var cards: [EmbedContext] {
        guard let baseURL = site.baseURL else { return [] }
        return EmbedFiles.kinds(of: site).map { EmbedContext(kind: $0, baseURL: baseURL) }
    }

    /// In the order in which they are planned; those of single titles by name. One that is there both with times and as whole days is
    /// one calendar.
    private func calendars(ofOneTitle isOfOne: Bool) -> [CalendarContext] {
        let own = feeds.filter { $0.format == .calendar && isOfOneTitle($0) == isOfOne }
        let paths = Set(own.map(\.path))
        let forms = Dictionary(grouping: own) { CalendarFormContext.stem($0.path) }
        let firsts = own.filter { feed in
            let stem = CalendarFormContext.stem(feed.path)
            return feed.path == "\(stem).ics" || !paths.contains("\(stem).ics")
        }
        let calendars = firsts.map { feed in
            let all = (forms[CalendarFormContext.stem(feed.path)] ?? []).sorted { $0.path.count < $1.path.count }
            return CalendarContext(
                feed: feed, forms: all.map { CalendarFormContext(feed: $0, site: site, links: links) })
        }
        return isOfOne
            ? calendars.sorted { ($0.feed.name.sortKey, $0.feed.path) < ($1.feed.name.sortKey, $1.feed.path) } : calendars
    }

    private func isOfOneTitle(_ feed: Feed) -> Bool { CalendarFeeds.isOfOneTitle(feed) }

    /// Both formats of a feed as one.
    private var readers: [ReaderFeedContext] {
        let json = Dictionary(feeds.filter { $0.format == .jsonFeed }.map { ($0.name, $0) }) { first, _ in first }
        return feeds.filter { $0.format == .atom }.map { feed in
            ReaderFeedContext(
                name: feed.name, summary: feed.summary, atom: address(feed), json: json[feed.name].map(address))
        }
    }

    private var files: [DataFileContext] {
        feeds.filter { $0.format == .data }.map { feed in
            DataFileContext(
                name: feed.name, summary: feed.summary, address: address(feed),
                schema: links.to(file: feed.path.replacing(".json", with: ".schema.json")))
        }
    }

    private func address(_ feed: Feed) -> Address { FeedAddress(feed.path, base: site.baseURL).plain(links) }
}

/// A calendar to subscribe to.
struct CalendarContext: TemplateContext {
    let feed: Feed
    let forms: [CalendarFormContext]

    static let summary = "A calendar to subscribe to."
    static let fields = Fields<Self>(
        .text("name", "Its name.") { $0.feed.name },
        .text("summary", "What it holds.") { $0.feed.summary },
        .list("forms", "With times, and as whole days.") { $0.forms })
}

/// One of a calendar's two forms.
struct CalendarFormContext: TemplateContext {
    let feed: Feed
    let site: Site
    let links: Links

    private static let ofDays = "\(CalendarForm.days.suffix).ics"

    /// The path without what tells the two forms apart.
    static func stem(_ path: String) -> Substring {
        path.hasSuffix(ofDays) ? path.dropLast(ofDays.count) : path.dropLast(".ics".count)
    }

    private var address: FeedAddress { FeedAddress(feed.path, base: site.baseURL) }

    static let summary = "A calendar with the time of each event, or with events of whole days."
    static let fields = Fields<Self>(
        .text("label", "`With times` or `Whole days`.") {
            $0.feed.path.hasSuffix(ofDays) ? phrase("feeds.wholeDays") : phrase("feeds.withTimes")
        },
        .link("subscribe", "What a calendar program opens; only with a base URL.") { $0.address.webcal },
        .link("link", "The file; with a base URL its whole address, to be copied.") { $0.address.plain($0.links) },
        .text("address", "The same, to be read.") { $0.address.plain($0.links).text })
}

/// A feed for readers.
struct ReaderFeedContext: TemplateContext {
    let name: String
    let summary: String
    let atom: Address
    let json: Address?

    static let summary = "A feed for readers."
    static let fields = Fields<Self>(
        .text("name", "Its name.") { $0.name },
        .text("summary", "What it holds.") { $0.summary },
        .link("atom", "In Atom.") { $0.atom },
        .link("json", "As JSON Feed.") { $0.json })
}

/// A file for dashboards and scripts.
struct DataFileContext: TemplateContext {
    let name: String
    let summary: String
    let address: Address
    let schema: Address

    static let summary = "A file for dashboards and scripts."
    static let fields = Fields<Self>(
        .text("name", "Its name.") { $0.name },
        .text("summary", "What it holds.") { $0.summary },
        .link("link", "The file.") { $0.address },
        .link("schema", "What its names mean, as JSON Schema.") { $0.schema })
}

/// A drawing to embed elsewhere.
struct EmbedContext: TemplateContext {
    let kind: EmbedFiles.Kind
    let baseURL: BaseURL

    static let summary = "A drawing to embed elsewhere."
    static let fields = Fields<Self>(
        .text("name", "What it shows.") { $0.kind.words },
        .link("link", "The file.") { Address($0.baseURL.text + $0.kind.path) },
        .link("site", "The site.") { Address($0.baseURL.text) },
        .text("width", "In pixels.") { _ in String(EmbedCard.width) },
        .text("height", "In pixels.") { _ in String(EmbedCard.height) })
}
