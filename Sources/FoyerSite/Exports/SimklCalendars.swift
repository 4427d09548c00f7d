import Disk

/// What airs of a library, and what begins beside it, as far as it is told: the calendar files of each kind.
///
/// Source: `https://data.simkl.in/calendar/v2/{tv|anime|movie_release}.json`
struct SimklCalendars {
    private let library: Library

    init(_ library: Library) { self.library = library }

    func write(to sink: inout ExportSink) throws {
        var calendars = JSONMembers()
        for (name, kind) in [("tv", MediaKind.tv), ("anime", .anime), ("movie_release", .movie)] {
            calendars.add(name, calendar(of: kind))
        }
        if !calendars.isEmpty { try sink.add(",\n\"calendar\":\(calendars.object)") }
    }

    private func calendar(of kind: MediaKind) -> JSONMembers {
        // What begins and is on one of its lists stands there: nothing else of it is shown.
        let premieres = library.lacking(library.premieres.filter { $0.id.kind == kind })
        let titles = library.titles.filter { $0.id.kind == kind && !$0.airings.isEmpty } + premieres
        var (calendar, metadata) = (JSONMembers(), JSONMembers())
        // Of an own title all that is known stands elsewhere.
        for title in premieres { metadata.add(String(title.id.simkl), SimklCatalog.listed(title)) }
        calendar.add(
            "covered",
            list: library.coverage.spans(of: kind).map { first, last in
                "{\"from\":\(JSONText.quoted(first.iso)),\"to\":\(JSONText.quoted(last.iso))}"
            })
        calendar.add("calendar", list: titles.flatMap { $0.airings.map { "\n" + row($0) } })
        calendar.add("metadata", metadata)
        return calendar
    }

    private func row(_ airing: Airing) -> String {
        var (row, episode) = (JSONMembers(), JSONMembers())
        row.add("simkl_id", airing.title.simkl)
        row.add("date", airing.time.simkl)
        row.add("finale_type", airing.finale?.rawValue)
        episode.add("season", airing.episode?.season)
        episode.add("episode", airing.episode?.number)
        episode.add("title", airing.name)
        episode.add("runtime", airing.runtimeMinutes)
        episode.add("url", airing.page.map { "https://simkl.com/" + Self.encoded($0) })
        row.add("episode", episode)
        return row.object
    }

    /// A path with the signs that would end or change it in an address.
    private static func encoded(_ path: String) -> String {
        path.replacing("%", with: "%25").replacing("?", with: "%3F").replacing("#", with: "%23")
    }
}
