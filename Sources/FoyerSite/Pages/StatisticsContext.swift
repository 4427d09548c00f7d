/// What `pages/statistics.md` is rendered with.
struct StatisticsContext: TemplateContext {
    let period: Period
    let listed: ListedPeriods
    let site: Site
    let links: Links
    /// Counted once for all that the page shows.
    let numbers: PeriodStatistics
    /// The titles that took the most time, likewise.
    let mostWatched: [(title: Title, totals: Statistics.Totals)]

    init(period: Period, listed: ListedPeriods, site: Site, links: Links) {
        self.period = period
        self.listed = listed
        self.site = site
        self.links = links
        numbers = PeriodStatistics(period, of: site.library, within: site.knownDays(of: period))
        mostWatched = numbers.mostWatched(in: site.library, limit: 10)
    }

    var library: Library { site.library }
    var activity: Activity { numbers.activity }

    static let summary = "The numbers of all time, of a year or of a month. A section without data is left out."
    static let fields = Fields<Self>(
        .text("heading", "The page's heading.") { $0.heading },
        .text("period", "`2026` or `November 2026`; nothing for all time.") { $0.period == .allTime ? nil : $0.period.name },
        .text("dataDay", "The day of the data, as in `20 November 2026`; nothing for a period that is over.") { context in
            let isOver = context.period != .allTime && !context.site.isRunning(context.period)
            return isOver ? nil : context.site.dataDay?.words
        },
        .flag("isEmpty", "Whether nothing was watched.") { $0.numbers.total.plays == 0 },
        .flag("isFew", "Whether something was watched, and too little to tell more of than its numbers.") { $0.isFew },
        .list("trail", "The pages around this one.") { $0.trail },
        .list("inside", "The pages of the years, or of the months, that the period has.") { $0.inside },
        .list("numbers", "Headline numbers.") { $0.headline },
        .chart("kinds", "What was watched by kind; nothing where all is of one, or it is too little.") { $0.kinds },
        .text("partsHeading", "`Year by year`, `Month by month` or `Day by day`.") { $0.partsHeading },
        .chart("parts", "The years, months or days of the period, with empty ones between them.") { $0.parts },
        .list(
            "against",
            "The period beside an earlier one, each with the difference below; nothing of those in which fewer than five plays were."
        ) {
            $0.against
        },
        .link("periods", "All periods beside each other.") { $0.links.to(PeriodsPage.path) },
        .text("againstRule", "By what rule two periods are held against each other, in sentences.") { $0.againstRule },
        .chart("calendar", "Every day of a year.") { $0.calendar },
        .chart("weeks", "The weeks of a year.") { $0.weeks },
        .chart("week", "The hours of the week, where the edition may tell them and enough of them are known.") {
            $0.activity.weekChart($0.library.days, in: $0.time)
        },
        .chart("weekdays", "The days of the week, where its hours do not tell them.") {
            $0.activity.weekdayChart(in: $0.time, onlyDated: $0.period == .allTime)
        },
        .list("records", "Streaks, pauses and the most active times.") { $0.records },
        .list("most", "The titles that took the most time; at most 10.") { $0.most },
        .chart("ranking", "The same as bars; nothing where there are too few titles for a ranking, or plays for a drawing.") {
            $0.ranking
        },
        .flag("isRanked", "Whether there are enough titles for a ranking.") { $0.numbers.titles.count >= Sample.smallest },
        .text("bingesRule", "What counts as one, in a sentence.") { $0.bingesRule },
        .list("binges", "Sittings of three or more episodes: the longest, or all where there are few.") { $0.binges },
        .text("bingesSentence", "What they show.") { $0.bingesSentence },
        .chart("lengths", "Plays by their length.") { $0.lengths },
        .chart("decades", "Plays and titles by the decade in which the title came out.") { $0.decades },
        .list("completion", "What became of the shows that were begun.") { $0.completion },
        .text("completionSentence", "What that shows.") { $0.completionSentence },
        .text("enduranceSentence", "How many finished titles others gave up; all time only.") { $0.enduranceSentence },
        .list("endurance", "Those that the most gave up; at most 5.") { $0.enduranceTitles },
        .chart("delays", "Episodes by how long after their air date they were watched.") { $0.numbers.airDelay.chart },
        .flag("hasShelf", "Whether anything is told of how long titles waited.") { !$0.shelfFacts.isEmpty },
        .list("shelf", "How long titles waited on the list.") { $0.shelfFacts },
        .list("oldest", "The titles that wait the longest; at most 5; all time only.") { $0.oldest },
        .list("backlog", "What is left to watch, by list and of all together; all time only.") { $0.backlog },
        .text("backlogSentence", "The pace that the forecast stands on.") { $0.backlogSentence },
        .list("ledger", "How many plays have which kind of date.") { $0.ledger },
        .text("estimated", "The share of the time that is estimated.") { $0.estimated },
        .text("unknownLength", "How many plays count as no time, in a sentence; nothing where none does.") {
            $0.numbers.total.gap
        })

