/// A title with what was watched of it.
struct TitleRowContext: TemplateContext {
    let title: Title
    var day: CalendarDay?
    var totals = Statistics.Totals()
    let site: Site
    let links: Links

    static let summary = "A title with what was watched of it."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.title.name },
        .link("link", "The title's own page.") { $0.links.to($0.site.path(of: $0.title)) },
        .text("kind", "`TV show`, `Anime` or `Film`.") { $0.title.id.kind.label },
        .text("day", "The day that this is about.") { $0.day?.shortWords },
        .text("hours", "Hours, to one decimal.") { decimalHours(minutes: $0.totals.minutes) },
        .count("plays", "Episodes, or times that a film was watched.") { $0.totals.plays },
        .text("dropRate", "The percentage of Simkl's viewers that gave up.") { $0.title.crowd.dropPercent?.oneDecimal })
}

/// What became of the shows of one kind.
struct CompletionContext: TemplateContext {
    let kind: MediaKind
    let completion: Completion

    static let summary = "What became of the shows of one kind that were begun."
    static let fields = Fields<Self>(
        .text("kind", "The kind.") { $0.kind.plural },
        .count("begun", "How many were begun.") { $0.completion.begun },
        .count("completed", "How many were finished.") { $0.completion.completed },
        .count("dropped", "How many were given up.") { $0.completion.dropped },
        .count("goingOn", "How many are neither.") { $0.completion.goingOn })
}

/// What is left of one list.
struct BacklogContext: TemplateContext {
    let backlog: Backlog
    let days: Int?
    let site: Site
    let links: Links

    static let summary = "What is left to watch of one list."
    static let fields = Fields<Self>(
        .text("list", "The list.") { $0.backlog.status.label },
        .link("link", "The list's page.") { $0.links.to(ListPages.path(.status($0.backlog.status))) },
        .text("words", "How much there is, and until when at the pace of the last 90 days.") { $0.words })

    private static let farthest = 36_525

    private var words: String {
        var words = "\(duration(minutes: backlog.minutes)), \(counted(backlog.titles, "title", "titles"))"
        if let days, backlog.minutes > 0 { words += "; " + forecast(days) }
        if backlog.unknown > 0 {
            words += "; \(counted(backlog.unknown, "title", "titles")) of unknown length not counted"
        }
        return words
    }

    private func forecast(_ days: Int) -> String {
        if days > Self.farthest { return "more than 100 years" }
        return "\(counted(days, "day", "days")), until \(site.today.adding(days: days).shortWords)"
    }
}

/// Minutes in words, to the minute below a day: `45 min`, `2 h 5 min`, `30 h`.
func span(minutes: Int) -> String {
    if minutes < 60 || minutes >= 1440 { return duration(minutes: minutes) }
    return "\(minutes / 60)\u{A0}h" + (minutes % 60 > 0 ? "\u{A0}\(minutes % 60)\u{A0}min" : "")
}

/// `1,234.5`.
func decimalHours(minutes: Int) -> String {
    let tenths = (minutes * 10 + 30) / 60
    return "\((tenths / 10).grouped).\(tenths % 10)"
}
