/// A calendar, before its form is chosen.
struct CalendarSheet {
    /// Below `feeds/`, without the form and `.ics`.
    let path: String
    let name: String
    let summary: String
    let color: CalendarColor
    /// The page that shows the same to people.
    let page: SitePath
    let events: InEachForm<[ToldEvent]>

    func feed(_ form: CalendarForm, of site: Site) -> Feed {
        let path = "feeds/\(self.path)\(form.suffix).ics"
        let title = form == .timed ? name : phrase("calendar.wholeDays", ["calendar": name])
        let texts = events[form].map(\.text)
        let modified = events[form].map(\.modified).max()
        let head = CalendarHead(
            name: phrase("calendar.ofSite", ["site": site.name, "calendar": title]), summary: summary, color: color,
            zone: site.library.days.zone, modified: modified, source: site.baseURL.flatMap { Address($0.text + path) },
            page: site.baseURL.flatMap { Address($0.address(of: page)) })
        let inputs = [Input.values(LibraryFingerprints.fingerprint { $0.feed(head, texts) })]
        return Feed(path: path, format: .calendar, name: title, summary: summary, inputs: inputs) { head.calendar(of: texts) }
    }
}
