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
    /// Shape: specials are none; in no order.
    func wholeSeasons(in plays: [Play]) -> [WholeSeason] {
        guard !self.isFilm else { return [] }
        let groups = Dictionary(grouping: plays.filter { $0.episode != nil }) {
            SeasonWatching(season: $0.episode?.season, rewatch: $0.rewatch)
        }
        guard !groups.isEmpty else { return [] }
        let known = knownSeasons
        return groups.compactMap { watching, plays in
            let episodes = Set(plays.compactMap { $0.episode?.number }).count
            guard watching.season != 0, episodes == known[watching.season ?? 1] else { return nil }
            return WholeSeason(
                number: self.id.kind == .anime ? nil : watching.season, rewatch: watching.rewatch, episodes: episodes,
                plays: plays)
        }
    }
}

private struct SeasonWatching: Hashable {
    let season: Int?
    let rewatch: Int?
}
