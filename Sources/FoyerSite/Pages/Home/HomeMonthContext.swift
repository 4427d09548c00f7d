/// A month in one sentence: how much was watched, most of what, and how much it was a month before.
struct HomeMonthContext: TemplateContext {
    private let site: Site
    private let links: Links
    private let month: CalendarMonth
    private let totals: Statistics.Totals

    /// Nil where no play has a day.
    init?(site: Site, links: Links) {
        guard site.library.plays.firstDay != nil else { return nil }
        self.site = site
        self.links = links
        month = site.dataEnd.month
        totals = site.library.statistics.months[month] ?? .init()
    }

    static let summary = "A month in one sentence."
    static let fields = Fields<Self>(
        .text("amount", "As in `In November so far: 104 episodes and 2 films, 37 h`.") { $0.amount },
        .text("title", "What most of the time went to; nothing where that is not one title.") { $0.most?.name },
        .link("link", "Its own page.") { context in context.most.map { context.links.to(context.site.path(of: $0)) } },
        .flag("isOnlyTitle", "Whether nothing else was watched.") { $0.titles.count == 1 },
        .text("before", "As in `in the same days of October it was 28 h`; nothing where the data does not tell.") { $0.before })

    /// Whether the month goes on.
    private var isRunning: Bool { site.watchingDay <= month.lastDay }
    /// Whether the data tells of all of it.
    private var isWhole: Bool { !isRunning && month.lastDay <= site.dataEnd }
    /// With the year, where it is not this one.
    private var name: String { site.watchingDay.civil.year == month.year ? month.name : month.words }

    private var amount: String {
        guard totals.plays > 0 else { return phrase("home.nothingThisMonth", ["month": name]) }
        let amount = [totals.episodesAndFilms, totals.knownTime].compactMap { $0 }.joined(separator: ", ")
        let values: KeyValuePairs = ["month": name, "amount": amount]
        return isRunning ? phrase("home.monthSoFar", values) : phrase("home.wholeMonth", values)
    }

    /// Minutes and plays of each title, by its position.
    private var titles: [Int: Statistics.Totals] {
        site.library.plays.plays(in: .month(month)).reduce(into: [:]) { $0[Int($1.title), default: .init()].add($1.totals) }
    }

    private var most: Title? {
        func weight(_ totals: Statistics.Totals) -> (Int, Int) { (totals.minutes, totals.plays) }
        let sorted = titles.sorted { weight($1.value) < weight($0.value) }
        guard let first = sorted.first else { return nil }
        if let second = sorted.dropFirst().first, weight(second.value) == weight(first.value) { return nil }
        return site.library.titles[first.key]
    }

    /// Nil unless the data tells of all the days that it compares.
    private var before: String? {
        let former = month.adding(months: -1)
        guard let known = site.library.plays.firstDay, known <= former.firstDay else { return nil }
        let day = CalendarDay(former, day: min(site.dataEnd.civil.day, former.length))
        let isWhole = isWhole || totals.plays == 0 || day == former.lastDay
        let last = isWhole ? former.lastDay : day
        let amount = Activity(site.library.plays.plays(on: former.firstDay...last)).total
        guard amount.plays > 0 else { return nil }
        let values: KeyValuePairs = ["month": former.name, "amount": amount.figure]
        return isWhole ? phrase("home.monthBefore", values) : phrase("home.sameDays", values)
    }
}
