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
}
