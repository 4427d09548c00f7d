/// A title's own page.
enum TitlePage: PageKind {
    static let template = "title"
    static let isArticle = true
    static let hasChapters = true

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let files = Set(feeds.lazy.map(\.path))
        return zip(site.library.titles, headings(site.library.titles)).enumerated().map { position, titled in
            let (title, heading) = titled
            let calendar = CalendarFeeds.file(of: title.id)
            let head = PageHead(
                title: heading, description: description(title, heading: heading),
                section: ListPages.path(.kind(title.id.kind)), simklID: title.id.simkl,
                calendar: files.contains(calendar) ? calendar : nil, isAboutAnime: title.id.kind == .anime,
                card: SocialCard(title))
            return page(site.path(of: title), head: head, inputs: [.title(position), .airings(position)]) {
                TitleContext(title: site.library.titles[position], calendar: head.calendar, site: site, links: $0)
            }
        }
    }

    /// Names that tell titles apart, from other pages too: with the year, else the kind, and where that is not enough with the id.
    private static func headings(_ titles: [Title]) -> [String] {
        let dated = titles.map { title in title.name + (title.year.map { " (\($0))" } ?? ", \(title.id.kind.singular)") }
        let counts = Dictionary(dated.map { ($0, 1) }, uniquingKeysWith: +)
        return zip(titles, dated).map { title, name in
            counts[name] == 1 ? name : "\(name), \(title.year == nil ? "" : "\(title.id.kind.singular) ")\(title.id.simkl)"
        }
    }

    private static func description(_ title: Title, heading: String) -> String {
        var parts = ["\(heading): \(title.id.kind.singular)"]
        if let status = title.status { parts.append(status.label.lowercased()) }
        if let rating = title.rating { parts.append("rated \(rating.value) of 10") }
        return parts.joined(separator: ", ") + "."
    }

    typealias Context = TitleContext
}

/// What `pages/title.md` is rendered with.
struct TitleContext: TemplateContext {
    let title: Title
    /// The file of its own calendar.
    let calendar: String?
    let site: Site
    let links: Links
    private let history: TitleHistory

    init(title: Title, calendar: String?, site: Site, links: Links) {
        self.title = title
        self.calendar = calendar
        self.site = site
        self.links = links
        history = TitleHistory(title: title, site: site)
    }

    private var days: DayRule { site.library.days }

