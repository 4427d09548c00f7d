/// An airing, as the agenda and the front page show it.
struct AiringContext: TemplateContext {
    let airing: Airing
    let title: Title
    let site: Site
    let links: Links

    /// Nil for a title that the edition does not have.
    init?(_ airing: Airing, site: Site, links: Links) {
        guard let title = site.library.title(airing.title) else { return nil }
        self.airing = airing
        self.title = title
        self.site = site
        self.links = links
    }

    static let summary = "An episode or a film with its date."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.title.name },
        .link("link", "The title's own page.") { $0.links.to($0.site.path(of: $0.title)) },
        .link("poster", "Its poster.") { Picture.poster($0.title.poster, $0.links) },
        .text("episode", "The episode, as in `S04E03`; nothing for films.") { $0.title.episode(of: $0.airing)?.label },
        .text("episodeName", "What it is called; of what was not watched yet only with `spoilers: names`.") { $0.airing.name },
        .link("episodeLink", "Its own page on Simkl, where that is known; nothing for films.") {
            SimklAddress.episode($0.airing, of: $0.title)
        },
        .time("time", "The time on the owner's clock, as in `21:00`; nothing where only the day is known.") { $0.time },
        .time("day", "The day, as in `Friday 20 November 2026`.") { TimeText($0.day.wordsWithWeekday, of: $0.day) },
        .time("countdown", "The day in words: `today`, `in 3 days`.") {
            TimeText($0.day.countdown(from: $0.site.today), of: $0.day)
        },
        .text("mark", "`series premiere`, `season finale`, `in the cinema`, …, or nothing.") {
            $0.title.mark(of: $0.airing)?.label
        },
        .text("kind", "`TV show`, `Anime` or `Film`.") { $0.title.id.kind.label },
        .text("status", "The list that the title is on.") { $0.title.status?.label },
        .text("length", "How long it is, as in `45 min`.") { context in
            (context.airing.runtimeMinutes ?? context.title.runtimeMinutes).map { runtime(minutes: $0) }
        })

    var day: CalendarDay { airing.time.day(site.library.days) }

    var time: TimeText? {
        if case .moment(let moment) = airing.time { TimeText(site.library.days.clock(of: moment), of: moment) } else { nil }
    }
}
