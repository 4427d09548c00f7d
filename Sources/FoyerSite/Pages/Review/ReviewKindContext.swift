/// What was watched of one kind.
struct ReviewKindContext: TemplateContext {
    let kind: MediaKind
    let review: ReviewContext
    private let titles: [ReviewedTitle]
    private let activity: Activity

    init(kind: MediaKind, review: ReviewContext) {
        self.kind = kind
        self.review = review
        titles = review.review.watched.filter { $0.title.id.kind == kind }
        activity = review.review.activity(of: kind)
    }

    private static let mostNames = 12

    static let summary = "What was watched of one kind."
    static let fields = Fields<Self>(
        .text("plural", "`TV shows`, `Anime` or `Films`.") { $0.kind.plural },
        .list("facts", "Its numbers.") { $0.facts },
        .list("lists", "What was begun and what was finished.") { $0.lists },
        .chart("months", "The months of a year.") { $0.months },
        .chart("week", "The hours of the week, where the edition may tell them and enough of them are known.") {
            $0.activity.weekChart($0.review.review.days, in: $0.review.period.name)
        },
        .chart("weekdays", "The days of the week, where its hours do not tell them.") {
            $0.activity.weekdayChart(in: $0.review.period.name)
        },
        .flag("isRanked", "Whether there are enough titles for a ranking by time.") { $0.titles.count >= Sample.smallest },
        .list("most", "The titles that took the most time; at most 10.") { $0.most },
        .flag("isRatedRanked", "Whether there are enough rated titles for a ranking.") { $0.allRated.count >= Sample.smallest },
        .list("rated", "The best rated of the titles that were watched, whenever they were rated; at most 10.") { $0.rated })

    private func shows(_ titles: [ReviewedTitle]) -> [ReviewedTitle] { titles.filter { !$0.title.isFilm } }

    /// Those that were only marked as watched, too. A film that was watched is finished, so nothing is told of it.
    private var finished: [ReviewedTitle] {
        shows(review.review.titles.filter { $0.title.id.kind == kind && $0.isFinished })
    }

    private var totals: Statistics.Totals { review.numbers.kinds[kind] ?? .init() }

    private var facts: [FactContext] {
        var facts: [FactContext] = []
        func add(_ name: String, _ number: Int) {
            if number > 0 { facts.append(FactContext(name, number.grouped)) }
        }
        add(phrase("label.titles"), totals.titles)
        if kind == .movie {
            add(phrase("label.plays"), totals.plays)
        } else {
            add(phrase("label.episodes"), totals.episodes)
            add(phrase("label.films"), totals.films)
        }
        if let time = totals.knownTime {
            let all = review.numbers.total.minutes
            let share = roundPercent(totals.minutes, of: all)
            let note = all > totals.minutes ? phrase("review.shareOfTime", ["share": share]) : nil
            facts.append(FactContext(phrase("label.time"), time, note: note))
        }
        add(phrase("review.new"), titles.count { $0.record.past == .new })
        add(phrase("review.watchedBefore"), titles.count { $0.record.past == .returning })
        add(phrase("review.newUnknown"), titles.count { $0.record.past == .unknown })
        add(phrase("review.finished"), finished.count)
        if review.isYear, let most = Activity.most(activity.weeks) {
            let span = review.period.days
            let first = max(most.key.firstDay, span?.lowerBound ?? most.key.firstDay)
            let last = min(most.key.firstDay.adding(days: 6), span?.upperBound ?? most.key.firstDay.adding(days: 6))
            let days = phrase("review.daysOfWeek", ["first": first.dayAndMonth, "last": last.dayAndMonth])
            facts.append(FactContext(phrase("review.fullestWeek"), days, note: most.totals.amount))
        }
        return facts
    }

    private var lists: [NameListContext] {
        [(phrase("review.begun"), shows(titles.filter(\.isNew))), (phrase("review.finished"), finished)]
            .compactMap { name, titles in
                NameListContext(name, titles, most: Self.mostNames, site: review.site, links: review.links)
            }
    }

    private var months: SeriesChart? {
        guard case .year(let year) = review.period, activity.months.count > 1, activity.isDrawn else { return nil }
        return activity.monthRows(of: year, within: review.site.knownDays(of: review.period), until: review.site.dataEnd)
            .chart(by: .month, in: review.period.name)
    }

    private var most: [TitleCardContext] {
        titles.byTime.prefix(10).map { title in
            let plays = title.totals.plays
            let count =
                title.title.isFilm
                ? plays > 1 ? phrase("review.times", count: plays) : nil : phrase("count.episodes", count: plays)
            return review.card(title, [count, title.totals.knownTime].compactMap { $0 }.joined(separator: " · "))
        }
    }

    private var allRated: [ReviewedTitle] { titles.byRating }

    private var rated: [TitleCardContext] {
        let rated = allRated
        let shown = rated.count < Sample.smallest ? rated.sorted { $0.title.sortKey < $1.title.sortKey } : Array(rated.prefix(10))
        return shown.map { review.card($0, $0.record.rating.map(stars) ?? "") }
    }
}

extension ReviewContext {
    var kinds: [ReviewKindContext] {
        MediaKind.allCases.filter { numbers.kinds[$0] != nil }.map { ReviewKindContext(kind: $0, review: self) }
    }
}

/// A few titles by name, such as those that were begun.
struct NameListContext: TemplateContext {
    let name: String
    let shown: [ReviewedTitle]
    let more: Int
    let showsRating: Bool
    let site: Site
    let links: Links

    /// Nil for no titles.
    init?(_ name: String, _ titles: [ReviewedTitle], most: Int, showsRating: Bool = false, site: Site, links: Links) {
        if titles.isEmpty { return nil }
        self.name = name
        shown = Array(titles.prefix(most))
        more = titles.count - shown.count
        self.showsRating = showsRating
        self.site = site
        self.links = links
    }

    static let summary = "A few titles by name."
    static let fields = Fields<Self>(
        .text("name", "What they have in common, as in `Begun`.") { $0.name },
        .count("count", "How many they are.") { $0.shown.count + $0.more },
        .list("titles", "The first of them.") { list in
            list.shown.map { title in
                TitleCardContext(
                    title: title.title, site: list.site, links: list.links,
                    remark: list.showsRating ? title.record.rating.map { stars($0).onOneLine } ?? "" : "")
            }
        },
        .text("more", "How many more there are, as in `and 3 more`.") { list in
            list.more > 0 ? phrase("review.andMore", count: list.more) : nil
        })
}
