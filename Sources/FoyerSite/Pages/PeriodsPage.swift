/// Every year, season and month with its numbers, so that any can be held against any other.
enum PeriodsPage: PageKind {
    static let template = "periods"
    static let stylesheets = StatisticsPages.stylesheets
    static let path = SitePath("statistics/periods/")

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        guard site.library.plays.firstDay != nil else { return [] }
        let head = PageHead(
            title: phrase("periods.heading"), description: phrase("periods.description"),
            section: StatisticsPages.path(.allTime))
        return [page(path, head: head, inputs: [.plays(.allTime), .dataDay]) { PeriodsContext(site: site, links: $0) }]
    }

    typealias Context = PeriodsContext
}

/// What `pages/periods.md` is rendered with.
struct PeriodsContext: TemplateContext {
    let site: Site
    let links: Links

    static let summary = "Every year, season and month with its numbers."
    static let fields = Fields<Self>(
        .list("kinds", "The years, the seasons and the months.") { context in
            [Stretch.Kind.year, .season, .month].map { PeriodsOfKindContext(kind: $0, site: context.site, links: context.links) }
        },
        .text("rule", "By what rule they are held against each other, in sentences.") { _ in
            [phrase("statistics.againstRunning"), phrase("periods.seasons")].joined(separator: " ")
        },
        .link("statistics", "The numbers of all time.") { $0.links.to(StatisticsPages.path(.allTime)) })
}

/// The periods of one kind.
struct PeriodsOfKindContext: TemplateContext {
    let kind: Stretch.Kind
    let site: Site
    let links: Links

    static let summary = "The periods of one kind, beside the one that the data ends in."
    static let fields = Fields<Self>(
        .text("name", "`Years`, `Seasons` or `Months`.") { $0.name },
        .text("upTo", "Up to which day the last one counts, as in `19 November`.") { $0.current.days.upperBound.dayAndMonth },
        .text("current", "The last one, as in `2026`.") { Stretch($0.kind, of: $0.site.dataEnd.month).name },
        .list("periods", "From the first play to the day on which the data ends, the newest first.") { $0.periods })

    private var name: String {
        switch kind {
        case .year: phrase("periods.years")
        case .season: phrase("periods.seasonsHead")
        case .month: phrase("periods.months")
        }
    }

    private var current: StretchNumbers {
        StretchNumbers(Stretch(kind, of: site.dataEnd.month).days(upTo: site.dataEnd), of: site.library.plays)
    }

    private var periods: [PeriodRowContext] {
        let plays = site.library.plays
        guard let first = plays.firstDay else { return [] }
        let (current, listed) = (current, site.watchedPeriods)
        let (last, begin) = (Stretch(kind, of: site.dataEnd.month), Stretch(kind, of: first.month))
        var (rows, stretch): ([PeriodRowContext], Stretch) = ([], last)
        while stretch.first >= begin.first {
            let whole = StretchNumbers(stretch.days(upTo: site.dataEnd), of: plays)
            let part = StretchNumbers(stretch.days(as: last, upTo: site.dataEnd), of: plays)
            rows.append(
                PeriodRowContext(
                    whole: AgainstRowContext(stretch, whole), part: AgainstRowContext(stretch, part).hours,
                    difference: stretch == last ? "–" : AgainstRowContext(current, minus: part).hours,
                    // A season has no page of its own.
                    link: stretch.period.flatMap { listed.contains($0) ? links.to(StatisticsPages.path($0)) : nil }))
            stretch = stretch.before(months: kind.months)
        }
        return rows
    }
}

/// A period with its numbers, and as much of it as the last one of its kind has.
struct PeriodRowContext: TemplateContext {
    let whole: AgainstRowContext
    let part: String
    let difference: String
    let link: Address?

    static let summary = "A period with its numbers."
    static let fields = Fields<Self>(
        .text("name", "The period, and up to which day it counts where the data ends in it.") { $0.whole.name },
        .link("link", "Its statistics; nothing for a season, and where nothing was watched.") { $0.link },
        .text("hours", "Hours, to one decimal.") { $0.whole.hours },
        .text("episodes", "Episodes.") { $0.whole.episodes },
        .text("films", "Films.") { $0.whole.films },
        .text("days", "Days with a play, of all that are counted: `212/323`.") { $0.whole.days },
        .text("part", "Hours up to the same day as the last period of its kind has.") { $0.part },
        .text("difference", "How many more hours the last one has by that day; `–` for itself.") { $0.difference })
}
