/// Three numbers with what led to them: how much this month, the run of days, and the days to the next episode.
struct HomeFigures {
    let site: Site
    let links: Links

    private static let (months, days, weeks) = (12, 30, 12)

    var all: [HomeFigureContext] {
        let plays = site.library.plays
        let watched = plays.firstDay == nil ? [] : [month, run(Activity(plays.plays(in: .allTime)))]
        return watched + [next].compactMap { $0 }
    }

    private var month: HomeFigureContext {
        let months = site.library.statistics.months
        let month = site.dataEnd.month
        let totals = (0..<Self.months).reversed().map { months[month.adding(months: -$0)] ?? .init() }
        let isTimed = totals.contains { $0.minutes > 0 }
        func figure(_ totals: Statistics.Totals) -> String {
            isTimed ? duration(minutes: totals.minutes) : phrase("count.plays", count: totals.plays)
        }
        let before = month.adding(months: -1)
        let note = months[before].map { phrase("home.monthFigure", ["month": before.name, "amount": figure($0)]) }
        return HomeFigureContext(
            name: phrase("home.watchedIn", ["month": month.name]), value: figure(months[month] ?? .init()),
            sparkline: Sparkline(values: totals.map { isTimed ? $0.minutes : $0.plays }), note: note)
    }

    private func run(_ activity: Activity) -> HomeFigureContext {
        let last = site.dataEnd
        let plays = (0..<Self.days).reversed().map { activity.days[last.adding(days: -$0)]?.plays ?? 0 }
        let sparkline = Sparkline(values: plays)
        let longest = activity.longestRun
        guard let run = activity.currentRun(today: site.watchingDay) else {
            return HomeFigureContext(
                name: phrase("label.longestStreak"), value: phrase("count.days", count: longest?.length ?? 0),
                sparkline: sparkline, note: longest?.range)
        }
        return HomeFigureContext(
            name: phrase("statistics.currentStreak"), value: phrase("count.days", count: run.length), sparkline: sparkline,
            note: longest.map { phrase("home.longestRun", ["days": phrase("count.days", count: $0.length)]) })
    }

    /// Nil where nothing is announced.
    private var next: HomeFigureContext? {
        let coming = site.agenda.days.lazy.flatMap(\.airings).filter(site.isToCome)
        let days = site.library.days
        guard let airing = coming.first, let context = AiringContext(airing, site: site, links: links) else { return nil }
        var weeks = Array(repeating: 0, count: Self.weeks)
        for airing in coming {
            let week = (airing.time.day(days).daysSince1970 - site.today.daysSince1970) / 7
            if weeks.indices.contains(week) { weeks[week] += 1 }
        }
        let isFilm = context.title.isFilm
        return HomeFigureContext(
            name: isFilm ? phrase("home.nextFilm") : phrase("home.nextEpisode"),
            value: context.day.countdown(from: site.today), sparkline: Sparkline(values: weeks),
            note: isFilm ? context.title.mark(of: airing)?.label : context.title.episode(of: airing)?.label,
            title: context.title.name, link: links.to(site.path(of: context.title)))
    }
}

/// A number with what led to it.
struct HomeFigureContext: TemplateContext {
    let name: String
    let value: String
    let sparkline: Sparkline
    let note: String?
    var title: String?
    var link: Address?

    static let summary = "A number with what led to it."
    static let fields = Fields<Self>(
        .text("name", "What is told.") { $0.name },
        .text("value", "The number.") { $0.value },
        .text("sparkline", "Such numbers along time as a text of blocks, which is drawn where it stands as code.") {
            $0.sparkline.text
        },
        .text("title", "The title that it is about.") { $0.title },
        .link("link", "Its own page.") { $0.link },
        .text("note", "What there is to say besides.") { $0.note })
}
