/// What `pages/review.md` is rendered with.
struct ReviewContext: PlaysContext {
    let period: Period
    let listed: ListedPeriods
    let site: Site
    let links: Links
    let review: Review
    /// Counted once for all that the page shows.
    let months: [ReviewMonth]
    let ratings: ReviewRatings

    init(period: Period, listed: ListedPeriods, site: Site, links: Links) {
        self.period = period
        self.listed = listed
        self.site = site
        self.links = links
        review = site.review(of: period)
        months = review.months
        ratings = ReviewRatings(review)
    }

    var playsFingerprint: String { review.fingerprint }
    var library: Library { site.reviewLibrary }
    var numbers: PeriodStatistics { review.numbers }
    var activity: Activity { numbers.activity }
    var isYear: Bool { if case .year = period { true } else { false } }

    static let summary = "A year or a month in review. A section without data is left out."
    static let fields = Fields<Self>(
        .text("period", "`2026` or `November 2026`.") { $0.period.name },
        .text("when", "`in 2026` or `in November 2026`.") { $0.period.inSentence },
        .text("thisPeriod", "`This year` or `This month`.") {
            $0.isYear ? phrase("review.thisYear") : phrase("review.thisMonth")
        },
        .text("asOf", "The day up to which is counted, where the period is not over.") {
            $0.asOf
        },
        .text("reason", "Why it is counted up to a day: `the year is not over`.") { $0.isRunning ? $0.reason : nil },
        .flag("isEmpty", "Whether nothing was watched in it.") { $0.review.plays.isEmpty },
        .list("trail", "The pages around this one.") { $0.trail },
        .list("headline", "A few big numbers.") { $0.headline },
        .list("goals", "What was to be watched in it, and how much of that was.") { context in
            context.site.goals(of: context.period).map { GoalContext(progress: $0) }
        },
        .list("opening", "What they come to, sentence by sentence.") { $0.opening },
        .list("wall", "The titles that took the most time, as pictures; at most 18.") { $0.wall },
        .list("ends", "The first and the last play.") { $0.ends },
        .list("kinds", "What was watched, by kind.") { $0.kinds },
        .list("ratingFacts", "How many titles were rated in it, their median and their mean.") { $0.ratings.facts },
        .chart("distribution", "How many titles got each rating in it, from 1 to 10.") { $0.distribution },
        .text("crowdSentence", "Whether these ratings are kinder or harsher than those of Simkl's viewers.") {
            $0.ratings.crowdSentence
        },
        .list("ratedLists", "The best of this year's releases and of older ones; or all, where too few were rated.") {
            $0.ratedLists
        },
        .chart("higher", "Rated in it, and most above Simkl's viewers; at most 5.") { $0.gaps($0.ratings.crowd.higher) },
        .chart("lower", "Rated in it, and most below Simkl's viewers; at most 5.") { $0.gaps($0.ratings.crowd.lower) },
        .chart("parts", "The days of a month; nothing for a year.") { $0.parts },
        .chart("calendar", "Every day of a year.") { $0.calendar },
        .list("records", "Streaks, pauses, the fullest day, sittings, and other things that stand out.") { $0.records },
        .list("milestones", "The plays at round numbers.") { $0.milestones },
        .chart("delays", "Episodes by how long after their air date they were watched.") { $0.numbers.airDelay.chart },
        .text("backlog", "How much lay on the lists when the period began and when it ended.") { $0.backlog },
        .list("origins", "Genres, countries and networks; those of them that are known of any title.") { $0.origins },
        .list("months", "The months of a year up to today.") { $0.monthContexts },
        .text("comparedWith", "The period before, as in `2025`; of the same length, where this one is not over.") {
            $0.beforeName
        },
        .list("against", "Its numbers beside those of the period before.") { $0.against },
        .list("coming", "What airs next; at most 12. Only for the period that is not over.") { $0.coming },
        .text("comingSentence", "How much is announced, and how far that reaches.") { $0.comingSentence },
        .list("accounting", "How it was counted, sentence by sentence.") { $0.accounting },
        .link("aboutLink", "How the days are known.") { $0.links.to(AboutPage.path) },
        .list("pictures", "The pictures to share; of a year.") { $0.pictures },
        .link("letterLink", "This page, to be printed on US Letter.") { _ in Address("#us_letter") })

