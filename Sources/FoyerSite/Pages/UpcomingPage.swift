/// What comes for the library: this week day by day, two more weeks in short, and what is later by month.
enum UpcomingPage: PageKind {
    static let template = "upcoming"
    static let path = SitePath.upcoming
    static let navigation: [NavigationEntry: SitePath] = [.upcoming: path]
    static var stylesheets: [String] { ["upcoming.css"] }
    static var posters: Poster.Use { .thumbnails }

    static func pages(of site: Site, feeds: [Feed]) -> [Page] {
        let head = PageHead(title: phrase("navigation.upcoming"), description: phrase("upcoming.description"), section: path)
        let premieres = LibraryFingerprints.fingerprint { $0.feed(site.library.premieres) { $0.feed(premiere: $1) } }
        return [
            page(path, head: head, inputs: [.library, .today, .now, .dataDay, .values(premieres)]) {
                UpcomingContext(agenda: site.agenda, site: site, links: $0)
            }
        ]
    }

    typealias Context = UpcomingContext
}

/// What `pages/upcoming.md` is rendered with.
struct UpcomingContext: TemplateContext {
    let agenda: Agenda
    let site: Site
    let links: Links

    /// Of the days from today on: the week, and how far the two weeks behind it go.
    private static let (week, soon) = (7, 21)
    /// The lines of the two weeks that stand open.
    private static let mostOpen = 60
    /// The titles without a date that are shown, and those that can be opened.
    private static let (fewUndated, mostUndated) = (12, 120)

    static let summary = "The agenda."
    static let fields = Fields<Self>(
        .flag("isEmpty", "Whether nothing has a date.") { $0.agenda.days.isEmpty },
        .list("week", "The days of the next seven on which something comes.") { $0.days(0..<week) },
        .list("fortnight", "Those of the two weeks behind them.") { $0.days(week..<soon) },
        .flag("isLong", "Whether these are so many that their days are to be opened one by one.") { context in
            context.days(week..<soon).reduce(0) { $0 + $1.airings.count } > mostOpen
        },
        .list("months", "What comes later, by month.") { $0.months },
        .list("films", "The films that come out, with their dates in the cinema and at home.") { $0.films },
        .list("premieres", "What begins in the next four weeks and is on none of the lists, by day; at most six of each kind.") {
            PremiereContext.all(on: $0.site, links: $0.links)
        },
        .text("mostPremieres", "How many of each kind these are at most.") { _ in String(PremiereContext.most) },
        .link("feeds", "How to have it in a calendar or a reader.") { $0.links.to(FeedsPage.path) },
        .list("undated", "Titles that go on, but nobody knows when: the first twelve.") { context in
            context.undated.prefix(fewUndated).map(context.card)
        },
        .list("undatedMore", "More of them; at most 108.") { context in
            context.undated.prefix(mostUndated).dropFirst(fewUndated).map(context.card)
        },
        .text("undatedMoreCount", "How many these are, as in `48 titles`.") { context in
            phrase("count.titles", count: context.undated.prefix(mostUndated).dropFirst(fewUndated).count)
        },
        .text("undatedCount", "How many go on without a date, as in `12 titles`.") { context in
            phrase("count.titles", count: context.undated.count)
        })

    private func days(_ range: Range<Int>) -> [AgendaDayContext] {
        agenda.days.filter { range.contains($0.day.daysSince1970 - site.today.daysSince1970) }.map { day in
            AgendaDayContext(
                day: day.day, airings: day.drops.compactMap { AiringContext($0, site: site, links: links) }, site: site)
        }
    }

    private var months: [AgendaMonthContext] {
        let later = agenda.days.filter { $0.day.daysSince1970 - site.today.daysSince1970 >= Self.soon }
        return Dictionary(grouping: later, by: \.day.month).sorted { $0.key < $1.key }.map { month, days in
            AgendaMonthContext(month: month, days: days, site: site, links: links)
        }
    }

    /// By the day on which they come first.
    private var films: [FilmDatesContext] {
        var first: [(day: CalendarDay, title: Title)] = []
        var seen: Set<TitleID> = []
        for day in agenda.days {
            for airing in day.airings where seen.insert(airing.title).inserted {
                guard let title = site.library.title(airing.title), title.isFilm else { continue }
                first.append((day.day, title))
            }
        }
        return first.map { FilmDatesContext(title: $0.title, day: $0.day, site: site, links: links) }
    }

    /// Those that are being watched first, then those that are planned, each by name.
    private var undated: [Title] {
        let dated = agenda.titles
        let open = site.library.titles.filter { title in
            [.watching, .planToWatch].contains(title.status) && !dated.contains(title.id)
                && (title.isToContinue || (title.progress?.notAired ?? 0) > 0)
        }
        func isPlanned(_ title: Title) -> Int { title.status == .planToWatch ? 1 : 0 }
        return open.sorted { (isPlanned($0), $0.sortKey, $0.id) < (isPlanned($1), $1.sortKey, $1.id) }
    }

    private func card(_ title: Title) -> TitleCardContext {
        let notAired = title.progress?.notAired ?? 0
        let remark =
            notAired > 0
            ? phrase("upcoming.episodesToCome", count: notAired)
            : title.isFilm ? phrase("upcoming.notOutYet") : phrase("upcoming.toBeContinued")
        let planned = title.status == .planToWatch ? phrase("upcoming.planned") : nil
        return TitleCardContext(
            title: title, site: site, links: links, remark: [planned, remark].compactMap { $0 }.joined(separator: " · "))
    }
}

/// A day of the agenda.
struct AgendaDayContext: TemplateContext {
    let day: CalendarDay
    let airings: [AiringContext]
    let site: Site

    static let summary = "A day of the agenda."
    static let fields = Fields<Self>(
        .text("anchor", "What its address on the page is made of, as in `2026-11-20`.") { $0.day.iso },
        .time("day", "As in `Friday 20 November 2026`.") { TimeText($0.day.wordsWithWeekday, of: $0.day) },
        .text("countdown", "The day in words: `today`, `in 3 days`.") { $0.day.countdown(from: $0.site.today) }.reading(.today),
        .text("size", "Of how many titles something comes, as in `12 titles`.") { day in
            phrase("count.titles", count: Set(day.airings.map(\.title.id)).count)
        },
        .list("airings", "What comes, several episodes of a title as one: first what has no time, then by time.") { $0.airings })
}
