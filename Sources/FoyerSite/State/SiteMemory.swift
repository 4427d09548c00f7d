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

    /// What ``SiteMemory/drafts(for:_:)`` has written.
    func keep(_ drafts: [Draft]) throws(StateError) { for draft in drafts { try write(draft) } }

    fileprivate static func file(_ name: String, _ edition: Edition) -> String { "\(name)-\(edition.rawValue).json" }
}

extension SiteMemory {
    /// The files that remember it, beside what the site is made of; none where nothing is remembered.
    @concurrent func drafts(for state: StateFolder?, _ edition: Edition) async -> Result<[StateFolder.Draft], StateError> {
        Result { () throws(StateError) in
            var drafts: [StateFolder.Draft] = []
            guard let state else { return drafts }
            if let calendars { drafts.append(try state.draft(of: calendars, StateFolder.file("calendars", edition))) }
            if let news { drafts.append(try state.draft(of: news, StateFolder.file("news", edition))) }
            if let feeds { drafts.append(try state.draft(of: feeds, StateFolder.file("feeds", edition))) }
            if let titles { drafts.append(try state.draft(of: titles, StateFolder.file("titles", edition))) }
            return drafts
        }
    }
}
