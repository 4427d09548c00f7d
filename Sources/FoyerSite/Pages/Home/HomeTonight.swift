/// What to watch now: one title, others to choose from, and those that have to be waited for.
struct HomeTonight {
    private let site: Site
    private let links: Links
    private let carryOn: CarryOn
    /// What is planned, where nothing but the next title is begun.
    private let waiting: [Title]

    private static let (rows, named) = (5, 4)

    init(site: Site, links: Links) {
        self.site = site
        self.links = links
        carryOn = CarryOn(site.library, clock: site.clock)
        waiting =
            carryOn.begun.count > 1
            ? []
            : site.library.titles.filter { $0.status == .planToWatch && $0.isOut(site.today, site.library.days) }
                .newestFirst { $0.addedAt?.order }
    }

    var next: [HomeChoiceContext] {
        if let begun = carryOn.begun.first { return [choice(begun)] }
        return waiting.prefix(1).map { choice($0) }
    }

    var begun: [HomeChoiceContext] { carryOn.begun.dropFirst().prefix(Self.rows).map(choice) }

    /// Whether any time of them is told as `about`. In a row, what is paused stands in the place of its time.
    var hasEstimates: Bool {
        next.contains(where: \.isEstimated) || begun.contains { $0.isEstimated && $0.paused == nil }
    }

    var planned: [HomeChoiceContext] {
        waiting.dropFirst(carryOn.begun.isEmpty ? 1 : 0).prefix(Self.rows).map { choice($0) }
    }

    var caughtUp: [TitleCardContext] {
        carryOn.caughtUp.prefix(Self.named).map { show in
            TitleCardContext(
                title: show.title, site: site, links: links,
                remark: show.returns.map { phrase("home.returns", ["when": $0.countdown(from: site.today)]) } ?? "")
        }
    }

    var moreCaughtUp: String? {
        let more = carryOn.caughtUp.count - Self.named
        return more > 0 ? phrase("review.andMore", count: more) : nil
    }

    /// Whether the list of what is being watched has others.
    var hasMore: Bool { carryOn.begun.count > Self.rows + 1 || carryOn.caughtUp.count > Self.named }

    private func choice(_ begun: CarryOn.Begun) -> HomeChoiceContext { choice(begun.title, begun.paused) }

    private func choice(_ title: Title, _ paused: PausedPlayback? = nil) -> HomeChoiceContext {
        HomeChoiceContext(title: title, paused: paused, site: site, links: links)
    }
}

/// A title to watch now.
struct HomeChoiceContext: TemplateContext {
    let title: Title
    let paused: PausedPlayback?
    let site: Site
    let links: Links

    static let summary = "A title to watch now."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.title.name },
        .link("link", "Its own page.") { $0.links.to($0.site.path(of: $0.title)) },
        .link("poster", "Its poster, or a picture that stands for none.") { Picture.poster($0.title.poster, $0.links) },
        .text("kind", "`TV show`, `Anime` or `Film`.") { $0.title.id.kind.label },
        .text("year", "The year it came out.") { $0.title.year.map(String.init) },
        .text("episode", "The episode to watch, as in `S04E03`; nothing for films.") { $0.episode },
        .text("length", "How long an episode or the film is, as in `45 min`.") { $0.length },
        .text("left", "How long all that is left takes, as in `about 3 h left`; nothing where that is one episode or a film.") {
            $0.left?.shortWords
        },
        .text("paused", "When it was paused half-way, as in `paused yesterday`; `share` then tells where.") { $0.pausedOn },
        .text("time", "The first of `paused`, `left` and `length` that is known.") {
            $0.pausedOn ?? $0.left?.shortWords ?? $0.length
        },
        .text("overview", "What it is about.") { $0.title.details?.overview },
        .text("share", "How far it is, 0 to 100; nothing where it is not begun.") { $0.share.map(String.init) })

    private var episode: String? {
        if title.isFilm { return nil }
        let next = title.next
        guard let episode = paused?.episode ?? next?.episode else { return nil }
        return episode.label(title.episodeName(episode) ?? (next?.episode == episode ? next?.name : nil))
    }

    private var length: String? { title.runtimeMinutes.map { runtime(minutes: $0) } }

    /// Nil where it is one episode or a film, or nobody knows how long it is.
    private var left: TimeLeft? {
        guard !title.isFilm, let left = title.timeLeft, left.knownMinutes ?? 0 > title.runtimeMinutes ?? 0 else { return nil }
        return left
    }

    /// Whether its time is told as `about`.
    var isEstimated: Bool { left?.isEstimated == true }

    private var pausedOn: String? {
        paused.map { paused in
            guard let day = paused.pausedAt?.day(site.library.days) else { return phrase("home.paused") }
            return phrase("home.pausedOnDay", ["day": day.countdown(from: site.today)])
        }
    }

    /// Of what is paused, how far that is.
    private var share: Int? { paused?.percent ?? title.openProgress?.percent }
}
