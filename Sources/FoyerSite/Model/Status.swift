/// The list that a title is on.
public enum Status: String, CaseIterable, Sendable, Codable {
    case watching
    case planToWatch = "plan"
    case onHold = "on-hold"
    case completed, dropped

    /// The lists of what is still to be watched.
    static let open: [Status] = [.watching, .planToWatch, .onHold]

    var isOpen: Bool { Self.open.contains(self) }

    /// The word in paths.
    public var path: String { rawValue }
}
