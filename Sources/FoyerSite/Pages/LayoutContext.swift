import GFM

/// What `layout.html` is rendered with.
struct LayoutContext: TemplateContext {
    let page: Page
    let site: Site
    let feeds: AnnouncedFeeds
    let links: Links
    /// Of a page that is made from plays.
    var playsFingerprint = ""
    let rendered: GFM.Page

    static let place = Place.html
    static let summary = "The shell around every page. Values are escaped for HTML."
    static let fields = Fields<Self>(
        .slot("content", "The page, rendered from its Markdown.") { $0.rendered.content },
        .slot("foot", "What the page ends with, behind its last rule: where the data are from.") { $0.rendered.foot },
        .list("chapters", "The sections of a long page; nothing where there are few.") { $0.chapters },
        .flag("isArticle", "Whether the page is one text, that could stand elsewhere by itself: about a title, or a review.") {
            $0.page.isArticle
        },
        .flag("isFeed", "Whether the page's articles are entries that programs can read: an `h-feed`.") { $0.page.isFeed },
        .text("title", "The page's title, with the site's name behind it.") {
            $0.isHome ? $0.site.name : "\($0.page.head.title) · \($0.site.name)"
        },
        .text("heading", "The page's title alone.") { $0.page.head.title },
        .text("description", "One sentence about the page.") { $0.page.head.description },
        .text("site", "The site's name.") { $0.site.name },
        .flag(
            "isForEveryone", "Whether search engines may list the page: it is of the public edition, and not with `robots: none`."
        ) {
            $0.site.isForEveryone
        },
        .text("language", "The pages' language, as BCP 47 writes it.") { $0.site.language },
        .flag("isRightToLeft", "Whether that is written from the right to the left.") { $0.site.words.isRightToLeft },
        .text("kind", "The kind of page: the name of its template.") { $0.page.template },
        .text("playsFingerprint", "What the plays that a review was made from are told apart by: 16 hexadecimal digits.") {
            $0.playsFingerprint
        },
        .text("simklID", "The title's Simkl id, on its own page.") { $0.page.head.simklID.map(String.init) },
        .link("home", "The front page.") { $0.links.to(.home) },
        .text("root", "What stands in front of a path to make it relative to the site's root.") { $0.links.rootPrefix },
        .link("canonical", "The page's absolute address; only with a base URL.") { layout in
            layout.canonicalPath.flatMap { layout.site.baseURL?.address(of: $0) }.flatMap(Address.init)
        },
        .link("movedTo", "Where a browser is to go at once, on a page of which only the address is left.") {
            $0.page.head.movedTo.map($0.links.to)
        },
        .text("cardType", "What the page is about, in Open Graph's words: `website`, `video.movie`, `video.tv_show`.") {
            $0.page.head.card.type
        },
        .link("cardPicture", "The absolute address of a picture for cards of shared links; only with a base URL.") {
            $0.picture.map(\.address).flatMap(Address.init)
        },
        .text("cardPictureType", "That picture's media type.") { $0.picture?.mediaType },
        .text("cardPictureWidth", "Its width in pixels.") { $0.picture.map { String($0.size.width) } },
        .text("cardPictureHeight", "Its height in pixels.") { $0.picture.map { String($0.size.height) } },
        .text("cardPictureText", "It in words.") { $0.picture?.text },
        .text(
            "cardStyle",
            "How large it is shown, in the words of Twitter's cards: `summary_large_image`, or `summary` for an icon."
        ) {
            $0.picture.map { $0.isLarge ? "summary_large_image" : "summary" } ?? "summary"
        },
        .link("manifest", "The web application manifest; only with a base URL.") { layout in
            layout.site.baseURL.map { _ in layout.links.to(file: WebManifest.file) }
        },
        .object("structuredData", "What the page is about, for programs; only a title's.") { $0.structuredData },
        .object("openWeb", "What other programs of the open web are told, by setting.") { OpenWebContext(layout: $0) },
        .object("author", "Whom the site is by; only on the front page and on pages that are feeds.") { $0.author },
        .list("scripts", "The scripts that this kind of page has use for.") { layout in
            layout.page.scripts.map { ScriptContext(address: layout.links.to(file: "assets/\($0)")) }
        },
        .object("words", "The words of the page's scripts; nothing where they have none.") {
            ScriptWordsContext(scripts: $0.page.scripts)
        },
        .list("stylesheets", "The stylesheets that only this kind of page needs.") { layout in
            layout.page.stylesheets.map { StylesheetContext(address: layout.links.to(file: "assets/\($0)")) }
        },
        .list("feeds", "The feeds that readers find by themselves.") { FeedLinkContext.all($0) },
        .link("calendar", "The calendar of the page's title, where it has one.") {
            $0.page.head.calendar.map($0.links.to(file:))
        },
        .link("markdown", "The Markdown that the page was made from; nothing with `markdown: false`.") {
            $0.site.hasMarkdown ? Address(relative: $0.page.path.name + ".md") : nil
        },
        .list("doors", "The parts of the site.") { DoorContext.all($0) },
        .list("search", "Where titles can be found by their names.") { NavigationContext.all([.search], $0) },
        .list("footLinks", "What stands at the end of every page.") { NavigationContext.all([.feeds, .about], $0) })

