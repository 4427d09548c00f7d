import Foundation

/// Ratings, history and lists, written.
extension LoopbackState {
    /// What a write names: each row with the title that it means, if any.
    private func rows(_ body: JSON, ignoring ignored: [String] = []) -> [(key: String, row: JSON, entry: LoopbackAccount.Entry?)]
    {
        ["movies", "shows", "anime"].filter { !ignored.contains($0) }.flatMap { key in
            (body[key]?.elements ?? []).map { row in
                let ids = row["ids"] ?? .object([:])
                let entry = account.entries.first { entry in
                    (key == "movies") == (entry.bucket == .movies)
                        && (ids.members.isEmpty
                            ? !entry.title.isEmpty && entry.title == row["title"]?.string : entry.matches(ids))
                }
                // Anime are counted as shows.
                return (key == "movies" ? key : "shows", row, entry)
            }
        }
    }

    private func body(_ request: LoopbackRequest) throws(Refusal) -> JSON {
        guard let body = request.json, case .object = body else { throw Refusal(400, "empty_field") }
        return body
    }

    mutating func rate(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        let isRemoval = request.path.hasSuffix("/remove")
        var report = Report(verb: isRemoval ? "deleted" : "added")
        for (key, row, entry) in rows(try body(request)) {
            guard let entry, isRemoval ? entry.rating != nil : (1...10).contains(row["rating"]?.int ?? 0) else {
                report.missing(key, row)
                continue
            }
            if isRemoval {
                account.unrate(entry.id)
            } else {
                account.rate(entry.id, row["rating"]?.int ?? 0, at: row["rated_at"]?.string.flatMap { Date(simkl: $0) })
            }
            report.count(key, row, account.entry(entry.id))
        }
        return LoopbackAnswer(201, report.json)
    }

    mutating func changeHistory(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        let isRemoval = request.path.hasSuffix("/remove")
        var report = Report(verb: isRemoval ? "deleted" : "added")
        let mayRewatch = request.parameter("allow_rewatch") == "yes" && account.hasPlan
        for (key, row, entry) in rows(try body(request), ignoring: isRemoval ? ["anime"] : []) {
            if row["is_rewatch"]?.bool == true, !mayRewatch { continue }
            guard let entry else {
                report.missing(key, row)
                continue
            }
            let episodes = numbers(in: row, of: entry)
            if isRemoval {
                if episodes.isEmpty { account.remove(entry.id) }
                for (number, _) in episodes { account.unwatch(entry.id, season: number.season, episode: number.number) }
            } else {
                add(row, episodes, to: entry)
            }
            report.episodes += episodes.count
            report.count(key, row, account.entry(entry.id))
        }
        return LoopbackAnswer(201, report.json)
    }

    private mutating func add(
        _ row: JSON, _ episodes: [(LoopbackAccount.EpisodeNumber, Date?)], to entry: LoopbackAccount.Entry
    ) {
        let time = row["watched_at"]?.string.flatMap { Date(simkl: $0) }
        if row["is_rewatch"]?.bool == true {
            for (season, rows) in Dictionary(grouping: episodes, by: \.0.season) {
                account.rewatch(entry.id, season: season, episodes: rows.map(\.0.number), from: rows.first?.1 ?? time)
            }
            if episodes.isEmpty { account.rewatch(entry.id, from: time) }
            return
        }
        for (number, at) in episodes { account.watch(entry.id, season: number.season, episode: number.number, at: at ?? time) }
        if !episodes.isEmpty, let status = row["status"]?.string, status != account.entry(entry.id)?.status {
            account.move(entry.id, to: status)
        }
        if entry.bucket == .movies, row["status"] == nil || row["status"] == "completed" {
            account.watch(entry.id, at: time)
        } else if episodes.isEmpty, let status = row["status"]?.string {
            if status == "completed" {
                for number in account.numbers(of: entry).prefix(entry.aired) {
                    account.watch(entry.id, season: number.season, episode: number.number, at: time)
                }
            }
            account.move(entry.id, to: status == "completed" && entry.aired < entry.total ? "watching" : status)
        }
        if let memo = row["memo"] {
            let text = memo["text"]?.string.flatMap { $0.isEmpty ? nil : $0 }
            account.note(entry.id, text, isPrivate: memo["is_private"]?.bool ?? false)
        }
        if let rating = row["rating"]?.int { account.rate(entry.id, rating) }
    }

