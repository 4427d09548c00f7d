/// The library as Simkl would send it, which `--data` reads again, and all else that the edition shows: in Simkl's shapes too, in members
/// that are called as the files and folders of an account.
///
/// Shape: `docs/library.schema.json`. What there is nothing of is absent.
/// Source: `GET /sync/all-items`, and what `docs/data.md` names for each member.
enum SimklExport {
    static func write(_ library: Library, to sink: inout ExportSink) throws {
        try sink.add("{\(head(of: library).text)")
        for kind in MediaKind.allCases {
            try sink.add(",\n\"\(kind.bucket)\":[")
            var isFirst = true
            for title in library.titles where title.id.kind == kind {
                for entry in SimklEntry.all(of: title) {
                    try sink.add(entry: (isFirst ? "\n" : ",\n") + entry)
                    isFirst = false
                }
            }
            try sink.add("]")
        }
        try SimklCatalog(library).write(to: &sink)
        try SimklCalendars(library).write(to: &sink)
        try sink.add("}\n")
    }

    private static func head(of library: Library) -> JSONMembers {
        var (head, settings, user, account) = (JSONMembers(), JSONMembers(), JSONMembers(), JSONMembers())
        user.add("name", library.owner.name)
        user.add("avatar", library.owner.avatar?.path)
        account.add("timezone", library.days.zone)
        settings.add("user", user)
        settings.add("account", account)
        head.add("edition", library.edition.rawValue)
        head.add("synced_at", synced(library)?.rfc3339)
        head.add("settings", settings)
        if let statistics = library.accountStatistics { head.add("stats", stats(statistics)) }
        head.add("playback", list: library.paused.compactMap { pause in library.title(pause.title).map { row(pause, of: $0) } })
        return head
    }

    /// A moment of the day of the data, by the clock on the wall and by the roll-over hour: which one it was is told by nothing, and
    /// so another sync of that day changes nothing here.
    static func synced(_ library: Library) -> Moment? {
        guard let moment = library.syncedAt else { return nil }
        let days = library.days
        let (wall, own) = (days.calendarDay(of: moment), days.day(of: moment))
        let hours = (0...24).lazy.map { days.firstMoment(of: wall).adding(minutes: $0 * 60) }
        return hours.first { days.calendarDay(of: $0) == wall && days.day(of: $0) == own } ?? moment
    }

    private static func stats(_ statistics: AccountStatistics) -> JSONMembers {
        var stats = JSONMembers()
        stats.add("total_mins", statistics.totalMinutes)
        for kind in MediaKind.allCases {
            var section = JSONMembers()
            section.add("total_mins", statistics.minutes[kind])
            // Of its lists only the sum is known.
            section.add("completed", json: statistics.titles[kind].map { "{\"count\":\($0)}" })
            stats.add(kind.path, section)
        }
        return stats
    }

    private static func row(_ pause: PausedPlayback, of title: Title) -> String {
        var (row, episode, media) = (JSONMembers(), JSONMembers(), JSONMembers())
        row.add("progress", pause.percent)
        row.add("paused_at", pause.pausedAt?.exported)
        row.add("type", pause.episode == nil ? "movie" : "episode")
        episode.add("season", pause.episode?.season)
        episode.add("number", pause.episode?.number)
        row.add("episode", episode)
        media.add("title", title.sentName ?? title.name)
        media.add("ids", json: "{\"simkl\":\(title.id.simkl)}")
        let wrappers: [MediaKind: String] = [.tv: "show", .anime: "anime", .movie: "movie"]
        row.add(wrappers[title.id.kind] ?? "show", media)
        return row.object
    }
}

extension MediaKind {
    /// What its part of a library is called by Simkl.
    var bucket: String { self == .tv ? "shows" : path }
}
