/// What was watched on the same day of an earlier year.
struct OnThisDayContext: TemplateContext {
    let day: OnThisDay.Day
    let site: Site
    let links: Links

    static let summary = "What was watched on the same day of an earlier year."
    static let fields = Fields<Self>(
        .text("ago", "How long that is ago, as in `5 years ago`.") { phrase("diary.yearsAgo", count: $0.day.yearsAgo) },
        .time("day", "The day then, as in `Thursday 20 November 2025`.") {
            TimeText($0.day.day.wordsWithWeekday, of: $0.day.day)
        },
        .link("link", "That day in the diary.") { context in
            DiaryMonthPages.address(context.day.day.iso, on: context.day.day, context.links)
        },
        .text("plays", "How much was watched on it: `3 plays, 2 h`.") { $0.day.entries.map(\.totals).sum.inWords },
        .list("entries", "What that was, in the order in which it was begun.") { $0.entries })

    private var entries: [DiaryEntryContext] {
        let marks = DiaryMarks(site, in: day.day.month)
        return day.entries.map { entry in
            DiaryEntryContext(
                entry, marks: marks, site: site, links: links,
                address: DiaryMonthPages.address(entry.anchor, on: entry.day, links))
        }
    }
}
