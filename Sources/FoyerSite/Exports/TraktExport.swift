import Disk

/// History, ratings and watchlist, each as Trakt's API takes it.
///
/// Shape: `{"history":{"movies":[…],"shows":[…]},"ratings":{…},"watchlist":{…}}`: the bodies of `POST /sync/history`, `/sync/ratings`
/// and `/sync/watchlist`. A play without a believable day is `unknown`, which Trakt keeps so.
/// Source: https://trakt.docs.apiary.io/#reference/sync
enum TraktExport {
    static func write(_ library: Library, to sink: inout ExportSink) throws {
        let watched = library.titles.filter { !$0.plays.isEmpty }
        try sink.add("{\"history\":")
        try write(watched, to: &sink, history)
        try sink.add(",\n\"ratings\":")
        try write(library.titles.filter { $0.rating != nil }, to: &sink) { title in
            let ratedAt = title.rating?.ratedAt.map { ",\"rated_at\":\(time($0))" } ?? ""
            return ["\"rating\":\(title.rating?.value ?? 0)\(ratedAt)"]
        }
        try sink.add(",\n\"watchlist\":")
        try write(library.titles.filter { $0.status == .planToWatch }, to: &sink) { _ in [""] }
        try sink.add("}\n")
    }

    private static func write(_ titles: [Title], to sink: inout ExportSink, _ entries: (Title) -> [String]) throws {
        for (name, isFilm) in [("movies", true), ("shows", false)] {
            try sink.add(isFilm ? "{\"\(name)\":[" : ",\"\(name)\":[")
            var isFirst = true
            for title in titles where title.isFilm == isFilm {
                for entry in entries(title) {
                    try sink.add(entry: (isFirst ? "\n{" : ",\n{") + head(title) + (entry.isEmpty ? "" : ",\(entry)") + "}")
                    isFirst = false
                }
            }
            try sink.add("]")
        }
        try sink.add("}")
    }

    private static func head(_ title: Title) -> String {
        // Numbers, where they are numbers: Trakt asks for them.
        let ids = ["imdb", "tmdb", "tvdb"].compactMap { name -> String? in
            guard let id = title.identifiers[name] else { return nil }
            if name == "imdb" { return "\"imdb\":\(JSONText.quoted(id))" }
            return Int(id).map { "\"\(name)\":\($0)" }
        }
        let year = title.year.map { ",\"year\":\($0)" } ?? ""
        return "\"title\":\(JSONText.quoted(title.name))\(year),\"ids\":{\(ids.joined(separator: ","))}"
    }

    private static func history(_ title: Title) -> [String] {
        if title.isFilm { return title.plays.map { "\"watched_at\":\(time($0))" } }
        // Each watching by itself, since one request may name an episode once.
        return Dictionary(grouping: title.plays) { $0.rewatch ?? 0 }.sorted { $0.key < $1.key }.map { _, plays in
            let seasons = Dictionary(grouping: plays) { $0.episode?.season ?? 1 }.sorted { $0.key < $1.key }
            let texts = seasons.map { season, plays in
                let episodes = plays.map { "{\"number\":\($0.episode?.number ?? 0),\"watched_at\":\(time($0))}" }
                return "{\"number\":\(season),\"episodes\":[\(episodes.joined(separator: ","))]}"
            }
            return "\"seasons\":[\(texts.joined(separator: ","))]"
        }
    }

    private static func time(_ play: Play) -> String {
        switch play.time {
        case .real(let moment): time(.moment(moment))
        case .realDay(let day), .day(let day): time(.day(day))
        case .marked, .stamped, .year, .undated: "\"unknown\""
        }
    }

    /// A moment, as Trakt takes nothing else: of a day its noon, which is on that day almost everywhere.
    private static func time(_ time: HistoryTime) -> String {
        switch time {
        case .moment(let moment): JSONText.quoted(moment.rfc3339)
        case .day(let day): JSONText.quoted("\(day.iso)T12:00:00Z")
        }
    }
}
