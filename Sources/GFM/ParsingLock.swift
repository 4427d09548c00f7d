import Synchronization

/// Lets documents be parsed at once, but for those that change how all others are parsed meanwhile.
///
/// Why: attaching an extension with special inline characters changes a table that all parsers of the process share, until its
/// document is finished. Other extensions only read it, and rendering does neither.
final class ParsingLock: Sendable {
    private let parts = (0..<16).map { _ in Part() }
    private let next = Atomic(0)

    private final class Part: Sendable {
        let mutex = Mutex(())
    }

    /// - Parameter isExclusive: whether nobody else may parse meanwhile.
    func withLock<Result: ~Copyable>(isExclusive: Bool, _ work: @Sendable () -> sending Result) -> sending Result {
        guard isExclusive else {
            let part = next.wrappingAdd(1, ordering: .relaxed).oldValue & 15
            return parts[part].mutex.withLock { _ in work() }
        }
        return withAll(parts[...], work)
    }

    /// Always in the same order, so that two never wait for each other.
    private func withAll<Result: ~Copyable>(_ parts: ArraySlice<Part>, _ work: @Sendable () -> sending Result) -> sending Result {
        guard let first = parts.first else { return work() }
        return first.mutex.withLock { _ in withAll(parts.dropFirst(), work) }
    }
}
