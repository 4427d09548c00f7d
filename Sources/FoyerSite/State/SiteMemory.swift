/// What the builds of one edition remember: editions show different titles, so what one has seen would be news in another.
struct SiteMemory: Sendable {
    /// Nil where no build has told of calendars.
    var calendars: CalendarMemory?
    /// Nil where no build has told of news.
    var news: News?
    /// Nil where no build has remembered its feeds.
    var feeds: FeedMemory?
    /// Nil where no build has remembered its titles.
    var titles: TitleMemory?
}

extension StateFolder {
    func recall(_ edition: Edition, _ diagnostics: inout [Diagnostic]) throws(StateError) -> SiteMemory {
        var memory = SiteMemory()
        memory.calendars = try read(Self.file("calendars", edition), as: CalendarMemory.self, &diagnostics)
        memory.news = try read(Self.file("news", edition), as: News.self, &diagnostics)
        memory.feeds = try read(Self.file("feeds", edition), as: FeedMemory.self, &diagnostics)
        memory.titles = try read(Self.file("titles", edition), as: TitleMemory.self, &diagnostics)
        return memory
    }

    func remember(_ memory: SiteMemory, _ edition: Edition) throws(StateError) {
        if let calendars = memory.calendars { try write(calendars, to: Self.file("calendars", edition)) }
        if let news = memory.news { try write(news, to: Self.file("news", edition)) }
        if let feeds = memory.feeds { try write(feeds, to: Self.file("feeds", edition)) }
        if let titles = memory.titles { try write(titles, to: Self.file("titles", edition)) }
    }

    private static func file(_ name: String, _ edition: Edition) -> String { "\(name)-\(edition.rawValue).json" }
}
