extension Wire {
    /// The first episode of a season, or a film that comes out, with what the calendar file tells of its title.
    ///
    /// Source: `https://data.simkl.in/calendar/v2/{tv|anime|movie_release}.json`
    public struct Premiere: Hashable, Sendable {
        public var title: Listed
        public var airing: Airing

        /// Nil where the airing is of another episode.
        init?(title: Listed, airing: Airing) {
            guard airing.bucket == .movies || Self.isFirst(episode: airing.episode, season: airing.season) else { return nil }
            (self.title, self.airing) = (title, airing)
        }

        static func isOne(_ row: JSONValue, in bucket: Bucket, _ reader: inout WireReader) -> Bool {
            if bucket == .movies { return true }
            return reader.object(row, "episode") { episode, reader in
                isFirst(episode: reader.count(episode, "episode"), season: reader.count(episode, "season"))
            } ?? false
        }

        /// Specials begin nothing.
        private static func isFirst(episode: Int?, season: Int?) -> Bool { episode == 1 && season != 0 }
    }
}
