import Foundation

/// Signs a person in without ever seeing a password: they approve a code in their browser while the program waits.
///
/// The newer way (OAuth, device flow) is tried first; a client id of the older kind is told by Simkl's answer, and gets the PIN.
/// Source: RFC 8628; Simkl's OAuth V2 and PIN pages.
public struct SignIn: Sendable {
    private let client: SimklClient

    public init(client: SimklClient) { self.client = client }

    /// Asks for a code.
    ///
    /// - Parameter canWrite: whether ratings are to be sent, too; a PIN always allows it.
    public func authorization(canWrite: Bool) async throws(SimklError) -> DeviceAuthorization {
        do {
            return try await client.deviceCode(scope: canWrite ? "media:read media:write" : "media:read")
        } catch .refused(_, 401, "invalid_client"), .refused(_, 400, "unauthorized_client") {
            do {
                return try await client.pin()
            } catch .refused(_, _, "unauthorized_client") {
                throw .clientRefused
            }
        }
    }

    /// Asks again and again, as fast as Simkl allows, until the code is approved or has run out.
    public func grant(for authorization: DeviceAuthorization) async throws(SimklError) -> Grant {
        let time = client.timekeeper
        let end = time.uptime() + authorization.lifetime
        client.setDeadline(in: authorization.lifetime)
        // Whoever says nothing of it would be asked without a pause.
        var interval = max(authorization.interval, .seconds(1))
        while time.uptime() + interval < end {
            await time.sleep(interval)
            if Task.isCancelled { throw .signInNeeded(reason: "The sign-in was broken off.") }
            switch try await poll(authorization) {
            case .granted(let grant): return grant
            case .pending: break
            case .slowDown: interval += .seconds(5)
            }
        }
        throw .signInNeeded(reason: "The code was not approved in time.")
    }

    private enum Reply { case granted(Grant), pending, slowDown }

    private func poll(_ authorization: DeviceAuthorization) async throws(SimklError) -> Reply {
        do {
            return try await authorization.kind == .v2 ? pollDevice(authorization) : pollPIN(authorization)
        } catch {
            // A lost connection says nothing about the code.
            guard error.outlook == .unreachable || error.outlook == .tryLater else { throw error }
            return .slowDown
        }
    }

    private func pollDevice(_ authorization: DeviceAuthorization) async throws(SimklError) -> Reply {
        do {
            let tokens = try await client.tokens(with: .deviceCode(authorization.deviceCode))
            let grant = Grant(kind: .v2, clientID: client.identity.clientID, accessToken: nil)
            return .granted(grant.renewed(by: tokens, now: client.timekeeper.now()))
        } catch .refused(_, _, "authorization_pending") {
            return .pending
        } catch .refused(_, _, "slow_down") {
            return .slowDown
        } catch .refused(_, _, "expired_token"), .refused(_, _, "invalid_grant") {
            throw .signInNeeded(reason: "The code has run out.")
        } catch .refused(_, _, "access_denied") {
            throw .signInNeeded(reason: "The request was declined.")
        }
    }

    private func pollPIN(_ authorization: DeviceAuthorization) async throws(SimklError) -> Reply {
        switch try await client.pinReply(to: authorization.deviceCode) {
        case .token(let token): .granted(Grant(kind: .v1, clientID: client.identity.clientID, accessToken: token))
        case .pending: .pending
        case .slowDown: .slowDown
        // Simkl makes a new code for one that is used up: nobody would ever see it.
        case .newCode: throw .signInNeeded(reason: "The code has run out.")
        }
    }

    /// Ends a grant at Simkl's, both of its tokens.
    ///
    /// - Returns: false for the older kind, which can only be ended on Simkl's own pages.
    public func revoke(_ grant: Grant) async throws(SimklError) -> Bool {
        guard grant.kind == .v2, let token = grant.refreshToken ?? grant.accessToken else { return false }
        try await client.revoke(token)
        return true
    }
}
