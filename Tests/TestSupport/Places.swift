import Synchronization

/// So many places, for whom they are free in turn.
public final class Places: Sendable {
    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    public init(_ places: Int) { state = Mutex(State(free: places)) }

    /// Does something in a place, as soon as one is free.
    public func within<Value>(_ work: () async throws -> Value) async rethrows -> Value {
        await take()
        defer { leave() }
        return try await work()
    }

    func take() async {
        await withCheckedContinuation { waiting in
            let isFree = state.withLock { state in
                guard state.free == 0 else {
                    state.free -= 1
                    return true
                }
                state.waiting.append(waiting)
                return false
            }
            if isFree { waiting.resume() }
        }
    }

    func leave() {
        let next: CheckedContinuation<Void, Never>? = state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
