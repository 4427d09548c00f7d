/// What changed and is told in one line: several episodes of a season that a build found moved from one day to another, else a change alone.
struct ChangedDrop {
    /// The one of the first episode.
    let first: NewsChange
    /// By episode; none of films, and of what is of the whole title.
    let episodes: [EpisodeNumber]

    init(_ change: NewsChange) { self.init([change], first: change) }

    private init(_ changes: [NewsChange], first: NewsChange) {
        self.first = first
        episodes = changes.compactMap(\.slot?.episode)
    }

    /// By the first of each.
    ///
    /// - Parameters:
    ///   - changes: those of one title and build in the order of the episodes.
    ///   - areOfOneBuild: whether only what one build found stands together.
    static func all(of changes: [NewsChange], areOfOneBuild: Bool = true) -> [ChangedDrop] {
        changes.groups { Place($0, build: areOfOneBuild ? $0.noticed : nil) }.compactMap { group in
            group.first.map { ChangedDrop(group, first: $0) }
        }
    }

    private struct Place: Hashable {
        let title: TitleID
        let season: Int?
        let build: Moment?
        /// In UTC: what was told together stays so when its owner moves.
        let (from, to): (CalendarDay, CalendarDay)

        /// Nil for what is told alone.
        init?(_ change: NewsChange, build: Moment?) {
            guard change.event == .moved, let episode = change.slot?.episode, let from = change.from, let to = change.to else {
                return nil
            }
            title = change.title
            season = episode.season
            self.build = build
            (self.from, self.to) = (from.utcDay, to.utcDay)
        }
    }
}
