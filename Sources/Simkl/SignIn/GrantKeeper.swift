/// Hands out the token of a run, and renews it so that no two runs do it at once.
public actor GrantKeeper {
    private let store: GrantStore?
    private let timekeeper: Timekeeper
    private var grant: Grant
    /// Whether the grant can be renewed at all.
    nonisolated let canRenew: Bool

    /// - Parameter store: where renewed tokens are kept; nil for a token that cannot be renewed.
    public init(_ grant: Grant, store: GrantStore?, timekeeper: Timekeeper = .system) {
        self.grant = grant
        self.store = store
        self.timekeeper = timekeeper
        canRenew = store != nil && grant.refreshToken != nil
    }

    /// The token to use now, a new one if the old has run out.
    func token(renewedBy client: SimklClient) async throws(SimklError) -> Secret {
        if let token = grant.accessToken, !hasRunOut { return token }
        let old = grant.accessToken
        if canRenew { try await renew(rejected: old, by: client) }
        // A new one is used however short its life is.
        guard let token = grant.accessToken, token != old || !hasRunOut else {
            throw .signInNeeded(reason: "The token has run out.")
        }
        return token
    }

    private var hasRunOut: Bool { grant.expiresAt.map { $0 <= timekeeper.now() + 60 } ?? false }

    /// Gets a new token for one that is no longer accepted, unless another run has done so already.
    ///
    /// A renewed token is on the disk before it is used: the old one is worthless from that moment on.
    func renew(rejected token: Secret?, by client: SimklClient) async throws(SimklError) {
        guard let store, grant.refreshToken != nil else { return }
        do {
            let lock = try await store.lock()
            if let kept = try store.read(), kept.refreshToken == grant.refreshToken, kept.accessToken != token {
                grant = kept
            } else if grant.accessToken == token, let refreshToken = grant.refreshToken {
                let tokens = try await client.tokens(with: .refreshToken(refreshToken))
                grant = grant.renewed(by: tokens, now: timekeeper.now())
                try store.write(grant)
            }
            withExtendedLifetime(lock) {}
        } catch let error as GrantError {
            throw .grant(error)
        } catch let error as SimklError {
            throw error
        } catch {
            throw .signInNeeded(reason: "The token cannot be renewed.")
        }
    }
}
