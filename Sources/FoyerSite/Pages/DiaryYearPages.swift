/// A year of the diary: its months, the empty ones too. A year in which nothing was watched or marked is no page.
enum DiaryYearPages: PageKind {
    static let template = "diary-year"

    static func path(_ year: Int) -> SitePath { SitePath(DiaryPage.path.folder + "\(year)/") }

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let years = Set(site.library.plays.toldMonths.map(\.year)).sorted()
        return years.map { year in
            let head = PageHead(
                title: "Diary of \(year)", description: "What I watched in \(year), month by month.", section: DiaryPage.path)
            let inputs: [Input] = [
                .plays(.year(year)), .undated, .value("\(years)"), site.end(of: .year(year)), site.today(in: .year(year)),
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
        .chart("hours", "The same months in hours.") { $0.hours },
        .text("previous", "The year before it that has plays.") { $0.earlier.map(String.init) },
        .link("previousLink", "That year's page.") { context in
            context.earlier.map { context.links.to(DiaryYearPages.path($0)) }
        },
        .text("next", "The year after it that has plays.") { $0.later.map(String.init) },
        .link("nextLink", "That year's page.") { context in context.later.map { context.links.to(DiaryYearPages.path($0)) } },
        .link("reviewLink", "The year in review; nothing where it has none.") { context in
            let period = Period.year(context.year)
            return context.site.reviewedPeriods.contains(period) ? context.links.to(ReviewPages.path(period)) : nil
        },
        .link("diaryLink", "All years.") { $0.links.to(DiaryPage.path) },
        .text("undated", "How many plays of the library have no day, as in `1,234 plays`; nothing where all have one.") {
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
        let rows = calendar.map { TotalsRow($0.shortWords, phrase: "in \($0.name)", site.library.statistics.months[$0]) }
        let total = rows.reduce(into: Statistics.Totals()) { $0.add($1.totals) }
        var sentence = "\(total.inWords) in \(year)"
        if let most = rows.max(by: { $0.totals.minutes < $1.totals.minutes }), most.totals.minutes > 0 {
            sentence += ", the most \(most.phrase): \(duration(minutes: most.totals.minutes))"
        }
        return rows.chart(of: "Month", sentence: sentence + ".")
    }
}
