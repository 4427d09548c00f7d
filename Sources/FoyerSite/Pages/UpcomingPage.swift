/// What airs for the library, by day.
enum UpcomingPage: PageKind {
    static let template = "upcoming"
    static let path = SitePath("upcoming/")

    static func pages(of site: Site) -> [Page] {
        let head = PageHead(
            title: "Upcoming", description: "Episodes and films that air next for my list, day by day.", section: path)
        return [page(path, head: head) { UpcomingContext(site: site, links: $0) }]
    }

    typealias Context = UpcomingContext
}

/// What `pages/upcoming.md` is rendered with.
struct UpcomingContext: TemplateContext {
    let site: Site
    let links: Links

    static let summary = "The agenda."
    static let fields = Fields<Self>(
        .list("days", "The days on which something airs, from yesterday on.") { $0.days },
        .count("total", "How many airings they hold.") { $0.days.reduce(0) { $0 + $1.airings.count } })

    private var days: [AgendaDayContext] {
        let airings = site.library.airings.filter(site.isFollowed).compactMap { AiringContext($0, site: site, links: links) }
            .filter { $0.day >= site.today.adding(days: -1) }
        return Dictionary(grouping: airings, by: \.day).sorted { $0.key < $1.key }
            .map { AgendaDayContext(day: $0.key, airings: $0.value, site: site) }
    }
}

/// A day of the agenda.
struct AgendaDayContext: TemplateContext {
    let day: CalendarDay
    let airings: [AiringContext]
    let site: Site

    static let summary = "A day of the agenda."
    static let fields = Fields<Self>(
        .text("day", "As in `Friday 20 November 2026`.") { "\($0.day.weekday) \($0.day.words)" },
        .text("countdown", "The day in words: `today`, `in 3 days`.") { $0.site.countdown(to: $0.day) },
        .list("airings", "What airs: first what has no time, then by time.") { $0.airings })
}
