/// A month of the diary: every play with a believable day, and what was marked on one. A month without either is no page.
///
/// Why days have no pages of their own: there are thirty times as many of them, each of a few lines. A day's address is its heading on
/// the page of its month, and that of an entry its item.
enum DiaryMonthPages: PageKind {
    static let template = "diary-month"
    static let isFeed = true
    static var stylesheets: [String] { ["diary.css"] }
    static var posters: Poster.Use { .thumbnails }

    static func path(_ month: CalendarMonth) -> SitePath { .diary(month) }

    /// Where a day is told of, or an entry.
    static func address(_ anchor: String, on day: CalendarDay, _ links: Links) -> Address? {
        Address("\(links.to(path(day.month)).text)#\(anchor)")
    }

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let months = site.library.plays.toldMonths
        return months.enumerated().map { index, month in
            let name = month.words
            let head = PageHead(
                title: phrase("diary.ofMonth", ["month": name]),
                description: phrase("diary.monthDescription", ["month": name]), section: DiaryPage.path)
            let previous = index > 0 ? months[index - 1] : nil
            let next = index + 1 < months.count ? months[index + 1] : nil
            let inputs: [Input] = [
                .diary(.month(month)), .undated, .value("\(previous?.firstDay.iso ?? "") \(next?.firstDay.iso ?? "")"),
                .value("\(site.reviewedPeriods.contains(.month(month)))"),
            ]
            return page(path(month), head: head, inputs: inputs) {
                DiaryMonthContext(month: month, previous: previous, next: next, site: site, links: $0)
            }
        }
    }

    typealias Context = DiaryMonthContext
}

/// What `pages/diary-month.md` is rendered with.
struct DiaryMonthContext: TemplateContext {
    let month: CalendarMonth
    /// The months around it that have plays.
    let previous: CalendarMonth?
    let next: CalendarMonth?
    let site: Site
    let links: Links
    private let entries: [CalendarDay: [DiaryEntryContext]]

    init(month: CalendarMonth, previous: CalendarMonth?, next: CalendarMonth?, site: Site, links: Links) {
        self.month = month
        self.previous = previous
        self.next = next
        self.site = site
        self.links = links
        let marks = DiaryMarks(site, in: month)
        entries = site.library.diary(month.firstDay...month.lastDay).mapValues { entries in
            entries.map { DiaryEntryContext($0, marks: marks, site: site, links: links, address: Address("#\($0.anchor)")) }
        }
    }

    static let summary = "A month of the diary."
    static let fields = Fields<Self>(
        .text("month", "The month, as in `November 2026`.") { $0.month.words },
        .text("plays", "How much was watched: `34 plays, 21 h`; nothing where all was marked.") {
            $0.site.library.statistics.months[$0.month]?.inWords
        },
        .text("daysWatched", "On how many days, as in `12 days`.") { context in
            phrase("count.days", count: context.entries.values.count { entries in entries.contains { !$0.entry.isMarked } })
        },
        .list("weekdays", "The days of the week, Monday first.") { _ in WeekdayContext.all },
        .list("rows", "The month as a calendar: its weeks, Monday to Sunday.") { context in
            MonthGrid(context.month).weeks.map { DiaryRowContext(days: $0, entries: context.entries) }
        },
        .list("weeks", "Its weeks in which something was watched or marked, the newest first.") { $0.weeks },
        .text("previous", "The month before it that has plays.") { $0.previous?.words },
        .link("previousLink", "That month's page.") { context in
            context.previous.map { context.links.to(DiaryMonthPages.path($0)) }
        },
        .text("next", "The month after it that has plays.") { $0.next?.words },
        .link("nextLink", "That month's page.") { context in context.next.map { context.links.to(DiaryMonthPages.path($0)) } },
        .text("year", "Its year.") { String($0.month.year) },
        .link("yearLink", "The year's page.") { $0.links.to(DiaryYearPages.path($0.month.year)) },
        .link("reviewLink", "The month in review; nothing where it has none.") {
            ReviewPages.address(of: .month($0.month), in: $0.site, $0.links)
        },
        .text("undated", "How many plays of the library have no day, as in `1,234 plays (980 h)`; nothing where all have one.") {
            DiaryNote.undated($0.site)
        },
        .link("aboutLink", "How the days are known.") { $0.links.to(AboutPage.path) })

    private var weeks: [DiaryWeekContext] {
        Dictionary(grouping: entries.keys) { CalendarWeek($0) }.sorted { $0.key > $1.key }.map { week, days in
            DiaryWeekContext(
                week: week, month: month,
                days: days.sorted(by: >).map { DiaryDayContext(day: $0, entries: entries[$0] ?? []) })
        }
    }
}
