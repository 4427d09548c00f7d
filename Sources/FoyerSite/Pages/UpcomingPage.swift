/// What comes for the library, by day and as a month.
enum UpcomingPage: PageKind {
    static let template = "upcoming"
    static let path = SitePath.upcoming
    static let navigation: [NavigationEntry: SitePath] = [.upcoming: path]

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let head = PageHead(title: phrase("navigation.upcoming"), description: phrase("upcoming.description"), section: path)
        return [
            page(path, head: head, inputs: [.library, .today, .now, .dataDay]) {
                UpcomingContext(agenda: site.agenda, site: site, links: $0)
            }
        ]
    }

    typealias Context = UpcomingContext
}

/// What `pages/upcoming.md` is rendered with.
struct UpcomingContext: TemplateContext {
    let agenda: Agenda
    let site: Site
    let links: Links

    private static let mostUndated = 60

    static let summary = "The agenda."
    static let fields = Fields<Self>(
        .list("days", "The days on which something comes, from yesterday on.") { $0.days },
        .count("total", "How much they hold.") { $0.agenda.days.reduce(0) { $0 + $1.airings.count } },
        .list("months", "This month and the next as grids; nothing where nothing comes.") { $0.months },
        .link("feeds", "How to have it in a calendar or a reader.") { $0.links.to(FeedsPage.path) },
        .list("undated", "Titles that go on, but nobody knows when; at most 60.") { context in
            context.undated.prefix(mostUndated).map(context.card)
        },
        .text("undatedCount", "How many these are, as in `12 titles`.") { context in
            phrase("count.titles", count: context.undated.count)
        })

    private var days: [AgendaDayContext] {
        agenda.days.map { day in
            AgendaDayContext(
                day: day.day, airings: day.airings.compactMap { AiringContext($0, site: site, links: links) }, site: site)
        }
    }

    private var months: [MonthGridContext] {
        guard !agenda.days.isEmpty else { return [] }
        let byDay = Dictionary(agenda.days.map { ($0.day, $0.airings) }) { first, _ in first }
        return (0...1).map { MonthGridContext(grid: MonthGrid(site.today.month.adding(months: $0)), agenda: byDay, site: site) }
    }

    /// Those that are being watched first, then those that are planned, each by name.
    private var undated: [Title] {
        let dated = agenda.titles
        let open = site.library.titles.filter { title in
            [.watching, .planToWatch].contains(title.status) && !dated.contains(title.id)
                && (title.isToContinue || (title.progress?.notAired ?? 0) > 0)
        }
        func isPlanned(_ title: Title) -> Int { title.status == .planToWatch ? 1 : 0 }
        return open.sorted { (isPlanned($0), $0.sortKey, $0.id) < (isPlanned($1), $1.sortKey, $1.id) }
    }

    private func card(_ title: Title) -> TitleCardContext {
        let notAired = title.progress?.notAired ?? 0
        let remark =
            notAired > 0
            ? phrase("upcoming.episodesToCome", count: notAired)
            : title.isFilm ? phrase("upcoming.notOutYet") : phrase("upcoming.toBeContinued")
        let planned = title.status == .planToWatch ? phrase("upcoming.planned") : nil
        return TitleCardContext(
            title: title, site: site, links: links, remark: [planned, remark].compactMap { $0 }.joined(separator: " · "))
    }
}

/// A day of the agenda.
struct AgendaDayContext: TemplateContext {
    let day: CalendarDay
    let airings: [AiringContext]
    let site: Site

    static let summary = "A day of the agenda."
    static let fields = Fields<Self>(
        .time("day", "As in `Friday 20 November 2026`.") { TimeText($0.day.wordsWithWeekday, of: $0.day) },
        .text("countdown", "The day in words: `today`, `in 3 days`.") { $0.day.countdown(from: $0.site.today) },
        .list("airings", "What comes: first what has no time, then by time.") { $0.airings })
}
