/// The numbers of all time, of each year and of each month that has plays.
enum StatisticsPages: PageKind {
    static let template = "statistics"
    static let stylesheets = ["statistics.css"]
    static let hasChapters = true
    static var navigation: [NavigationEntry: SitePath] { [.statistics: path(.allTime)] }

    /// Where the numbers of a period are.
    static func path(_ period: Period) -> SitePath {
        switch period {
        case .allTime: SitePath("statistics/")
        case .year(let year): SitePath("statistics/\(year)/")
        case .month(let month): SitePath("statistics/\(month.year)/\(padded(month.month))/")
        }
    }

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let listed = site.watchedPeriods
        return ([.allTime] + listed.years.map { .year($0) } + listed.months.map { .month($0) }).map { period in
            page(path(period), head: head(period), inputs: inputs(of: period, listed, site)) { links in
                StatisticsContext(period: period, listed: listed, site: site, links: links)
            }
        }
    }

    private static func inputs(of period: Period, _ listed: ListedPeriods, _ site: Site) -> [Input] {
        switch period {
        case .allTime: [.library, .today, .dataDay]
        case .year, .month:
            [.plays(period), .value(listed.words(around: period)), site.knownDays(in: period)]
                + listed.earlier(than: period).map { .plays($0) }
                + (site.isRunning(period) ? [.dataDay] : [])
        }
    }

    private static func head(_ period: Period) -> PageHead {
        let section = path(.allTime)
        guard period != .allTime else {
            return PageHead(
                title: phrase("navigation.statistics"), description: phrase("statistics.description"), section: section)
        }
        return PageHead(
            title: phrase("statistics.ofPeriod", ["period": period.name]),
            description: phrase("statistics.periodDescription", ["inPeriod": period.inSentence]), section: section)
    }

    typealias Context = StatisticsContext
}
