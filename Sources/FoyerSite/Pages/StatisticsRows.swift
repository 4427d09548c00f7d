/// A stretch of time, or a time that comes again, with what was watched in it.
struct TimeRowContext: TemplateContext {
    let name: String
    var address: Address?
    let totals: Statistics.Totals
    /// Nothing can have been watched yet.
    var isToCome = false

    static let summary = "A stretch of time, or a time that comes again, with what was watched in it."
    static let fields = Fields<Self>(
        .text("name", "Its name.") { $0.name },
        .link("link", "Its own page, where it has one.") { $0.address },
        .text("hours", "Hours, to one decimal; `–` where the time is still to come.") {
            $0.isToCome ? "–" : decimalHours(minutes: $0.totals.minutes)
        },
        .text("plays", "Episodes and films; `–` where the time is still to come.") {
            $0.isToCome ? "–" : $0.totals.plays.grouped
        })
}

/// A class of what was watched, with how much falls into it.
struct ClassRowContext: TemplateContext {
    let name: String
    let totals: Statistics.Totals

    init(_ name: String, _ totals: Statistics.Totals) {
        self.name = name
        self.totals = totals
    }

    static let summary = "A class of what was watched, with how much falls into it."
    static let fields = Fields<Self>(
        .text("name", "Its name.") { $0.name },
        .text("hours", "Hours, to one decimal.") { decimalHours(minutes: $0.totals.minutes) },
        .count("plays", "Episodes and films.") { $0.totals.plays },
        .count("titles", "Titles.") { $0.totals.titles })
}

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

/// A month of the heat map.
struct CalendarRowContext: TemplateContext {
    let month: CalendarMonth
    let days: [CalendarCellContext]

    static let summary = "A month of the heat map: a row of 31 days."
    static let fields = Fields<Self>(
        .text("month", "As in `Nov 2026`.") { $0.month.shortWords },
        .list("days", "Its days 1 to 31.") { $0.days })

    /// One row for each month, with the plays of each of its days.
    static func rows(_ months: [CalendarMonth], days: [CalendarDay: Statistics.Totals], until end: CalendarDay)
        -> [CalendarRowContext]
    {
        months.map { month in
            let cells = (1...31).map { number -> CalendarCellContext in
                let day = CalendarDay(month, day: number)
                let plays = days[day]?.plays ?? 0
                if number > month.length || (day > end && plays == 0) { return CalendarCellContext(count: "–") }
                return CalendarCellContext(count: plays > 0 ? plays.grouped : "")
            }
            return CalendarRowContext(month: month, days: cells)
        }
    }

    /// What the heat map shows, of the days that the data tells of.
    static func sentence(_ span: ClosedRange<CalendarDay>, days: [CalendarDay: Statistics.Totals], until end: CalendarDay)
        -> String
    {
        let all = days.filter { span.contains($0.key) }
        guard let most = all.map(\.value.plays).max(), let day = all.filter({ $0.value.plays == most }).map(\.key).min() else {
            return ""
        }
        let last = max(min(span.upperBound, end), all.keys.max() ?? span.lowerBound)
        let length = DaySpan(first: span.lowerBound, last: last).length
        let plays = counted(most, "play", "plays")
        return
            "Something was watched on \(all.count.grouped) of \(counted(length, "day", "days")), at most \(plays) on \(day.words)."
    }
}

/// A day of the heat map.
struct CalendarCellContext: TemplateContext {
    let count: String

    static let summary = "A day of the heat map."
    static let fields = Fields<Self>(
        .text("count", "Its plays; nothing for none, and `–` where the month has no such day or it is still to come.") {
            $0.count
        })
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
