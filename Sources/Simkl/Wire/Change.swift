public import Disk

extension Wire {
    /// What a write did, and what Simkl did beside it.
    ///
    /// Source: the answers of `POST /sync/ratings`, `/sync/ratings/remove`, `/sync/history`, `/sync/history/remove` and
    /// `/sync/add-to-list`. A status of 201 alone means nothing: look at ``notFound``.
    public struct Change: Hashable, Sendable {
        public var movies: Int
        /// Anime included.
        public var shows: Int
        public var episodes: Int
        /// The list on which Simkl put each title, in the order of the request where it says so.
        public var statuses: [Status]
        /// Titles that Simkl did not recognise, or whose rating is out of range.
        public var notFound: [Missing]

        public struct Status: Hashable, Sendable {
            public var simkl: Int?
            public var status: String?
        }

        /// A title as it was sent.
        public struct Missing: Hashable, Sendable {
            public var title: String?
            public var ids: NamedTexts
        }

        init(_ object: JSONValue, _ reader: inout WireReader) {
            (movies, shows, episodes, statuses, notFound) = (0, 0, 0, [], [])
            for key: StaticString in ["added", "deleted"] {
                _ = reader.object(object, key) { counts, reader -> Void? in
                    movies += Self.number(counts, "movies", &reader)
                    shows += Self.number(counts, "shows", &reader) + Self.number(counts, "anime", &reader)
                    episodes += Self.number(counts, "episodes", &reader)
                    statuses += reader.list(counts, "statuses") { Self.status($0, &$1) }
                    for kind: StaticString in ["movies", "shows", "anime"] where counts[kind]?.kind == .array {
                        statuses += reader.list(counts, kind) { Self.listed($0, &$1) }
                    }
                    return nil
                }
            }
            let missing = reader.object(object, "not_found") { lists, reader in
                (["movies", "shows", "anime", "episodes"] as [StaticString]).flatMap { key in
                    reader.list(lists, key) { Missing($0, &$1) }
                }
            }
            notFound = missing ?? []
        }

        /// A count, or the list of what is counted, as `add-to-list` sends it.
        private static func number(_ object: JSONValue, _ key: StaticString, _ reader: inout WireReader) -> Int {
            guard object[key]?.kind == .array else { return reader.count(object, key) ?? 0 }
            return reader.list(object, key) { element, _ in element.kind == .object ? 1 : nil }.count
        }

        /// A title of `add-to-list`, with the list that it really came on.
        private static func listed(_ object: JSONValue, _ reader: inout WireReader) -> Status? {
            guard object.kind == .object else { return nil }
            let simkl = reader.object(object, "ids") { $1.integer($0, "simkl") }
            return Status(simkl: simkl, status: reader.string(object, "to", .word))
        }

        private static func status(_ object: JSONValue, _ reader: inout WireReader) -> Status? {
            let simkl = reader.object(object, "request") { request, reader in
                reader.object(request, "ids") { $1.integer($0, "simkl") }
            }
            return Status(simkl: simkl, status: reader.object(object, "response") { $1.string($0, "status", .word) })
        }
    }
}

extension Wire.Change.Missing {
    fileprivate init?(_ object: JSONValue, _ reader: inout WireReader) {
        guard object.kind == .object else { return nil }
        title = reader.string(object, "title", .name)
        ids = reader.object(object, "ids") { $1.texts(of: $0, .address, most: ListLimit.identifiers) } ?? [:]
    }
}
