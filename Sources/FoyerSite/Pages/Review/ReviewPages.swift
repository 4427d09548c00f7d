/// The year in review, and by the same count any month: on screen and on paper.
enum ReviewPages: PageKind {
    static let template = "review"
    static let isArticle = true
    static let hasChapters = true
    static let stylesheets = ["review.css"]
    static let posters = Poster.Use.paper

    /// Where the review of a year or a month is; of all time there is none, only the list of years.
    static func path(_ period: Period) -> SitePath {
        switch period {
        case .allTime: YearsPage.path
        case .year(let year): SitePath(YearsPage.path.folder + "\(year)/")
        case .month(let month): .review(of: month)
        }
    }

    /// The review of a period; nil where it has none.
    static func address(of period: Period, in site: Site, _ links: Links) -> Address? {
        site.reviewedPeriods.contains(period) ? links.to(path(period)) : nil
    }

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let listed = site.reviewedPeriods
        return (listed.years.map { .year($0) } + listed.months.map { .month($0) }).map { (period: Period) in
            let head = PageHead(
                title: phrase("review.title", ["period": period.name]),
                description: phrase("review.description", ["inPeriod": period.inSentence]),
                section: YearsPage.path, card: SocialCard(period))
            return page(path(period), head: head, inputs: inputs(of: period, listed, site) + [site.goals(in: period)]) {
                ReviewContext(period: period, listed: listed, site: site, links: $0)
            }
        }
    }

    /// What the review of a period shows, on its page and on the pictures beside it.
    static func inputs(of period: Period, _ listed: ListedPeriods, _ site: Site) -> [Input] {
        let diaries = site.library.plays.toldMonths.filter { period.contains($0.firstDay) }.map(\.firstDay.iso)
        let words = "\(listed.words(around: period)); \(diaries.joined(separator: " "))"
        return [.review(period), .undated, .value(words), site.knownDays(in: period)]
            + (period.before.map { [.review($0)] } ?? [])
            // Where more may come, it tells what does.
            + (site.isRunning(period) ? [.library, .today, .now, .dataDay, reach(of: site)] : [])
    }

    private static func reach(of site: Site) -> Input {
        .value("calendar to \(site.library.coverage.reach(from: site.today).words)")
    }

    typealias Context = ReviewContext
}
