extension Wire {
    /// The title inside an item: the object under `show`, `anime` or `movie`.
    public struct Media: Hashable, Sendable {
        public var title: String?
        /// A path below `https://simkl.in/posters/`, without suffix.
        public var poster: String?
        public var year: Int?
        /// Minutes of one episode, or of the film.
        public var runtime: Int?
        public var ids: Identifiers

        init(title: String?, year: Int?, ids: Identifiers) { (self.title, self.year, self.ids) = (title, year, ids) }

        /// Nil without a Simkl id: nothing could ever be joined to it.
        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard let ids = reader.object(object, "ids", { Identifiers($0, &$1) }) else { return nil }
            self.ids = ids
            title = reader.string(object, "title", .name)
            poster = reader.string(object, "poster", .address)
            year = reader.count(object, "year")
            runtime = reader.count(object, "runtime")
        }

        /// Reads whichever wrapper an object has, and says which it was.
        static func wrapped(in object: JSONValue, _ reader: inout WireReader) -> (media: Media, bucket: Bucket)? {
            for (key, bucket) in Bucket.wrappers {
                if let media = reader.object(object, key, { Media($0, &$1) }) { return (media, bucket) }
            }
            return nil
        }
    }
}
