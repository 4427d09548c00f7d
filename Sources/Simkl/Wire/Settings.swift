extension Wire {
    /// The user and the account, as far as Foyer uses it: what is not read cannot be published.
    ///
    /// Source: `GET /users/settings`
    public struct Settings: Hashable, Sendable {
        public var name: String?
        /// An address, sometimes without its scheme.
        public var avatar: String?
        public var accountID: Int?
        /// `free`, `pro` or `vip`.
        public var plan: String?
        /// An IANA name such as `Europe/Lisbon`.
        public var timeZone: String?
        /// `en`, `romaji` or `native`: what anime are called in the library.
        public var animeTitleLanguage: String?

        init(_ object: JSONValue, _ reader: inout WireReader) {
            _ = reader.object(object, "user") { user, reader -> Void? in
                name = reader.string(user, "name", .name)
                avatar = reader.string(user, "avatar", .address)
                return nil
            }
            _ = reader.object(object, "account") { account, reader -> Void? in
                accountID = reader.integer(account, "id")
                plan = reader.string(account, "type", .word)
                timeZone = reader.string(account, "timezone", .word)
                animeTitleLanguage = reader.string(account, "anime_title_language", .word)
                return nil
            }
        }

        /// Whether Simkl keeps more than one watching of a title.
        public var hasRewatches: Bool { plan == "pro" || plan == "vip" }
    }
}
