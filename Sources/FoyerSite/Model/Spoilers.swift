/// What may be told of episodes that have not been watched yet. What was watched spoils nothing.
public enum Spoilers: String, CaseIterable, Sendable {
    /// Only their numbers.
    case none
    /// Their names too.
    case names
}