    static let summary = "A title's own page."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.title.name },
        .list("otherNames", "What else it is called, in other languages and scripts.") { title in
            title.title.alternativeNames.map(OtherNameContext.init)
        },
        .text("year", "The year it came out.") { $0.title.year.map(String.init) },
        .text("kind", "`TV show`, `Anime` or `Film`.") { $0.title.id.kind.label },
        .link("poster", "Its poster, or a picture that stands for none.") { Picture.poster($0.title.poster, $0.links) },
        .link("simkl", "Its page on Simkl.") { SimklAddress.item($0.title) },
        .text("status", "The list it is on.") { $0.title.status?.label },
        .link("statusLink", "That list.") { context in
            context.title.status.map { context.links.to(ListPages.path(.status($0))) }
        },
        .text("rating", "My rating, 1 to 10.") { $0.title.rating.map { String($0.value) } },
        .time("ratedDay", "The day of the rating.") { context in
            context.title.rating?.ratedAt.map { $0.day(context.days) }.map { TimeText($0.words, of: $0) }
        },
        .text("memo", "My note, where it is not private.") { $0.title.memo },
        .text("overview", "What it is about.") { $0.title.details?.overview },
        .list("facts", "What is known of it, name by name.") { $0.facts },
        .list("crowd", "My rating beside those of others.") { $0.crowd },
        .text("dropRate", "The percentage of Simkl's viewers that gave up.") {
            $0.title.crowd.dropPercent.map { $0.oneDecimal }
        },
        .text("progress", "Watched and aired episodes, as in `12 of 24 episodes, 50 %`.") { $0.progress },
        .text("next", "The episode to watch next, with its day where that is known, and its name where that may be told.") {
            $0.next
        },
        .list("airings", "What is still to come of it, and was not watched.") { $0.airings },
        .link("calendar", "Its own calendar, where there is one; with a base URL an address that calendar programs open.") {
            context in
            context.calendar.map { FeedAddress($0, base: context.site.baseURL).calendar(context.links) }
        },
        .list("seasons", "The progress by season; nothing for films and for shows of one season.") { $0.history.seasons },
        .text("historySentence", "How much was watched, how much of it again, and how much nobody knows the day of.") {
            $0.history.sentence
        },
        .list("history", "Every play: season by season, those of many episodes in parts.") { $0.history.parts },
        .list("services", "Its pages elsewhere.") { ServiceContext.all($0.title) },
        .link("trailer", "Its trailer on YouTube.") { ServiceContext.trailer($0.title) })

    private var facts: [FactContext] {
        var facts: [FactContext] = []
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(FactContext(name, value)) }
        }
        let details = title.details
        add("Kind", title.id.kind.label + animeType)
        add("Runtime", title.runtimeMinutes.map { runtime(minutes: $0) })
        add("Episodes", title.progress.map { $0.total.grouped + ($0.notAired > 0 ? ", \($0.notAired.grouped) not aired" : "") })
        add("Genres", details?.genres.joined(separator: ", "))
        add("Network", details?.network)
        add("Country", details?.country)
        add("Certification", details?.certification)
        add("Rank on Simkl", details?.rank?.grouped)
        add(title.isFilm ? "Released" : "First aired", title.id.kind == .movie ? nil : details?.firstAired?.words)
        add("In the cinema", details?.cinemaRelease?.words)
        add("At home", details?.homeRelease?.words)
        add("Added", title.addedAt.map { $0.day(days).words })
        add("Time spent", spent)
        add("Watched again", again)
        return facts
    }

    private var animeType: String {
        switch title.animeType {
        case nil, "tv": ""
        case "movie": ", film"
        case .some(let type): ", \(type)"
        }
    }

    private var spent: String? {
        title.totals.knownTime
    }

    private var again: String? {
        let plays = title.plays.count { $0.rewatch != nil }
        guard plays > 0 else { return nil }
        return title.isFilm ? counted(plays, "time", "times") : counted(plays, "episode", "episodes")
    }

    private var crowd: [CrowdContext] {
        let crowd = title.crowd
        let own = title.rating?.value
        let others = [("Simkl", crowd.simkl), ("IMDb", crowd.imdb), ("MyAnimeList", crowd.mal)].compactMap { name, rating in
            rating.map { rating in
                CrowdContext(
                    name: name, average: rating.average.oneDecimal, votes: rating.votes?.grouped ?? "–",
                    difference: own.map { signed(tenths: rating.tenths(below: $0)) } ?? "–")
            }
        }
        guard !others.isEmpty else { return [] }
        return (own.map { [CrowdContext(name: "Me", average: "\($0)", votes: "–", difference: "–")] } ?? []) + others
    }

    private var progress: String? {
        title.progress?.words
    }

    private var next: String? {
        title.next.map { next in
            next.episode.label(next.name) + (next.airs.map { " (\($0.day(days).words))" } ?? "")
        }
    }

    private var airings: [AiringContext] {
        site.coming(of: title).compactMap { AiringContext($0, site: site, links: links) }
    }
}

/// A name of a title in another language or script.
struct OtherNameContext: TemplateContext {
    let name: String

    static let summary = "Another name of a title."
    static let fields = Fields<Self>(.text("name", "The name.") { $0.name })
}

/// A rating beside others.
struct CrowdContext: TemplateContext {
    let name: String
    let average: String
    let votes: String
    let difference: String

    static let summary = "A rating beside others."
    static let fields = Fields<Self>(
        .text("name", "Whose it is.") { $0.name },
        .text("average", "The average, 1 to 10.") { $0.average },
        .text("votes", "How many votes it stands on.") { $0.votes },
        .text("difference", "How much higher mine is, as in `+0.6`; `–` where there is none.") { $0.difference })
}
