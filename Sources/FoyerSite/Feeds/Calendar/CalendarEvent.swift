import Disk

/// An airing, or a season drop, as an event of a calendar, without what only its history tells.
struct CalendarEvent: Sendable {
    let key: AiringKey
    let form: CalendarForm
    /// When it begins and ends, what a drop goes up to, and whether it is cancelled: what nobody may miss when it changes.
    let when: String
    /// Every line but the id and the times.
    let lines: String

    /// Shown where nobody knows how long something is: an event of no length is drawn as a hair, if at all.
    private static let minutesIfUnknown = 30

    init(_ airing: CalendarAiring, form: CalendarForm, site: Site, settings: CalendarSettings) {
        key = airing.key
        self.form = form
        var lines = ContentLines()
        let isTimed: Bool
        let (start, end): (CalendarValue, CalendarValue)
        switch (form, airing.airing.time) {
        case (.timed, .moment(let moment)):
            let minutes = airing.runtimeMinutes ?? Self.minutesIfUnknown
            isTimed = true
            (start, end) = (.instant(moment), .instant(moment.adding(minutes: minutes)))
            lines.add("DTSTART", start)
            lines.add("DTEND", end)
        case (_, let time):
            // What has no time gets none, in neither form.
            let day = time.day(site.library.days)
            isTimed = false
            (start, end) = (.day(day), .day(day.adding(days: 1)))
            lines.add("DTSTART;VALUE=DATE", start)
            lines.add("DTEND;VALUE=DATE", end)
        }
        // Another episode in a drop is as much as another hour.
        let last = airing.drop.rest.last?.episode.map { " until \($0.key), \(airing.drop.airings.count)" } ?? ""
        when = "\(start.written)/\(end.written)\(last)\(airing.isCancelled ? " cancelled" : "")"
        let words = EventWords(airing, isTimed: isTimed)
        lines.add("SUMMARY", .text(words.summary))
        lines.add("DESCRIPTION", .text(words.description))
        let page = airing.drop.rest.isEmpty ? SimklAddress.episode(airing.airing, of: airing.title) : nil
        lines.add("URL", .uri(page ?? SimklAddress.item(airing.title)))
        if settings.hasCategories { lines.add("CATEGORIES", .texts(words.categories)) }
        if let poster = airing.title.poster.flatMap({ Address(Picture.address(of: $0)) }) {
            lines.add("IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/webp", .uri(poster))
        }
        lines.add("STATUS", .word(airing.isCancelled ? "CANCELLED" : airing.isFirm ? "CONFIRMED" : "TENTATIVE"))
        lines.add("TRANSP", .word("TRANSPARENT"))
        if let minutes = settings.alarmMinutes, isTimed, !airing.isCancelled {
            lines.add(component: "VALARM") { alarm in
                alarm.add("ACTION", .word("DISPLAY"))
                alarm.add("DESCRIPTION", .text(words.summary))
                alarm.add("TRIGGER", .before(minutes: minutes))
            }
        }
        self.lines = lines.text
    }

    /// A hash of all that it says.
    var hash: String {
        var fingerprint = Fingerprint()
        fingerprint.feed(lines)
        return String(fingerprint.value, radix: 16)
    }

    /// The whole event. Without a METHOD its time is that of its last revision.
    ///
    /// Source: RFC 5545, 3.8.7.2
    func text(_ revision: EventRevision, created: Moment, ofUnwatched: Bool = false) -> String {
        var head = ContentLines()
        head.add("BEGIN", .word("VEVENT"))
        head.add("UID", key.uid(form, ofUnwatched: ofUnwatched))
        head.add("DTSTAMP", .instant(revision.modified))
        head.add("CREATED", .instant(created))
        head.add("LAST-MODIFIED", .instant(revision.modified))
        head.add("SEQUENCE", .number(revision.sequence))
        return head.text + lines + "END:VEVENT\r\n"
    }
}
