import Foundation

/// The catalogue's lists, its dice, and what files are.
extension LoopbackState {
    /// `/tv/best/{filter}`, `/premieres/{param}`, `/airing`, `/genres/{genre}`: to whoever has a token.
    func discover(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        guard let bucket = LoopbackAccount.Bucket(catalog: request.parts[0]) else { throw Refusal(404, "url_failed") }
        let kind = request.parts[1]
        if bucket == .movies, kind != "genres" { throw Refusal(404, "url_failed") }
        let genre = kind == "genres" ? request.parts.dropFirst(2).first : nil
        let year = request.parts.dropFirst(3).first.flatMap { Int($0) }
        let found = account.entries.filter { entry in
            entry.bucket == bucket && (year == nil || entry.media["year"]?.int == year)
                && (genre == nil || genres(of: entry).contains { $0.lowercased().replacing(" ", with: "-") == genre })
        }
        let rows = found.prefix(50).map { entry -> JSON in
            var row = listed(entry)
            if kind == "airing" { row["episode"] = ["season": 1, "episode": .int(entry.aired), "url": .string(entry.url)] }
            if kind == "best" { row["watched"] = 12 }
            return row
        }
        return LoopbackAnswer(200, .array(Array(rows)))
    }

    /// A title as the catalogue's lists have it.
    func listed(_ entry: LoopbackAccount.Entry) -> JSON {
        .present([
            "title": .string(entry.title), "year": entry.media["year"], "poster": entry.media["poster"] ?? "",
            "date": .string("2026-11-0\(entry.id % 9 + 1)T21:00:00-05:00"), "rank": .null, "url": .string(entry.url),
            "ids": ["simkl_id": .int(entry.id), "slug": .string(entry.slug)],
            "ratings": ["simkl": ["rating": .double(7.5), "votes": 90]],
        ])
    }

    func genres(of entry: LoopbackAccount.Entry) -> [String] {
        account.details[entry.id]?["genres"]?.elements.compactMap(\.string) ?? []
    }

    /// What the owner has not watched, the first of it: dice of one side.
    func random(_ request: LoopbackRequest) -> LoopbackAnswer {
        let buckets: [String: LoopbackAccount.Bucket] = ["movie": .movies, "tv": .shows, "anime": .anime]
        let genre = request.parameter("genre")
        let found = account.entries.first { entry in
            entry.bucket == buckets[request.parameter("type") ?? "tv"] && entry.item["last_watched_at"]?.string == nil
                && (genre == nil || genres(of: entry).contains { $0.lowercased() == genre })
        }
        guard let found else { return LoopbackAnswer(200, ["error": "not_found"]) }
        return LoopbackAnswer(
            200, ["simkl_id": .int(found.id), "simkl_url": .string("https://simkl.com\(found.url)")])
    }

    /// Files are called as their titles are, with dots, and their episodes behind that.
    func match(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        guard let file = request.json?["file"]?.string, !file.isEmpty else { throw Refusal(400, "empty_field") }
        let part = request.json?["part"]?.int ?? 1
        let name = (file.split(separator: "/").last.map(String.init) ?? file).lowercased()
        let found = account.entries.filter { !$0.title.isEmpty }.first { entry in
            name.hasPrefix(entry.title.lowercased().replacing(" ", with: ".") + ".")
        }
        guard let found else { return LoopbackAnswer(200, []) }
        if found.bucket == .movies { return LoopbackAnswer(200, ["type": "movie", "movie": found.media]) }
        guard let season = name.firstMatch(of: /s(\d+)(?:e\d+)+/) else { return LoopbackAnswer(200, []) }
        let numbers = season.output.0.matches(of: /e(\d+)/).compactMap { Int($0.output.1) }
        guard numbers.indices.contains(part - 1) else { return LoopbackAnswer(200, []) }
        let multipart: JSON = numbers.count == 1 ? false : .int(numbers.count - part)
        return LoopbackAnswer(
            200,
            [
                "type": "episode", "show": found.media,
                "episode": [
                    "title": .string("Episode \(numbers[part - 1])"), "season": .int(Int(season.output.1) ?? 1),
                    "episode": .int(numbers[part - 1]), "multipart": multipart,
                ],
            ])
    }
}
