/// A month of the diary: every play with a believable day, and what was marked on one. A month without either is no page.
enum DiaryMonthPages: PageKind {
    static let template = "diary-month"

    static func path(_ month: CalendarMonth) -> SitePath {
        SitePath(DiaryYearPages.path(month.year).folder + "\(padded(month.month))/")
    }

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let months = site.library.plays.toldMonths
        return months.enumerated().map { index, month in
            let name = month.words
            let head = PageHead(
                title: phrase("diary.ofMonth", ["month": name]),
                description: phrase("diary.monthDescription", ["month": name]), section: DiaryPage.path)
            let previous = index > 0 ? months[index - 1] : nil
            let next = index + 1 < months.count ? months[index + 1] : nil
            let inputs: [Input] = [
                .plays(.month(month)), .undated, .value("\(previous?.firstDay.iso ?? "") \(next?.firstDay.iso ?? "")"),
                .value("\(site.reviewedPeriods.contains(.month(month)))"),
            ]
            return page(path(month), head: head, inputs: inputs) {
                DiaryMonthContext(month: month, previous: previous, next: next, site: site, links: $0)
            }
        }
    }

    typealias Context = DiaryMonthContext
}

/// What `pages/diary-month.md` is rendered with.
struct DiaryMonthContext: TemplateContext {
    let month: CalendarMonth
    /// The months around it that have plays.
    let previous: CalendarMonth?
    let next: CalendarMonth?
    let site: Site
    let links: Links
    private let days: [DiaryDayContext]

    init(month: CalendarMonth, previous: CalendarMonth?, next: CalendarMonth?, site: Site, links: Links) {
        self.month = month
        self.previous = previous
        self.next = next
        self.site = site
        self.links = links
        let plays = Dictionary(grouping: site.library.plays.plays(in: .month(month))) { $0.day ?? month.firstDay }
        let marked = Dictionary(grouping: site.library.plays.marked(in: .month(month)), by: \.day)
        days = Set(plays.keys).union(marked.keys).sorted(by: >).map { day in
            DiaryDayContext(day: day, plays: plays[day] ?? [], marked: marked[day] ?? [], site: site, links: links)
        }
    }

    static let summary = "A month of the diary."
    static let fields = Fields<Self>(
        .text("month", "The month, as in `November 2026`.") { $0.month.words },
        .text("plays", "How much was watched: `34 plays, 21 h`; nothing where all was marked.") {
            $0.site.library.statistics.months[$0.month]?.inWords
        },
        .text("daysWatched", "On how many days, as in `12 days`.") { context in
            phrase("count.days", count: context.days.count { !$0.plays.isEmpty })
        },
        .list("days", "Its days on which something was watched or marked, the newest first.") { $0.days },
        .text("previous", "The month before it that has plays.") { $0.previous?.words },
        .link("previousLink", "That month's page.") { context in
            context.previous.map { context.links.to(DiaryMonthPages.path($0)) }
        },
        .text("next", "The month after it that has plays.") { $0.next?.words },
        .link("nextLink", "That month's page.") { context in context.next.map { context.links.to(DiaryMonthPages.path($0)) } },
        .text("year", "Its year.") { String($0.month.year) },
        .link("yearLink", "The year's page.") { $0.links.to(DiaryYearPages.path($0.month.year)) },
        .link("reviewLink", "The month in review; nothing where it has none.") {
            ReviewPages.address(of: .month($0.month), in: $0.site, $0.links)
        },
        .text("undated", "How many plays of the library have no day, as in `1,234 plays (980 h)`; nothing where all have one.") {
            DiaryNote.undated($0.site)
        },
        .link("aboutLink", "How the days are known.") { $0.links.to(AboutPage.path) })
}

/// A day of the diary.
struct DiaryDayContext: TemplateContext {
    let day: CalendarDay
    let plays: [IndexedPlay]
    /// What was marked as watched on it.
    let marked: [MarkedPlay]
    let site: Site
    let links: Links

    static let summary = "A day of the diary."
    static let fields = Fields<Self>(
        .time("day", "As in `Friday 20 November`.") { TimeText($0.heading, of: $0.day) },
        .text("plays", "How much was watched: `3 plays, 2 h`; nothing where all was marked.") { day in
            day.plays.isEmpty ? nil : day.totals.inWords
        },
        .list("titles", "What was watched, in the order in which it was begun, then what was marked.") { $0.titles })

    private var heading: String {
        phrase("diary.day", ["weekday": day.weekday, "day": String(day.civil.day), "month": day.month.name])
    }

    private var totals: Statistics.Totals {
        plays.reduce(into: Statistics.Totals()) { $0.add($1.totals) }
    }

    /// What is told in one line: the plays of a title, those of a rewatch by themselves.
    private struct Line: Hashable {
        let title: Int
        let rewatch: Int?
    }

    private var titles: [DiaryTitleContext] {
        let watched = plays.compactMap { play in play.number.map { (title: Int(play.title), number: Int($0)) } }
        return lines(watched, areMarked: false) + lines(marked.map { (Int($0.title), Int($0.number)) }, areMarked: true)
    }

    private func lines(_ plays: [(title: Int, number: Int)], areMarked: Bool) -> [DiaryTitleContext] {
        var lines: [Line: [Play]] = [:]
        for (title, number) in plays {
            let play = site.library.titles[title].plays[number]
            lines[Line(title: title, rewatch: play.rewatch), default: []].append(play)
        }
        let told = lines.map { line, plays in (begun: plays.compactMap(\.time.start).min(), line: line, plays: plays) }
        let sorted = told.sorted { left, right in
            if left.begun != right.begun { return (left.begun?.secondsSince1970 ?? 0) < (right.begun?.secondsSince1970 ?? 0) }
            return (left.line.title, left.line.rewatch ?? 0) < (right.line.title, right.line.rewatch ?? 0)
        }
        return sorted.map { told in
            DiaryTitleContext(
                title: site.library.titles[told.line.title],
                words: PlayWords(told.plays, of: site.library.titles[told.line.title], days: site.library.days),
                isAgain: told.line.rewatch != nil, isMarked: areMarked, site: site, links: links)
        }
    }
}

/// What was watched of one title on one day.
struct DiaryTitleContext: TemplateContext {
    let title: Title
    let words: PlayWords
    let isAgain: Bool
    let isMarked: Bool
    let site: Site
    let links: Links

    static let summary = "What was watched of one title on one day."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.title.name },
        .link("link", "Its own page.") { $0.links.to($0.site.path(of: $0.title)) },
        .text("episodes", "The episodes, up to three of them by name, as in `S01E01 “Pilot”` or `S01E01–E08`; nothing for films.")
        {
            $0.words.episodes(namingUpTo: 3)
        },
        .text("clock", "The time, as in `20:03–22:41`, in the editions that tell it.") { $0.words.clock },
        .flag("isAgain", "Whether it was a rewatch.") { $0.isAgain },
        .flag("isMarked", "Whether it was only marked as watched on that day.") { $0.isMarked })
}
