import Foundation

extension LoopbackAccount {
    /// A title with all that an answer could hold of it, and the times of its last changes.
    struct Entry: Sendable {
        var bucket: Bucket
        /// The outer object, complete: with seasons, times, memo and runtime.
        var item: JSON
        /// What `date_from` is compared with; a rating alone does not move it.
        var changedAt: Date
        var ratingChangedAt: Date?
        /// Minutes of its episodes.
        var lengths: [EpisodeNumber: Int] = [:]
        var rewatches: [Rewatch] = []
        /// Sent in place of its name to who asks for English; nil where the name is English anyway.
        var englishTitle: String?

        init(bucket: Bucket, item: JSON) {
            self.bucket = bucket
            self.item = item
            let times = ["added_to_watchlist_at", "last_watched_at"].compactMap { item[$0]?.string.flatMap { Date(simkl: $0) } }
            changedAt = times.max() ?? Date(timeIntervalSince1970: 0)
            ratingChangedAt = item["user_rated_at"]?.string.flatMap { Date(simkl: $0) }
            lengths = Self.lengths(item)
        }

        /// Whichever key the item nests its title under.
        var mediaKey: String { ["show", "movie", "anime"].first { item[$0] != nil } ?? bucket.media }

        var media: JSON {
            get { item[mediaKey] ?? .object([:]) }
            set { item[mediaKey] = newValue }
        }

        var id: Int { media["ids"]?["simkl"]?.int ?? 0 }

        var slug: String { media["ids"]?["slug"]?.string ?? "" }

        var title: String { media["title"]?.string ?? "" }

        /// The list that the title is on; nil outside the library.
        var status: String? {
            get { item["status"]?.string }
            set { item["status"] = newValue.map { .string($0) } }
        }

        var rating: Int? { item["user_rating"]?.int }

        var isFilm: Bool { bucket == .movies || item["anime_type"]?.string == "movie" }

        var total: Int { item["total_episodes_count"]?.int ?? 0 }

        var aired: Int { total - (item["not_aired_episodes_count"]?.int ?? 0) }

        var url: String { "/\(bucket.catalog)/\(id)/\(slug)" }

        /// The lengths that an item's seasons tell.
        static func lengths(_ item: JSON) -> [EpisodeNumber: Int] {
            var lengths: [EpisodeNumber: Int] = [:]
            for season in item["seasons"]?.elements ?? [] {
                for episode in season["episodes"]?.elements ?? [] {
                    let number = EpisodeNumber(season: season["number"]?.int ?? 1, number: episode["number"]?.int ?? 0)
                    lengths[number] = episode["runtime"]?.int
                }
            }
            return lengths
        }

        /// Whether a request's `ids` name this title.
        func matches(_ ids: JSON) -> Bool {
            if let simkl = ids["simkl"] ?? ids["simkl_id"] { return simkl.int == id }
            return ids.members.contains { name, value in
                guard name != "slug", let own = media["ids"]?[name] else { return false }
                return own == value || (own.int != nil && own.int == value.int)
            }
        }
    }

    /// One more watching of a title, beside the first. A film's is its episode 0 of season 0.
    struct Rewatch: Sendable {
        var id: Int
        /// `active`, `completed` or `closed`.
        var status: String
        var watched: [EpisodeNumber: String?]
    }
}
