/// A season that was watched whole, once.
struct WholeSeason: Sendable {
    /// Nil for an anime, which has but one.
    let number: Int?
    /// The rewatch that it was watched in; nil for the first watching.
    let rewatch: Int?
    let episodes: Int
    let plays: [Play]
}

extension Title {
    /// The seasons of which some of its plays hold every episode, as far as it is known how many they have.
    ///
    /// Shape: specials are none; in the order of their first plays.
    func wholeSeasons(in plays: [Play]) -> [WholeSeason] {
        guard !self.isFilm else { return [] }
        let seasons = plays.filter { $0.episode != nil }.groups {
            SeasonWatching(season: $0.episode?.season, rewatch: $0.rewatch)
        }
        guard !seasons.isEmpty else { return [] }
        let known = knownSeasons
        return seasons.compactMap { plays in
            let (season, rewatch) = (plays.first?.episode?.season, plays.first?.rewatch)
            let episodes = plays.compactMap { $0.episode?.number }.distinctCount
            guard season != 0, episodes == known[season ?? 1] else { return nil }
            return WholeSeason(
                number: self.id.kind == .anime ? nil : season, rewatch: rewatch, episodes: episodes, plays: plays)
        }
    }
}

private struct SeasonWatching: Hashable {
    let season: Int?
    let rewatch: Int?
}

extension [Int] {
    /// How many different numbers it has.
    fileprivate var distinctCount: Int {
        let sorted = sorted()
        return zip(sorted, sorted.dropFirst()).count { $0 != $1 } + (isEmpty ? 0 : 1)
    }
}
