import Disk

extension Wire {
    /// The title that a file is of.
    ///
    /// Source: `POST /search/file`
    public struct FileMatch: Hashable, Sendable {
        public var bucket: Bucket
        public var media: Media
        public var episode: EpisodePlace?
        public var episodeTitle: String?
        /// Whether the file has another episode behind this one.
        public var hasMore: Bool

        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard object.kind == .object, let (media, bucket) = Media.wrapped(in: object, &reader) else { return nil }
            self.media = media
            // Anime come as shows: those that only services for anime know are meant.
            let isAnime = bucket == .shows && ["mal", "anidb", "ann"].contains { media.ids.others[$0] != nil }
            self.bucket = isAnime ? .anime : bucket
            hasMore = false
            _ = reader.object(object, "episode") { episode, reader -> Void? in
                self.episode = reader.count(episode, "episode").map {
                    EpisodePlace(season: reader.count(episode, "season") ?? 1, number: $0)
                }
                episodeTitle = reader.string(episode, "title", .name)
                // `false` where there is one, else how many are left; in answers of 2020 `true` in their place.
                let left = episode["multipart"]
                hasMore = left?.bool ?? ((left?.integer ?? 0) > 0)
                return nil
            }
        }
    }
}
