import Synchronization

/// Room for so many servers at a time.
///
/// Why: each keeps a thread of Dispatch's waiting for its sockets. Tests begin all at once, and with as many servers as Dispatch
/// has threads nothing would ever go on.
final class LoopbackPlaces: Sendable {
    static let all = LoopbackPlaces(12)

    private struct State {
        var free: Int
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(_ places: Int) { state = Mutex(State(free: places)) }

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
