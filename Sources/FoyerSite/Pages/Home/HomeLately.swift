/// What its owner did lately: plays, ratings and notes together, by day.
struct HomeLately {
    let site: Site
    let links: Links

    private static let (days, entries, aDay) = (6, 14, 5)

    var days: [HomeLatelyDayContext] {
        let plays = site.library.plays
        let played = Set(plays.plays(in: .allTime).suffix(2_000).compactMap(\.day))
        let days = played.union(plays.ratedDays.compactMap { $0 }).filter { $0 <= site.watchingDay }.sorted(by: >)
        var (shown, count): ([HomeLatelyDayContext], Int) = ([], 0)
        for day in days.prefix(Self.days) where count < Self.entries {
            let all = entries(on: day)
            let room = min(Self.aDay, Self.entries - count)
            shown.append(
                HomeLatelyDayContext(
                    day: day, entries: Array(all.prefix(room)), left: max(0, all.count - room), site: site, links: links))
            count += min(all.count, room)
        }
        return shown
    }

    /// What was watched last comes first, then what was only rated.
    private func entries(on day: CalendarDay) -> [HomeLatelyEntryContext] {
        let library = site.library
        var played: [Int: [Play]] = [:]
        for play in library.plays.plays(on: day...day) {
            let position = Int(play.title)
            if let number = play.number { played[position, default: []].append(library.titles[position].plays[Int(number)]) }
        }
        let rated = library.plays.ratedDays.indices.filter { library.plays.ratedDays[$0] == day }
        let entries = Set(played.keys).union(rated).sorted().map { position in
            HomeLatelyEntryContext(
                title: library.titles[position], day: day, plays: played[position] ?? [], isRated: rated.contains(position),
                site: site, links: links)
        }
        return entries.newestFirst { $0.plays.compactMap(\.time.start).max() }
    }
}

/// A day on which something was watched or rated.
struct HomeLatelyDayContext: TemplateContext {
    let day: CalendarDay
    let entries: [HomeLatelyEntryContext]
    /// How many titles more there are.
    let left: Int
    let site: Site
    let links: Links

    static let summary = "A day on which something was watched or rated."
    static let fields = Fields<Self>(
        .time("day", "`today`, `yesterday`, or the day, as in `Sunday 15 Nov`.") { TimeText($0.words, of: $0.day) },
        .list("entries", "What was watched or rated, one for each title.") { $0.entries },
        .text("more", "How many more these are, as in `and 3 more`.") { day in
            day.left > 0 ? phrase("review.andMore", count: day.left) : nil
        },
        .link("monthLink", "The day's month in the diary; nothing where it has none.") { context in
            let month = context.day.month
            return context.site.library.plays.toldMonths.contains(month) ? context.links.to(DiaryMonthPages.path(month)) : nil
        })

    private var date: String { day.year == site.today.year ? day.dayAndMonth : day.shortWords }

    private var words: String {
        let isNear = (0...1).contains(site.today.daysSince1970 - day.daysSince1970)
        return isNear
            ? day.countdown(from: site.today).capitalizedFirst
            : phrase("label.weekdayAndDay", ["weekday": day.weekday, "day": date])
    }
}

/// What was watched of a title on a day, and how it was rated.
struct HomeLatelyEntryContext: TemplateContext {
    let title: Title
    let day: CalendarDay
    let plays: [Play]
    /// Whether its rating was given on this day.
    let isRated: Bool
    let site: Site
    let links: Links

    static let summary = "What was watched of a title on a day, and how it was rated."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.title.name },
        .link("link", "Its own page.") { $0.links.to($0.site.path(of: $0.title)) },
        .link("poster", "Its poster, or a picture that stands for none.") { Picture.poster($0.title.poster, $0.links) },
        .text("episodes", "The episodes, as in `S01E01–E03`; nothing for films, and where it was only rated.") {
            PlayWords($0.plays, of: $0.title, days: $0.site.library.days).episodes(namingUpTo: 1)
        },
        .text("time", "How long it took; of a film without a known length its kind, and nothing where it was only rated.") {
            $0.time
        },
        .flag("isAgain", "Whether all of it had been watched before.") { entry in
            !entry.plays.isEmpty && entry.plays.allSatisfy { $0.rewatch != nil }
        },
        .text("rating", "My rating, if it was given on this day, as in `★ 8`.") { entry in
            entry.isRated ? entry.title.rating.map { stars($0.value) } : nil
        },
        .text("memo", "My note, on the day on which I finished it, else rated it.") { entry in
            entry.site.library.noteDay(of: entry.title) == entry.day ? entry.title.memo : nil
        })

    private var time: String? {
        let totals = plays.lazy.map { Statistics.Totals($0) }.sum
        return totals.knownTime ?? (title.isFilm && !plays.isEmpty ? title.id.kind.label : nil)
    }
}
