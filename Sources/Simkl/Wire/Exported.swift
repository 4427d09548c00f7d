extension Wire {
    /// What an export of Foyer's tells of a title besides: all of it was judged already, and is taken as it stands.
    ///
    /// Source: `docs/library.schema.json`
    public struct Exported: Hashable, Sendable {
        /// What the title is called, where that is not what the account calls it.
        public var name: String?
        /// What else it is called, the best known first.
        public var alternativeNames: [String]
        /// How the time of a film's play is known.
        public var evidence: Evidence
        /// Of watched episodes, and of the others where these may be told.
        public var episodeNames: [EpisodePlace: String] = [:]
        /// Pictures of watched episodes.
        public var episodeStills: [EpisodePlace: String] = [:]

        init(_ entry: JSONValue, _ evidence: Evidence, _ reader: inout WireReader) {
            self.evidence = evidence
            name = reader.string(entry, "name", .name)
            alternativeNames = reader.alternativeTitles(entry)
            // What was watched has the last word.
            for seasons in [entry["unwatched"], entry["seasons"]] {
                seasons?.forEachElement { _, season in readTexts(of: season, &reader) }
            }
        }

        private mutating func readTexts(of season: JSONValue, _ reader: inout WireReader) {
            guard let number = season["number"]?.integer else { return }
            season["episodes"]?.forEachElement { _, episode in
                guard let place = episode["number"]?.integer.map({ EpisodePlace(season: number, number: $0) }) else { return }
                if let name = reader.string(episode, "title", .name) { episodeNames[place] = name }
                if let still = reader.string(episode, "img", .address) { episodeStills[place] = still }
            }
        }
    }

    /// How the time of a play is known, by an export of Foyer's.
    public enum Evidence: String, Hashable, Sendable {
        /// It is believed, as finely as it is told; without a date nothing is known of it.
        case time
        /// A day that the owner entered.
        case day
        case marked, stamped, year
        case longAgo = "long ago"
        case toCome = "to come"

        /// What an object of an export tells of a play, and the date that it means.
        ///
        /// - Parameter believed: the date that everybody may believe.
        static func read(
            _ object: JSONValue, _ believed: WireDate?, _ reader: inout WireReader
        ) -> (evidence: Evidence, date: WireDate?) {
            let evidence = reader.string(object, "evidence", .word).flatMap(Evidence.init) ?? .time
            return (evidence, evidence == .time ? believed : believed ?? reader.date(object, "not_believed"))
        }
    }
}
