import FlyingSocks
import Foundation
import Synchronization

/// Simkl on this machine: an account in memory behind three ports, as the built program sees it.
///
/// Serves from its making until ``stop()`` or until it is let go of.
///
///     let simkl = try await LoopbackSimkl(account: .sample(titles: 40))
///     let result = try Program.run(["sync"], environment: simkl.environment())
///     simkl.change { $0.rate(1001, 9) }
public final class LoopbackSimkl: Sendable {
    /// api.simkl.com and simkl.com.
    public let apiURL: String
    /// data.simkl.in.
    public let cdnURL: String
    /// A host that is none of Simkl's, and answers everything with `{}`.
    public let foreignURL: String

    private let state: SharedState
    private let service: Task<Void, Never>
    private let place: Place

    /// Listens once this returns; a port of 0 is any that is free.
    ///
    /// - Parameter observe: told of each request as soon as it is answered.
    public init(
        account: LoopbackAccount, options: LoopbackOptions = LoopbackOptions(), port: UInt16 = 0, cdnPort: UInt16 = 0,
        observe: @escaping @Sendable (LoopbackRequest) -> Void = { _ in }
    ) async throws {
        place = await Place()
        let pool: some AsyncSocketPool = .make()
        try await pool.prepare()
        let listeners = [
            try LoopbackListener(.api, port: port, pool: pool), try LoopbackListener(.cdn, port: cdnPort, pool: pool),
            try LoopbackListener(.foreign, port: 0, pool: pool),
        ]
        (apiURL, cdnURL, foreignURL) = (listeners[0].url, listeners[1].url, listeners[2].url)
        let state = SharedState(LoopbackState(account: account, options: options))
        self.state = state
        service = Task(executorPreference: LoopbackExecutor()) {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { try? await pool.run() }
                for listener in listeners { group.addTask { await listener.run { state.exchange($0, observe) } } }
                await group.waitForAll()
            }
        }
    }

    deinit { service.cancel() }

    public func stop() async {
        service.cancel()
        await service.value
    }

    // MARK: - What the program needs

    /// The environment for the program; signed in, it has a new token of its own that may read and write.
    public func environment(signedIn: Bool = true) -> [String: String] {
        var environment = ["FOYER_API_URL": apiURL, "FOYER_CDN_URL": cdnURL, "FOYER_WEB_URL": apiURL]
        environment["SIMKL_CLIENT_ID"] = state.with { $0.options.isOldApplication ? $0.options.oldClientID : $0.options.clientID }
        if signedIn { environment["SIMKL_ACCESS_TOKEN"] = token() }
        return environment
    }

    /// A new access token.
    public func token(scope: String = "media:read media:write") -> String { tokens(scope: scope).access }

    /// A new pair of tokens; an old application's refresh token is of no use.
    public func tokens(scope: String = "media:read media:write") -> (access: String, refresh: String) {
        state.with { state in
            let grant = state.grants.give(
                scope: scope, isOld: state.options.isOldApplication, lifetime: state.options.tokenLifetime, now: state.account.now
            )
            return (grant.access, grant.refresh)
        }
    }

    /// The user says yes to every sign-in that waits.
    public func approve() {
        state.with { state in for code in state.grants.devices.keys { state.grants.devices[code]?.isApproved = true } }
    }

    // MARK: - The account

    /// The account as it is now.
    public var account: LoopbackAccount { state.with { $0.account } }

    /// Changes the account, as another device, the website or time would.
    public func change(_ body: @Sendable (inout LoopbackAccount) -> Void) { state.with { body(&$0.account) } }

    /// Lets the servers' clock run on.
    public func advance(by time: Duration) { change { $0.now += Double(time.components.seconds) } }

    /// What a complete pull would give now, to compare a mirror with.
    public func fullPull() -> JSON { account.fullPull() }

    public func changeOptions(_ body: @Sendable (inout LoopbackOptions) -> Void) { state.with { body(&$0.options) } }

    /// Leaves so many calls of the day's quota.
    public func leaveQuota(_ calls: Int) {
        state.with { $0.limits.leave(calls, of: $0.options.dailyQuota, now: $0.account.now) }
    }

    /// Somebody else's write keeps others out for a while.
    public func holdWriteLock(for time: Duration) { state.with { $0.limits.lockedUntil = .now + time } }

    // MARK: - What was asked

    /// Every request in the order of arrival.
    public var log: [LoopbackRequest] { state.with { $0.log } }

    /// What a good client never does: a token where none belongs, a body on a GET, calls that overtake each other.
    public var violations: [String] { state.with { $0.violations } }

    /// Whether a request that Simkl wants one at a time is still being answered.
    public var isAnswering: Bool { state.with { $0.limits.served > 0 } }

    public func clearLog() {
        state.with { state in
            state.log = []
            state.violations = []
        }
    }

    // MARK: - Faults

    /// Answers matching requests badly: after `skipping` good answers, so many `times`.
    public func fail(
        _ match: LoopbackFault.Match, skipping: Int = 0, times: Int = .max, with effect: LoopbackEffect
    ) {
        state.with { $0.faults.append(LoopbackFault(match: match, effect: effect, skipping: skipping, times: times)) }
    }

    public func clearFaults() { state.with { $0.faults = [] } }
}

/// Room for one of so many servers at a time, for as long as this lives.
///
/// Why: each keeps a thread of Dispatch's waiting for its sockets. Tests begin all at once, and with as many servers as Dispatch
/// has threads nothing would ever go on.
private final class Place: Sendable {
    private static let all = Places(24)

    init() async { await Self.all.take() }

    deinit { Self.all.leave() }
}

/// The state between the ports and the test.
private final class SharedState: Sendable {
    private let state: Mutex<LoopbackState>

    init(_ state: LoopbackState) { self.state = Mutex(state) }

    func with<Result: Sendable>(_ body: (inout LoopbackState) -> Result) -> Result {
        state.withLock { state in body(&state) }
    }

    func exchange(_ request: LoopbackRequest, _ observe: (LoopbackRequest) -> Void) -> LoopbackExchange {
        let (answer, logged) = with { state in
            state.begin(request)
            let answer = state.answer(request)
            state.admit(writing: request)
            return (answer, state.log.last ?? request)
        }
        observe(logged)
        return LoopbackExchange(answer: answer) { self.with { $0.end(request) } }
    }
}
