/// Waits until something is so, with an end: what never comes fails one test, and does not stop all.
public func until(_ isSo: () async throws -> Bool) async throws {
    for _ in 0..<12_000 {
        if try await isSo() { return }
        try await Task.sleep(for: .milliseconds(5))
    }
    throw NeverCame()
}

private struct NeverCame: Error, CustomStringConvertible {
    var description: String { "what the test waited for has not come within a minute" }
}
