/// Simkl's own types, in Simkl's own words, read leniently from what it sends.
///
/// Every field is optional unless an item is worthless without it. Nothing is interpreted here: that is the merge's work.
/// Source: https://api.simkl.org
public enum Wire {
    /// The three buckets that Simkl sorts a library into.
    public enum Bucket: String, CaseIterable, Sendable {
        case shows, anime, movies

        /// The key of the media object inside an item; anime comes under `show` in current answers and `anime` in some older ones.
        static let wrappers: [(key: StaticString, bucket: Bucket)] = [("show", .shows), ("anime", .anime), ("movie", .movies)]

        /// The word of addresses, catalogue paths and calendar files: `tv`, `anime` or `movies`.
        public var catalogName: String { self == .shows ? "tv" : rawValue }

        /// Where Simkl's page of a title is.
        public func address(of simkl: Int) -> String { "https://simkl.com/\(catalogName)/\(simkl)" }
    }
}