    /// The episodes that a row names; a season without episodes is the whole season.
    private func numbers(in row: JSON, of entry: LoopbackAccount.Entry) -> [(LoopbackAccount.EpisodeNumber, Date?)] {
        var seasons = row["seasons"]?.elements ?? []
        if let loose = row["episodes"] { seasons.append(["number": 1, "episodes": loose]) }
        var numbers: [(LoopbackAccount.EpisodeNumber, Date?)] = []
        for season in seasons {
            let number = season["number"]?.int ?? 1
            if let episodes = season["episodes"]?.elements {
                for episode in episodes {
                    let time = episode["watched_at"]?.string.flatMap { Date(simkl: $0) }
                    numbers.append((.init(season: number, number: episode["number"]?.int ?? 0), time))
                }
            } else {
                let whole = account.numbers(of: entry).prefix(entry.aired).filter { $0.season == number }
                numbers += whole.map { ($0, nil) }
            }
        }
        return numbers
    }

    mutating func addToList(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        let body = try body(request)
        if body["to"] != nil { throw Refusal(400, "wrong_parameter", "to belongs to each item") }
        var added: [String: [JSON]] = ["movies": [], "shows": []]
        var report = Report(verb: "added")
        for (key, row, entry) in rows(body) {
            let lists = LoopbackAccount.Bucket.shows.statuses
            guard let entry, let asked = row["to"]?.string, lists.contains(asked) else {
                report.missing(key, row)
                continue
            }
            var list = asked
            if entry.bucket == .movies, ["watching", "hold"].contains(list) { list = "completed" }
            if entry.bucket != .movies, list == "completed", entry.item["watched_episodes_count"]?.int != entry.total {
                list = entry.aired < entry.total ? "watching" : list
            }
            account.move(entry.id, to: list)
            var echo = row
            echo["to"] = .string(list)
            added[key]?.append(echo)
        }
        return LoopbackAnswer(201, ["added": .object(added.mapValues { .array($0) }), "not_found": report.notFound])
    }

    /// A look-up that only looks like a write.
    func watched(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        let asked = request.json?.elements ?? []
        if asked.isEmpty { return LoopbackAnswer(200, .null) }
        if request.parameter("extended") != nil, asked.count > 100 { throw Refusal(400, "max_items") }
        let answers = asked.map { row -> JSON in
            var answer = row
            let ids = row["ids"] ?? row
            let entry = account.entries.first { $0.matches(ids) }
            answer["result"] = entry.map { .bool($0.item["last_watched_at"]?.string != nil && $0.status != nil) } ?? "not_found"
            answer["simkl"] = entry.map { .int($0.id) }
            answer["list"] = entry?.status.map { .string($0) }
            answer["last_watched_at"] = entry?.item["last_watched_at"]
            return answer
        }
        return LoopbackAnswer(201, .array(answers))
    }
}

/// What a write did, row by row.
private struct Report {
    let verb: String
    var episodes = 0
    private var counts = ["movies": 0, "shows": 0]
    private var unknown: [String: [JSON]] = ["movies": [], "shows": []]
    private var statuses: [JSON] = []

    init(verb: String) { self.verb = verb }

    var notFound: JSON { .object(unknown.mapValues { .array($0) }) }

    var json: JSON {
        var done = JSON.object(counts.mapValues { .int($0) })
        done["episodes"] = .int(episodes)
        if verb == "added" { done["statuses"] = .array(statuses) }
        return .object([verb: done, "not_found": notFound])
    }

    mutating func missing(_ key: String, _ row: JSON) { unknown[key]?.append(row) }

    mutating func count(_ key: String, _ row: JSON, _ entry: LoopbackAccount.Entry?) {
        counts[key, default: 0] += 1
        let type = entry.map { $0.bucket == .movies ? "movie" : $0.bucket.catalog }
        let response = JSON.present([
            "status": entry?.status.map { .string($0) }, "simkl_type": type.map { .string($0) },
            "anime_type": entry?.item["anime_type"],
        ])
        statuses.append(["request": row, "response": response])
    }
}
