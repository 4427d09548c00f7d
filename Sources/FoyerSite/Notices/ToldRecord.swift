/// What was told to one place, by the keys of ``Notice``s.
///
/// Shape: in the order in which it was told. It is on the disk before a message is sent, so that whatever ends the program nothing is
/// told twice, and what was on its way just then is lost at most.
public struct ToldRecord: Remembered, Hashable {
    static let version = 1

    private(set) var told: [String] = []

    /// More than a library has news in months: what is forgotten is worth telling no more.
    private static let most = 20_000

    public init() {}

    public mutating func add(_ keys: some Sequence<String>) {
        var known = Set(told)
        told += keys.filter { known.insert($0).inserted }
        told = Array(told.suffix(Self.most))
    }

    /// Takes back what has not been told after all.
    public mutating func remove(_ keys: some Sequence<String>) {
        let keys = Set(keys)
        told.removeAll(where: keys.contains)
    }
}
