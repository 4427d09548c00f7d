/// What each week has for the lists, watched or not: one entry, on its Monday.
struct WeekEntries {
    let source: FeedSource
    let drops: KnownDrops

    static let slug = "week"

    /// This week and those before it: as many as builds know all of what came out in.
    static let most = 4

    /// More would be no week that anybody reads through.
    private static let mostLines = 200

    func feed(_ times: inout EntryTimes) -> EntryFeed {
        let this = CalendarWeek(source.site.today)
        let mondays = (0..<Self.most).reversed().map { this.firstDay.adding(days: -7 * $0) }
        var entries: [FeedEntry] = []
        for monday in mondays {
            let week = drops.all.filter { (monday...monday.adding(days: 6)).contains($0.day) }
            if !week.isEmpty { entries.append(times.dated(entry(of: week, from: monday))) }
        }
        return EntryFeed(
            name: phrase("feed.week"), slug: Self.slug, summary: phrase("feed.weekSummary"), entries: entries)
    }

    private func entry(of week: [KnownDrops.Known], from monday: CalendarDay) -> FeedEntry {
        let start = source.site.library.days.firstMoment(of: monday)
        let number = phrase("diary.week", ["week": String(CalendarWeek(monday).week)])
        let count = week.reduce(0) { $0 + $1.drop.airings.count }
        var entry = FeedEntry(
            key: EntryKey("week", monday.iso),
            title: phrase(
                "feed.weekTitle",
                ["week": number, "first": plain(monday), "last": plain(monday.adding(days: 6))]),
            words: phrase("feed.weekCount", count: count), published: start, updated: start,
            subject: FeedEntry.Subject(phrase("navigation.upcoming"), at: .upcoming, baseURL: source.baseURL))
        let shown = week.prefix(Self.mostLines)
        entry.sections = Dictionary(grouping: shown, by: \.day).sorted { $0.key < $1.key }.map { day, drops in
            FeedEntry.Section(heading: "\(day.weekday) \(plain(day))", lines: drops.map(line))
        }
        if week.count > shown.count {
            let more = phrase("feed.weekMore", count: week.count - shown.count)
            entry.sections.append(FeedEntry.Section(heading: more, lines: []))
        }
        entry.facts = [
            JSONNode.Member(name: "first_day", value: .text(monday.iso)), JSONNode.Member(name: "count", value: .whole(count)),
        ]
        return entry
    }

    private func plain(_ day: CalendarDay) -> String { day.dayAndMonth.withPlainSpaces }

    private func line(_ known: KnownDrops.Known) -> FeedEntry.Line {
        let headline = DropText(drop: known.drop, title: known.title, site: source.site).headline
        let page = source.baseURL.address(of: source.site.path(of: known.title))
        guard case .moment(let moment) = known.drop.time else { return FeedEntry.Line(text: headline, page: page) }
        let clock = source.site.library.days.clock(of: moment)
        return FeedEntry.Line(text: phrase("feed.dayAndTimes", ["day": headline, "times": clock]), page: page)
    }
}
