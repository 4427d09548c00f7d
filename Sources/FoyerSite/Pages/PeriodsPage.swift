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
            Stretch.Kind.allCases.reversed().map { PeriodsOfKindContext(kind: $0, site: context.site, links: context.links) }
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
        .list("periods", "From the first play to the day on which the data ends, the newest first.") { $0.periods })

    private var name: String {
        switch kind {
        case .year: phrase("periods.years")
        case .season: phrase("periods.seasonsHead")
        case .month: phrase("periods.months")
        }
    }

    private var periods: [PeriodRowContext] {
        let plays = site.library.plays
        guard let first = plays.firstDay else { return [] }
        let (end, listed) = (site.dataEnd, site.watchedPeriods)
        let (last, begin) = (Stretch(kind, of: end.month), Stretch(kind, of: first.month))
        let current = StretchNumbers(last.days(upTo: end), of: plays)
        var (rows, stretch): ([PeriodRowContext], Stretch) = ([], last)
        while stretch.first >= begin.first {
            let whole = StretchNumbers(stretch.days(upTo: end), of: plays)
            let part = StretchNumbers(stretch.days(as: last, upTo: end), of: plays)
            rows.append(
                PeriodRowContext(
                    whole: AgainstRowContext(stretch, whole),
                    difference: stretch == last ? "–" : AgainstRowContext(current, minus: part).hours,
                    // A season has no page of its own.
                    link: stretch.period.flatMap { listed.contains($0) ? links.to(StatisticsPages.path($0)) : nil }))
            stretch = stretch.before(months: kind.months)
        }
        return rows
    }
}

/// A period with its numbers, and how far the last one of its kind is ahead of it.
struct PeriodRowContext: TemplateContext {
    let whole: AgainstRowContext
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
        .text("difference", "How many more hours the last one of its kind has by the same day; `–` for itself.") { $0.difference }
    )
}
