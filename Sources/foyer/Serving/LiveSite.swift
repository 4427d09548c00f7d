import Foundation

/// What there is to be seen now: the site as it was built last, or why it could not be.
actor LiveSite {
    struct State: Sendable {
        /// Told apart from those of every other run: a page of an earlier one is loaded anew, too.
        fileprivate(set) var version = UUID().uuidString
        /// The path under which the site lies: that of its base URL.
        fileprivate(set) var base = "/"
        /// Those under which it lay before, in this run.
        fileprivate var former: [String] = []
        fileprivate(set) var fault: BuildFault?

        /// Where something is by now that lay under a path of before; nil where it lay under none.
        func place(of path: String) -> String? {
            let moved = former.filter { path.hasPrefix($0) && !(base.hasPrefix($0) && path.hasPrefix(base)) }
            // What begins with two slashes is another host's.
            return moved.max { $0.count < $1.count }.map { base + path.dropFirst($0.count).drop { $0 == "/" } }
        }
    }

    private(set) var state = State()
    private var isBegun = false

    /// - Parameter base: nil to leave it as it is.
    func change(base: String?, fault: BuildFault?) {
        state.version = UUID().uuidString
        if let base, base != state.base {
            if isBegun { state.former = [state.base] + state.former.filter { $0 != base } }
            state.base = base
        }
        isBegun = true
        state.fault = fault
    }

    /// Waits for another version than the one that somebody knows, but not longer than a connection may be silent.
    func version(after known: String, within time: Duration) async throws -> String {
        let end = ContinuousClock.now + time
        while state.version == known, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(50)) }
        return state.version
    }
}
