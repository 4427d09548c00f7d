/// Every title in a row, and every rating in one.
enum TitlesExport {
    static func writeTitles(_ library: Library, to sink: inout ExportSink) throws {
        try sink.add(
            head: [
                "kind", "title", "year", "status", "added_at", "rating", "rated_at", "plays", "watched_episodes",
                "aired_episodes",
                "total_episodes", "minutes", "first_watched", "last_watched", "unrecorded_episodes", "note", "genres",
                "anime_type",
                "url",
            ] + Title.idColumns)
        for title in library.titles {
            let totals = title.totals
            let days = title.plays.compactMap { $0.time.day(library.days) }
            let row: [String?] = [
                title.id.kind.exported, title.name, title.year.map(String.init), title.status?.simkl, title.addedAt?.exported,
                title.rating.map { String($0.value) }, title.rating?.ratedAt?.exported, String(totals.plays),
                title.isFilm ? nil : String(title.watchedEpisodes), title.progress.map { String($0.aired) },
                title.progress.map { String($0.total) }, totals.knownMinutes.map(String.init), days.min()?.iso, days.max()?.iso,
                title.isFilm ? nil : String(title.unrecordedEpisodes), title.memo,
                title.details.map { $0.genres.joined(separator: "; ") }, title.animeType, title.simklAddress,
            ]
            try sink.add(row: row + title.exportedIDs)
        }
    }

    static func writeRatings(_ library: Library, to sink: inout ExportSink) throws {
        try sink.add(head: ["rating", "rated_at", "kind", "title", "year", "simkl_rating", "url"] + Title.idColumns)
        for title in library.titles {
            guard let rating = title.rating else { continue }
            let row: [String?] = [
                String(rating.value), rating.ratedAt?.exported, title.id.kind.exported, title.name, title.year.map(String.init),
                title.crowd.simkl.map { "\($0.average)" }, title.simklAddress,
            ]
            try sink.add(row: row + title.exportedIDs)
        }
    }
}
