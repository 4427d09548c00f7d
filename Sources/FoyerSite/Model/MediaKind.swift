/// What a title is: the three kinds that Simkl keeps apart.
public enum MediaKind: String, CaseIterable, Sendable, Codable, Comparable {
    case tv, anime
    case movie = "movies"

    /// The word in paths, here and on Simkl.
    public var path: String { rawValue }

    public static func < (left: MediaKind, right: MediaKind) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .tv: 0
        case .anime: 1
        case .movie: 2
        }
    }
}
