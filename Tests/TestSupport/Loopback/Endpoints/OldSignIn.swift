import Foundation

/// `/oauth/pin`: everything is status 200, and a code that is not waiting is answered with a new one.
extension LoopbackState {
    mutating func answerOldSignIn(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        let client = request.parameter("client_id") ?? request["simkl-api-key"]
        guard client == options.oldClientID else { throw Refusal(400, "unauthorized_client") }
        let parts = request.parts
        guard request.method == "GET", parts.dropFirst().first == "pin" else { throw Refusal(404, "url_failed") }
        guard parts.count > 2, let device = grants.devices[parts[2]], device.isOld, device.expires > account.now else {
            return pin(request)
        }
        guard approves(parts[2], at: request.arrival) else {
            return LoopbackAnswer(200, ["result": "KO", "message": "Authorization pending"])
        }
        grants.devices[parts[2]] = nil
        let grant = grants.give(scope: "public", isOld: true, lifetime: options.tokenLifetime, now: account.now)
        return LoopbackAnswer(200, ["result": "OK", "access_token": .string(grant.access)])
    }

    private mutating func pin(_ request: LoopbackRequest) -> LoopbackAnswer {
        let code = grants.secret("", length: 5).uppercased()
        grants.devices[code] = Grants.Device(scope: "public", isOld: true, begun: request.arrival, expires: account.now + 900)
        return LoopbackAnswer(
            200,
            [
                "result": "OK", "device_code": "DEVICE_CODE", "user_code": .string(code),
                "verification_url": "https://simkl.com/pin", "verification_uri": "https://simkl.com/pin", "expires_in": 900,
                "interval": .int(options.pollInterval),
            ])
    }
}
