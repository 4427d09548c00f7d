/// A week of a month's calendar.
struct DiaryRowContext: TemplateContext {
    /// Nil for a day of another month.
    let days: [CalendarDay?]
    let entries: [CalendarDay: [DiaryEntryContext]]

    static let summary = "A week of a month's calendar."
    static let fields = Fields<Self>(
        .list("days", "Its seven days, Monday first.") { row in
            row.days.map { day in DiaryCellContext(day: day, entries: day.flatMap { row.entries[$0] } ?? []) }
        },
        .text("time", "How long was watched on those that lie in the month, as in `7 h 5 min`; nothing without plays.") { row in
            let totals = row.days.compactMap { $0.flatMap { row.entries[$0] } }.map(\.watchedTotals).sum
            return totals.plays > 0 ? totals.figure : nil
        },
        .link("weekLink", "The week on the page; nothing where it has nothing.") { row in
            let told = row.days.compactMap { $0 }.first { row.entries[$0] != nil }
            return told.flatMap { Address("#\(CalendarWeek($0).anchor)") }
        })
}

/// A day of a month's calendar.
struct DiaryCellContext: TemplateContext {
    /// Nil for a day of another month.
    let day: CalendarDay?
    let entries: [DiaryEntryContext]

    private static let mostPosters = 3

    static let summary = "A day of a month's calendar."
    static let fields = Fields<Self>(
        .text("number", "The day of the month; nothing for a day of another month.") { $0.day.map { String($0.civil.day) } },
        .link("link", "The day on the page; nothing where it has nothing.") { cell in
            cell.entries.isEmpty ? nil : cell.day.flatMap { Address("#\($0.iso)") }
        },
        .list("posters", "What took the most time of it: at most three titles.") { Array($0.titles.prefix(mostPosters)) },
        .text("more", "How many titles more it has, as in `+2`; nothing where it has no more.") { cell in
            let more = cell.titles.count - mostPosters
            return more > 0 ? "+\(more)" : nil
        })

    /// Its titles, each once: the longest first, what was only marked last.
    private var titles: [DiaryEntryContext] {
        let sorted = entries.enumerated().sorted { left, right in
            let (own, other) = (left.element.entry, right.element.entry)
            if own.isMarked != other.isMarked { return other.isMarked }
            return (other.totals.minutes, left.offset) < (own.totals.minutes, right.offset)
        }
        var seen: Set<Int> = []
        return sorted.map(\.element).filter { seen.insert($0.entry.position).inserted }
    }
}

/// A day of the week.
struct WeekdayContext: TemplateContext {
    let name: String

    /// Monday first.
    static var all: [WeekdayContext] { (0..<7).map { WeekdayContext(name: phrase("days.weekdaysShort", at: $0)) } }

    static let summary = "A day of the week."
    static let fields = Fields<Self>(.text("name", "Its name in short, as in `Mon`.") { $0.name })
}
