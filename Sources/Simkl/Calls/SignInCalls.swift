import Foundation

extension SimklClient {
    /// What a token is asked for with.
    enum GrantType {
        case deviceCode(Secret)
        case refreshToken(Secret)
    }

    /// Source: `POST /oauth2/device` (RFC 8628, 3.1).
    func deviceCode(scope: String) async throws(SimklError) -> DeviceAuthorization {
        let request = SimklRequest.form("/oauth2/device", ["client_id": identity.clientID.revealed, "scope": scope])
        let answer = try await ask(request) { root, reader -> DeviceAuthorization? in
            guard let userCode = reader.string(root, "user_code", .word),
                let device = Secret(reader.string(root, "device_code", .token)),
                let address = reader.string(root, "verification_uri", .address)
            else { return nil }
            return DeviceAuthorization(
                kind: .v2, userCode: userCode, verificationURI: address,
                verificationURIComplete: reader.string(root, "verification_uri_complete", .address) ?? address,
                lifetime: .seconds(min(3600, reader.count(root, "expires_in") ?? 900)),
                interval: .seconds(min(60, reader.count(root, "interval") ?? 5)), deviceCode: device)
        }
        guard let authorization = answer.value else { throw .notJSON(path: request.path, reason: "there is no code in it") }
        return authorization
    }

    /// A refresh makes the old access token worthless at once, and sends the same refresh token again.
    ///
    /// Source: `POST /oauth2/token` (RFC 6749, 6; RFC 8628, 3.4).
    func tokens(with grant: GrantType) async throws(SimklError) -> Wire.Tokens {
        var fields = ["client_id": identity.clientID.revealed]
        switch grant {
        case .deviceCode(let code):
            fields["grant_type"] = "urn:ietf:params:oauth:grant-type:device_code"
            fields["device_code"] = code.revealed
        case .refreshToken(let token):
            fields["grant_type"] = "refresh_token"
            fields["refresh_token"] = token.revealed
        }
        let request = SimklRequest.form("/oauth2/token", fields)
        do throws(SimklError) {
            let answer = try await ask(request) { Wire.Tokens($0, &$1) }
            guard let tokens = answer.value else {
                throw SimklError.notJSON(path: request.path, reason: "there is no token in it")
            }
            return tokens
        } catch {
            guard fields["refresh_token"] != nil, case .refused(_, _, let word) = error else { throw error }
            if word == "invalid_client" || word == "unauthorized_client" { throw .clientRefused }
            throw .signInNeeded(reason: "Simkl no longer renews the token (\(word)).")
        }
    }

    /// Source: `POST /oauth2/revoke` (RFC 7009), which always answers 200.
    func revoke(_ token: Secret) async throws(SimklError) {
        let fields = ["client_id": identity.clientID.revealed, "token": token.revealed]
        try await send(.form("/oauth2/revoke", fields))
    }

    /// Source: `GET /oauth/pin`, for client ids of the older kind.
    func pin() async throws(SimklError) -> DeviceAuthorization {
        let request = SimklRequest.get("/oauth/pin", from: .signIn)
        let answer = try await ask(request) { root, reader -> DeviceAuthorization? in
            guard let code = reader.string(root, "user_code", .word), let secret = Secret(code) else { return nil }
            let address = reader.string(root, "verification_uri", .address) ?? reader.string(root, "verification_url", .address)
            return DeviceAuthorization(
                kind: .v1, userCode: code, verificationURI: address ?? "https://simkl.com/pin",
                verificationURIComplete: (address ?? "https://simkl.com/pin") + "/\(code)",
                lifetime: .seconds(min(3600, reader.count(root, "expires_in") ?? 900)),
                interval: .seconds(min(60, reader.count(root, "interval") ?? 5)), deviceCode: secret)
        }
        guard let authorization = answer.value else { throw .notJSON(path: request.path, reason: "there is no code in it") }
        return authorization
    }

    enum PINReply: Sendable { case token(Secret), pending, slowDown, newCode }

    /// Source: `GET /oauth/pin/{user_code}`, which answers 200 whatever it says.
    func pinReply(to code: Secret) async throws(SimklError) -> PINReply {
        var request = SimklRequest.get("/oauth/pin/\(code.revealed)", from: .signIn)
        request.publicName = "/oauth/pin"
        return try await ask(request) { root, reader in
            if let token = Secret(reader.string(root, "access_token", .token)) { return .token(token) }
            if root["device_code"] != nil || root["user_code"] != nil { return .newCode }
            return reader.string(root, "message", .prose)?.lowercased().contains("slow") == true ? .slowDown : .pending
        }.value
    }
}
