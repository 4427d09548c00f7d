/// A year of the diary: its months, the empty ones too. A year in which nothing was watched or marked is no page.
enum DiaryYearPages: PageKind {
    static let template = "diary-year"

    static func path(_ year: Int) -> SitePath { SitePath(DiaryPage.path.folder + "\(year)/") }

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let years = Set(site.library.plays.toldMonths.map(\.year)).sorted()
        return years.map { year in
            let head = PageHead(
                title: phrase("diary.ofYear", ["year": String(year)]),
                description: phrase("diary.yearDescription", ["year": String(year)]), section: DiaryPage.path)
            let inputs: [Input] = [
                .diary(.year(year)), .undated, .value("\(years)"), site.knownDays(in: .year(year)), site.today(in: .year(year)),
                .value("\(site.reviewedPeriods.contains(.year(year)))"),
            ]
            return page(path(year), head: head, inputs: inputs) {
                DiaryYearContext(year: year, years: years, site: site, links: $0)
            }
        }
    }

    typealias Context = DiaryYearContext
}

/// What `pages/diary-year.md` is rendered with.
struct DiaryYearContext: TemplateContext {
    let year: Int
    /// The years that have a page.
    let years: [Int]
    let site: Site
    let links: Links

    static let summary = "A year of the diary."
    static let fields = Fields<Self>(
        .text("year", "The year, as in `2026`.") { String($0.year) },
        .list("months", "Its twelve months, the empty ones too.") { $0.months },
        .flag("hasPlays", "Whether anything was watched in it, and not only marked.") { context in
            context.calendar.contains { context.site.library.statistics.months[$0] != nil }
        },
        .chart("hours", "The same months in hours.") { $0.hours },
        .text("previous", "The year before it that has plays.") { $0.earlier.map(String.init) },
        .link("previousLink", "That year's page.") { context in
            context.earlier.map { context.links.to(DiaryYearPages.path($0)) }
        },
        .text("next", "The year after it that has plays.") { $0.later.map(String.init) },
        .link("nextLink", "That year's page.") { context in context.later.map { context.links.to(DiaryYearPages.path($0)) } },
        .link("reviewLink", "The year in review; nothing where it has none.") {
            ReviewPages.address(of: .year($0.year), in: $0.site, $0.links)
        },
        .link("diaryLink", "All years.") { $0.links.to(DiaryPage.path) },
        .text("undated", "How many plays of the library have no day, as in `1,234 plays (980 h)`; nothing where all have one.") {
            DiaryNote.undated($0.site)
        },
        .link("aboutLink", "How the days are known.") { $0.links.to(AboutPage.path) })

    private var calendar: [CalendarMonth] { (1...12).map { CalendarMonth(year: year, month: $0) } }
    private var earlier: Int? { years.last { $0 < year } }
    private var later: Int? { years.first { $0 > year } }

    private var months: [DiaryMonthEntryContext] {
        calendar.map { DiaryMonthEntryContext($0, site: site, links: links) }
    }

    private var hours: SeriesChart {
        let activity = Activity(site.library.plays.plays(in: .year(year)))
        return activity.monthRows(of: year, within: site.knownDays(of: .year(year)), until: site.dataEnd)
            .chart(by: .month, in: String(year))
    }
}
