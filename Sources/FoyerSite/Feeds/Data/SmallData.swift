/// What comes next, for small screens: so short that nothing of it is cut off.
///
/// Why: of all that a sensor of Home Assistant tells, its recorder keeps 16,384 bytes, and small machines have less room still.
struct SmallData: SiteSubject {
    let site: Site
    private let rows: [Row]

    /// The most that is told, and the most bytes of the file.
    static let (most, mostBytes) = (10, 4_096)

    static let file = DataFile<SmallData>(
        slug: "small", title: "Next",
        description: "The next \(most) things that come out for my lists, in less than \(mostBytes) bytes.",
        inputs: [.library, .today, .now],
        fields: [.list("coming", "What comes, the next first.", with: Row.fields) { $0.rows }])

    init(site: Site) {
        var rows = ComingDrop.next(Self.most, of: site).map(Row.init)
        // Names in other scripts take more bytes. One that is very long is no reason to leave out all others.
        while let longest = rows.indices.max(by: { rows[$0].size < rows[$1].size }),
            Self.file.text(of: SmallData(site, rows)).utf8.count >= Self.mostBytes
        {
            rows.remove(at: rows[longest].size > Row.ordinary ? longest : rows.count - 1)
        }
        self.init(site, rows)
    }

    private init(_ site: Site, _ rows: [Row]) {
        self.site = site
        self.rows = rows
    }

    struct Row: Sendable {
        let coming: ComingDrop

        /// As many bytes as a name has that fits with nine others.
        static let ordinary = 200

        /// Of its name, as JSON has it.
        var size: Int { name.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "<") ? 6 : 1) } }

        private var name: String { coming.title.name.shortened }

        static let fields: [DataField<Row>] = [
            .text("title", "The title's name, as far as a small screen has room for it.") { $0.name },
            .optional("episode", "The episode, as in S04E03, or several as in S04E03–E05; null for films.") { $0.coming.label },
            .optional("mark", "What is special about it, in the site's language, as in season finale; null where nothing is.") {
                $0.coming.marks
            },
            .optional("day", "The day in time_zone.", .date) { $0.coming.day.iso },
            .optional("time", "The instant in UTC; null where only the day is known.", .instant) { $0.coming.moment?.rfc3339 },
        ]
    }
}
