/// What to watch tonight, of what is begun and planned: by the time that there is, and by what the owner likes.
enum TonightPage: PageKind {
    static let template = "tonight"
    static let scripts = ["tonight.js"]
    static let stylesheets = ["tonight.css"]
    static let path = SitePath("tonight/")
    static let navigation: [NavigationEntry: SitePath] = [.tonight: path]

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let head = PageHead(title: phrase("tonight.heading"), description: phrase("tonight.description"), section: path)
        return [page(path, head: head, inputs: [.library, .today]) { TonightContext(site: site, links: $0) }]
    }

    typealias Context = TonightContext
}

/// What `pages/tonight.md` is rendered with.
struct TonightContext: TemplateContext {
    let site: Site
    let links: Links
    private let tonight: Tonight

    init(site: Site, links: Links) {
        self.site = site
        self.links = links
        tonight = Tonight(site.library, today: site.today)
    }

    static let summary = "What could be watched tonight."
    static let fields = Fields<Self>(
        .flag("isEmpty", "Whether nothing is to be offered.") { $0.tonight.picks.isEmpty },
        .text("offered", "How much is offered, as in `12 titles`.") { phrase("count.titles", count: $0.tonight.picks.count) },
        .list("lists", "The lists for those who roll no dice; at most 6 titles each. One without any is left out.") { $0.lists },
        .list("rules", "How the titles are chosen, in sentences.") { $0.tonight.rules.map { SentenceContext(text: $0) } },
        .list("pool", "All that the dice can show, the best first.") { context in
            context.tonight.pool.map { context.pick($0, amount: $0.rest) }
        },
        .link("planned", "The list of what is planned.") { $0.links.to(ListPages.path(.status(.planToWatch))) })

    private var lists: [TonightListContext] {
        let lists = [
            TonightListContext(
                heading: phrase("tonight.short"), explanation: phrase("tonight.shortMeans"),
                picks: tonight.underNinetyMinutes.map { pick($0, amount: $0.amount($0.count(within: Tonight.short - 1))) }),
            TonightListContext(
                heading: phrase("tonight.oneEvening"), explanation: phrase("tonight.oneEveningMeans"),
                picks: tonight.oneEvening.map { pick($0, amount: $0.rest) }),
            TonightListContext(
                heading: phrase("tonight.nearlyFinished"), explanation: phrase("tonight.nearlyFinishedMeans"),
                picks: tonight.nearlyFinished.map { pick($0, amount: $0.rest) }),
        ]
        return lists.filter { !$0.picks.isEmpty }
    }

    private func pick(_ pick: TonightPick, amount: String) -> TonightPickContext {
        TonightPickContext(pick: pick, amount: amount, reason: pick.reason(tonight.taste), site: site, links: links)
    }
}

/// A few titles for one sort of evening.
struct TonightListContext: TemplateContext {
    let heading: String
    let explanation: String
    let picks: [TonightPickContext]

    static let summary = "A few titles for one sort of evening."
    static let fields = Fields<Self>(
        .text("heading", "What they have in common, as in `Under 90 minutes`.") { $0.heading },
        .text("explanation", "The same in a sentence.") { $0.explanation },
        .list("picks", "The titles.") { $0.picks })
}

/// A title that could be watched tonight.
struct TonightPickContext: TemplateContext {
    let pick: TonightPick
    let amount: String
    let reason: String
    let site: Site
    let links: Links

    static let summary = "A title that could be watched tonight."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.pick.title.name },
        .link("link", "Its own page.") { $0.site.address(of: $0.pick.title, $0.links) },
        .link("poster", "Its poster, or a picture that stands for none.") { Picture.poster($0.pick.title.poster, $0.links) },
        .text("amount", "How much of it, as in `2 episodes, about 1 h 24 min`.") { $0.amount },
        .text("reason", "Why it is offered, in words.") { $0.reason },
        .text("kindPath", "Its kind for scripts: `tv`, `anime` or `movies`.") { $0.pick.title.id.kind.path },
        .text("length", "For scripts: minutes of the film, or of one episode.") { String($0.pick.length) },
        .text("rest", "For scripts: likewise of the film or the first episode alone; what is left of one that was paused.") {
            String($0.pick.minutes(of: 1))
        },
        .text("form", "For scripts: `film` or `episodes`.") { $0.pick.title.isFilm ? "film" : "episodes" },
        .text(
            "counts",
            "For scripts: how many episodes fit into half an hour, an hour, the time of a film and an evening: `1 2 0 6`."
        ) { context in
            TonightTime.allCases.map { String($0.count(of: context.pick)) }.joined(separator: " ")
        })
}
