/// The right to act for somebody's account, as it is kept between runs.
///
/// Source: RFC 6749, 5.1, and Simkl's two kinds of sign-in.
public struct Grant: Codable, Hashable, Sendable {
    /// Which of Simkl's two ways to sign in it came from: each needs a client id of its own kind.
    public enum Kind: String, Codable, Sendable {
        /// PIN: one token for years, which cannot be renewed.
        case v1
        /// OAuth: a token for a week and another to renew it.
        case v2

        /// By what an access token begins with: only those of the newer way tell what they are.
        ///
        /// Source: Simkl's OAuth V2 page, `simkl_at_…`.
        public init(of accessToken: Secret) { self = accessToken.revealed.hasPrefix("simkl_at_") ? .v2 : .v1 }
    }

    public var kind: Kind
    public var clientID: Secret
    public var accessToken: Secret?
    public var refreshToken: Secret?
    /// As granted, which may be less than was asked for.
    public var scope: String
    /// Seconds since 1970; nil where nobody said.
    public var expiresAt: Int64?
    /// Simkl's number of the account, and its name.
    public var account: Int?
    public var name: String?

    public init(
        kind: Kind, clientID: Secret, accessToken: Secret?, refreshToken: Secret? = nil, scope: String = "",
        expiresAt: Int64? = nil
    ) {
        self.kind = kind
        self.clientID = clientID
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.scope = scope
        self.expiresAt = expiresAt
    }

    /// Whether ratings may be sent. An older token has no scopes, and may; of one from the environment nobody knows.
    public var canWrite: Bool { kind == .v1 || scope.isEmpty || scope.split(separator: " ").contains("media:write") }

    /// The same grant with the tokens of an answer; a refresh token that is not sent again stays.
    func renewed(by tokens: Wire.Tokens, now: Int64) -> Grant {
        var grant = self
        grant.accessToken = tokens.accessToken
        grant.refreshToken = tokens.refreshToken ?? refreshToken
        grant.scope = tokens.scope ?? scope
        grant.expiresAt = tokens.expiresIn.map { now + Int64($0) }
        return grant
    }
}
