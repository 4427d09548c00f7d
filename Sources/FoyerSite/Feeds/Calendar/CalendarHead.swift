import Disk

/// What a calendar says of itself.
///
/// Source: RFC 5545, 3.6; RFC 7986, 5; the properties with `X-` are those that Apple's, Google's and Microsoft's calendars read.
struct CalendarHead: Sendable {
    let name: String
    let summary: String
    let color: CalendarColor
    /// The owner's zone, an IANA name.
    let zone: String
    /// The last revision of an event in it; nil where there is none.
    let modified: Moment?
    /// Where the file itself is.
    let source: Address?
    /// Where people can read the same.
    let page: Address?

    /// Several times a day, so that a site that is built every night is seen in the morning.
    private static let refresh: StaticString = "PT6H"

    /// The whole calendar of these events. It has no METHOD: it is a publication to look at, not an invitation to answer.
    func calendar(of events: [String]) -> String {
        var lines = ContentLines()
        let words = "\(summary) \(Feed.poweredBy)"
        lines.add("BEGIN", .word("VCALENDAR"))
        lines.add("VERSION", .word("2.0"))
        lines.add("PRODID", .word("-//Foyer//Foyer//EN"))
        lines.add("CALSCALE", .word("GREGORIAN"))
        lines.add("NAME", .text(name))
        lines.add("X-WR-CALNAME", .text(name))
        lines.add("DESCRIPTION", .text(words))
        lines.add("X-WR-CALDESC", .text(words))
        lines.add("X-WR-TIMEZONE", .text(zone))
        if let modified { lines.add("LAST-MODIFIED", .instant(modified)) }
        if let page { lines.add("URL", .uri(page)) }
        if let source { lines.add("SOURCE;VALUE=URI", .uri(source)) }
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", .word(Self.refresh))
        lines.add("X-PUBLISHED-TTL", .word(Self.refresh))
        lines.add("COLOR", .color(color))
        return lines.text + (events.isEmpty ? Self.placeholder : events.joined()) + "END:VCALENDAR\r\n"
    }

    /// A calendar must hold something, so one without events holds the definition of UTC.
    private static let placeholder: String = {
        var lines = ContentLines()
        lines.add(component: "VTIMEZONE") { zone in
            zone.add("TZID", .word("UTC"))
            zone.add(component: "STANDARD") { standard in
                standard.add("DTSTART", .word("19700101T000000"))
                standard.add("TZOFFSETFROM", .word("+0000"))
                standard.add("TZOFFSETTO", .word("+0000"))
            }
        }
        return lines.text
    }()
}

extension Fingerprint {
    /// All that the calendar of some events is written from.
    mutating func feed(_ head: CalendarHead, _ events: [String]) {
        feed([head.name, head.summary, "\(head.color)", head.zone, head.source?.text ?? "", head.page?.text ?? ""])
        feed(head.modified)
        feed(events)
    }
}
