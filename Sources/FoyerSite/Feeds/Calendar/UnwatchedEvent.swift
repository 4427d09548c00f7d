/// An event in the file of what was not watched: of a drop what is left of it; cancelled when all of it was watched, and gone a week later.
///
/// Why cancelled: programs keep what vanishes from a file that they have taken over, and strike out what they are told of.
struct UnwatchedEvent: Sendable {
    /// Nil where it never stood there.
    let revisions: InEachForm<EventRevision?>
    /// Nil where it does not stand there, or not any more.
    let told: InEachForm<ToldEvent?>

    /// Whether it ever stood there.
    var isKnown: Bool { CalendarForm.allCases.contains { revisions[$0] != nil } }

    /// How long what was watched is told of as cancelled: longer than any program takes to look again.
    private static let daysCancelled = 7

    /// - Parameters:
    ///   - events: as the other files have them; nil where another airing's event tells of it.
    ///   - old: nil where the build before had none.
    init(
        _ events: InEachForm<(whole: CalendarAiring, event: CalendarEvent)?>, created: Moment,
        after old: InEachForm<EventRevision?>?,
        _ times: RevisionTimes, site: Site, settings: CalendarSettings
    ) {
        let left = InEachForm { form -> CalendarEvent? in
            guard let (whole, event) = events[form] else { return nil }
            let left = whole.unwatched
            // Nobody has to be told that what they never heard of is cancelled.
            if left.isCancelled, old?[form] == nil { return nil }
            return left.drop == whole.drop && left.isCancelled == whole.isCancelled
                ? event : CalendarEvent(left, form: form, site: site, settings: settings)
        }
        let revisions = InEachForm { form in
            left[form].map {
                EventRevision(of: $0, after: old?[form], at: old?[form] == nil ? times.new : times.changed)
            } ?? old?[form]
        }
        self.revisions = revisions
        let since = site.today.adding(days: -Self.daysCancelled)
        told = InEachForm { form in
            guard let event = left[form], let revision = revisions[form], let (whole, _) = events[form] else { return nil }
            let isWatched = whole.unwatched.isCancelled && !whole.isCancelled
            if isWatched, site.library.days.calendarDay(of: revision.modified) < since { return nil }
            return ToldEvent(
                text: event.text(revision, created: created, ofUnwatched: true), modified: revision.modified)
        }
    }
}

extension CalendarAiring {
    /// What is left of it to watch; where that is nothing, the whole of it, cancelled.
    fileprivate var unwatched: CalendarAiring {
        let left = drop.unwatched(of: title)
        return CalendarAiring(left ?? drop, of: title, isCancelled: isCancelled || left == nil, key: key)
    }
}
