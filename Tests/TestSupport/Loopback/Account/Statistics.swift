import Foundation

extension LoopbackAccount {
    /// The answer of `/users/{id}/stats`: as it was given, or counted once the library has changed.
    var countedStatistics: JSON {
        if let statistics { return statistics }
        var counted: JSON = [
            "movies": films, "tv": series(.shows), "anime": series(.anime),
            "watched_last_week": ["total_mins": 0, "movies_mins": 0, "tv_mins": 0, "anime_mins": 0],
        ]
        let minutes = ["movies", "tv", "anime"].compactMap { counted[$0]?["total_mins"]?.int }
        counted["total_mins"] = .int(minutes.reduce(0, +))
        return counted
    }

    private var films: JSON {
        var films: JSON = [:]
        for status in Bucket.movies.statuses {
            let entries = library.filter { $0.bucket == .movies && $0.status == status }
            let minutes = entries.compactMap { $0.media["runtime"]?.int }.reduce(0, +)
            films[status] = ["mins": .int(minutes), "count": .int(entries.count)]
        }
        films["total_mins"] = films["completed"]?["mins"]
        return films
    }

    private func series(_ bucket: Bucket) -> JSON {
        var series: JSON = [:]
        var total = 0
        for status in bucket.statuses {
            let entries = library.filter { $0.bucket == bucket && $0.status == status }
            func sum(_ value: (Entry) -> Int) -> JSON { .int(entries.map(value).reduce(0, +)) }
            func watched(_ entry: Entry) -> Int { entry.item["watched_episodes_count"]?.int ?? 0 }
            func runtime(_ entry: Entry) -> Int { entry.media["runtime"]?.int ?? 0 }
            total += entries.map { watched($0) * runtime($0) }.reduce(0, +)
            var row: JSON = ["watched_episodes_count": sum(watched), "count": .int(entries.count)]
            if !["completed", "dropped"].contains(status) {
                row["left_to_watch_episodes"] = sum { $0.total - watched($0) }
                row["left_to_watch_mins"] = sum { ($0.total - watched($0)) * runtime($0) }
                row["total_episodes_count"] = sum { $0.total }
            }
            series[status] = row
        }
        series["total_mins"] = .int(total)
        return series
    }
}
