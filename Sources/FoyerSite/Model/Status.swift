/// The list that a title is on.
public enum Status: String, CaseIterable, Sendable, Codable {
    case watching
    case planToWatch = "plan"
    case onHold = "on-hold"
    case completed, dropped

    /// The word in paths.
    public var path: String { rawValue }
}
