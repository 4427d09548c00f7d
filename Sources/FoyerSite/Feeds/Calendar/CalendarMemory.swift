/// What the calendars of one edition said when they were last built.
///
/// Shape: airings by the text of their ``AiringKey``. Names of titles are no part of it; those of episodes may be.
struct CalendarMemory: Remembered, Hashable {
    static let version = 2

    var airings: [String: Entry] = [:]

    struct Entry: Codable, Hashable, Sendable {
        var airing: Airing
        var fate: Fate
        let created: Moment
        let revisions: InEachForm<EventRevision>
        /// Likewise in the file of what was not watched; nil where it never stood there.
        var unwatched: InEachForm<EventRevision?>?
    }

    /// What became of an airing.
    enum Fate: String, Codable, Sendable {
        /// It airs, as far as anybody knows.
        case standing
        /// The calendars that tell everything of its day have it no more.
        case cancelled
        /// Likewise, but its day was over already, or another airing stands in its place: it is not shown any more.
        case gone
    }
}

/// What an event said, and since when.
struct EventRevision: Codable, Hashable, Sendable {
    let modified: Moment
    let sequence: Int
    /// Beginning and end, and whether it is cancelled.
    let when: String
    /// A hash of all that it said.
    let hash: String
}

extension EventRevision {
    /// The revision that an event has now: the one it had, where it says what it said.
    ///
    /// Shape: the number rises only when the event moves, is cancelled, or takes place after all; the time with every change, and
    /// never to a time that it had before.
    ///
    /// Source: RFC 5545, 3.8.7.4; RFC 5546, 2.1.4
    init(of event: CalendarEvent, after old: EventRevision?, at time: Moment) {
        let hash = event.hash
        if let old, old.hash == hash, old.when == event.when {
            self = old
            return
        }
        modified = old.map { max(time, Moment(secondsSince1970: $0.modified.secondsSince1970 + 1)) } ?? time
        sequence = old.map { $0.when == event.when ? $0.sequence : $0.sequence + 1 } ?? 0
        when = event.when
        self.hash = hash
    }
}
