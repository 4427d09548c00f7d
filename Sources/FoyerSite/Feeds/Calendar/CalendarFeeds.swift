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
                created: event.created, revisions: event.revisions)
            if settings.shows(event.day, today: site.today) { planned.append(event) }
        }
        memory.keep(remembered, fates: schedule.fates, since: site.today.adding(days: -CalendarMemory.mostDays))
        self.memory = memory
        planned.sort { $0.precedes($1) }
        let calendars = Self.files(planned, settings: settings) + Self.shows(planned, of: site, settings: settings)
        feeds = calendars.flatMap { calendar in CalendarForm.allCases.map { calendar.feed($0, of: site) } }
    }

    private static let folder = "shows/"

    /// A show's own calendar, with times: the same file when the show's name or kind changes.
    static func file(of title: TitleID) -> String { "feeds/\(folder)\(title.simkl).ics" }

    static func isOfOneTitle(_ feed: Feed) -> Bool { feed.path.hasPrefix("feeds/\(folder)") }

    private static func files(_ planned: [PlannedEvent], settings: CalendarSettings) -> [CalendarSheet] {
        CalendarFile.allCases.filter(settings.files.contains).map { file in
            CalendarSheet(
                path: file.rawValue, name: file.title, summary: file.summary, color: file.color, page: .upcoming,
                events: InEachForm { form in planned.filter { $0.texts[form] != nil && file.holds($0, form) } })
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
                events: InEachForm { form in (events[title.id] ?? []).filter { $0.texts[form] != nil } })
        }
    }
}

/// An event that stands in the files, in both forms.
private struct PlannedEvent: Sendable {
    let airing: CalendarAiring
    /// What it tells of: more than its own airing where that begins a season drop.
    let drops: InEachForm<Drop>
    /// On the owner's calendar.
    let day: CalendarDay
    let created: Moment
    let revisions: InEachForm<EventRevision>
    /// Nil where another airing's event tells of it.
    let texts: InEachForm<String?>

    init(
        _ airing: CalendarAiring, in drops: CalendarDrops, after old: CalendarMemory.Entry?, _ times: RevisionTimes, site: Site,
        settings: CalendarSettings
    ) {
        self.airing = airing
        day = airing.airing.time.day(site.library.days)
        let created = old?.created ?? times.new
        let told = InEachForm { drops.event(of: airing, $0) }
        let events = InEachForm { CalendarEvent(told[$0], form: $0, site: site, settings: settings) }
        let revisions = InEachForm { form in
            EventRevision(of: events[form], after: old?.revisions[form], at: old == nil ? times.new : times.changed)
        }
        self.created = created
        self.revisions = revisions
        self.drops = InEachForm { told[$0].drop }
        texts = InEachForm { drops.isHeld(airing, $0) ? nil : events[$0].text(revisions[$0], created: created) }
    }

    func precedes(_ other: PlannedEvent) -> Bool {
        if day != other.day { return day < other.day }
        let (own, others) = (airing.airing, other.airing.airing)
        if own.precedesOnOneDay(others) { return true }
        return !others.precedesOnOneDay(own) && airing.key < other.airing.key
    }
}

/// A calendar, before its form is chosen.
private struct CalendarSheet {
    /// Below `feeds/`, without the form and `.ics`.
    let path: String
    let name: String
    let summary: String
    let color: CalendarColor
    /// The page that shows the same to people.
    let page: SitePath
    let events: InEachForm<[PlannedEvent]>

    func feed(_ form: CalendarForm, of site: Site) -> Feed {
        let path = "feeds/\(self.path)\(form.suffix).ics"
        let title = form == .timed ? name : phrase("calendar.wholeDays", ["calendar": name])
        let texts = events[form].compactMap { $0.texts[form] }
        let modified = events[form].map { $0.revisions[form].modified }.max()
        let head = CalendarHead(
            name: phrase("calendar.ofSite", ["site": site.name, "calendar": title]), summary: summary, color: color,
            zone: site.library.days.zone, modified: modified, source: site.baseURL.flatMap { Address($0.text + path) },
            page: site.baseURL.flatMap { Address($0.address(of: page)) })
        let inputs = [Input.values(LibraryFingerprints.fingerprint { $0.feed(head, texts) })]
        return Feed(path: path, format: .calendar, name: title, summary: summary, inputs: inputs) { head.calendar(of: texts) }
    }
}

/// The times that revisions of this build get.
private struct RevisionTimes {
    /// Of an event that no build has told of before.
    let new: Moment
    /// Of one that was told of and says something else now.
    let changed: Moment

    /// The first build has no history, so it takes the beginning of the day of the newest thing that is shown: built again, it says
    /// the same, and it tells nothing of when in that day anything was done.
    init(_ site: Site, isFirst: Bool) {
        let day = site.newestDay.map(site.library.days.firstMoment) ?? site.now.utcDay.start
        changed = site.now
        new = isFirst ? day : site.now
    }
}

extension CalendarFile {
    fileprivate func holds(_ event: PlannedEvent, _ form: CalendarForm) -> Bool {
        event.drops[form].airings.contains { holds($0, of: event.airing.title) }
    }
}

extension CalendarSettings {
    fileprivate func shows(_ day: CalendarDay, today: CalendarDay) -> Bool {
        day >= today.adding(days: -daysBack) && (daysAhead.map { day <= today.adding(days: $0) } ?? true)
    }
}

extension CalendarMemory {
    /// How long an airing that is over and gone is remembered: when it comes again, its number goes on from where it was.
    fileprivate static let mostDays = 400

    /// Takes over what was remembered of airings that are not there now.
    fileprivate mutating func keep(_ old: CalendarMemory?, fates: [String: Fate], since day: CalendarDay) {
        for (key, entry) in old?.airings ?? [:] where airings[key] == nil && entry.airing.time.utcDay >= day {
            airings[key] = entry
            airings[key]?.fate = fates[key] ?? entry.fate
        }
    }
}
