extension MediaKind {
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
}

extension Status {
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

extension Progress {
    /// `12 of 24`.
    var fraction: String { "\(watched) of \(aired)" }

    /// `caught up`, or `12 of 24`.
    public var summary: String { watched >= aired ? "caught up" : fraction }

    /// `1,012 of 1,024 episodes, 98 %`.
    var words: String {
        "\(watched.grouped) of \(counted(aired, "episode", "episodes"))" + (percent.map { ", " + FoyerSite.percent($0) } ?? "")
    }
}
