extension LoopbackAccount {
    /// The three parts of a library, by the word of the sync endpoints.
    public enum Bucket: String, Sendable, CaseIterable {
        case shows, anime, movies

        /// The word of `/sync/activities`.
        var activity: String { self == .shows ? "tv_shows" : rawValue }

        /// The word of the catalogue, of the statistics and of item pages.
        var catalog: String { self == .shows ? "tv" : rawValue }

        /// Anime, too, nest their title under `show`.
        var media: String { self == .movies ? "movie" : "show" }

        var calendar: String { self == .movies ? "movie_release" : catalog }

        var statuses: [String] {
            self == .movies
                ? ["plantowatch", "completed", "dropped"] : ["plantowatch", "watching", "completed", "hold", "dropped"]
        }

        init?(catalog: String) {
            guard let bucket = Self.allCases.first(where: { $0.catalog == catalog }) else { return nil }
            self = bucket
        }
    }
}
