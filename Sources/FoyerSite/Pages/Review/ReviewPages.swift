/// The year in review, and by the same count any month: on screen and on paper.
enum ReviewPages: PageKind {
    static let template = "review"
    static let stylesheets = ["review.css"]
    static let posters = Poster.Use.paper

    /// Where the review of a year or a month is; of all time there is none, only the list of years.
    static func path(_ period: Period) -> SitePath {
        switch period {
        case .allTime: YearsPage.path
        case .year(let year): SitePath(YearsPage.path.folder + "\(year)/")
        case .month(let month): SitePath(YearsPage.path.folder + "\(month.year)/\(padded(month.month))/")
        }
    }

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let shelf = site.reviewShelf
        return (shelf.years.map { .year($0) } + shelf.months.map { .month($0) }).map { (period: Period) in
            let head = PageHead(
                title: "\(period.name) in review",
                description: "What I watched and rated in \(period.name): a review in numbers, words and pictures.",
                section: YearsPage.path)
            return page(path(period), head: head, inputs: inputs(of: period, shelf, site)) {
                ReviewContext(period: period, shelf: shelf, site: site, links: $0)
            }
        }
    }

    /// What the review of a period shows, on its page and on the pictures beside it.
    static func inputs(of period: Period, _ shelf: PeriodShelf, _ site: Site) -> [Input] {
        let diaries = site.library.plays.months.filter { period.contains($0.firstDay) }.map(\.firstDay.iso)
        let words = "\(shelf.words(around: period)); \(diaries.joined(separator: " "))"
        return [.review(period), .undated, .value(words), site.end(of: period)]
            + (period.before.map { [.review($0)] } ?? [])
            // Where more may come, it tells what does.
            + (site.isRunning(period) ? [.library, .today, .now, .dataDay] : [])
    }

    typealias Context = ReviewContext
}

extension Period {
    /// The year or the month before it; of all time there is none.
    var before: Period? {
        switch self {
        case .allTime: nil
        case .year(let year): .year(year - 1)
        case .month(let month): .month(month.adding(months: -1))
        }
    }
}

extension Site {
    /// The library that reviews are made from: titles that have left it are still told of in the years that were sealed with them.
    var reviewLibrary: Library { sealedYears.library ?? library }

    /// What the review of a period is made from.
    func reviewPlays(in period: Period) -> ReviewPlays {
        sealedYears.plays(in: period) ?? library.reviewPlays(in: period, today: today)
    }

    /// The review of a period, without what the configuration leaves out.
    func review(of period: Period, upTo last: CalendarDay? = nil) -> Review {
        Review(period, reviewPlays(in: period), of: reviewLibrary, leavingOut: unreviewed, upTo: last)
    }

    /// The years and months that have a review: those with a play or a rating.
    var reviewShelf: PeriodShelf {
        let rated = library.plays.ratedDays.compactMap { $0?.month }
        let open = Set(library.plays.months).union(rated).filter { !sealedYears.contains($0) }
        let months = open.union(sealedYears.months).sorted()
        return PeriodShelf(months: months, years: Set(months.map(\.year)).sorted())
    }
}
