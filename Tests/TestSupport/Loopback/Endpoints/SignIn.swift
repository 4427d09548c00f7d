import Foundation

/// `/oauth2/*`.
extension LoopbackState {
    mutating func answerSignIn(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        guard request.method == "POST" else { throw Refusal(404, "url_failed") }
        let fields = request.fields
        let client = fields["client_id"] ?? request.parameter("client_id")
        guard client == options.clientID else {
            throw Refusal(401, "invalid_client", description: "This client_id cannot sign in here.")
        }
        switch request.path {
        case "/oauth2/device": return device(request)
        case "/oauth2/token":
            switch fields["grant_type"] {
            case "urn:ietf:params:oauth:grant-type:device_code": return try token(device: fields["device_code"] ?? "", request)
            case "refresh_token":
                let token = fields["refresh_token"] ?? ""
                guard let grant = grants.refresh(token, lifetime: options.tokenLifetime, now: account.now) else {
                    throw Refusal(400, "invalid_grant", description: "The refresh token is not valid.")
                }
                return LoopbackAnswer(200, grant.token(lifetime: options.tokenLifetime))
            default: throw Refusal(400, "unsupported_grant_type", description: "Unknown grant type.")
            }
        case "/oauth2/revoke":
            grants.revoke(fields["token"] ?? "")
            return LoopbackAnswer(200, [:])
        default: throw Refusal(404, "url_failed")
        }
    }

    private mutating func device(_ request: LoopbackRequest) -> LoopbackAnswer {
        let code = grants.secret("", length: 40)
        let letters = grants.secret("", length: 8).uppercased()
        let user = "\(letters.prefix(4))-\(letters.suffix(4))"
        grants.devices[code] = Grants.Device(
            scope: Self.scope(request.fields["scope"]), isOld: false, begun: request.arrival, expires: account.now + 900)
        return LoopbackAnswer(
            200,
            [
                "device_code": .string(code), "user_code": .string(user), "verification_uri": "https://simkl.com/pin",
                "verification_uri_complete": .string("https://simkl.com/pin/\(user)"), "expires_in": 900,
                "interval": .int(options.pollInterval),
            ])
    }

    private mutating func token(device code: String, _ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        guard let device = grants.devices[code], !device.isOld, device.expires > account.now else {
            grants.devices[code] = nil
            throw Refusal(400, "expired_token", description: "The device code has expired.")
        }
        let last = device.lastPoll
        grants.devices[code]?.lastPoll = request.arrival
        if let last, request.arrival < last + .seconds(options.pollInterval) {
            throw Refusal(400, "slow_down", description: "Polling too fast.")
        }
        guard approves(code, at: request.arrival) else {
            throw Refusal(400, "authorization_pending", description: "The user has not decided yet.")
        }
        grants.devices[code] = nil
        let grant = grants.give(scope: device.scope, isOld: false, lifetime: options.tokenLifetime, now: account.now)
        return LoopbackAnswer(200, grant.token(lifetime: options.tokenLifetime))
    }

    /// Whether the user has said yes by now.
    mutating func approves(_ code: String, at time: ContinuousClock.Instant) -> Bool {
        guard let device = grants.devices[code] else { return false }
        grants.devices[code]?.polls += 1
        switch options.approval {
        case .byTest: return device.isApproved
        case .afterPolls(let polls): return device.isApproved || device.polls >= polls
        case .after(let delay): return device.isApproved || time >= device.begun + delay
        }
    }

    /// A missing or misspelt scope silently reads only.
    private static func scope(_ asked: String?) -> String {
        let known = (asked ?? "").split(separator: " ").filter { ["media:read", "media:write"].contains($0) }
        return known.isEmpty ? "media:read" : known.joined(separator: " ")
    }
}
