import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("Secrets")
struct SecretTests {
    private let grant: Grant
    private let secret: Secret

    init() throws {
        secret = try #require(Secret("s3cr3t"))
        grant = Grant(kind: .v2, clientID: secret, accessToken: secret, refreshToken: secret)
    }

    @Test("a secret prints, dumps and reflects as none, alone and inside of others")
    func prints() throws {
        let authorization = DeviceAuthorization(
            kind: .v2, userCode: "ABCD", verificationURI: "a", verificationURIComplete: "b", lifetime: .zero, interval: .zero,
            deviceCode: secret)
        let values: [Any] = [
            secret, Optional(secret) as Any, [secret], ["x": secret], (secret, 1), grant, authorization,
            AppIdentity(clientID: secret, version: "1"), Result<Secret, SimklError>.success(secret),
        ]
        for value in values {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(describing: value), String(reflecting: value), dumped] {
                #expect(!text.contains("s3cr3t"))
            }
            #expect(!Self.leaves(value).contains { $0.contains("s3cr3t") })
        }
        #expect("\(secret)" == "(secret)")
    }

    /// Every text that reflection finds.
    private static func leaves(_ value: Any) -> [String] {
        Mirror(reflecting: value).children.flatMap { child in
            ((child.value as? String).map { [$0] } ?? []) + leaves(child.value)
        }
    }

    @Test("no error of the client holds the client id, the token or an address")
    func errors() async throws {
        let effects: [LoopbackEffect] = [
            .tokenFailed, .forbidden, .notFound, .clientFailed, .status(400, "bad"), .html, .nested(2000), .redirectToItself,
            .redirect(to: "ftp://x/"), .quotaGone, .locked, .gateway(), .reset(), .randomBytes(), .status(400, "simkl_at_x?y=z"),
        ]
        for effect in effects {
            let connected = try await ConnectedClient()
            connected.simkl.fail(.everything, with: effect)
            let error = try #require(await connected.error { _ = try await $0.activities() })
            let token = try #require(connected.simkl.log.first?["authorization"]?.split(separator: " ").last)
            for text in ["\(error)", String(reflecting: error)] {
                #expect(!text.contains("loopback-client") && !text.contains(token) && !text.contains("127.0.0.1:"), "\(text)")
            }
        }
    }
}
