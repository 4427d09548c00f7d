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

    /// The files that will remember it, to be written when all else is done.
    @concurrent func drafts(of memory: SiteMemory, _ edition: Edition) async -> Result<[Draft], StateError> {
        Result { () throws(StateError) in
            var drafts: [Draft] = []
            if let calendars = memory.calendars { drafts.append(try draft(of: calendars, Self.file("calendars", edition))) }
            if let news = memory.news { drafts.append(try draft(of: news, Self.file("news", edition))) }
            if let feeds = memory.feeds { drafts.append(try draft(of: feeds, Self.file("feeds", edition))) }
            if let titles = memory.titles { drafts.append(try draft(of: titles, Self.file("titles", edition))) }
            return drafts
        }
    }

    private static func file(_ name: String, _ edition: Edition) -> String { "\(name)-\(edition.rawValue).json" }
}
