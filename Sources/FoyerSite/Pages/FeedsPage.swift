/// Every feed with what it holds, and how to subscribe to it.
enum FeedsPage: PageKind {
    static let template = "feeds"
    static let hasChapters = true
    static let scripts = ["feeds.js"]
    static let stylesheets = ["feeds.css"]
    static let path = SitePath("feeds/")
    static let navigation: [NavigationEntry: SitePath] = [.feeds: path]

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let head = PageHead(title: phrase("navigation.feeds"), description: phrase("feeds.description"), section: path)
        return [
            page(path, head: head, inputs: [.feeds, .value("\(EmbedFiles.kinds(of: site)) \(site.exports)")]) {
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
        .list("recommended", "What most people want: one calendar, and two feeds for readers.") { $0.recommended },
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
        .list("exports", "The library in forms that other programs read; only those that `exports` in `foyer.yaml` names.") {
            context in
            context.site.exports.map { ExportContext(format: $0, links: context.links) }
        },
        .list("cards", "The drawings to embed elsewhere; only with a base URL.") { $0.cards })

    private var cards: [EmbedContext] {
        guard let baseURL = site.baseURL else { return [] }
        return EmbedFiles.kinds(of: site).map { EmbedContext(kind: $0, baseURL: baseURL) }
    }

    private var recommended: [RecommendedFeedContext] {
        let calendars = calendars(ofOneTitle: false)
        let calendar =
            calendars.first { $0.stem == "feeds/\(CalendarFile.watching.rawValue)" }
            ?? calendars.first { $0.stem == "feeds/\(CalendarFile.all.rawValue)" } ?? calendars.first
        let readers = [NewEpisodes.slug, RecentlyWatched.slug].compactMap { slug in
            feeds.first { $0.format == .atom && $0.path == "feeds/\(slug).atom" }
        }
        return ([calendar.flatMap { $0.timed ?? $0.days }].compactMap { $0 } + readers).map {
            RecommendedFeedContext(feed: $0, address: FeedAddress($0.path, base: site.baseURL), links: links)
        }
    }

    /// In the order in which they are planned; those of single titles by name. One that is there both with times and as whole days is
    /// one calendar.
    private func calendars(ofOneTitle isOfOne: Bool) -> [CalendarContext] {
        let own = feeds.filter { $0.format == .calendar && CalendarFeeds.isOfOneTitle($0) == isOfOne }
        let forms = Dictionary(grouping: own) { CalendarContext.stem($0.path) }
        var told: Set<Substring> = []
        let calendars = own.compactMap { feed -> CalendarContext? in
            let stem = CalendarContext.stem(feed.path)
            guard told.insert(stem).inserted, let forms = forms[stem] else { return nil }
            return CalendarContext(stem: stem, forms: forms, site: site, links: links)
        }
        return isOfOne ? calendars.sorted { ($0.name.sortKey, $0.stem) < ($1.name.sortKey, $1.stem) } : calendars
    }

    /// Both formats of a feed as one.
    private var readers: [ReaderFeedContext] {
        let json = Dictionary(uniqueKeysWithValues: feeds.filter { $0.format == .jsonFeed }.map { ($0.path, $0) })
        return feeds.filter { $0.format == .atom }.map { feed in
            ReaderFeedContext(
                name: feed.name, summary: feed.summary, atom: address(feed),
                json: json[feed.path.replacing(".atom", with: ".json")].map(address))
        }
    }

    private var files: [DataFileContext] {
        feeds.filter { $0.format == .data }.map { feed in
            DataFileContext(
                name: feed.name, summary: feed.summary, address: address(feed),
                schema: feed.schema.map(links.to(file:)))
        }
    }

    private func address(_ feed: Feed) -> Address { FeedAddress(feed.path, base: site.baseURL).plain(links) }
}

/// What somebody who wants to follow the site may begin with.
struct RecommendedFeedContext: TemplateContext {
    let feed: Feed
    let address: FeedAddress
    let links: Links

    static let summary = "A calendar or a feed that most people want."
    static let fields = Fields<Self>(
        .text("name", "Its name.") { $0.feed.name },
        .text("summary", "What it holds.") { $0.feed.summary },
        .link("subscribe", "What a calendar program opens; only of calendars, with a base URL.") {
            $0.feed.format == .calendar ? $0.address.webcal : nil
        },
        .link("link", "The file; with a base URL its whole address, to be copied.") { $0.address.plain($0.links) })
}

/// A calendar to subscribe to, in its two forms.
struct CalendarContext: TemplateContext {
    /// Its path without what tells the two forms apart.
    let stem: Substring
    let name: String
    let summary: String
    /// Nil for one that holds nothing but whole days.
    let timed: Feed?
    let days: Feed?
    let site: Site
    let links: Links

    private static let ofDays = "\(CalendarForm.days.suffix).ics"

    static func stem(_ path: String) -> Substring {
        path.hasSuffix(ofDays) ? path.dropLast(ofDays.count) : path.dropLast(".ics".count)
    }

    /// Films come out on a day, without a time.
    private static let withoutTimes = Set(
        [CalendarFile.films, .filmsInCinema, .filmsAtHome].map { "feeds/\($0.rawValue)"[...] })

    init(stem: Substring, forms: [Feed], site: Site, links: Links) {
        let timed = forms.first { !$0.path.hasSuffix(Self.ofDays) }
        let days = forms.first { $0.path.hasSuffix(Self.ofDays) }
        let hasTimes = !Self.withoutTimes.contains(stem)
        self.stem = stem
        name = (timed ?? days)?.name ?? ""
        summary = (timed ?? days)?.summary ?? ""
        self.timed = hasTimes ? timed : nil
        self.days = days ?? (hasTimes ? nil : timed)
        self.site = site
        self.links = links
    }

    private func address(_ feed: Feed?) -> FeedAddress? { feed.map { FeedAddress($0.path, base: site.baseURL) } }

    static let summary = "A calendar to subscribe to."
    static let fields = Fields<Self>(
        .text("name", "Its name.") { $0.name },
        .text("summary", "What it holds.") { $0.summary },
        .link("subscribe", "What a calendar program opens for the form with times; only with a base URL.") {
            $0.address($0.timed)?.webcal
        },
        .link("link", "The file with times; with a base URL its whole address, to be copied.") { calendar in
            calendar.address(calendar.timed)?.plain(calendar.links)
        },
        .link("daysSubscribe", "The same of the form with whole days.") { $0.address($0.days)?.webcal },
        .link("daysLink", "The file with whole days.") { calendar in calendar.address(calendar.days)?.plain(calendar.links) })
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
    let schema: Address?

    static let summary = "A file for dashboards and scripts."
    static let fields = Fields<Self>(
        .text("name", "Its name.") { $0.name },
        .text("summary", "What it holds.") { $0.summary },
        .link("link", "The file.") { $0.address },
        .link("schema", "What its names mean, as JSON Schema, for a file that has one.") { $0.schema })
}

/// The library in a form that other programs read.
struct ExportContext: TemplateContext {
    let format: LibraryExport
    let links: Links

    static let summary = "The library in a form that other programs read."
    static let fields = Fields<Self>(
        .text("name", "The file's name.") { $0.format.fileName },
        .link("link", "The file.") { $0.links.to(file: ExportFiles.path($0.format)) })
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
