extension SimklClient {
    /// The user and the account; asked for again only when `activities.settings.all` has moved.
    ///
    /// Source: `GET /users/settings`
    public func settings() async throws(SimklError) -> Answer<Wire.Settings> {
        try await ask(.get("/users/settings")) { Wire.Settings($0, &$1) }
    }

    /// Totals of a whole life, never of a year; Simkl's most expensive answer.
    ///
    /// Source: `GET /users/{id}/stats`
    /// - Parameter account: the number in the settings; 0 is nobody.
    public func stats(account: Int) async throws(SimklError) -> Answer<Wire.Stats> {
        try await ask(.get("/users/\(account)/stats")) { Wire.Stats($0, &$1) }
    }

    /// A picture of what somebody last watched.
    ///
    /// Source: `GET /users/recently-watched-background/{id}`, which newer apps need a token for; a private profile has none.
    public func lastWatchedArt(account: Int) async throws(SimklError) -> Answer<Wire.LastWatchedArt?> {
        try await ask(.get("/users/recently-watched-background/\(account)")) { Wire.LastWatchedArt($0, &$1) }
    }
}

extension Wire {
    /// Source: `GET /users/recently-watched-background/{id}`
    public struct LastWatchedArt: Hashable, Sendable {
        public var id: Int
        public var title: String?
        /// A path, or in older answers a whole address.
        public var poster: String?
        public var fanart: String?

        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard object.kind == .object, let id = reader.integer(object, "id"), id > 0 else { return nil }
            self.id = id
            title = reader.string(object, "title", .name)
            poster = reader.string(object, "poster", .address)
            fanart = reader.string(object, "fanart", .address)
        }
    }
}
