/// What `pages/title.md` is rendered with.
struct TitleContext: TemplateContext {
    let title: Title
    let parts: TitleParts
    /// The file of its own calendar.
    let calendar: String?
    let site: Site
    let links: Links
    private let history: TitleHistory
    private let coming: [Airing]
    private let grid: EpisodeGrid?

    init(title: Title, parts: TitleParts, calendar: String?, site: Site, links: Links) {
        self.title = title
        self.parts = parts
        self.calendar = calendar
        self.site = site
        self.links = links
        history = TitleHistory(title: title, days: site.library.days)
        coming = site.coming(of: title)
        grid = title.isFilm ? nil : EpisodeGrid(title, days: site.library.days, coming: coming)
    }

    private var days: DayRule { site.library.days }

    static let summary = "A title's own page."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.title.name },
        .list("otherNames", "What else it is called, in other languages and scripts.") { title in
            title.title.alternativeNames.map(OtherNameContext.init)
        },
        .text("line", "The year, the kind, the length and the network, as in `2020 · TV show · 30 min · HBO`.") { $0.line },
        .link("backdrop", "A wide picture of it.") { $0.title.details?.fanart.flatMap(Picture.fanart) },
        .link("poster", "Its poster, or a picture that stands for none.") { Picture.poster($0.title.poster, $0.links) },
        .link("simkl", "Its page on Simkl.") { SimklAddress.item($0.title) },
        .text("status", "The list it is on.") { $0.title.status?.label },
        .link("statusLink", "That list.") { context in
            context.title.status.map { context.links.to(ListPages.path(.status($0))) }
        },
        .text("rating", "My rating, as in `★ 8`.") { $0.title.rating.map { stars($0.value) } },
        .time("ratedDay", "The day of the rating.") { context in
            context.title.rating?.ratedAt.map { $0.day(context.days) }.map { TimeText($0.words, of: $0) }
        },
        .text("time", "The time that I spent on it; nothing where no length is known.") { $0.title.totals.knownTime },
        .text(
            "timeDays",
            "The first and the last day of that; of a film that was watched once, which film of its year that was, too."
        ) {
            $0.history.onlyViewing($0.parts.filmNumbers) ?? $0.history.span
        },
        .chart("crowd", "My rating beside those of others.") { RatingScale($0.title) },
        .text("memo", "My note, where it is not private.") { $0.title.memo },
        .text("overview", "What it is about.") { $0.title.details?.overview },
        .flag("hasViewings", "Whether there is more to say of when a film was watched.") { $0.hasViewings },
        .flag("hasEpisodes", "Whether there is anything to say of its episodes.") { $0.hasEpisodes },
        .text("progress", "Watched and aired episodes, as in `12 of 24 episodes, 50 %`.") { $0.title.progress?.words },
        .text("left", "How much has aired and is not watched, as in `6 h 40 min, 8 episodes; 40 % of it estimated`.") {
            $0.left
        },
        .text("outlook", "Whether it can be finished this week, and when it is at its own pace.") { $0.parts.outlook?.words },
        .text("next", "The episode to watch next, with its day where that is known, and its name where that may be told.") {
            $0.next
        },
        .chart("episodes", "Every episode, season by season: when it aired, and when it was watched.") { $0.episodes },
        .text("historySentence", "How much was watched, how much of it again, and how much nobody knows the day of.") {
            $0.history.sentence
        },
        .list("viewings", "Every time that it was watched; films only.") { $0.history.viewings($0.parts.filmNumbers) },
        .chart("months", "What was watched month by month, where that was over some time.") { $0.history.months },
        .list("airings", "What is still to come of it, and was not watched.") { $0.airings },
        .list("related", "What belongs to it, and what its viewers recommend, of my library.") { context in
            context.parts.related.map { RelatedContext($0, site: context.site, links: context.links) }
        },
        .list("facts", "What else is known of it, name by name.") { $0.facts },
        .link("calendar", "Its own calendar, where there is one; with a base URL an address that calendar programs open.") {
            context in
            context.calendar.map { FeedAddress($0, base: context.site.baseURL).calendar(context.links) }
        },
        .list("services", "Its pages elsewhere.") { ServiceContext.all($0.title) },
        .link("trailer", "Its trailer on YouTube.") { ServiceContext.trailer($0.title) })

    private var line: String {
        [
            title.year.map(String.init), [title.id.kind.label, animeType].compactMap { $0 }.joined(separator: ", "),
            title.runtimeMinutes.map { runtime(minutes: $0) }, title.details?.network,
        ].compactMap { $0 }.joined(separator: " · ")
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

    private var hasEpisodes: Bool {
        !title.isFilm && (grid?.isEmpty == false || title.progress != nil || history.sentence != nil)
    }

    private var hasViewings: Bool {
        title.isFilm && history.sentence != nil
            && (title.totals.knownTime == nil || history.onlyViewing(parts.filmNumbers) == nil)
    }

    private var episodes: EpisodeChart? {
        grid.map { grid in
            let unplaced = grid.unplaced > 0 ? phrase("title.unplaced", count: grid.unplaced) : nil
            return EpisodeChart(
                grid: grid, title: title, days: days, coming: coming,
                source: [history.sentence, unplaced].compactMap { $0 }.joined(separator: " "))
        }
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
        coming.compactMap { AiringContext($0, site: site, links: links) }
    }
}

