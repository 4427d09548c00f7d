/// An event as a file holds it.
struct ToldEvent: Sendable {
    let text: String
    /// The time of its last revision.
    let modified: Moment
}

/// An event that stands in the files, in both forms.
struct PlannedEvent: Sendable {
    let airing: CalendarAiring
    /// What it tells of: more than its own airing where that begins a season drop.
    let drops: InEachForm<Drop>
    /// On the owner's calendar.
    let day: CalendarDay
    let created: Moment
    let revisions: InEachForm<EventRevision>
    /// Nil where another airing's event tells of it.
    let told: InEachForm<ToldEvent?>
    let unwatched: UnwatchedEvent

    init(
        _ airing: CalendarAiring, in drops: CalendarDrops, after old: CalendarMemory.Entry?, _ times: RevisionTimes, site: Site,
        settings: CalendarSettings
    ) {
        self.airing = airing
        day = airing.airing.time.day(site.library.days)
        let created = old?.created ?? times.new
        let whole = InEachForm { drops.event(of: airing, $0) }
        let events = InEachForm { CalendarEvent(whole[$0], form: $0, site: site, settings: settings) }
        let revisions = InEachForm { form in
            EventRevision(of: events[form], after: old?.revisions[form], at: old == nil ? times.new : times.changed)
        }
        self.created = created
        self.revisions = revisions
        self.drops = InEachForm { whole[$0].drop }
        told = InEachForm { form in
            drops.isHeld(airing, form)
                ? nil
                : ToldEvent(
                    text: events[form].text(revisions[form], created: created), modified: revisions[form].modified)
        }
        unwatched = UnwatchedEvent(
            InEachForm { form in drops.isHeld(airing, form) ? nil : (whole[form], events[form]) }, created: created,
            after: old?.unwatched, times, site: site, settings: settings)
    }

    func precedes(_ other: PlannedEvent) -> Bool {
        if day != other.day { return day < other.day }
        let (own, others) = (airing.airing, other.airing.airing)
        if own.precedesOnOneDay(others) { return true }
        return !others.precedesOnOneDay(own) && airing.key < other.airing.key
    }
}