    private var heading: String {
        period == .allTime
            ? phrase("navigation.statistics") : phrase("statistics.periodHeading", ["period": period.name])
    }

    private var trail: [TrailContext] {
        func step(_ period: Period, _ name: String) -> TrailContext {
            TrailContext(name: name, address: links.to(StatisticsPages.path(period)))
        }
        guard period != .allTime else { return [] }
        var trail: [TrailContext] = []
        if let before = listed.neighbour(of: period, isAfter: false) {
            trail.append(step(before, phrase("label.previousPeriod", ["period": before.name])))
        }
        trail.append(step(.allTime, Period.allTime.name))
        if case .month(let month) = period { trail.append(step(.year(month.year), String(month.year))) }
        if let after = listed.neighbour(of: period, isAfter: true) {
            trail.append(step(after, phrase("label.nextPeriod", ["period": after.name])))
        }
        return trail
    }

    private var inside: [TrailContext] {
        let periods: [(String, Period)] =
            switch period {
            case .allTime: listed.years.map { (String($0), .year($0)) }
            case .year(let year): listed.months.filter { $0.year == year }.map { ($0.name, .month($0)) }
            case .month: []
            }
        return periods.map { TrailContext(name: $0, address: links.to(StatisticsPages.path($1))) }
    }

    private var headline: [FactContext] {
        let total = numbers.total
        guard total.plays > 0 else { return [] }
        var facts = [total.timeFact(dated: activity.total)]
        func add(_ name: String, _ sample: Sample?) {
            if let sample { facts.append(sample.durationFact(name)) }
        }
        if total.episodes > 0 { facts.append(FactContext(phrase("label.episodes"), total.episodes.grouped)) }
        if total.films > 0 { facts.append(FactContext(phrase("label.films"), total.films.grouped)) }
        facts.append(FactContext(phrase("label.titles"), total.titles.grouped))
        if numbers.again.plays > 0 { facts.append(FactContext(phrase("label.watchedAgain"), numbers.again.inWords)) }
        if !activity.days.isEmpty {
            facts.append(FactContext(phrase("label.daysWithPlay"), activity.days.count.grouped))
        }
        add(phrase("statistics.typicalDay"), activity.sample)
        add(phrase("statistics.anEpisode"), Sample(histogram: numbers.lengths.episodes))
        add(phrase("statistics.aFilm"), Sample(histogram: numbers.lengths.films))
        return facts
    }

    /// Fewer plays are neither averaged nor ranked, and a drawing of them says no more than their number.
    var isFew: Bool { (1..<Sample.smallest).contains(numbers.total.plays) }

    private var kinds: SeriesChart? {
        guard numbers.kinds.count > 1, !isFew else { return nil }
        let rows = MediaKind.allCases.compactMap { kind in numbers.kinds[kind].map { TotalsRow(kind.plural, $0) } }
        let total = numbers.total
        return rows.chart(of: phrase("label.kind"), [.hours, .plays, .titles]) { measure in
            ChartWords(
                finding: ClassFinding.time(rows, none: phrase("statistics.noKind"), isPartition: true),
                measure: ChartWords.measure(phrase("statistics.byKind", ["measure": measure]), of: time),
                source: phrase("statistics.amountOfTitles", count: total.titles, ["amount": total.amount]))
        }
    }

    private var ledger: [LedgerContext] {
        let all = numbers.total.plays
        return IndexedPlay.Evidence.allCases.compactMap { evidence in
            numbers.evidence[evidence].map { totals in
                LedgerContext(name: evidence.words, totals: totals, share: percent(totals.plays, of: all))
            }
        }
    }

    var estimated: String? {
        let minutes = numbers.lengths.estimatedMinutes
        return minutes > 0 ? percent(minutes, of: numbers.total.minutes) : nil
    }
}

/// A page around this one, or below it.
struct TrailContext: TemplateContext {
    let name: String
    let address: Address

    static let summary = "A page around this one, or below it."
    static let fields = Fields<Self>(
        .text("name", "Its name.") { $0.name },
        .link("link", "Its address.") { $0.address })
}
