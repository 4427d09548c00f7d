/// What comes next, in words for a screen that only shows what it is given.
struct ScreenData: SiteSubject {
    let site: Site

    /// As many as a screen of 800 × 480 pixels has room for.
    static let most = 5

    static let file = DataFile<ScreenData>(
        slug: "trmnl", title: "Screen",
        description: "The next \(most) things that come out for my lists, in the site's own words.",
        inputs: [.library, .today, .now],
        fields: [
            .text("site", "The site's name.") { $0.site.name },
            .text("heading", "What stands over the rows.") { _ in phrase("navigation.upcoming") },
            .list("rows", "What comes, the next first.", with: Row.fields) { ComingDrop.next(most, of: $0.site).map(Row.init) },
        ])

    struct Row: Sendable {
        let coming: ComingDrop

        static let fields: [DataField<Row>] = [
            .text("title", "The title's name, as far as a small screen has room for it.") { $0.coming.title.name.shortened },
            .optional("what", "The episode, and what is special about it; null for a film of which nothing is.") { $0.what },
            .text("when", "The day, as in Sun 29 Nov, with the time where it is known.") { $0.when },
        ]

        private var what: String? {
            let parts = [coming.label, coming.marks].compactMap { $0 }
            return parts.isEmpty ? nil : parts.joined(separator: " · ")
        }

        /// Not counted from today, so that a night with nothing new leaves the file as it was.
        private var when: String {
            let day = coming.day.shortWordsWithWeekday
            return coming.moment.map { "\(day), \(coming.site.library.days.clock(of: $0))" } ?? day
        }
    }
}
