extension Wire {
    /// The tokens of a grant.
    ///
    /// Source: `POST /oauth2/token` (RFC 6749, 5.1).
    public struct Tokens: Sendable {
        public var accessToken: Secret
        public var refreshToken: Secret?
        /// Seconds.
        public var expiresIn: Int?
        public var scope: String?

        init?(_ object: JSONValue, _ reader: inout WireReader) {
            guard let token = Secret(reader.string(object, "access_token", .token)) else { return nil }
            accessToken = token
            refreshToken = Secret(reader.string(object, "refresh_token", .token))
            expiresIn = reader.count(object, "expires_in")
            scope = reader.string(object, "scope", .identifier)
        }
    }
}
