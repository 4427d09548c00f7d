import Disk
/// Anime that MAL knows, in the shape of its own export, which it imports.
///
/// Shape: every element of an entry of that export, in its order, since readers of it count on each; what Simkl has nothing of is as MAL
/// writes it for a new entry.
/// Source: https://myanimelist.net/import.php, and the files of https://myanimelist.net/panel.php?go=export
enum MyAnimeListExport {
    static func write(_ library: Library, to sink: inout ExportSink) throws {
        try sink.add(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<myanimelist>\n<myinfo><user_export_type>1</user_export_type></myinfo>\n"
        )
        for title in library.titles where title.id.kind == .anime {
            guard let id = title.identifiers["mal"].flatMap({ Int($0) }), let status = title.status else { continue }
            let first = title.plays.filter { $0.rewatch == nil }
            // Where one play has no day, nobody knows which was the first and which the last.
            let days =
                first.allSatisfy { $0.time.day(library.days) != nil } && title.unrecordedEpisodes == 0
                ? first.compactMap { $0.time.day(library.days) } : []
            let watched = title.isFilm ? min(1, first.count) : title.watchedEpisodes
            let members: [(String, String)] = [
                ("series_animedb_id", String(id)), ("series_title", characters(title.name)),
                ("series_type", (title.animeType ?? "tv").malType),
                ("series_episodes", String(title.progress?.total ?? (title.isFilm ? 1 : 0))),
                ("my_id", "0"), ("my_watched_episodes", String(watched)),
                ("my_start_date", days.min()?.iso ?? "0000-00-00"),
                ("my_finish_date", (status == .completed ? days.max()?.iso : nil) ?? "0000-00-00"),
                ("my_rated", ""), ("my_score", String(title.rating?.value ?? 0)), ("my_storage", ""),
                ("my_storage_value", "0.00"),
                ("my_status", status.malStatus), ("my_comments", characters(title.memo ?? "")),
                ("my_times_watched", String(Set(title.plays.compactMap(\.rewatch)).count)), ("my_rewatch_value", ""),
                ("my_priority", "LOW"), ("my_tags", characters("")), ("my_rewatching", "0"), ("my_rewatching_ep", "0"),
                ("my_discuss", "1"), ("my_sns", "default"), ("update_on_import", "1"),
            ]
            try sink.add(entry: "<anime>\n" + members.map { "<\($0)>\(Self.fit($1))</\($0)>\n" }.joined() + "</anime>\n")
        }
        try sink.add("</myanimelist>\n")
    }

    private static func characters(_ text: String) -> String { "<![CDATA[\(text.replacing("]]>", with: "]] >"))]]>" }

    /// Without what no XML may hold.
    ///
    /// Source: https://www.w3.org/TR/xml/#charsets
    private static func fit(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                        || [0x09, 0x0A, 0x0D].contains(scalar.value)
                }))
    }
}

extension Status {
    fileprivate var malStatus: String {
        switch self {
        case .watching: "Watching"
        case .planToWatch: "Plan to Watch"
        case .onHold: "On-Hold"
        case .completed: "Completed"
        case .dropped: "Dropped"
        }
    }
}

extension String {
    fileprivate var malType: String {
        if self == "music video" { return "Music" }
        return count <= 3 ? uppercased() : prefix(1).uppercased() + dropFirst()
    }
}
