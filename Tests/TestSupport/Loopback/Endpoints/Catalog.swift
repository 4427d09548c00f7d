import Foundation

/// What the catalogue knows: details, episodes, crowd ratings, search, changes, redirects.
extension LoopbackState {
    func answerCatalog(_ request: LoopbackRequest) -> LoopbackAnswer {
        let parts = request.parts
        guard let bucket = LoopbackAccount.Bucket(catalog: parts[0]) else { return LoopbackAnswer(200, []) }
        if parts[1] == "episodes" {
            let entry = parts.dropFirst(2).first.flatMap { Int($0) }.flatMap { account.entry($0) }
            guard let entry, entry.bucket == bucket, bucket != .movies else { return LoopbackAnswer(200, []) }
            return LoopbackAnswer(200, .array(account.episodeList(of: entry)))
        }
        guard let id = Int(parts[1]) else { return LoopbackAnswer(200, ["discover": []]) }
        guard let entry = account.entry(id), entry.bucket == bucket else { return LoopbackAnswer(200, []) }
        return LoopbackAnswer(200, account.details(of: entry))
    }

    func crowd(_ request: LoopbackRequest) -> LoopbackAnswer {
        let parts = request.parts
        if parts.count == 1 {
            let id = request.parameter("simkl").flatMap { Int($0) }
            return LoopbackAnswer(200, id.flatMap { account.crowd[$0] } ?? .null)
        }
        guard let lists = request.parameter("user_watchlist")?.split(separator: ",").map(String.init) else {
            return LoopbackAnswer(200, .null)
        }
        let rows = account.library.filter { entry in
            (parts[1] == "all" || entry.bucket.catalog == parts[1]) && lists.contains(entry.status ?? "")
        }.compactMap { account.crowd[$0.id] }
        return LoopbackAnswer(200, .array(rows))
    }

    func search(_ request: LoopbackRequest) -> LoopbackAnswer {
        let word = request.parts[1]
        if word == "id" {
            let names = ["simkl", "imdb", "tmdb", "tvdb", "mal", "anidb", "anilist"]
            let ids = request.query.filter { names.contains($0.name) }.map { ($0.name, JSON.string($0.value ?? "")) }
            // TMDB numbers films and shows apart: without a type, films alone are found.
            let isShow = request.parameter("tmdb").map { _ in request.parameter("type") == "show" }
            let found = account.entries.filter { entry in
                entry.matches(.object(Dictionary(ids) { $1 })) && isShow.map { $0 != entry.isFilm } ?? true
            }
            return LoopbackAnswer(200, .array(found.map(hit)))
        }
        let buckets: [String: LoopbackAccount.Bucket] = ["movie": .movies, "tv": .shows, "anime": .anime]
        guard let bucket = buckets[word] else { return LoopbackAnswer(200, .null) }
        let text = (request.parameter("q") ?? "").lowercased()
        if text.hasPrefix("https://") { return page(about: text) }
        // A year behind the words counts as one.
        let words = text.split(separator: " ")
        let year = words.count > 1 ? words.last.flatMap { Int($0) }.flatMap { (1870...2200).contains($0) ? $0 : nil } : nil
        let name = year == nil ? text : words.dropLast().joined(separator: " ")
        let found = account.entries.filter { entry in
            entry.bucket == bucket && (year == nil || entry.media["year"]?.int == year)
                && allNames(of: entry).contains { $0.lowercased().contains(name) }
        }
        let limit = min(50, max(1, request.parameter("limit").flatMap { Int($0) } ?? 10))
        let page = min(20, max(1, request.parameter("page").flatMap { Int($0) } ?? 1))
        return LoopbackAnswer(200, .array(found.dropFirst((page - 1) * limit).prefix(limit).map(hit)))
            .with("X-Pagination-Page", String(page)).with("X-Pagination-Limit", String(limit))
            .with("X-Pagination-Page-Count", String((found.count + limit - 1) / limit))
            .with("X-Pagination-Item-Count", String(found.count))
    }

    /// The title of another site's page, whichever type is asked for.
    private func page(about address: String) -> LoopbackAnswer {
        let slug = address.split(separator: "/").last.map(String.init) ?? ""
        let found = account.entries.filter { entry in
            (entry.media["ids"]?.members ?? [:]).contains { $0.key != "simkl" && $0.value.string == slug }
        }
        return LoopbackAnswer(200, .array(found.map(hit)))
    }

    private func names(of entry: LoopbackAccount.Entry) -> [String] {
        [entry.title] + (account.details[entry.id]?["alt_titles"]?.elements.compactMap { $0["name"]?.string } ?? [])
    }

    private func allNames(of entry: LoopbackAccount.Entry) -> [String] {
        names(of: entry) + ["en_title", "romaji_title"].compactMap { account.details[entry.id]?[$0]?.string }
    }

    private func hit(_ entry: LoopbackAccount.Entry) -> JSON {
        .present([
            "title": .string(entry.title), "year": entry.media["year"], "poster": entry.media["poster"],
            "title_en": account.details[entry.id]?["en_title"], "title_romaji": account.details[entry.id]?["romaji_title"],
            "endpoint_type": .string(entry.bucket.catalog), "type": entry.item["anime_type"], "url": .string(entry.url),
            "all_titles": .strings(names(of: entry)),
            "ids": ["simkl_id": .int(entry.id), "slug": .string(entry.slug)],
        ])
    }

    func changes(_ request: LoopbackRequest) -> LoopbackAnswer {
        let asked = request.parameter("date_from").flatMap { Date(simkl: $0) } ?? .distantPast
        let after = max(asked, account.now - 14 * 86_400)
        let changed = account.entries.filter { entry in
            account.catalogChanges[entry.id].map { $0 > after && $0 <= account.now - 300 } ?? false
        }
        return LoopbackAnswer(200, LoopbackAccount.envelope(changed) { [.int($0.id)] })
    }

    func redirect(_ request: LoopbackRequest) -> LoopbackAnswer {
        let names = ["simkl", "imdb", "tmdb", "tvdb", "mal"]
        let ids = request.query.filter { names.contains($0.name) }.map { ($0.name, JSON.string($0.value ?? "")) }
        let found = account.entries.first { $0.matches(.object(Dictionary(ids) { $1 })) }
        return LoopbackAnswer(301, Data(), type: "text/html").with("Location", "//simkl.com" + (found?.url ?? ""))
    }
}

extension LoopbackAccount {
    /// The catalogue's record: as given, else as far as the library's own item goes.
    func details(of entry: Entry) -> JSON {
        details[entry.id]
            ?? .present([
                "title": .string(entry.title), "year": entry.media["year"], "ids": entry.media["ids"],
                "type": .string(entry.bucket == .movies ? "movie" : entry.bucket == .anime ? "anime" : "show"),
                "poster": entry.media["poster"], "fanart": .null, "runtime": entry.media["runtime"],
                "total_episodes": .int(entry.total), "genres": [], "status": .null,
            ])
    }

    func episodeList(of entry: Entry) -> [JSON] {
        if let given = episodes[entry.id] { return given }
        return numbers(of: entry).enumerated().map { index, number in
            Self.episode(number, in: entry.bucket, of: entry.id, airs: now, aired: index < entry.aired)
        }
    }
}
