/// A page that is planned: where it goes, and how to make what its template is rendered with.
struct Page: Sendable {
    let path: SitePath
    let head: PageHead
    /// The name of the file in `Templates/pages/`.
    let template: String
    /// Names of files in `Templates/assets/`, in the order in which they run.
    var scripts: [String] = []
    /// Names of files in `Templates/assets/`, behind the stylesheet of every page.
    var stylesheets: [String] = []
    var posters = Poster.Use.screen
    /// Whether it is one text, that could stand elsewhere by itself.
    var isArticle = false
    /// Whether a reader may want a list of its sections.
    var hasChapters = false
    /// Whether its articles are entries that programs can read, and subscribe to.
    var isFeed = false
    /// What it is about, for programs; made only when the page is rendered.
    var structuredData: (@Sendable () -> JSONNode)?
    /// All that it shows, beside its head and what the site's settings say.
    let inputs: [Input]
    /// Made only when the page is rendered, so that a planned site is small.
    let context: @Sendable (Links) -> any TemplateContext
}

/// What the layout says about a page.
struct PageHead: Sendable {
    /// Unique on the site.
    let title: String
    let description: String
    /// The entry of the navigation that is marked as current.
    var section: SitePath?
    /// Set on a title's own page.
    var simklID: Int?
    /// The file of its own calendar.
    var calendar: String?
    /// Where a browser is to go at once, since nothing is here any more.
    var movedTo: SitePath?
    /// Whether Han characters on it are taken for Japanese.
    var isAboutAnime = false
    /// What other services show of it.
    var card = SocialCard()
    /// Whether the sitemap lists it.
    var isListed = true
}

/// The context of a page that is made from plays, and says from which.
protocol PlaysContext: TemplateContext {
    /// What these plays are told apart by.
    var playsFingerprint: String { get }
}

/// A kind of page: one file here, one template, one test.
protocol PageKind: SendableMetatype {
    associatedtype Context: TemplateContext

    /// The template's name, and the pages' class in the stylesheet.
    static var template: String { get }
    /// The scripts that add comfort to these pages.
    static var scripts: [String] { get }
    /// The stylesheets that only these pages need.
    static var stylesheets: [String] { get }
    /// What these pages are mostly read on.
    static var posters: Poster.Use { get }
    /// Whether these pages are one text each, that could stand elsewhere by itself.
    static var isArticle: Bool { get }
    /// Whether a reader may want a list of their sections.
    static var hasChapters: Bool { get }
    /// Whether their articles are entries that programs can read.
    static var isFeed: Bool { get }
    /// The entries of the navigation that lead to pages of this kind.
    static var navigation: [NavigationEntry: SitePath] { get }

    /// - Parameter feeds: what can be subscribed to.
    static func pages(of site: Site, feeds: [Feed]) -> [Page]
}

extension PageKind {
    static var scripts: [String] { [] }
    static var stylesheets: [String] { [] }
    static var posters: Poster.Use { .screen }
    static var isArticle: Bool { false }
    static var hasChapters: Bool { false }
    static var isFeed: Bool { false }
    static var navigation: [NavigationEntry: SitePath] { [:] }
    static var contextType: any TemplateContext.Type { Context.self }

    /// A page of this kind.
    ///
    /// - Parameters:
    ///   - inputs: all that its context and its structured data may show.
    ///   - structuredData: what it is about, for programs.
    static func page(
        _ path: SitePath, head: PageHead, inputs: [Input], structuredData: (@Sendable () -> JSONNode)? = nil,
        context: @escaping @Sendable (Links) -> Context
    ) -> Page {
        Page(
            path: path, head: head, template: template, scripts: scripts, stylesheets: stylesheets, posters: posters,
            isArticle: isArticle, hasChapters: hasChapters, isFeed: isFeed, structuredData: structuredData, inputs: inputs,
            context: context)
    }
}

/// Every kind of page that a site has.
enum PageKinds {
    static var all: [any PageKind.Type] {
        [
            HomePage.self, LibraryPage.self, ListPages.self, TitlePage.self, UpcomingPage.self, TonightPage.self,
            DiscoverPage.self, RatingsPage.self, RatingPages.self, DiaryPage.self, DiaryYearPages.self, DiaryMonthPages.self,
            YearsPage.self, ReviewPages.self, StatisticsPages.self, PeriodsPage.self, SearchPage.self, FeedsPage.self,
            AboutPage.self, MovedPages.self, NotFoundPage.self,
        ]
    }

    /// Where each entry of the navigation leads, for those that there is a page for.
    static let navigation: [NavigationEntry: SitePath] =
        all.reduce(into: [:]) { paths, kind in paths.merge(kind.navigation) { first, _ in first } }
}
