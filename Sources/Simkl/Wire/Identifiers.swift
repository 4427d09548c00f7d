public import Disk

extension Wire {
    /// The `ids` object: the Simkl id, the slug, and what other services call the same title.
    ///
    /// Shape: `others` keeps every further member as text, whatever it is: ids, slugs, social handles, addresses.
    public struct Identifiers: Hashable, Sendable {
        public var simkl: Int
        public var slug: String?
        public var others: NamedTexts

        init(simkl: Int, others: NamedTexts) { (self.simkl, self.others) = (simkl, others) }

        /// Nil without a Simkl id, which comes as `simkl` or `simkl_id`, as a number or as text.
        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard let id = reader.integer(object, "simkl") ?? reader.integer(object, "simkl_id"), id > 0 else { return nil }
            simkl = id
            slug = reader.string(object, "slug", .identifier)
            others = reader.texts(of: object, .address, most: ListLimit.identifiers, but: ["simkl", "simkl_id", "slug"])
        }
    }
}
