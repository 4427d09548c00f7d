/// The years that have a review.
enum YearsPage: PageKind {
    static let template = "years"
    static let stylesheets = ReviewPages.stylesheets
    static let path = SitePath.years
    static let navigation: [NavigationEntry: SitePath] = [.years: path]

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let head = PageHead(title: phrase("navigation.years"), description: phrase("years.description"), section: path)
        let listed = site.reviewedPeriods
        let running = listed.years.filter { site.isRunning(.year($0)) }
        let inputs: [Input] =
            listed.years.map { .review(.year($0)) } + [.undated, .value("\(listed.months.map(\.firstDay.iso)) \(running)")]
        return [page(path, head: head, inputs: inputs) { YearsContext(site: site, links: $0) }]
    }

    typealias Context = YearsContext
}

/// What `pages/years.md` is rendered with.
struct YearsContext: TemplateContext {
    let site: Site
    let links: Links

    static let summary = "The years that have a review."
    static let fields = Fields<Self>(
        .list("years", "The years with a play or a rating, the newest first.") { $0.years },
        .text(
            "undated", "How many plays of the library are in no year, as in `1,234 plays (980 h)`; nothing where all have a day."
        ) {
            DiaryNote.undated($0.site)
        },
        .link("aboutLink", "How the days are known.") { $0.links.to(AboutPage.path) })

    private var years: [YearEntryContext] {
        let listed = site.reviewedPeriods
        return listed.years.reversed().map { year in
            YearEntryContext(year: year, months: listed.months.filter { $0.year == year }, site: site, links: links)
        }
    }
}

/// A year that has a review.
struct YearEntryContext: TemplateContext {
    let year: Int
    let months: [CalendarMonth]
    let site: Site
    let links: Links
    private let review: Review

    init(year: Int, months: [CalendarMonth], site: Site, links: Links) {
        self.year = year
        self.months = months
        self.site = site
        self.links = links
        review = site.review(of: .year(year))
    }

    static let summary = "A year that has a review."
    static let fields = Fields<Self>(
        .text("year", "The year, as in `2026`.") { String($0.year) },
        .link("link", "Its review.") { $0.links.to(ReviewPages.path(.year($0.year))) },
        .text("plays", "How much was watched: `412 plays, 310 h`; nothing where something was only rated.") { $0.plays },
        .flag("isRunning", "Whether it is not over.") { $0.site.isRunning(.year($0.year)) },
        .list("months", "The reviews of its months.") { entry in
            entry.months.map { TrailContext(name: $0.name, address: entry.links.to(ReviewPages.path(.month($0)))) }
        },
        .list("posters", "The titles that took the most time; at most 6.") { entry in
            entry.review.watched.byTime.prefix(6).map {
                TitleCardContext(title: $0.title, site: entry.site, links: entry.links)
            }
        })

    private var plays: String? {
        let total = review.numbers.total
        return total.plays > 0 ? total.inWords : nil
    }
}
