/// What comes of a title at once, as the agenda and the front page show it: an episode, several of them, or a film.
struct AiringContext: TemplateContext {
    let drop: Drop
    let title: Title
    let site: Site
    let links: Links

    /// Nil for a title that the edition does not have.
    init?(_ drop: Drop, site: Site, links: Links) {
        guard let title = site.library.title(drop.first.title) else { return nil }
        self.drop = drop
        self.title = title
        self.site = site
        self.links = links
    }

    /// An airing by itself.
    init?(_ airing: Airing, site: Site, links: Links) { self.init(Drop(airing), site: site, links: links) }

    static let summary = "What comes of a title at once: an episode, several of them, or a film."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.title.name },
        .link("link", "The title's own page.") { $0.links.to($0.site.path(of: $0.title)) },
        .link("poster", "Its poster.") { Picture.poster($0.title.poster, $0.links) },
        .text("episode", "The episode, as in `S04E03`, or `S09E01–E08` where several come; nothing for films.") {
            $0.drop.label(of: $0.title)
        },
        .text("episodeName", "What it is called; of what was not watched yet only with `spoilers: names`.") {
            $0.drop.rest.isEmpty ? $0.drop.first.name : nil
        },
        .link("episodeLink", "Its own page on Simkl, where that is known; nothing for films, and for several.") {
            $0.drop.rest.isEmpty ? SimklAddress.episode($0.drop.first, of: $0.title) : nil
        },
        .time("time", "The time on the owner's clock, as in `21:00`; nothing where only the day is known.") { $0.time },
        .time("day", "The day, as in `Friday 20 November 2026`.") { TimeText($0.day.wordsWithWeekday, of: $0.day) },
        .time("shortDay", "The same for a table, as in `Fri 20 Nov`.") { TimeText($0.day.shortWordsWithWeekday, of: $0.day) },
        .time("countdown", "The day in words: `today`, `in 3 days`.") {
            TimeText($0.day.countdown(from: $0.site.today), of: $0.day)
        }.reading(.today),
        .text("mark", "`series premiere`, `season finale`, `whole season`, `in the cinema`, …, or nothing.") {
            $0.drop.marks(of: $0.title)
        },
        .text("count", "How many episodes come at once, as in `8 episodes`; nothing where it is one.") { context in
            context.drop.rest.isEmpty ? nil : phrase("count.episodes", count: context.drop.airings.count)
        },
        .text("kind", "`TV show`, `Anime` or `Film`.") { $0.title.id.kind.label },
        .text("status", "The list that the title is on.") { $0.title.status?.label },
        .text("length", "How long it is, as in `45 min`, of several all together.") { context in
            let minutes = context.drop.airings.map { $0.runtimeMinutes ?? context.title.runtimeMinutes }
            return minutes.contains(nil) ? nil : runtime(minutes: minutes.reduce(0) { $0 + ($1 ?? 0) })
        })

    var day: CalendarDay { drop.first.time.day(site.library.days) }

    var time: TimeText? {
        if case .moment(let moment) = drop.time { TimeText(site.library.days.clock(of: moment), of: moment) } else { nil }
    }
}
