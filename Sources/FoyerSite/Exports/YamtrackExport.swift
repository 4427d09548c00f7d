import Disk
/// Titles, seasons and episodes in rows, as Yamtrack imports them.
///
/// Shape: films and shows by TMDB's ids, anime by MAL's, which count their episodes as progress. What has neither id is found by its
/// name, a show without its episodes. A play without a believable day has no end date.
/// Source: https://github.com/FuzzyGrim/Yamtrack/wiki/Yamtrack-CSV-Format
enum YamtrackExport {
    static func write(_ library: Library, to sink: inout ExportSink) throws {
        try sink.add(
            head: [
                "media_id", "source", "media_type", "title", "image", "season_number", "episode_number", "score", "status",
                "notes",
                "start_date", "end_date", "progress",
            ])
        for title in library.titles {
            guard let status = title.status?.yamtrack else { continue }
            if title.id.kind == .anime {
                try writeWhole(title, "mal", "anime", status, progress: String(title.watchedEpisodes), to: &sink)
            } else if title.isFilm {
                try writeWhole(title, "tmdb", "movie", status, progress: nil, to: &sink)
            } else {
                try writeShow(title, status, to: &sink)
            }
        }
    }

    private static func writeWhole(
        _ title: Title, _ source: String, _ type: String, _ status: String, progress: String?, to sink: inout ExportSink
    ) throws {
        let times = title.plays.compactMap { $0.time.yamtrack }
        let isOver = title.status == .completed && title.plays.allSatisfy { $0.time.yamtrack != nil }
        try sink.add(
            row: [
                title.identifiers[source], source, type, title.name, nil, nil, nil, title.rating.map { String($0.value) }, status,
                title.memo, times.min(), isOver ? times.max() : nil, progress,
            ])
    }

    private static func writeShow(_ title: Title, _ status: String, to sink: inout ExportSink) throws {
        let id = title.identifiers["tmdb"]
        try sink.add(
            row: [
                id, "tmdb", "tv", title.name, nil, nil, nil, title.rating.map { String($0.value) }, status, title.memo, nil, nil,
                nil,
            ])
        // By its name the importer finds a show, but none of its seasons.
        guard id != nil else { return }
        let seasons = Dictionary(grouping: title.plays.filter { $0.episode != nil }) { $0.episode?.season ?? 1 }
        for (season, plays) in seasons.sorted(by: { $0.key < $1.key }) {
            let place = String(season)
            let isOver = title.status == .completed
            try sink.add(
                row: [
                    id, "tmdb", "season", title.name, nil, place, nil, nil, isOver ? "Completed" : status, nil, nil, nil, nil,
                ])
            for play in plays.sorted(by: {
                ($0.episode?.number ?? 0, $0.rewatch ?? 0) < ($1.episode?.number ?? 0, $1.rewatch ?? 0)
            }) {
                try sink.add(
                    row: [
                        id, "tmdb", "episode", title.name, nil, place, play.episode.map { String($0.number) }, nil, "Completed",
                        nil, nil,
                        play.time.yamtrack, nil,
                    ])
            }
        }
    }
}

extension Status {
    fileprivate var yamtrack: String {
        switch self {
        case .watching: "In progress"
        case .planToWatch: "Planning"
        case .onHold: "Paused"
        case .completed: "Completed"
        case .dropped: "Dropped"
        }
    }
}

extension PlayTime {
    /// `2026-11-25 20:30:00+00:00`
    fileprivate var yamtrack: String? {
        exported.map { text in
            text.count == 10 ? "\(text) 00:00:00+00:00" : text.replacing("T", with: " ").replacing("Z", with: "+00:00")
        }
    }
}
