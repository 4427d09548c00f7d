/// Everything that pages are planned from.
struct Site: Sendable {
    let library: Library
    let name: String
    let language: String
    let baseURL: BaseURL?
    /// The day on the owner's calendar on which the site is built: what "tomorrow" is counted from.
    let today: CalendarDay
    let now: Moment
    /// Whether Simkl should have been asked for newer data, and was away.
    let isOutdated: Bool
    /// What may be told of episodes that have not been watched.
    var spoilers = Spoilers.none
    /// What happened to the titles on the lists.
    var news = News()
    /// Whether ``news`` goes further back than this build.
    var remembersNews = false
    /// The years that are over and stay as they are, without what the edition hides.
    var sealedYears = SealedShelf()
    /// Simkl ids of titles that no review tells of.
    var unreviewed: Set<Int> = []
    /// Whether each page's Markdown is published beside it.
    var hasMarkdown = true
    /// What can be subscribed to.
    var feeds: [Feed] = [] { didSet { feedFiles = Set(feeds.map(\.path)) } }
    private(set) var feedFiles: Set<String> = []

    /// The day of the data in words; nil where the files do not tell. It is the day of the last change, so that pages without news
    /// stay as they are; of data that may be outdated, the day on which it was last known to be right.
    var dataDay: String? { dataMoment.map { library.days.calendarDay(of: $0).words } }

    var dataMoment: Moment? { isOutdated ? library.syncMoment ?? library.dataMoment : library.dataMoment }

    /// Where a title's own page is.
    func path(of title: Title) -> SitePath {
        let slug = SitePath.safe(title.slug ?? title.name)
        return SitePath("\(title.id.kind.path)/\(title.id.simkl)\(slug.isEmpty ? "" : "-\(slug)")/")
    }

    /// The file of a title's own calendar, if it has one.
    func calendar(of title: Title) -> String? {
        let file = CalendarFeeds.file(of: title.id)
        return feedFiles.contains(file) ? file : nil
    }

    /// Where a title is to be read about: on its own page, or on Simkl where it has left the library.
    func address(of title: Title, _ links: Links) -> Address {
        library.title(title.id) == nil ? SimklAddress.item(title) : links.to(path(of: title))
    }

    /// Whether an airing is still to be watched: of a title on a list, not dropped, and not watched already.
    func isToWatch(_ airing: Airing) -> Bool {
        guard let title = library.title(airing.title), title.isFollowed else { return false }
        if title.id.kind == .movie { return title.status != .completed }
        return !title.hasPlayed(airing.episode)
    }

    func isToCome(_ airing: Airing) -> Bool {
        switch airing.time {
        case .moment(let moment): moment >= now
        case .day(let day): day >= today
        }
    }

    /// `today`, `tomorrow`, `in 3 days`, or `2 days ago`.
    func countdown(to day: CalendarDay) -> String {
        switch day.daysSince1970 - today.daysSince1970 {
        case 0: "today"
        case 1: "tomorrow"
        case -1: "yesterday"
        case let days where days > 0: "in \(days) days"
        case let days: "\(-days) days ago"
        }
    }
}
