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
            let outlook = Outlook(title, pace: site.pace, today: site.today, days: site.library.days)
            let head = PageHead(
                title: heading, description: description(title, heading: heading),
                section: LibraryPage.path, simklID: title.id.simkl,
                calendar: files.contains(calendar) ? calendar : nil, isAboutAnime: title.id.kind == .anime,
                card: SocialCard(title))
            return page(site.path(of: title), head: head, inputs: inputs(position, outlook)) {
                TitleContext(
                    title: site.library.titles[position], calendar: head.calendar, outlook: outlook, site: site, links: $0)
            }
        }
    }

    /// Of an outlook no more than what it says, so that the page stays as it is from one day to the next.
    private static func inputs(_ position: Int, _ outlook: Outlook?) -> [Input] {
        [.title(position), .airings(position)] + (outlook.map { [.value($0.fingerprint)] } ?? [])
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

/// What `pages/title.md` is rendered with.
struct TitleContext: TemplateContext {
    let title: Title
    /// The file of its own calendar.
    let calendar: String?
    let outlook: Outlook?
    let site: Site
    let links: Links
    private let history: TitleHistory

    init(title: Title, calendar: String?, outlook: Outlook?, site: Site, links: Links) {
        self.title = title
        self.calendar = calendar
        self.outlook = outlook
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
        .text("left", "How much has aired and is not watched, as in `6 h 40 min, 8 episodes; 40 % of it estimated`.") {
            $0.left
        },
        .text("outlook", "Whether it can be finished this week, and when it is at its own pace.") { $0.outlook?.words },
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
        add(phrase("label.kind"), [title.id.kind.label, animeType].compactMap { $0 }.joined(separator: ", "))
        add(phrase("title.runtime"), title.runtimeMinutes.map { runtime(minutes: $0) })
        add(phrase("label.episodes"), episodes)
        add(phrase("title.genres"), details?.genres.joined(separator: ", "))
        add(phrase("title.network"), details?.network)
        add(phrase("title.country"), details?.country)
        add(phrase("title.certification"), details?.certification)
        add(phrase("title.rank"), details?.rank?.grouped)
        add(
            title.isFilm ? phrase("title.released") : phrase("title.firstAired"),
            title.id.kind == .movie ? nil : details?.firstAired?.words)
        add(phrase("title.inTheCinema"), details?.cinemaRelease?.words)
        add(phrase("title.atHome"), details?.homeRelease?.words)
        add(phrase("title.added"), title.addedAt.map { $0.day(days).words })
        add(phrase("title.timeSpent"), title.totals.knownTime)
        add(phrase("label.watchedAgain"), again)
        return facts
    }

    /// What an anime is, where it is no series.
    private var animeType: String? {
        switch title.animeType {
        case nil, "tv": nil
        case "movie": MediaKind.movie.singular
        case "special": phrase("title.special")
        case "music video": phrase("title.musicVideo")
        case .some(let type): type
        }
    }

    private var episodes: String? {
        title.progress.map { progress in
            progress.notAired > 0
                ? phrase("title.episodesNotAired", count: progress.notAired, ["all": progress.total.grouped])
                : progress.total.grouped
        }
    }

    private var again: String? {
        let plays = title.plays.count { $0.rewatch != nil }
        guard plays > 0 else { return nil }
        return title.isFilm ? phrase("review.times", count: plays) : phrase("count.episodes", count: plays)
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
        let me = own.map { CrowdContext(name: phrase("title.me"), average: String($0), votes: "–", difference: "–") }
        return [me].compactMap { $0 } + others
    }

    private var progress: String? {
        title.progress?.words
    }

    private var left: String? {
        title.isFilm || title.status == .completed ? nil : title.timeLeft?.words
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
