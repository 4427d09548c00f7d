import FlyingSocks
import Foundation
import Synchronization

/// A place on this machine that messages are sent to, and that answers as a test wants.
///
/// Serves from its making until it is let go of.
public final class LoopbackReceiver: Sendable {
    public typealias Answering = @Sendable (_ request: LoopbackRequest, _ number: Int) -> LoopbackAnswer

    public let url: String
    private let inbox: Inbox
    private let service: Task<Void, Never>

    /// - Parameter answer: to each request, by its number from 1.
    public init(_ answer: @escaping Answering = { request, _ in .taken(request) }) async throws {
        let pool: some AsyncSocketPool = .make()
        try await pool.prepare()
        let listener = try LoopbackListener(.foreign, port: 0, pool: pool)
        url = listener.url
        let inbox = Inbox(answer)
        self.inbox = inbox
        service = Task(executorPreference: LoopbackExecutor()) {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { try? await pool.run() }
                group.addTask { await listener.run { LoopbackExchange(answer: inbox.take($0)) {} } }
                await group.waitForAll()
            }
        }
    }

    deinit { service.cancel() }

    /// Every message in the order of arrival.
    public var requests: [LoopbackRequest] { inbox.state.withLock { $0.requests } }

    /// Answers otherwise from now on, and counts anew.
    public func change(_ answer: @escaping Answering = { request, _ in .taken(request) }) {
        inbox.state.withLock { $0 = Inbox.State(answer: answer) }
    }
}

private final class Inbox: Sendable {
    struct State: Sendable {
        var requests: [LoopbackRequest] = []
        let answer: LoopbackReceiver.Answering
    }

    let state: Mutex<State>

    init(_ answer: @escaping LoopbackReceiver.Answering) { state = Mutex(State(answer: answer)) }

    func take(_ request: LoopbackRequest) -> LoopbackAnswer {
        state.withLock { state in
            state.requests.append(request)
            return state.answer(request, state.requests.count)
        }
    }
}

extension LoopbackAnswer {
    /// What the service that a message is meant for says when it has taken it.
    public static func taken(_ request: LoopbackRequest) -> LoopbackAnswer {
        if request.path.hasSuffix("/sendMessage") { return LoopbackAnswer(200, ["ok": true, "result": ["message_id": 1]]) }
        return LoopbackAnswer(200, ["id": "hwQ2YpKdmg", "event": "message"])
    }
}
