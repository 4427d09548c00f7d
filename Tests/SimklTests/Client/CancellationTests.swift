import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("Cancellation")
struct CancellationTests {
    @Test("I5 a cancelled call ends at once, whatever the server does", arguments: [true, false])
    func stalled(isEarly: Bool) async throws {
        let connected = try await ConnectedClient()
        connected.simkl.fail(.everything, with: .stallBeforeHeaders)
        let client = connected.client
        let call = Task { await connected.error { _ in _ = try await client.activities() } }
        if !isEarly { try await until { !connected.simkl.log.isEmpty } }
        call.cancel()
        let error = await call.value
        #expect(error == .interrupted(host: "127.0.0.1", reason: "the run was cancelled"))
        #expect(connected.simkl.log.count <= 1)
    }

    @Test("I5 a cancelled sign-in ends at once")
    func signIn() async throws {
        let connected = try await ConnectedClient()
        let signIn = SignIn(client: connected.client)
        let authorization = try await signIn.authorization(canWrite: false)
        let waiting = Task { try await signIn.grant(for: authorization) }
        waiting.cancel()
        // From now on it may only finish the poll that it is at: sleeping takes no time by this clock, so it would poll for ever.
        let asked = connected.simkl.log.count
        await #expect(throws: SimklError.self) { try await waiting.value }
        #expect(connected.simkl.log.count <= asked + 1)
    }
}
