/// What a title is: the three kinds that Simkl keeps apart.
public enum MediaKind: String, CaseIterable, Sendable, Codable, Comparable {
    case tv, anime
    case movie = "movies"

    /// The word in paths, here and on Simkl.
    public var path: String { rawValue }

    /// The kind as a heading.
    public var plural: String {
        switch self {
        case .tv: "TV shows"
        case .anime: "Anime"
        case .movie: "Films"
        }
    }

    /// One of the kind, by itself.
    public var label: String { self == .anime ? "Anime" : self == .tv ? "TV show" : "Film" }

    /// One of the kind, inside a sentence.
    public var singular: String {
        switch self {
        case .tv: "TV show"
        case .anime: "anime"
        case .movie: "film"
        }
    }

    public static func < (left: MediaKind, right: MediaKind) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .tv: 0
        case .anime: 1
        case .movie: 2
        }
    }
}