// MARK: - Facts

extension TitleContext {
    private var facts: [FactContext] {
        var facts: [FactContext] = []
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(FactContext(name, value)) }
        }
        let details = title.details
        add(phrase("title.genres"), details?.genres.map(genreName).joined(separator: ", "))
        add(phrase("label.episodes"), notAired)
        add(phrase("title.firstAired"), title.id.kind == .movie ? nil : details?.firstAired?.words)
        add(phrase("title.inTheCinema"), details?.cinemaRelease?.words)
        add(phrase("title.atHome"), details?.homeRelease?.words)
        add(phrase("title.country"), details?.country.map(countryName))
        add(phrase("title.certification"), details?.certification)
        add(phrase("title.rank"), details?.rank?.grouped)
        add(phrase("title.droppedBy"), title.crowd.dropPercent.map { phrase("title.dropRate", ["percent": $0.oneDecimal]) })
        add(phrase("title.added"), title.addedAt.map { $0.day(days).words })
        add(phrase("label.watchedAgain"), again)
        return facts
    }

    /// `24, 3 not aired`; nil where all have.
    private var notAired: String? {
        title.progress.flatMap { progress in
            progress.notAired > 0
                ? phrase("title.episodesNotAired", count: progress.notAired, ["all": progress.total.grouped]) : nil
        }
    }

    private var again: String? {
        let plays = title.plays.count { $0.rewatch != nil }
        guard plays > 0 else { return nil }
        return title.isFilm ? phrase("review.times", count: plays) : phrase("count.episodes", count: plays)
    }
}

/// A name of a title in another language or script.
struct OtherNameContext: TemplateContext {
    let name: String

    static let summary = "Another name of a title."
    static let fields = Fields<Self>(.text("name", "The name.") { $0.name })
}

/// A title that belongs to another one, or is recommended by its viewers.
struct RelatedContext: TemplateContext {
    let title: Title
    let relation: RelatedTitle.Relation?
    let site: Site
    let links: Links

    init(_ related: TitleParts.Related, site: Site, links: Links) {
        title = site.library.titles[related.position]
        relation = related.relation
        self.site = site
        self.links = links
    }

    static let summary = "A title that belongs to another one, or is recommended by its viewers."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.title.name },
        .link("link", "Its own page.") { $0.links.to($0.site.path(of: $0.title)) },
        .link("poster", "Its poster, or a picture that stands for none.") { Picture.poster($0.title.poster, $0.links) },
        .text("remark", "How it belongs to it, and my rating or the list it is on.") { $0.remark })

    private var remark: String {
        let relation: String? =
            switch relation {
            case .sequel?: phrase("title.sequel")
            case .prequel?: phrase("title.prequel")
            case .other?, nil: nil
            }
        return [relation, title.rating.map { stars($0.value) } ?? title.status?.label].compactMap { $0 }.joined(separator: ", ")
    }
}
