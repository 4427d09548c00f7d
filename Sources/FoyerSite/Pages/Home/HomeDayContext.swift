/// One of the next seven days, with what comes.
struct HomeDayContext: TemplateContext {
    private let day: CalendarDay
    private let drops: [Drop]
    private let site: Site
    private let links: Links

    private static let (length, most) = (7, 3)

    static func week(of site: Site, _ links: Links) -> [HomeDayContext] {
        let days = (0..<length).map { offset in
            let day = site.today.adding(days: offset)
            let drops = site.agenda.days.first { $0.day == day }?.drops ?? []
            return HomeDayContext(day: day, drops: drops, site: site, links: links)
        }
        return days.contains { !$0.drops.isEmpty } ? days : []
    }

    static let summary = "One of the next seven days."
    static let fields = Fields<Self>(
        .text("name", "`Today`, or the weekday in short, as in `Fri`.") { context in
            context.day == context.site.today
                ? phrase("countdown.today").capitalizedFirst : phrase("days.weekdaysShort", at: context.day.weekdayIndex)
        },
        .time("date", "The day, as in `20 Nov`.") { TimeText($0.day.dayAndMonth, of: $0.day) },
        .list("airings", "What comes, one for each title; at most 3.") { $0.airings },
        .flag("isFree", "Whether nothing comes.") { $0.drops.isEmpty },
        .text("more", "How many more titles there are, as in `and 3 more`.") { context in
            let more = context.drops.count - most
            return more > 0 ? phrase("review.andMore", count: more) : nil
        })

    private var airings: [HomeAiringContext] {
        drops.prefix(Self.most).compactMap { drop in
            AiringContext(drop, site: site, links: links).map(HomeAiringContext.init)
        }
    }
}

/// What comes of a title on a day.
struct HomeAiringContext: TemplateContext {
    let coming: AiringContext

    static let summary = "What comes of a title on a day."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.coming.title.name },
        .link("link", "Its own page.") { $0.coming.links.to($0.coming.site.path(of: $0.coming.title)) },
        .link("poster", "Its poster.") { Picture.poster($0.coming.title.poster, $0.coming.links) },
        .time("time", "The time on the owner's clock, of several the first; nothing where only the day is known.") { $0.time },
        .text("what", "The episode, as in `S04E03`, how many there are, or where a film comes out.") { $0.what },
        .text("mark", "`season finale`, `whole season`, …, or nothing.") {
            $0.coming.title.isFilm ? nil : $0.coming.drop.marks(of: $0.coming.title)
        })

    private var time: TimeText? {
        coming.drop.airings.compactMap { if case .moment(let moment) = $0.time { moment } else { nil } }
            .min { $0.secondsSince1970 < $1.secondsSince1970 }
            .map { TimeText(coming.site.library.days.clock(of: $0), of: $0) }
    }

    private var what: String? {
        let (drop, title) = (coming.drop, coming.title)
        if title.isFilm { return drop.marks(of: title) }
        return drop.rest.isEmpty ? drop.label(of: title) : phrase("count.episodes", count: drop.airings.count)
    }
}
