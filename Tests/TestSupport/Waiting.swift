/// How long anything may take that a test waits for.
///
/// Why so long: it is not what a test tells by. On a machine that is busy with something else a second becomes a minute; the end is
/// there only so that what never comes fails one test, and does not stop all.
public enum Patience {
    /// For one thing, as a page that is to change.
    public static let step = Duration.seconds(600)
    /// For a program with all that is done while it runs.
    public static let program = Duration.seconds(1200)
}

extension Duration {
    /// In whole seconds.
    public var seconds: Double { Double(components.seconds) }
}

/// Waits until something is so. What never comes fails one test, and does not stop all.
///
/// Between two looks it sleeps, twice as long after each, up to a tenth of a second: who waits must not keep busy what it waits for.
public func until(_ isSo: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + Patience.step
    var pause = Duration.milliseconds(1)
    while try await !isSo() {
        guard ContinuousClock.now < end else { throw NeverCame() }
        try await Task.sleep(for: pause)
        pause = min(pause * 2, .milliseconds(100))
    }
}

private struct NeverCame: Error, CustomStringConvertible {
    var description: String { "what the test waited for has not come within \(Patience.step)" }
}
