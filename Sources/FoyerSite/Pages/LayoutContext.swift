/// What `layout.html` is rendered with.
struct LayoutContext: TemplateContext {
    let site: Site
    /// What can be subscribed to.
    let feeds: [Feed]
    let links: Links
    /// The kind of page: the name of its template.
    let kind: String
    let section: SitePath?
    let scripts: [String]
    let stylesheets: [String]
    var words: LayoutWords

    init(page: Page, site: Site, feeds: [Feed], links: Links) {
        self.site = site
        self.feeds = feeds
        self.links = links
        kind = page.template
        section = page.head.section
        scripts = page.scripts
        stylesheets = page.stylesheets
        words = LayoutWords(page: page, site: site, links: links)
    }

    static let place = Place.html
    static let summary = "The shell around every page. Values are escaped for HTML."
    static let fields = Fields<Self>(
        .slot("content", "The page, rendered from its Markdown.") { $0.words.content },
        .text("title", "The page's title, with the site's name behind it.") { $0.words.title },
        .text("heading", "The page's title alone.") { $0.words.heading },
        .text("description", "One sentence about the page.") { $0.words.description },
        .text("site", "The site's name.") { $0.site.name },
        .flag("isForEveryone", "Whether search engines may list the page: it is of the public edition.") {
            $0.site.isForEveryone
        },
        .text("language", "The pages' language, as BCP 47 writes it.") { $0.site.language },
        .text("kind", "The kind of page: the name of its template.") { $0.kind },
        .text("playsFingerprint", "What the plays that a review was made from are told apart by: 16 hexadecimal digits.") {
            $0.words.playsFingerprint
        },
        .text("simklID", "The title's Simkl id, on its own page.") { $0.words.simklID },
        .link("home", "The front page.") { $0.links.to(.home) },
        .text("root", "What stands in front of a path to make it relative to the site's root.") { $0.links.rootPrefix },
        .link("canonical", "The page's absolute address; only with a base URL.") { Address($0.words.canonical) },
        .link("movedTo", "Where a browser is to go at once, on a page of which only the address is left.") {
            Address($0.words.movedTo)
        },
        .text("cardType", "What the page is about, in Open Graph's words: `website`, `video.movie`, `video.tv_show`.") {
            $0.words.cardType
        },
        .link("cardPicture", "The absolute address of a picture for cards of shared links; only with a base URL.") {
            Address($0.words.cardPicture)
        },
        .text("cardPictureText", "That picture in words; nothing where it is the site's icon.") { $0.words.cardPictureText },
        .link("manifest", "The web application manifest; only with a base URL.") { layout in
            layout.site.baseURL.map { _ in layout.links.to(file: WebManifest.file) }
        },
        .list("scripts", "The scripts that this kind of page has use for.") { layout in
            layout.scripts.map { ScriptContext(address: layout.links.to(file: "assets/\($0)")) }
        },
        .list("stylesheets", "The stylesheets that only this kind of page needs.") { layout in
            layout.stylesheets.map { StylesheetContext(address: layout.links.to(file: "assets/\($0)")) }
        },
        .list("feeds", "The feeds that readers find by themselves.") { FeedLinkContext.all($0) },
        .link("calendar", "The calendar of the page's title, where it has one.") { Address($0.words.calendar) },
        .link("markdown", "The Markdown that the page was made from; nothing with `markdown: false`.") {
            Address($0.words.markdown)
        },
        .list("navigation", "The site's sections.") { NavigationContext.all($0) })
}

/// What the layout says about one page alone; all else is the same for many pages.
struct LayoutWords: Hashable, Sendable {
    var title: String
    var heading: String
    var description: String
    var simklID: String
    /// Of a page that is made from plays.
    var playsFingerprint = ""
    var canonical: String
    var movedTo: String
    var cardType: String
    var cardPicture: String
    var cardPictureText: String
    var calendar: String
    var markdown: String
    var content = ""

    init(page: Page, site: Site, links: Links) {
        title = page.path == .home ? site.name : "\(page.head.title) · \(site.name)"
        heading = page.head.title
        description = page.head.description
        simklID = page.head.simklID.map(String.init) ?? ""
        let lasting = page.head.isListed ? page.path : page.head.movedTo
        canonical = lasting.flatMap { path in site.baseURL?.address(of: path) } ?? ""
        movedTo = page.head.movedTo.map { links.to($0).text } ?? ""
        cardType = page.head.card.type
        cardPicture = site.baseURL.map(page.head.card.picture) ?? ""
        cardPictureText = site.baseURL == nil ? "" : page.head.card.pictureText
        calendar = page.head.calendar.map { links.to(file: $0).text } ?? ""
        markdown = site.hasMarkdown ? page.path.name + ".md" : ""
    }

    /// Each word that a page can have for itself.
    static var all: [WritableKeyPath<LayoutWords, String>] {
        [
            \.title, \.heading, \.description, \.simklID, \.playsFingerprint, \.canonical, \.movedTo, \.cardType, \.cardPicture,
            \.cardPictureText, \.calendar, \.markdown, \.content,
        ]
    }
}

/// A script that a page loads.
struct ScriptContext: TemplateContext {
    let address: Address

    static let place = Place.html
    static let summary = "A script that the page loads."
    static let fields = Fields<Self>(.link("link", "Where it is.") { $0.address })
}

/// A stylesheet that a page needs besides the one of every page.
struct StylesheetContext: TemplateContext {
    let address: Address

    static let place = Place.html
    static let summary = "A stylesheet that the page needs besides the one of every page."
    static let fields = Fields<Self>(.link("link", "Where it is.") { $0.address })
}

/// A feed that the page's head announces.
struct FeedLinkContext: TemplateContext {
    let feed: Feed
    let address: Address

    static let place = Place.html
    static let summary = "A feed that readers find by themselves."
    static let fields = Fields<Self>(
        .text("type", "Its media type.") { $0.feed.format.mediaType },
        .text("name", "Its name.") { $0.feed.name },
        .link("link", "Where it is.") { $0.address })

    /// Few, since every page carries them: the first calendar, and each feed once; as JSON Feed too where somebody would look.
    static func announced(_ feeds: [Feed], hasBoth: Bool) -> [Feed] {
        let feeds = feeds.filter(\.isListed)
        return feeds.filter { $0.format == .atom } + feeds.filter { $0.format == .jsonFeed && hasBoth }
            + feeds.filter { $0.format == .calendar }.prefix(1)
    }

    static func all(_ layout: LayoutContext) -> [FeedLinkContext] {
        let hasBoth = [HomePage.template, FeedsPage.template].contains(layout.kind)
        return announced(layout.feeds, hasBoth: hasBoth).map {
            FeedLinkContext(feed: $0, address: layout.links.to(file: $0.path))
        }
    }
}
