extension Title {
    /// How many episodes each season has, where that is known: from the list of those that have aired, or since it was watched to its
    /// end, as of a show that is completed, or whose next season was begun, with no episode left out.
    ///
    /// Shape: an anime's one season is 1; specials are none.
    var knownSeasons: [Int: Int] {
        var known = self.airedEpisodes.filter { $0.key > 0 }
        var (episodes, last): ([Int: Int], [Int: Int]) = ([:], [:])
        for case (let episode?, nil) in self.plays.lazy.map({ ($0.episode, $0.rewatch) }) {
            let season = episode.season ?? 1
            episodes[season, default: 0] += 1
            last[season] = max(last[season] ?? 0, episode.number)
        }
        let newest = last.keys.max() ?? 0
        let isWatchedWhole = self.status == .completed && self.unrecordedEpisodes == 0
        for (season, number) in last where season > 0 && known[season] == nil && episodes[season] == number {
            if isWatchedWhole || season < newest { known[season] = number }
        }
        return known
    }
}
