extension Wire {
    /// Simkl's own lifetime statistics.
    ///
    /// Units: minutes. Source: `GET /users/{id}/stats`
    public struct Stats: Hashable, Sendable {
        public var totalMinutes: Int?
        public var movies: Section?
        public var tv: Section?
        public var anime: Section?

        init(_ object: JSONValue, _ reader: inout WireReader) {
            totalMinutes = reader.count(object, "total_mins")
            movies = reader.object(object, "movies") { Section($0, &$1) }
            tv = reader.object(object, "tv") { Section($0, &$1) }
            anime = reader.object(object, "anime") { Section($0, &$1) }
        }

        /// Whether nothing of it could be read.
        var isEmpty: Bool { totalMinutes == nil && movies == nil && tv == nil && anime == nil }

        /// The numbers of one kind, by status (`notinteresting` is read as `dropped`).
        public struct Section: Hashable, Sendable {
            public var totalMinutes: Int?
            public var statuses: [String: List] = [:]

            init(_ object: JSONValue, _ reader: inout WireReader) {
                totalMinutes = reader.count(object, "total_mins")
                let names: [(StaticString, String)] = [
                    ("watching", "watching"), ("plantowatch", "plantowatch"), ("hold", "hold"), ("completed", "completed"),
                    ("notinteresting", "dropped"), ("dropped", "dropped"),
                ]
                for (key, name) in names {
                    if let list = reader.object(object, key, { List($0, &$1) }) { statuses[name] = list }
                }
            }
        }

        /// The numbers of one status.
        public struct List: Hashable, Sendable {
            public var count: Int?

            init(_ object: JSONValue, _ reader: inout WireReader) {
                count = reader.count(object, "count")
            }
        }
    }
}
