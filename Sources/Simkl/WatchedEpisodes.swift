/// Which episodes the library has as watched, title by title.
struct WatchedEpisodes {
    private let items: [Wire.Item]
    private let positions: [Int: [Int]]

    init(_ items: [Wire.Item]) {
        self.items = items
        positions = Dictionary(grouping: items.indices.lazy.filter { items[$0].seasons != nil }) { items[$0].media.ids.simkl }
    }

    /// - Parameter title: its Simkl id.
    func places(of title: Int) -> Set<EpisodePlace> {
        let seasons = (positions[title] ?? []).flatMap { items[$0].seasons ?? [] }
        return Set(seasons.flatMap { season in season.episodes.map { EpisodePlace(season: season.number, number: $0.number) } })
    }
}

/// An episode's place as the library writes it: an anime, which counts through, has one season.
public struct EpisodePlace: Hashable, Sendable {
    public let season: Int
    public let number: Int

    public init(season: Int, number: Int) {
        self.season = season
        self.number = number
    }
}

extension Wire.CatalogEpisode {
    /// Nil for specials.
    var place: EpisodePlace? { episode.map { EpisodePlace(season: season ?? 1, number: $0) } }
}
