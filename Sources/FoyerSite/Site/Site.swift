/// Everything that pages and feeds are planned from.
final class Site: Sendable {
    let library: Library
    let name: String
    /// What it says, in its language.
    let words: Words
    let baseURL: BaseURL?
    let clock: SiteClock
    /// Whether Simkl should have been asked for newer data, and was away.
    let isOutdated: Bool
    /// What happened to the titles on the lists.
    let news: News
    /// Whether ``news`` goes further back than this build.
    let remembersNews: Bool
    /// Where the titles' pages were before.
    let formerPages: [FormerPage]
    /// The years that are over and stay as they are, without what the edition hides.
    let sealedYears: SealedReviews
    /// Simkl ids of titles that no review tells of.
    let unreviewed: Set<Int>
    /// Which robots may read it, as far as its edition lets any.
    let robots: Robots
    /// What pictures to share are set in; nil where the theme has not these faces, and so no such pictures.
    let cardFaces: CardFaces?
    /// Titles that are pinned to the front page.
    let favourites: [Title]
    let goals: Goals
    let openWeb: OpenWebSettings
    /// Whether each page's Markdown is published beside it.
    let hasMarkdown: Bool
    /// What is trending at Simkl; nil where its owner wants no page of that.
    let trending: [Title]?
    /// The forms of the library that are published beside the pages.
    let exports: [LibraryExport]
    /// What several outputs show, if any of them is made at all.
    private let sharedTitlesByName = Once<[Title]>()
    private let sharedNewestDay = Once<CalendarDay?>()
    private let sharedMilestones = Once<Milestones>()
    private let sharedAgenda = Once<Agenda>()
    private let sharedPace = Once<Pace>()
    private let sharedFilmNumbers = Once<FilmNumbers>()
    let sharedPeriods = Once<ListedPeriods>()
    let yearReviews = OnceEach<Int, Review>()

    init(
        library: Library, name: String, words: Words = .current, baseURL: BaseURL?, now: Moment, isOutdated: Bool = false,
        news: News = News(), remembersNews: Bool = false, formerPages: [FormerPage] = [],
        sealedYears: SealedReviews = SealedReviews(), unreviewed: Set<Int> = [], favourites: [Title] = [],
        goals: Goals = Goals(), hasMarkdown: Bool = true, discovers: Bool = false, exports: [LibraryExport] = [],
        robots: Robots = .all, openWeb: OpenWebSettings = OpenWebSettings(), cardFaces: CardFaces? = nil
    ) {
        let clock = SiteClock(now: now, days: library.days)
        self.library = library
        self.name = name
        self.words = words
        self.baseURL = baseURL
        self.clock = clock
        self.isOutdated = isOutdated
        self.news = news
        self.remembersNews = remembersNews
        self.formerPages = formerPages
        self.sealedYears = sealedYears
        self.unreviewed = unreviewed
        self.favourites = favourites
        self.goals = goals
        self.hasMarkdown = hasMarkdown
        trending = discovers ? library.trending : nil
        self.exports = exports
        self.robots = robots
        self.openWeb = openWeb
        self.cardFaces = cardFaces
    }

    /// As BCP 47 writes it.
    var language: String { words.language }

    var now: Moment { clock.now }
    /// The day on which the site is built: what "tomorrow" is counted from.
    var today: CalendarDay { clock.today }
    /// The owner's day on which it is built, which ends at the roll-over hour: what streaks and years are counted by.
    var watchingDay: CalendarDay { clock.watchingDay }

    /// The day of the data: that on which the mirror was last in step with Simkl; of files that were saved by hand that of the newest
    /// thing in them. Nil where nothing tells it.
    var dataDay: CalendarDay? { library.syncedAt.map(library.days.calendarDay(of:)) ?? newestDay }

    /// The last day that the data tells of: of a later one nobody knows yet whether anything was watched.
    var dataEnd: CalendarDay {
        (library.syncedAt.map(library.days.day(of:)) ?? newestDay).map { min($0, watchingDay) } ?? watchingDay
    }

    /// The day of the newest thing that the owner did and that is shown; nil where there is none.
    var newestDay: CalendarDay? {
        sharedNewestDay.value { library.titles.compactMap { $0.newestDay(library.days, upTo: today) }.max() }
    }

    /// By kind, and within it by name.
    var titlesByName: [Title] { sharedTitlesByName.value { library.titlesByName } }

    /// What stands out in the whole history.
    var milestones: Milestones {
        sharedMilestones.value { Milestones(titles: library.titles, plays: library.plays, days: library.days) }
    }

    /// What comes, as it is seen on the site's day.
    var agenda: Agenda { sharedAgenda.value { Agenda(library, today: today) } }

    /// How much its owner watches lately.
    var pace: Pace { sharedPace.value { Pace(library, upTo: dataEnd) } }

    /// Which film of its year each viewing was.
    var filmNumbers: FilmNumbers { sharedFilmNumbers.value { FilmNumbers(library.plays) } }

    /// Whether the data does not reach beyond a period, so that more may come.
    func isRunning(_ period: Period) -> Bool {
        sealedYears.sealedOn(period) == nil && period.days.map { $0.upperBound >= dataEnd } ?? false
    }

    /// The days of a period that the data tells of, from the first play on; nil for a period that it tells nothing of.
    func knownDays(of period: Period) -> ClosedRange<CalendarDay>? {
        guard let begin = library.plays.firstDay else { return nil }
        let end = sealedYears.sealedOn(period) == nil ? dataEnd : period.days?.upperBound ?? dataEnd
        let (first, last) = (max(begin, period.days?.lowerBound ?? begin), min(end, period.days?.upperBound ?? end))
        return first <= last ? first...last : nil
    }

    /// As much of the days that the data tells of as a period can show.
    func knownDays(in period: Period) -> Input {
        let days = knownDays(of: period)
        let end = min(dataEnd, period.days?.upperBound ?? dataEnd)
        return .value("from \(days?.lowerBound.iso ?? "") to \(days?.upperBound.iso ?? ""), told until \(end.iso)")
    }

    /// As much of today as a period can show.
    func today(in period: Period) -> Input {
        .value("today \([today, watchingDay].map { min($0, period.days?.upperBound ?? $0).iso })")
    }

    /// Whether search engines may list it.
    var isForEveryone: Bool { library.edition == .public && robots != .none }

    /// Whom it is by.
    var author: String { library.owner.name ?? name }

    /// What it is known as in the fediverse, as far as its edition may be known there, and its address.
    var fediverse: (account: FediverseAccount, baseURL: BaseURL)? {
        guard library.edition == .public, let baseURL, let account = openWeb.account else { return nil }
        return (account, baseURL)
    }

    /// The months and years with a play that has a day.
    var watchedPeriods: ListedPeriods { ListedPeriods(months: library.plays.months) }

    /// Where a title's own page is.
    func path(of title: Title) -> SitePath { SitePath(of: title) }

    /// Where a title is to be read about: on its own page, or on Simkl where it has left the library.
    func address(of title: Title, _ links: Links) -> Address {
        library.current(title.id).map { links.to(path(of: $0)) } ?? SimklAddress.item(title)
    }

    func isToCome(_ airing: Airing) -> Bool { clock.isToCome(airing.time) }

    /// What is still to come of a title, and was not watched, by time.
    func coming(of title: Title) -> [Airing] {
        title.coming(clock).sorted { left, right in
            let (day, other) = (left.time.day(library.days), right.time.day(library.days))
            return day != other ? day < other : left.precedesOnOneDay(right)
        }
    }
}