    /// So few sections need no list of them.
    private static let fewChapters = 3

    private var chapters: [ChapterContext] {
        page.hasChapters && rendered.chapters.count > Self.fewChapters ? rendered.chapters.map(ChapterContext.init) : []
    }

    var isHome: Bool { page.path == .home }

    private var structuredData: StructuredDataContext? {
        page.structuredData.map { StructuredDataContext(node: $0()) }
    }

    private var author: AuthorContext? {
        isHome || page.isFeed ? AuthorContext(site: site, links: links, isHome: isHome) : nil
    }

    private var picture: SocialPicture? {
        site.baseURL.map { SocialPicture(page.head.card, of: site, baseURL: $0) }
    }

    /// The page's own path, or that of the one in its place; nil for a page that search engines are not to know.
    private var canonicalPath: SitePath? { page.head.isListed ? page.path : page.head.movedTo }
}

/// A section of a long page.
struct ChapterContext: TemplateContext {
    let chapter: GFM.Chapter

    static let place = Place.html
    static let summary = "A section of a long page."
    static let fields = Fields<Self>(
        .text("name", "Its heading.") { $0.chapter.name },
        .text("anchor", "The heading's id.") { $0.chapter.anchor })
}

/// A script that a page loads.
struct ScriptContext: TemplateContext {
    let address: Address

    static let place = Place.html
    static let summary = "A script that the page loads."
    static let fields = Fields<Self>(.link("link", "Where it is.") { $0.address })
}

/// What a page's scripts say.
struct ScriptWordsContext: TemplateContext {
    let section: String

    private static let sections = [
        "feeds.js": "feedsScript", "library.js": "libraryScript", "search.js": "searchScript",
        "tonight.js": "tonightScript",
    ]

    /// Nil for scripts that say nothing.
    init?(scripts: [String]) {
        guard let section = scripts.lazy.compactMap({ Self.sections[$0] }).first else { return nil }
        self.section = section
    }

    static let place = Place.html
    static let summary = "The words of a page's scripts."
    static let fields = Fields<Self>(
        .slot("json", "The messages by their names, as JSON: texts, and by the forms of numbers objects of texts.") {
            Array(Words.current.json(section: $0.section).utf8)
        })
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

    static func all(_ layout: LayoutContext) -> [FeedLinkContext] {
        layout.feeds.feeds(on: layout.page.template).map {
            FeedLinkContext(feed: $0, address: layout.links.to(file: $0.path))
        }
    }
}

extension TemplateSet {
    /// The templates of a site's pages, with the layout around them.
    init(
        folder: String, over shipped: String? = nil, words: Words, pages: [(name: String, context: any TemplateContext.Type)]
    ) throws(TemplateError) {
        try self.init(folder: folder, over: shipped, words: words, shell: LayoutContext.self, pages: pages)
    }
}
