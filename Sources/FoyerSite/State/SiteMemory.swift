/// What the builds of one edition remember: editions show different titles, so what one has seen would be news in another.
struct SiteMemory: Sendable {
    /// Nil where no build has told of calendars.
    var calendars: CalendarMemory?
    var news = News()
}

extension StateFolder {
    func recall(_ edition: Edition, _ diagnostics: inout [Diagnostic]) throws(StateError) -> SiteMemory {
        var memory = SiteMemory()
        memory.calendars = try read(
            Self.calendars(edition), as: CalendarMemory.self, version: CalendarMemory.version, &diagnostics)
        if let news = try read(Self.news(edition), as: News.self, version: News.version, &diagnostics) { memory.news = news }
        return memory
    }

    func remember(_ memory: SiteMemory, _ edition: Edition) throws(StateError) {
        if let calendars = memory.calendars {
            try write(calendars, to: Self.calendars(edition), version: CalendarMemory.version)
        }
        try write(memory.news, to: Self.news(edition), version: News.version)
    }

    private static func calendars(_ edition: Edition) -> String { "calendars-\(edition.rawValue).json" }
    private static func news(_ edition: Edition) -> String { "news-\(edition.rawValue).json" }
}
