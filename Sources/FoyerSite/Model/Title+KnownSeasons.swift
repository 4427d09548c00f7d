extension Title {
    /// How many episodes each season has, where that is known: from the list of those that have aired, or since it was watched to its
    /// end, as of a show that is completed, or whose next season was begun, with no episode left out.
    ///
    /// Shape: an anime's one season is 1; specials are none.
    var knownSeasons: [Int: Int] {
        var known = self.airedEpisodes.filter { $0.key > 0 }
        let seasons = self.plays.lazy.filter { $0.rewatch == nil }.compactMap(\.episode).groups { $0.season ?? 1 }
        let newest = seasons.lazy.compactMap { $0.first.map { $0.season ?? 1 } }.max() ?? 0
        let isWatchedWhole = self.status == .completed && self.unrecordedEpisodes == 0
        for episodes in seasons {
            let (season, last) = (episodes.first?.season ?? 1, episodes.lazy.map(\.number).max() ?? 0)
            guard season > 0, known[season] == nil, episodes.count == last else { continue }
            if isWatchedWhole || season < newest { known[season] = last }
        }
        return known
    }
}
