/// The front page: what is being watched, what comes next, what was watched and rated last, and the numbers.
enum HomePage: PageKind {
    static let template = "home"
    static let navigation: [NavigationEntry: SitePath] = [.home: .home]

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let description =
            site.library.owner.name.map { phrase("home.descriptionOfOwner", ["owner": $0]) } ?? phrase("home.description")
        let head = PageHead(title: site.name, description: description, section: .home)
        let inputs: [Input] = [.library, .today, .now, .dataDay, .value("\(site.reviewedPeriods.years)")]
        return [page(.home, head: head, inputs: inputs) { HomeContext(site: site, links: $0) }]
    }

    typealias Context = HomeContext
}

/// What `pages/home.md` is rendered with.
struct HomeContext: TemplateContext {
    let site: Site
    let links: Links
    private let activity: Activity

    init(site: Site, links: Links) {
        self.site = site
        self.links = links
        activity = Activity(site.library.plays.plays(on: Self.lastYear(site)))
    }

    private var library: Library { site.library }

    static let summary = "The front page."
    static let fields = Fields<Self>(
        .link("avatar", "The owner's picture.") { Picture.avatar($0.library.owner.avatar) },
        .list("watching", "Shows that are being watched, the last watched first; at most 12.") { $0.watching },
        .count("watchingTotal", "How many shows are being watched.") { $0.allWatching.count },
        .flag("hasMoreWatching", "Whether there are more than are shown here.") { $0.allWatching.count > $0.watching.count },
        .link("watchingLink", "The list of them.") { $0.links.to(ListPages.path(.status(.watching))) },
        .list("upcoming", "What airs next for the library; at most 8.") { $0.upcoming },
        .link("upcomingLink", "All that airs.") { $0.links.to(UpcomingPage.path) },
        .list("paused", "What was paused half-way; at most 6.") { $0.paused },
        .list("recent", "Titles by their last play, the newest first; at most 12.") { $0.recent },
        .list("rated", "Titles by the day of their rating, the newest first; at most 12.") { $0.rated },
        .list("numbers", "Headline numbers.") { $0.numbers },
        .chart("months", "The twelve months up to the data's last day.") { $0.months },
        .chart("calendar", "Every day of these months.") {
            $0.activity.heatMap($0.lastMonths, $0.span, until: $0.site.dataEnd, in: $0.spanWords)
        },
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

    private var allWatching: [Title] { library.titles.filter { $0.status == .watching } }

    private func card(_ title: Title, _ remark: String = "", share: Int? = nil) -> TitleCardContext {
        TitleCardContext(title: title, site: site, links: links, remark: remark, share: share)
    }

    private var watching: [TitleCardContext] {
        allWatching.newestFirst { $0.lastPlay?.time.start }.prefix(12).map { title in
            let next = title.next.map { phrase("label.nextEpisode", ["episode": $0.episode.label($0.name)]) }
            return card(title, next ?? title.progress?.summary ?? "", share: title.progress?.percent)
        }
    }

    private var upcoming: [AiringContext] {
        let next = site.agenda.days.lazy.flatMap(\.airings).filter(site.isToCome).prefix(8)
        return next.compactMap { AiringContext($0, site: site, links: links) }
    }

    private var paused: [TitleCardContext] {
        library.paused.prefix(6).compactMap { paused in
            let day = paused.pausedAt.map { $0.day(library.days).countdown(from: site.today) }
            return library.title(paused.title).map { title in
                let episode = title.isFilm ? nil : paused.episode?.label
                return card(title, [episode, day].compactMap { $0 }.joined(separator: " · "), share: paused.percent)
            }
        }
    }

    private var recent: [TitleCardContext] {
        let last = library.titles.compactMap { title in title.lastPlay.map { (title, $0) } }
        return last.newestFirst { $0.1.time.start }.prefix(12).map { title, play in
            let day = play.time.day(library.days)?.shortWords ?? ""
            return card(title, (play.episode.map { "\($0.label(title.episodeNames[$0])) · " } ?? "") + day)
        }
    }

    private var rated: [TitleCardContext] {
        library.titles.filter { $0.rating?.ratedAt != nil }.newestFirst { $0.rating?.ratedAt?.order }.prefix(12).map { title in
            card(title, title.rating.map { stars($0.value) } ?? "")
        }
    }

    private var numbers: [FactContext] {
        let statistics = library.statistics
        let total = statistics.total
        let dated = statistics.months.values.reduce(into: Statistics.Totals()) { $0.add($1) }
        var facts = total.plays > 0 ? [total.timeFact(dated: dated)] : []
        for kind in MediaKind.allCases {
            guard let totals = statistics.kinds[kind] else { continue }
            let plays = kind == .movie ? phrase("count.plays", count: totals.plays) : totals.episodesAndFilms
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

    /// The twelve months that end with the data's last day: of a month that they begin or end in, only the days that are part of them.
    private var months: SeriesChart? {
        guard !activity.days.isEmpty else { return nil }
        let kinds = activity.kinds(by: \.month)
        let known = site.knownDays(of: .allTime)?.clamped(to: span)
        return lastMonths.map { month in
            let isCut = month.firstDay < span.lowerBound
            let name =
                isCut
                ? phrase("home.monthFrom", ["month": month.shortWords, "day": span.lowerBound.dayAndMonth]) : month.shortWords
            return TotalsRow(
                name, short: month.shortName, subject: month.words, activity.months[month], kinds: kinds[month],
                isWhole: known.holds(month.firstDay...month.lastDay))
        }.chart(by: .month, in: spanWords)
    }

    private var spanWords: String { phrase("home.twelveMonths", ["day": site.dataEnd.words]) }

    private var span: ClosedRange<CalendarDay> { Self.lastYear(site) }

    private var lastMonths: [CalendarMonth] {
        let first = span.lowerBound.month
        return (0...12).map(first.adding).filter { $0 <= span.upperBound.month }
    }

    /// The days of twelve months, of which the last is that of the data.
    private static func lastYear(_ site: Site) -> ClosedRange<CalendarDay> {
        let last = site.dataEnd
        let month = last.month.adding(months: -12)
        return CalendarDay(month, day: min(last.civil.day, month.length)).adding(days: 1)...last
    }
}

/// A name and what holds for it.
struct FactContext: TemplateContext {
    let name: String
    let value: String
    /// What there is to say besides.
    let note: String?

    init(_ name: String, _ value: String, note: String? = nil) {
        self.name = name
        self.value = value
        self.note = note
    }

    static let summary = "A name and what holds for it."
    static let fields = Fields<Self>(
        .text("name", "What is told.") { $0.name },
        .text("value", "What holds.") { $0.value },
        .text("note", "What there is to say besides.") { $0.note })
}

extension Statistics.Totals {
    /// All the time, and how much of it can be placed.
    ///
    /// - Parameter dated: what has a day.
    func timeFact(dated: Statistics.Totals) -> FactContext {
        FactContext(phrase("label.time"), timeInWords, note: datedWords(dated))
    }
}

extension Sample {
    /// Of minutes: the median, and the mean besides.
    func durationFact(_ name: String) -> FactContext { FactContext(name, medianWords, note: meanWords) }
}

extension Sequence {
    /// Sorted by an instant, the newest first; what has none comes last, in the order it had.
    func newestFirst(_ moment: (Element) -> Moment?) -> [Element] {
        map { ($0, moment($0)?.secondsSince1970 ?? .min) }.enumerated()
            .sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
    }
}
