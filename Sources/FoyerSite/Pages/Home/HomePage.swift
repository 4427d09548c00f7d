/// The front page: whose it is, what to watch now, and how much was watched.
enum HomePage: PageKind {
    static let template = "home"
    static let stylesheets = ["home.css"]
    static let navigation: [NavigationEntry: SitePath] = [.home: .home]

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let description =
            site.library.owner.name.map { phrase("home.descriptionOfOwner", ["owner": $0]) } ?? phrase("home.description")
        let head = PageHead(title: site.name, description: description, section: .home)
        let inputs: [Input] = [.library, .today, .now, .dataDay, .value("\(site.reviewedPeriods.years)")]
        let favourites = Input.value("favourites \(site.favourites.map(\.id.key))")
        let goals = site.currentPeriods.flatMap { period -> [Input] in [.review(period), site.goals(in: period)] }
        return [page(.home, head: head, inputs: inputs + [favourites] + goals) { HomeContext(site: site, links: $0) }]
    }

    typealias Context = HomeContext
}

/// What `pages/home.md` is rendered with.
struct HomeContext: TemplateContext {
    let site: Site
    let links: Links
    private let tonight: HomeTonight

    init(site: Site, links: Links) {
        self.site = site
        self.links = links
        tonight = HomeTonight(site: site, links: links)
    }

    private var library: Library { site.library }

    static let summary = "The front page."
    static let fields = Fields<Self>(
        .link("avatar", "The owner's picture.") { Picture.avatar($0.library.owner.avatar) },
        .object("month", "The month of the data's last day; nothing where no play has a day.") {
            HomeMonthContext(site: $0.site, links: $0.links)
        },
        .text("silence", "What is said where there is no month to tell of.") { $0.silence },
        .link("tonightLink", "What can be watched tonight.") { $0.links.to(TonightPage.path) },
        .list("next", "What to watch next: one title, or none.") { $0.tonight.next },
        .list("begun", "Others that are begun and have something to watch, the last watched first; at most 5.") {
            $0.tonight.begun
        },
        .flag("hasEstimates", "Whether any time of these is told as `about`.") { $0.tonight.hasEstimates },
        .list("planned", "Where nothing else is begun: what is planned and can be watched, the newest first; at most 5.") {
            $0.tonight.planned
        },
        .list("caughtUp", "Shows of which everything was watched, by the day on which they return; at most 4.") {
            $0.tonight.caughtUp
        },
        .text("moreCaughtUp", "How many more these are, as in `and 3 more`.") { $0.tonight.moreCaughtUp },
        .count("watchingTotal", "How many shows are being watched.") { context in
            context.library.titles.count { $0.status == .watching }
        },
        .link("watchingLink", "The list of them; nothing where all are here.") { context in
            context.tonight.hasMore ? context.links.to(ListPages.path(.status(.watching))) : nil
        },
        .list("week", "Today and the six days behind it, with what comes; nothing where nothing does.") {
            HomeDayContext.week(of: $0.site, $0.links)
        },
        .link("upcomingLink", "All that airs.") { $0.links.to(UpcomingPage.path) },
        .list(
            "figures",
            "How much was watched this month, the run of days, and when the next episode is on; each where it is known."
        ) {
            HomeFigures(site: $0.site, links: $0.links).all
        },
        .list("goals", "The goals of this year and this month.") { context in
            context.site.currentPeriods.flatMap(context.site.goals(of:)).map { GoalContext(progress: $0) }
        },
        .list("favourites", "The titles that are pinned, in the order of the configuration.") { context in
            context.site.favourites.map { title in
                TitleCardContext(
                    title: title, site: context.site, links: context.links, remark: title.rating.map { stars($0.value) } ?? "")
            }
        },
        .list("lately", "The last days on which something was watched or rated, the newest first; at most 6.") {
            HomeLately(site: $0.site, links: $0.links).days
        },
        .link("diaryLink", "The whole diary.") { $0.links.to(DiaryPage.path) },
        .list("numbers", "Headline numbers.") { $0.numbers },
        .chart("calendar", "Every day of the twelve months up to the data's last day.") { $0.calendar },
        .link("statisticsLink", "All statistics.") { $0.links.to(StatisticsPages.path(.allTime)) },
        .text("reviewYear", "The last year that has a review; in January the one before, as long as it is being read.") {
            $0.reviewYear.map(String.init)
        },
        .link("reviewLink", "That review.") { context in
            context.reviewYear.map { context.links.to(ReviewPages.path(.year($0))) }
        },
        .flag("isEmpty", "Whether the library has no title at all.") { $0.library.titles.isEmpty })

    private var reviewYear: Int? {
        let years = site.reviewedPeriods.years.filter { $0 <= site.watchingDay.year }
        let isJanuary = site.watchingDay.month.month == 1
        return isJanuary ? years.last { $0 < site.watchingDay.year } ?? years.last : years.last
    }

    private var silence: String? {
        guard !library.titles.isEmpty, library.plays.firstDay == nil else { return nil }
        let plays = library.statistics.total.plays
        return plays > 0
            ? phrase("home.nothingDated", count: plays) : phrase("home.nothingWatched", count: library.titles.count)
    }

    /// Without those that are nothing: a kind without a play, and ratings where there are none.
    private var numbers: [FactContext] {
        let statistics = library.statistics
        let total = statistics.total
        let dated = statistics.months.values.sum
        var facts = total.plays > 0 ? [total.timeFact(dated: dated)] : []
        for kind in MediaKind.allCases {
            guard let totals = statistics.kinds[kind] else { continue }
            let plays =
                totals.plays == 0
                ? nil : kind == .movie ? phrase("count.plays", count: totals.plays) : totals.episodesAndFilms
            let words = [plays, totals.knownTime].compactMap { $0 }.joined(separator: " · ")
            facts.append(FactContext(kind.plural, phrase("count.titles", count: totals.titles), note: words))
        }
        let rated = RatingAverages(library.titles.compactMap(\.rating?.value))
        if rated.count > 0 {
            let summary = phrase("rating.summary", ["mean": rated.meanText, "median": rated.medianText])
            facts.append(FactContext(phrase("label.ratings"), rated.count.grouped, note: summary))
        }
        return facts
    }

    private var calendar: DaysChart? {
        let last = site.dataEnd
        let month = last.month.adding(months: -12)
        let span = CalendarDay(month, day: min(last.civil.day, month.length)).adding(days: 1)...last
        let first = span.lowerBound.month
        let months = (0...12).map(first.adding).filter { $0 <= last.month }
        return Activity(library.plays.plays(on: span)).heatMap(
            months, span, until: last, in: phrase("home.twelveMonths", ["day": last.words]))
    }
}
