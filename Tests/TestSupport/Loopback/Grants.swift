import Foundation

/// One user's permission for one application.
struct Grant: Sendable {
    let number: Int
    let isOld: Bool
    let scope: String
    var access: String
    var expires: Date
    let refresh: String
    var refreshExpires: Date
    var calls = 0

    var mayWrite: Bool { isOld || scope.split(separator: " ").contains("media:write") }

    func token(lifetime: Int) -> JSON {
        [
            "access_token": .string(access), "token_type": "Bearer", "expires_in": .int(lifetime),
            "refresh_token": .string(refresh), "scope": .string(scope),
        ]
    }
}

/// Tokens that were given out, and sign-ins that wait for the user.
struct Grants: Sendable {
    var all: [Grant] = []
    var devices: [String: Device] = [:]
    private var made = 0
    private var dead: Set<String> = []

    /// A sign-in in progress, by the code that is polled.
    struct Device: Sendable {
        let scope: String
        let isOld: Bool
        let begun: ContinuousClock.Instant
        let expires: Date
        var lastPoll: ContinuousClock.Instant?
        var polls = 0
        var isApproved = false
    }

    mutating func give(scope: String, isOld: Bool, lifetime: Int, now: Date) -> Grant {
        let grant = Grant(
            number: all.count, isOld: isOld, scope: scope, access: isOld ? secret("") : secret("simkl_at_"),
            expires: now + Double(isOld ? 157_680_000 : lifetime), refresh: secret("simkl_rt_"),
            refreshExpires: now + 180 * 86_400)
        all.append(grant)
        return grant
    }

    /// A new access token; the old one is worthless at once, the refresh token stays and lives longer.
    mutating func refresh(_ token: String, lifetime: Int, now: Date) -> Grant? {
        guard
            let index = all.firstIndex(where: {
                $0.refresh == token && !$0.isOld && $0.refreshExpires > now && !dead.contains(token)
            })
        else { return nil }
        dead.insert(all[index].access)
        all[index].access = secret("simkl_at_")
        all[index].expires = now + Double(lifetime)
        all[index].refreshExpires = now + 180 * 86_400
        return all[index]
    }

    mutating func revoke(_ token: String) {
        for grant in all where [grant.access, grant.refresh].contains(token) { dead.formUnion([grant.access, grant.refresh]) }
    }

    func grant(of token: String, now: Date) throws(Refusal) -> Grant {
        if dead.contains(token) { throw Refusal(401, "invalid_token") }
        guard let grant = all.first(where: { $0.access == token }) else { throw Refusal(401, "user_token_failed") }
        if grant.expires <= now { throw Refusal(401, grant.isOld ? "user_token_failed" : "invalid_token") }
        return grant
    }

    /// Counts a call; true at the first of a token.
    mutating func use(_ grant: Grant) -> Bool {
        all[grant.number].calls += 1
        return all[grant.number].calls == 1
    }

    /// A text that looks like a secret, another each time.
    mutating func secret(_ prefix: String, length: Int = 43) -> String {
        made += 1
        var random = SplitMix(seed: UInt64(made))
        let letters = Array("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        return prefix + String((prefix.count..<length).map { _ in letters[Int.random(in: letters.indices, using: &random)] })
    }
}
