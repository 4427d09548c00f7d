/// A month of the agenda, or what is left of it: a line for each title.
struct AgendaMonthContext: TemplateContext {
    let month: CalendarMonth
    let days: [Agenda.Day]
    let site: Site
    let links: Links

    /// As many are more than anybody reads: the calendars have them all.
    private static let mostTitles = 100

    static let summary = "A month of the agenda, a line for each title."
    static let fields = Fields<Self>(
        .text("name", "The month, as in `December 2026`.") { $0.month.words },
        .text("count", "How many titles something comes of, as in `12 titles`.") {
            phrase("count.titles", count: $0.byTitle.count)
        },
        .list("titles", "What comes of each, by the day on which it comes first; at most 100.") { context in
            context.byTitle.prefix(mostTitles).map { airings in
                AgendaTitleContext(airings: airings, site: context.site, links: context.links)
            }
        },
        .text("more", "How many titles more there are, as in `12 titles`; nothing where these are all.") { context in
            let more = context.byTitle.count - mostTitles
            return more > 0 ? phrase("count.titles", count: more) : nil
        })

    /// The airings of each title, in the order of their days.
    private var byTitle: [[AiringContext]] {
        var (order, found): ([TitleID], [TitleID: [AiringContext]]) = ([], [:])
        for drop in days.lazy.flatMap(\.drops) {
            guard let context = AiringContext(drop, site: site, links: links) else { continue }
            if found[context.title.id] == nil { order.append(context.title.id) }
            found[context.title.id, default: []].append(context)
        }
        return order.compactMap { found[$0] }
    }
}

/// What comes of a title in a month.
struct AgendaTitleContext: TemplateContext {
    /// Not empty.
    let airings: [AiringContext]
    let site: Site
    let links: Links

    static let summary = "What comes of a title in a month."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.airings.first?.title.name },
        .link("link", "The title's own page.") { context in
            context.airings.first.map { context.links.to(context.site.path(of: $0.title)) }
        },
        .text("days", "The days of the month, as in `3, 10, 17`.") { context in
            context.airings.map { String($0.day.civil.day) }.joined(separator: ", ")
        },
        .text("episodes", "As in `S02E01–E03`; nothing for films.") { $0.airings.flatMap(\.drop.episodes).ranges },
        .text("marks", "What is special about them, as in `season premiere`, with the day where there are several.") { $0.marks })

    private var marks: String {
        let told = airings.compactMap { airing in
            airing.drop.marks(of: airing.title).map { mark in
                airings.count > 1 ? phrase("upcoming.markOnDay", ["mark": mark, "day": String(airing.day.civil.day)]) : mark
            }
        }
        return told.joined(separator: ", ")
    }
}

/// When a film comes out.
struct FilmDatesContext: TemplateContext {
    let title: Title
    /// The first of its days that are to come.
    let day: CalendarDay
    let site: Site
    let links: Links

    static let summary = "When a film comes out."
    static let fields = Fields<Self>(
        .text("name", "The film's name.") { $0.title.name },
        .link("link", "Its own page.") { $0.links.to($0.site.path(of: $0.title)) },
        .time("cinema", "The day on which it comes to the cinema, as in `27 Nov 2026`; nothing where nobody knows.") {
            $0.title.details?.cinemaRelease.map { TimeText($0.shortWords, of: $0) }
        },
        .time("home", "The day from which it can be seen at home, likewise.") {
            $0.title.details?.homeRelease.map { TimeText($0.shortWords, of: $0) }
        },
        .time("release", "The day that a calendar tells, where neither is known.") { film in
            let isPlaced = film.title.details?.cinemaRelease != nil || film.title.details?.homeRelease != nil
            return isPlaced ? nil : TimeText(film.day.shortWords, of: film.day)
        })
}
