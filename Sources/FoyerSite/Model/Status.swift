/// The list that a title is on.
public enum Status: String, CaseIterable, Sendable, Codable {
    case watching
    case planToWatch = "plan"
    case onHold = "on-hold"
    case completed, dropped

    /// The word in paths.
    public var path: String { rawValue }

    /// The list's name.
    public var label: String {
        switch self {
        case .watching: "Watching"
        case .planToWatch: "Plan to watch"
        case .onHold: "On hold"
        case .completed: "Completed"
        case .dropped: "Dropped"
        }
    }
}
