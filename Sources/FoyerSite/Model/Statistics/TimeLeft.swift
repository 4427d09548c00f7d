/// What has aired of a title and is not watched, and how long it is. Specials do not count.
public struct TimeLeft: Hashable, Sendable {
    /// How many episodes, or 1 for a film.
    public let episodes: Int
    /// Minutes of those whose own length is known.
    public let exactMinutes: Int
    /// Minutes of the others, each as long as the title's ordinary episode.
    public let estimatedMinutes: Int
    /// How many are in neither number, since nobody knows how long they are.
    public let unmeasured: Int

    /// All that is known of it.
    public var minutes: Int { exactMinutes + estimatedMinutes }

    /// All of it; nil where nobody knows how long some of it is.
    public var knownMinutes: Int? { unmeasured == 0 ? minutes : nil }

    public var isEstimated: Bool { estimatedMinutes > 0 }

    /// Whether everything was watched that there is.
    public var isNothing: Bool { episodes == 0 }

    /// - Parameters:
    ///   - exact: the lengths of the episodes that are known to be left and have one of their own.
    ///   - ordinary: minutes of the title's ordinary episode.
    init(episodes: Int, exact: [Int], ordinary: Int?) {
        self.episodes = episodes
        exactMinutes = exact.reduce(0, +)
        let others = episodes - exact.count
        estimatedMinutes = others * (ordinary ?? 0)
        unmeasured = ordinary == nil ? others : 0
    }
}

extension Title {
    /// What is left of it; nil where nobody knows how many of its episodes have aired.
    ///
    /// How many are left is the account's own count. Which they are the catalogue's list tells; where that names more of them than are
    /// left, nobody knows which of these were watched, and all are as long as the ordinary one.
    public var timeLeft: TimeLeft? {
        if self.isFilm {
            let isLeft = !self.isToContinue && self.plays.isEmpty
            return TimeLeft(episodes: isLeft ? 1 : 0, exact: isLeft ? [self.runtimeMinutes].compactMap { $0 } : [], ordinary: nil)
        }
        guard let progress = self.progress else { return nil }
        let left = progress.aired - progress.watched
        guard left > 0 else { return TimeLeft(episodes: 0, exact: [], ordinary: nil) }
        return TimeLeft(episodes: left, exact: Array(leftLengths.values), ordinary: self.runtimeMinutes)
    }

    /// Minutes of the episodes that are known to be left and have a length of their own.
    var leftLengths: [EpisodeNumber: Int] {
        guard let progress = self.progress else { return [:] }
        let aired = self.listedEpisodes.filter { $0.hasAired && $0.isRegular }
        guard !aired.isEmpty else { return [:] }
        let watched = Set(self.plays.lazy.compactMap(\.episode))
        let listed = aired.filter { !watched.contains($0.number) }
        guard listed.count <= progress.aired - progress.watched else { return [:] }
        let lengths = listed.compactMap { episode in
            (episode.runtimeMinutes ?? calendarRuntime(of: episode.number)).map { (episode.number, $0) }
        }
        return Dictionary(lengths) { first, _ in first }
    }

    /// Minutes of what has aired and is not watched; nil where its length or the number of its episodes is unknown.
    public var minutesLeft: Int? { timeLeft?.knownMinutes }

    /// What is left of what is being watched, planned or on hold; nil for all else.
    var openTimeLeft: TimeLeft? { self.status?.isOpen == true ? timeLeft : nil }

    private func calendarRuntime(of episode: EpisodeNumber) -> Int? {
        self.airings.first { $0.episode == episode }?.runtimeMinutes
    }
}
