/// All calendars of a site, and what is to be remembered of them.
///
/// Shape: each event's text is made once, and shared by all files that it stands in; a file's text is made when it is written.
struct CalendarFeeds: Sendable {
    let feeds: [Feed]
    let memory: CalendarMemory

    /// - Parameter remembered: what the build before left; nil where there is none.
    init(_ site: Site, settings: CalendarSettings, remembered: CalendarMemory?) {
        let schedule = CalendarSchedule(site, remembered: remembered)
        let drops = CalendarDrops(schedule.airings, settings, days: site.library.days)
        let times = RevisionTimes(site, isFirst: remembered == nil)
        var memory = CalendarMemory()
        var planned: [PlannedEvent] = []
        for airing in schedule.airings {
            let old = remembered?.airings[airing.key.text]
            let event = PlannedEvent(airing, in: drops, after: old, times, site: site, settings: settings)
            memory.airings[airing.key.text] = CalendarMemory.Entry(
                airing: airing.airing, fate: schedule.fates[airing.key.text] ?? .standing,
                created: event.created, revisions: event.revisions,
                unwatched: event.unwatched.isKnown ? event.unwatched.revisions : nil)
            planned.append(event)
        }
        memory.keep(remembered, fates: schedule.fates, since: site.today.adding(days: -CalendarMemory.mostDays))
        self.memory = memory
        planned.sort { $0.precedes($1) }
        let (shown, unwatched) = (
            planned.filter { settings.shows($0.day, since: settings.daysBack, today: site.today) },
            planned.filter { settings.shows($0.day, since: CalendarMemory.mostDays, today: site.today) }
        )
        let calendars = Self.files(shown, unwatched: unwatched, settings) + Self.shows(shown, of: site, settings: settings)
        feeds = calendars.flatMap { calendar in CalendarForm.allCases.map { calendar.feed($0, of: site) } }
    }

    private static let folder = "shows/"

    /// A show's own calendar, with times: the same file when the show's name or kind changes.
    static func file(of title: TitleID) -> String { "feeds/\(folder)\(title.simkl).ics" }

    static func isOfOneTitle(_ feed: Feed) -> Bool { feed.path.hasPrefix("feeds/\(folder)") }

    private static func files(
        _ planned: [PlannedEvent], unwatched: [PlannedEvent], _ settings: CalendarSettings
    ) -> [CalendarSheet] {
        CalendarFile.allCases.filter(settings.files.contains).map { file in
            CalendarSheet(
                path: file.rawValue, name: file.title, summary: file.summary, color: file.color, page: .upcoming,
                events: InEachForm { form in
                    file == .unwatched
                        ? unwatched.compactMap { $0.unwatched.told[form] }
                        : planned.filter { file.holds($0, form) }.compactMap { $0.told[form] }
                })
        }
    }

    /// Shows of which something airs, and those that were begun and will go on, so that nobody has to subscribe anew after every
    /// season.
    private static func shows(_ planned: [PlannedEvent], of site: Site, settings: CalendarSettings) -> [CalendarSheet] {
        guard settings.hasShows else { return [] }
        let events = Dictionary(grouping: planned) { $0.airing.title.id }
        var ids: Set<Int> = []
        let running = site.library.titles.filter { title in
            !title.isFilm && (events[title.id] != nil || (title.isBegun && title.isToContinue))
                && ids.insert(title.id.simkl).inserted
        }
        var names = Set(CalendarFile.allCases.map(\.title))
        return running.map { title in
            let dated = title.year.map { "\(title.name) (\($0))" } ?? title.name
            let name = [title.name, dated].first { !names.contains($0) } ?? "\(dated), \(title.id.simkl)"
            names.insert(name)
            return CalendarSheet(
                path: folder + String(title.id.simkl), name: name, summary: phrase("calendar.showSummary", ["show": title.name]),
                color: .teal, page: site.path(of: title),
                events: InEachForm { form in (events[title.id] ?? []).compactMap { $0.told[form] } })
        }
    }
}

extension CalendarFile {
    fileprivate func holds(_ event: PlannedEvent, _ form: CalendarForm) -> Bool {
        event.drops[form].airings.contains { holds($0, of: event.airing.title) }
    }
}

extension CalendarSettings {
    fileprivate func shows(_ day: CalendarDay, since daysBack: Int, today: CalendarDay) -> Bool {
        day >= today.adding(days: -daysBack) && (daysAhead.map { day <= today.adding(days: $0) } ?? true)
    }
}

extension CalendarMemory {
    /// How long an airing that is over and gone is remembered: when it comes again, its number goes on from where it was. And how
    /// long what was not watched is told of.
    fileprivate static let mostDays = 400

    /// Takes over what was remembered of airings that are not there now.
    fileprivate mutating func keep(_ old: CalendarMemory?, fates: [String: Fate], since day: CalendarDay) {
        for (key, entry) in old?.airings ?? [:] where airings[key] == nil && entry.airing.time.utcDay >= day {
            airings[key] = entry
            airings[key]?.fate = fates[key] ?? entry.fate
        }
    }
}
