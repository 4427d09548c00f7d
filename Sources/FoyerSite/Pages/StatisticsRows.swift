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
        .link("poster", "Its poster, or a picture that stands for none.") { Picture.poster($0.title.poster, $0.links) },
        .text("kind", "`TV show`, `Anime` or `Film`.") { $0.title.id.kind.label },
        .time("day", "The day that this is about.") { $0.day.map { TimeText($0.shortWords, of: $0) } },
        .text("hours", "Hours, to one decimal; `–` where they are unknown.") { $0.totals.hours },
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
        .count("dropped", "How many were dropped.") { $0.completion.dropped },
        .count("goingOn", "How many are neither.") { $0.completion.goingOn })
}

/// What is left of one list.
struct BacklogContext: TemplateContext {
    /// Nil for all lists together.
    let status: Status?
    let backlog: Backlog
    /// How long it takes; nil where that is not told.
    let days: Int?
    let site: Site
    let links: Links

    static let summary = "What is left to watch of one list, or of all together."
    static let fields = Fields<Self>(
        .text("list", "The list, or `Together`.") { $0.status?.label ?? phrase("statistics.together") },
        .link("link", "The list's page; nothing for all together.") { row in
            row.status.map { row.links.to(ListPages.path(.status($0))) }
        },
        .text("words", "How much there is, and until when at the pace of the last 90 days, but for what is on hold.") { $0.words }
    )

    private static let farthest = 36_525

    private var words: String {
        guard backlog.minutes > 0 else { return phrase("statistics.unknownLength", count: backlog.unknown) }
        let known = phrase("statistics.left", count: backlog.titles, ["time": duration(minutes: backlog.minutes)])
        let estimated = estimatedShare(backlog.estimatedMinutes, of: backlog.minutes)
        return [known, estimated, days.map(forecast), backlog.unknownWords].compactMap { $0 }.joined(separator: "; ")
    }

    private func forecast(_ days: Int) -> String {
        if days > Self.farthest { return phrase("statistics.over100Years") }
        return phrase("statistics.daysUntil", count: days, ["day": site.today.adding(days: days).shortWords])
    }
}
