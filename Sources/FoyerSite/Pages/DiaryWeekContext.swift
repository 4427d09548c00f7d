/// A week of the diary, as far as it lies in the month of its page.
struct DiaryWeekContext: TemplateContext {
    let week: CalendarWeek
    let month: CalendarMonth
    /// Those with something in them.
    let days: [DiaryDayContext]

    static let summary = "A week of the diary, as far as it lies in the month of its page."
    static let fields = Fields<Self>(
        .text("anchor", "What its address on the page is made of, as in `2026-w47`.") { $0.week.anchor },
        .text("name", "As in `Week 47`.") { phrase("diary.week", ["week": String($0.week.week)]) },
        .text("span", "Its days that lie in the month, as in `16 to 22 November`.") { $0.span },
        .text("plays", "How much was watched on them: `12 plays, 7 h`; nothing where all was marked.") { week in
            let totals = week.days.map(\.totals).sum
            return totals.plays > 0 ? totals.inWords : nil
        },
        .list("days", "Its days on which something was watched or marked, the newest first.") { $0.days })

    private var span: String {
        let first = max(week.firstDay, month.firstDay)
        let last = min(week.firstDay.adding(days: 6), month.lastDay)
        let values: KeyValuePairs = ["first": String(first.civil.day), "last": String(last.civil.day), "month": month.name]
        return first == last
            ? phrase("diary.dayAndMonth", ["day": String(first.civil.day), "month": month.name])
            : phrase("diary.weekSpan", values)
    }
}

extension CalendarWeek {
    /// Its id on the page of a month.
    var anchor: String { "\(year)-w\(padded(week))" }
}

/// A day of the diary.
struct DiaryDayContext: TemplateContext {
    let day: CalendarDay
    let entries: [DiaryEntryContext]

    static let summary = "A day of the diary."
    static let fields = Fields<Self>(
        .text("anchor", "What its address on the page is made of, as in `2026-11-20`.") { $0.day.iso },
        .time("day", "As in `Friday 20 November`.") { TimeText($0.day.wordsInMonth, of: $0.day) },
        .text("plays", "How much was watched: `3 plays, 2 h`; nothing where all was marked.") { day in
            day.totals.plays > 0 ? day.totals.inWords : nil
        },
        .list("entries", "What was watched, in the order in which it was begun, then what was marked.") { $0.entries })

    var totals: Statistics.Totals { entries.watchedTotals }
}

extension CalendarDay {
    /// `Friday 20 November`.
    fileprivate var wordsInMonth: String {
        phrase("diary.day", ["weekday": weekday, "day": String(civil.day), "month": month.name])
    }
}

extension [DiaryEntryContext] {
    /// Of what was not only marked.
    var watchedTotals: Statistics.Totals { filter { !$0.entry.isMarked }.map(\.entry.totals).sum }
}
