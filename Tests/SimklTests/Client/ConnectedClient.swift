import Foundation
import TestSupport
import Testing

@testable import Simkl

/// A client over real sockets to a Simkl on this machine, with a clock that moves only when the client waits.
struct ConnectedClient {
    let simkl: LoopbackSimkl
    let clock = ManualClock(now: 1_793_491_200)
    let client: SimklClient

    init(
        limits: HTTPTransport.Limits = HTTPTransport.Limits(), options: LoopbackOptions? = nil, timekeeper: Timekeeper? = nil,
        environment: [String: String] = [:]
    ) async throws {
        var usual = LoopbackOptions()
        usual.enforcesRate = false
        simkl = try await LoopbackSimkl(account: .sample(titles: 40), options: options ?? usual)
        let clientID = try #require(Secret("loopback-client"))
        let grant = Grant(kind: .v2, clientID: clientID, accessToken: Secret(simkl.token()))
        let time = timekeeper ?? clock.timekeeper
        client = SimklClient(
            hosts: try SimklHosts(environment: simkl.environment(signedIn: false).merging(environment) { $1 }),
            identity: AppIdentity(clientID: clientID, version: "1"),
            keeper: GrantKeeper(grant, store: nil, timekeeper: time), timekeeper: time, limits: limits)
    }

    /// What a call ends with; nil when it succeeds.
    func error(_ call: (SimklClient) async throws -> Void) async -> SimklError? {
        do {
            try await call(client)
        } catch let error as SimklError {
            return error
        } catch {
            Issue.record(error)
        }
        return nil
    }

    /// The pauses between tries, without those that keep the pace.
    var pauses: [Int] {
        clock.sleeps.filter { $0 >= .seconds(1) && $0 != .milliseconds(1050) }.map { Int($0.components.seconds) }
    }

    static func limits(
        connect: Duration = .seconds(10), idle: Duration = .seconds(30), total: Duration = .seconds(300),
        bodyBytes: Int = 256 << 20
    ) -> HTTPTransport.Limits {
        var limits = HTTPTransport.Limits()
        (limits.connect, limits.idle, limits.total, limits.bodyBytes) = (connect, idle, total, bodyBytes)
        return limits
    }
}
