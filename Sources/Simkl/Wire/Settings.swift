extension Wire {
    /// The user and the account.
    ///
    /// Source: `GET /users/settings`
    public struct Settings: Hashable, Sendable {
        public var name: String?
        public var joinedAt: WireDate?
        public var gender: String?
        /// An address, sometimes without its scheme.
        public var avatar: String?
        public var bio: String?
        public var location: String?
        public var age: String?
        public var accountID: Int?
        /// An IANA name such as `Europe/Lisbon`.
        public var timeZone: String?
        /// `free`, `pro` or `vip`.
        public var accountType: String?
        /// `en`, `romaji` or `native`.
        public var animeTitleLanguage: String?

        init(_ object: JSONValue, _ reader: inout WireReader) {
            _ = reader.object(object, "user") { user, reader -> Void? in
                name = reader.string(user, "name", .name)
                joinedAt = reader.date(user, "joined_at")
                gender = reader.string(user, "gender", .word)
                avatar = reader.string(user, "avatar", .address)
                bio = reader.string(user, "bio", .prose)
                location = reader.string(user, "loc", .name)
                age = reader.string(user, "age", .word)
                return nil
            }
            _ = reader.object(object, "account") { account, reader -> Void? in
                accountID = reader.integer(account, "id")
                timeZone = reader.string(account, "timezone", .word)
                accountType = reader.string(account, "type", .word)
                animeTitleLanguage = reader.string(account, "anime_title_language", .word)
                return nil
            }
        }
    }
}
