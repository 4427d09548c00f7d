/// A month of a year's review.
struct ReviewMonthContext: TemplateContext {
    let month: ReviewMonth
    /// Plays on the fullest day of the year, which all strips are drawn to.
    let mostPlays: Int
    let site: Site
    let links: Links

    private static let mostNames = 6

    static let summary = "A month of a year's review."
    static let fields = Fields<Self>(
        .text("name", "The month, as in `November`.") { $0.month.month.name },
        .link("link", "Its own review; nothing where nothing was watched or rated in it.") { context in
            context.isEmpty && context.month.rated.isEmpty ? nil : context.links.to(ReviewPages.path(.month(context.month.month)))
        },
        .chart("days", "Its days; nothing where nothing was watched in it.") { $0.days },
        .text("most", "The title that took the most time, where there is one.") { $0.most?.title.title.name },
        .link("mostLink", "That title's own page.") { context in
            context.most.map { context.site.address(of: $0.title.title, context.links) }
        },
        .text("mostAmount", "How much of it was watched.") { $0.most?.totals.amount },
        .list("lists", "What was begun, finished and rated.") { $0.lists })

    private var isEmpty: Bool { month.totals.plays == 0 }

    private var words: ChartWords {
        let last = min(month.month.lastDay, site.dataEnd)
        let days = month.days.isEmpty ? month.month.length : max(last.civil.day, month.days.keys.max()?.civil.day ?? 1)
        let length = last < month.month.firstDay ? month.month.length : days
        let finding = phrase(
            "review.monthDays", count: length, ["plays": month.totals.inWords, "active": String(month.days.count)])
        return ChartWords(
            finding: finding, measure: phrase("chart.playsADay"), sentence: phrase("chart.sentence", ["words": finding]))
    }

    private var days: DaysChart? {
        isEmpty ? nil : DaysChart([month.month], month.days, until: site.dataEnd, top: mostPlays, words: words)
    }

    private var most: (title: ReviewedTitle, totals: Statistics.Totals)? {
        month.titles.count > 1 ? month.titles.first.flatMap { $0.totals.minutes > 0 ? $0 : nil } : nil
    }

    private var lists: [NameListContext] {
        let shows = { (titles: [ReviewedTitle]) in titles.filter { !$0.title.isFilm } }
        let films = month.titles.map(\.title).filter(\.title.isFilm)
        return [
            NameListContext(phrase("review.begun"), shows(month.begun), most: Self.mostNames, site: site, links: links),
            NameListContext(phrase("review.finished"), shows(month.finished), most: Self.mostNames, site: site, links: links),
            NameListContext(phrase("label.films"), films, most: Self.mostNames, site: site, links: links),
            NameListContext(
                phrase("review.rated"), month.rated, most: Self.mostNames, showsRating: true, site: site, links: links),
        ].compactMap { $0 }
    }
}

extension ReviewContext {
    var monthContexts: [ReviewMonthContext] {
        guard isYear else { return [] }
        let most = activity.days.values.map(\.plays).max() ?? 0
        return months.filter { $0.month.firstDay <= lastDay || !$0.rated.isEmpty }.map {
            ReviewMonthContext(month: $0, mostPlays: most, site: site, links: links)
        }
    }
}
