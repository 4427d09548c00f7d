extension Wire {
    /// When each part of the account last changed.
    ///
    /// Shape: `dates` maps paths such as `tv_shows.rated_at` to their dates; leaves that are null are absent.
    /// Source: `GET /sync/activities`
    public struct Activities: Hashable, Sendable {
        public var dates: [String: WireDate]

        /// The newest change of all.
        public var all: WireDate? { dates["all"] }

        init(_ object: JSONValue, _ reader: inout WireReader) {
            dates = [:]
            collect(object, below: "", &reader)
        }

        private mutating func collect(_ object: JSONValue, below prefix: String, _ reader: inout WireReader) {
            reader.members(object) { name, value, reader in
                // A date's path is as long as all the names above it, so a long name would come again in each.
                guard TextLimit.word.characters >= name.utf8.count else { return reader.skip("its name is too long") }
                switch value.kind {
                case .object where prefix.count < 200: collect(value, below: prefix + name + ".", &reader)
                case .object, .array, .null: break
                default:
                    if let date = value.string.flatMap(WireDate.init) {
                        dates[prefix + name] = dates[prefix + name] ?? date
                    } else if value.string != "" {
                        reader.skip("a date was expected")
                    }
                }
            }
        }
    }
}
