/// A month of the agenda as a grid.
struct MonthGridContext: TemplateContext {
    let grid: MonthGrid
    /// What comes on the days of the agenda.
    let agenda: [CalendarDay: [Airing]]
    let site: Site

    static let summary = "A month of the agenda as a grid."
    static let fields = Fields<Self>(
        .text("name", "The month, as in `November 2026`.") { $0.grid.month.words },
        .list("weekdays", "The heads of its columns, Monday first.") { _ in
            (0..<7).map { WeekdayContext(name: phrase("days.weekdaysShort", at: $0)) }
        },
        .list("weeks", "Its weeks.") { context in
            context.grid.weeks.map { MonthGridWeekContext(days: $0, agenda: context.agenda, site: context.site) }
        })
}

/// A day of the week.
struct WeekdayContext: TemplateContext {
    let name: String

    static let summary = "A day of the week."
    static let fields = Fields<Self>(.text("name", "Its name in short, as in `Mon`.") { $0.name })
}

/// A week of a month's grid.
struct MonthGridWeekContext: TemplateContext {
    let days: [CalendarDay?]
    let agenda: [CalendarDay: [Airing]]
    let site: Site

    static let summary = "A week of a month's grid."
    static let fields = Fields<Self>(
        .list("days", "Its seven days, Monday first.") { week in
            week.days.map { day in
                MonthGridDayContext(day: day, airings: day.flatMap { week.agenda[$0] } ?? [], site: week.site)
            }
        })
}

/// A day of a month's grid.
struct MonthGridDayContext: TemplateContext {
    /// Nil for a day of another month.
    let day: CalendarDay?
    let airings: [Airing]
    let site: Site

    private static let fewNames = 2
    private static let nameLength = 28

    static let summary = "A day of a month's grid."
    static let fields = Fields<Self>(
        .text("number", "The day of the month; nothing for a day of another month.") { context in
            context.day.map { String($0.civil.day) }
        },
        .flag("isToday", "Whether the site was built on it.") { $0.day == $0.site.today },
        .link("link", "The day in the agenda; nothing where nothing comes.") { context in
            context.airings.isEmpty ? nil : context.day.flatMap { Address("#" + Address.encode($0.agendaAnchor)) }
        },
        .text("names", "What comes, as in `Andor, Severance +2`.") { $0.names })

    private var names: String? {
        var seen: Set<TitleID> = []
        let names = airings.filter { seen.insert($0.title).inserted }.compactMap { site.library.title($0.title)?.name }
        guard !names.isEmpty else { return nil }
        let told = names.prefix(Self.fewNames).map { name in
            name.count <= Self.nameLength ? name : String(name.prefix(Self.nameLength)) + "…"
        }
        return told.joined(separator: ", ") + (names.count > told.count ? " +\(names.count - told.count)" : "")
    }
}

extension CalendarDay {
    /// `Friday 20 November 2026`.
    var wordsWithWeekday: String { phrase("label.weekdayAndDay", ["weekday": weekday, "day": words]) }

    /// The id of the day's heading in the agenda, as headings get theirs from their words.
    fileprivate var agendaAnchor: String {
        wordsWithWeekday.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}