    /// Where what is counted ends: the period's last day, or that of the data.
    var lastDay: CalendarDay {
        guard let span = period.days else { return site.dataEnd }
        return max(min(span.upperBound, site.dataEnd), activity.days.keys.max() ?? span.lowerBound)
    }

    var isRunning: Bool { site.isRunning(period) }

    var asOf: String? { isRunning ? site.dataEnd.words : nil }

    /// Why more may come.
    var reason: String {
        guard let span = period.days, span.upperBound < site.watchingDay else {
            return isYear ? phrase("review.yearNotOver") : phrase("review.monthNotOver")
        }
        return phrase("review.dataEnds")
    }

    func card(_ reviewed: ReviewedTitle, _ remark: String = "") -> TitleCardContext {
        TitleCardContext(title: reviewed.title, site: site, links: links, remark: remark)
    }

    private var pictures: [TrailContext] {
        guard isYear, site.cardFaces != nil else { return [] }
        let pictures = [(phrase("review.widePicture"), ShareCard.Format.wide), (phrase("review.tallPicture"), .tall)]
        return pictures.map { name, format in
            TrailContext(name: name, address: links.to(file: ShareFiles.path(period, format)))
        }
    }

    private var trail: [TrailContext] {
        func step(_ period: Period, _ name: String) -> TrailContext {
            TrailContext(name: name, address: links.to(ReviewPages.path(period)))
        }
        var trail: [TrailContext] = []
        if let before = listed.neighbour(of: period, isAfter: false) {
            trail.append(step(before, phrase("label.previousPeriod", ["period": before.name])))
        }
        if case .month(let month) = period {
            trail.append(step(.year(month.year), String(month.year)))
            if library.plays.toldMonths.contains(month) {
                trail.append(TrailContext(name: phrase("navigation.diary"), address: links.to(DiaryMonthPages.path(month))))
            }
        } else {
            trail.append(step(.allTime, phrase("review.allYears")))
            if case .year(let year) = period, library.plays.toldMonths.contains(where: { $0.year == year }) {
                trail.append(TrailContext(name: phrase("navigation.diary"), address: links.to(DiaryYearPages.path(year))))
            }
        }
        if site.library.plays.months.contains(where: { period.contains($0.firstDay) }) {
            trail.append(TrailContext(name: phrase("navigation.statistics"), address: links.to(StatisticsPages.path(period))))
        }
        if let after = listed.neighbour(of: period, isAfter: true) {
            trail.append(step(after, phrase("label.nextPeriod", ["period": after.name])))
        }
        return trail
    }
}

/// One sentence.
struct SentenceContext: TemplateContext {
    let text: String

    static let summary = "One sentence."
    static let fields = Fields<Self>(.text("text", "The sentence.") { $0.text })
}

/// A play that stands out.
struct ReviewPlayContext: TemplateContext {
    let name: String
    let play: ReviewPlay
    let title: Title
    let day: CalendarDay?
    let clock: String?
    let site: Site
    let links: Links

    static let summary = "A play that stands out."
    static let fields = Fields<Self>(
        .text("name", "Why it does, as in `First play` or `100`.") { $0.name },
        .text("title", "The title's name.") { $0.title.name },
        .link("link", "The title's own page.") { $0.site.address(of: $0.title, $0.links) },
        .text("episode", "The episode, as in `S04E03`; nothing for films.") { $0.play.play.episode?.label },
        .time("day", "The day, as in `20 November 2026`.") { $0.day.map { TimeText($0.words, of: $0) } },
        .time("shortDay", "The same for a table, as in `20 Nov 2026`.") { $0.day.map { TimeText($0.shortWords, of: $0) } },
        .text("clock", "The time, as in `21:15`, in the editions that tell it.") { $0.clock })
}
