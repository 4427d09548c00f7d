import Foundation

/// `/sync/all-items` and reading `/sync/ratings`.
extension LoopbackState {
    func allItems(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        let query = LoopbackAccount.ItemQuery(request)
        let hasEverything = query.status == nil && query.extent == .full && query.episodes != .no
        if let most = options.maxItems, hasEverything, account.entries(query).count > most {
            throw Refusal(400, "max_items", "Too many items for one answer")
        }
        return envelope(account.items(query))
    }

    /// The whole library, titles of some ratings, or titles whose rating changed; among the last, those whose rating is gone.
    func ratings(_ request: LoopbackRequest) -> LoopbackAnswer {
        let words = request.parts.dropFirst(2)
        let bucket = words.first.flatMap { LoopbackAccount.Bucket(rawValue: $0) }
        let values = words.dropFirst().first.map { $0.split(separator: ",").compactMap { Int($0) } }
        let after = request.parameter("date_from").flatMap { Date(simkl: $0) }
        let entries = account.library.filter { entry in
            if let bucket, bucket != entry.bucket { return false }
            if let values, !values.contains(entry.rating ?? 0) { return false }
            return after.map { moment in entry.ratingChangedAt.map { $0 > moment } ?? false } ?? true
        }
        let counts = ["watched_episodes_count", "total_episodes_count", "not_aired_episodes_count", "memo", "seasons"]
        let rows = LoopbackAccount.envelope(entries) { entry in
            var item = entry.item
            for key in counts { item[key] = nil }
            item[entry.mediaKey]?["runtime"] = nil
            return [item]
        }
        return rows.members.isEmpty ? LoopbackAnswer(200, [:]) : LoopbackAnswer(200, rows)
    }

    private func envelope(_ items: JSON) -> LoopbackAnswer {
        LoopbackAnswer(200, items.members.isEmpty ? options.emptyLibrary : items)
    }
}
