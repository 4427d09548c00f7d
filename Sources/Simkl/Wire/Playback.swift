extension Wire {
    /// Something that was paused half-way.
    ///
    /// Source: `GET /sync/playback`
    public struct Playback: Hashable, Sendable {
        /// What it is forgotten by.
        public var id: Int?
        /// Percent watched, 0 to 100.
        public var progress: Double?
        public var pausedAt: WireDate?
        public var season: Int?
        public var episode: Int?
        public var bucket: Bucket
        public var media: Media
        /// Nil but in a library that Foyer has exported, which has only what still holds.
        public var evidence: Evidence?

        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard let (media, bucket) = Media.wrapped(in: object, &reader) else {
                reader.skip("it has no show, anime or movie with a Simkl id")
                return nil
            }
            self.media = media
            self.bucket = bucket
            id = reader.integer(object, "id")
            progress = reader.double(object, "progress")
            pausedAt = reader.date(object, "paused_at") ?? reader.date(object, "watched_at")
            _ = reader.object(object, "episode") { episode, reader -> Void? in
                season = reader.count(episode, "season")
                self.episode = reader.count(episode, "number") ?? reader.count(episode, "episode")
                return nil
            }
            evidence = reader.isExport ? .time : nil
        }
    }
}
