public import Disk
import Glibc

/// Lets the n-th call to the system of some kinds fail, in what runs under it: for n = 1, 2, 3, … until ``hasStruck`` says that there are
/// no more.
public final class FaultPlan: Sendable {
    private let kinds: Set<SystemCall>
    private let range: ClosedRange<Int>
    private let number: Int32
    private let count = Counter()

    /// - Parameter isLasting: whether every later call fails as well, as on a disk that is full.
    public init(_ kinds: Set<SystemCall>, at n: Int, isLasting: Bool = false, with number: Int32) {
        self.kinds = kinds
        range = n...(isLasting ? .max : n)
        self.number = number
    }

    /// Whether there were so many calls.
    public var hasStruck: Bool { count.value >= range.lowerBound }

    public func run<Result>(_ work: () async throws -> Result) async rethrows -> Result {
        try await SystemCall.$fault.withValue({ [self] in fault($0) }, operation: work)
    }

    public func run<Result>(_ work: () throws -> Result) rethrows -> Result {
        try SystemCall.$fault.withValue({ [self] in fault($0) }, operation: work)
    }

    private func fault(_ call: SystemCall) -> Int32? {
        guard kinds.contains(call) else { return nil }
        return range.contains(count.next()) ? number : nil
    }
}
