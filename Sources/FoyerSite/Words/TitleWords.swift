extension MediaKind {
    /// The kind as a heading.
    public var plural: String {
        switch self {
        case .tv: phrase("kind.tvMany")
        case .anime: phrase("kind.animeMany")
        case .movie: phrase("kind.moviesMany")
        }
    }

    /// One of the kind, by itself.
    public var label: String {
        switch self {
        case .tv: phrase("kind.tv")
        case .anime: phrase("kind.anime")
        case .movie: phrase("kind.movie")
        }
    }

    /// One of the kind, inside a sentence.
    public var singular: String {
        switch self {
        case .tv: phrase("kind.tvInside")
        case .anime: phrase("kind.animeInside")
        case .movie: phrase("kind.movieInside")
        }
    }
}

extension Status {
    /// The list's name.
    public var label: String {
        switch self {
        case .watching: phrase("status.watching")
        case .planToWatch: phrase("status.plan")
        case .onHold: phrase("status.onHold")
        case .completed: phrase("status.completed")
        case .dropped: phrase("status.dropped")
        }
    }
}

extension Progress {
    /// `12 of 24`.
    var fraction: String { phrase("progress.fraction", ["watched": watched.grouped, "aired": aired.grouped]) }

    /// `caught up`, or `12 of 24`.
    public var summary: String { watched >= aired ? phrase("progress.caughtUp") : fraction }

    /// `1,012 of 1,024 episodes, 98 %`.
    var words: String {
        guard let percent else { return phrase("progress.words", count: aired, ["watched": watched.grouped]) }
        return phrase(
            "progress.wordsAndShare", count: aired, ["watched": watched.grouped, "share": FoyerSite.percent(percent)])
    }
}
