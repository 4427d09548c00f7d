/// The years and months in which something was watched, and what was watched on this day in the years before.
///
/// Why only here: a page of a month stays as it is when a day is over.
enum DiaryPage: PageKind {
    static let template = "diary"
    static let isFeed = true
    static var navigation: [NavigationEntry: SitePath] { [.diary: path] }
    static let path = SitePath("diary/")
    static var stylesheets: [String] { ["diary.css"] }
    static var posters: Poster.Use { .thumbnails }

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let head = PageHead(title: phrase("navigation.diary"), description: phrase("diary.description"), section: path)
        return [
            page(path, head: head, inputs: [.diary(.allTime), .undated, .today, .dataDay]) { DiaryContext(site: site, links: $0) }
        ]
    }

    typealias Context = DiaryContext
}

/// What `pages/diary.md` is rendered with.
struct DiaryContext: TemplateContext {
    let site: Site
    let links: Links

    static let summary = "The diary's years."
    static let fields = Fields<Self>(
        .list("years", "The years with plays, the newest first.") { $0.years },
        .text("plays", "How many plays have a day, and how long they took: `412 plays, 310 h`.") { context in
            context.total.plays > 0 ? context.total.inWords : nil
        },
        .text("thisDay", "The day on which the site is built, as in `20 November`.") { $0.site.today.wordsWithoutYear },
        .list("memories", "What was watched on this day in earlier years, the nearest first.") { context in
            OnThisDay(context.site.library, today: context.site.today).days.map {
                OnThisDayContext(day: $0, site: context.site, links: context.links)
            }
        },
        .flag("hasMarked", "Whether anything was marked as watched on a day.") { !$0.site.library.plays.marked.isEmpty },
        .text("undated", "How many plays have no day, as in `1,234 plays (980 h)`; nothing where all have one.") {
            DiaryNote.undated($0.site)
        },
        .link("aboutLink", "How the days are known.") { $0.links.to(AboutPage.path) })

    private var total: Statistics.Totals { site.library.statistics.months.values.sum }

    private var years: [DiaryYearEntryContext] {
        let months = site.library.statistics.months
        return Dictionary(grouping: site.library.plays.toldMonths, by: \.year).sorted { $0.key > $1.key }.map { year, inYear in
            DiaryYearEntryContext(
                year: year, totals: inYear.compactMap { months[$0] }.sum,
                link: links.to(DiaryYearPages.path(year)),
                months: inYear.sorted(by: >).map { DiaryMonthEntryContext($0, site: site, links: links) })
        }
    }
}

extension CalendarDay {
    /// `20 November`.
    fileprivate var wordsWithoutYear: String { phrase("diary.dayAndMonth", ["day": String(civil.day), "month": month.name]) }
}

/// What the diary says of plays that it cannot place.
enum DiaryNote {
    static func undated(_ site: Site) -> String? {
        let totals = site.library.plays.withoutDay
        return totals.plays > 0 ? totals.inWordsAside : nil
    }
}

/// A year of the diary.
struct DiaryYearEntryContext: TemplateContext {
    let year: Int
    let totals: Statistics.Totals
    let link: Address
    let months: [DiaryMonthEntryContext]

    static let summary = "A year of the diary."
    static let fields = Fields<Self>(
        .text("year", "The year, as in `2026`.") { String($0.year) },
        .link("link", "Its page.") { $0.link },
        .text("plays", "How much was watched: `412 plays, 310 h`; nothing where all was marked.") { year in
            year.totals.plays > 0 ? year.totals.inWords : nil
        },
        .list("months", "Its months with plays, the newest first.") { $0.months })
}

/// A month of the diary.
struct DiaryMonthEntryContext: TemplateContext {
    let month: CalendarMonth
    let totals: Statistics.Totals?
    /// What is told of a month without plays.
    let silence: String
    let link: Address?

    init(_ month: CalendarMonth, site: Site, links: Links) {
        self.month = month
        totals = site.library.statistics.months[month]
        let isMarked = totals == nil && !site.library.plays.marked(in: .month(month)).isEmpty
        silence =
            month > site.today.month
            ? phrase("diary.stillToCome")
            : isMarked
                ? phrase("diary.markedOnly")
                : month > site.dataEnd.month ? phrase("diary.notKnownYet") : phrase("diary.nothing")
        link = totals == nil && !isMarked ? nil : links.to(DiaryMonthPages.path(month))
    }

    static let summary = "A month of the diary."
    static let fields = Fields<Self>(
        .text("name", "The month, as in `November`.") { $0.month.name },
        .text("year", "Its year.") { String($0.month.year) },
        .link("link", "Its page; nothing where it has no plays.") { $0.link },
        .text("plays", "How much was watched: `34 plays, 21 h`, `nothing`, `marked only`, `still to come`, or `not known yet`.") {
            $0.totals?.inWords ?? $0.silence
        })
}
