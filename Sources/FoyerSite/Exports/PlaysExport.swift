/// Every play in a row, by title.
enum PlaysExport {
    static func write(_ library: Library, to sink: inout ExportSink) throws {
        try sink.add(
            head: [
                "watched_at", "evidence", "not_believed", "kind", "title", "year", "season", "episode", "episode_title",
                "rewatch",
                "minutes", "minutes_from",
            ] + Title.idColumns)
        for title in library.titles {
            let known = CSV.encoded([title.id.kind.exported, title.name, title.year.map(String.init), ""])
            let ids = CSV.encoded(title.exportedIDs)
            for play in title.plays {
                let (minutes, source): (Int?, String?) =
                    switch play.length {
                    case .exact(let minutes): (minutes, play.isFilm ? "film" : "episode")
                    case .estimated(let minutes): (minutes, "show")
                    case .unknown: (nil, nil)
                    }
                try sink.add(
                    row: play.time, [play.time.evidence, play.time.unbelieved], known,
                    [
                        play.episode.map { String($0.season ?? 1) }, play.episode.map { String($0.number) },
                        play.episode.flatMap { title.episodeNames[$0] }, play.rewatch.map(String.init), minutes.map(String.init),
                        source,
                    ], ids)
            }
        }
    }
}
