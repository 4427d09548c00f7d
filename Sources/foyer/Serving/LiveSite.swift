import Foundation

/// What there is to be seen now: the site as it was built last, or why it could not be.
actor LiveSite {
    struct State: Sendable {
        /// Told apart from those of every other run: a page of an earlier one is loaded anew, too.
        fileprivate(set) var version = UUID().uuidString
        /// The path under which the site lies: that of its base URL.
        fileprivate(set) var base = "/"
        fileprivate(set) var fault: BuildFault?
    }

    private(set) var state = State()

    /// - Parameter base: nil to leave it as it is.
    func change(base: String?, fault: BuildFault?) {
        state.version = UUID().uuidString
        state.base = base ?? state.base
        state.fault = fault
    }

    /// Waits for another version than the one that somebody knows, but not longer than a connection may be silent.
    func version(after known: String, within time: Duration) async throws -> String {
        let end = ContinuousClock.now + time
        while state.version == known, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(50)) }
        return state.version
    }
}
