/// One of the next seven days, with what comes.
struct HomeDayContext: TemplateContext {
    private let day: CalendarDay
    /// By title, in the order of their first airing.
    private let shown: [[Airing]]
    private let site: Site
    private let links: Links

    private static let (length, most) = (7, 3)

    static func week(of site: Site, _ links: Links) -> [HomeDayContext] {
        let days = (0..<length).map { offset in
            let day = site.today.adding(days: offset)
            let airings = site.agenda.days.first { $0.day == day }?.airings ?? []
            return HomeDayContext(day: day, shown: byTitle(airings), site: site, links: links)
        }
        return days.contains { !$0.shown.isEmpty } ? days : []
    }

    /// Several episodes of a title on one day are one thing to look forward to.
    private static func byTitle(_ airings: [Airing]) -> [[Airing]] {
        var titles: [TitleID] = []
        let grouped = Dictionary(grouping: airings, by: \.title)
        for airing in airings where !titles.contains(airing.title) { titles.append(airing.title) }
        return titles.compactMap { grouped[$0] }
    }

    static let summary = "One of the next seven days."
    static let fields = Fields<Self>(
        .text("name", "`Today`, or the weekday in short, as in `Fri`.") { context in
            context.day == context.site.today
                ? phrase("countdown.today").capitalizedFirst : phrase("days.weekdaysShort", at: context.day.weekdayIndex)
        },
        .time("date", "The day, as in `20 Nov`.") { TimeText($0.day.dayAndMonth, of: $0.day) },
        .list("airings", "What comes, one for each title; at most 3.") { $0.airings },
        .flag("isFree", "Whether nothing comes.") { $0.shown.isEmpty },
        .text("more", "How many more titles there are, as in `and 3 more`.") { context in
            let more = context.shown.count - most
            return more > 0 ? phrase("review.andMore", count: more) : nil
        })

    private var airings: [HomeAiringContext] {
        shown.prefix(Self.most).compactMap { airings in
            guard let first = airings.first else { return nil }
            return AiringContext(first, site: site, links: links).map { HomeAiringContext(first: $0, count: airings.count) }
        }
    }
}

/// What comes of a title on a day.
struct HomeAiringContext: TemplateContext {
    let first: AiringContext
    /// How many airings there are.
    let count: Int

    static let summary = "What comes of a title on a day."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.first.title.name },
        .link("link", "Its own page.") { $0.first.links.to($0.first.site.path(of: $0.first.title)) },
        .link("poster", "Its poster.") { Picture.poster($0.first.title.poster, $0.first.links) },
        .time("time", "The time on the owner's clock; nothing where only the day is known.") { $0.first.time },
        .text("what", "The episode, as in `S04E03`, how many there are, or where a film comes out.") { $0.what },
        .text("mark", "`season finale`, …, or nothing.") { context in
            context.count > 1 || context.first.title.isFilm ? nil : context.first.title.mark(of: context.first.airing)?.label
        })

    private var what: String? {
        if first.title.isFilm { return first.title.mark(of: first.airing)?.label }
        return count > 1 ? phrase("count.episodes", count: count) : first.title.episode(of: first.airing)?.label
    }
}
