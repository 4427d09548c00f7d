/// Where the episodes of a show are, and what each source knows of them.
struct EpisodePlaces {
    private var places: [Key: Known] = [:]

    /// An anime's one season is the first.
    struct Key: Hashable, Comparable {
        let season: Int
        let number: Int

        init(season: Int, number: Int) { (self.season, self.number) = (season, number) }

        init(_ episode: EpisodeNumber) { self.init(season: episode.season ?? 1, number: episode.number) }

        static func < (left: Key, right: Key) -> Bool { (left.season, left.number) < (right.season, right.number) }
    }

    struct Known {
        var listed: ListedEpisode?
        var plays: [Play] = []
        var coming: Airing?
    }

    /// Further numbers are no reason to believe in all those below them.
    private static let mostFilled = 2_000

    /// - Parameter coming: what is still to come of the title.
    init(_ title: Title, coming: [Airing]) {
        for episode in title.listedEpisodes { places[Key(episode.number), default: Known()].listed = episode }
        for play in title.plays { if let episode = play.episode { places[Key(episode), default: Known()].plays.append(play) } }
        for airing in coming { if let episode = airing.episode { places[Key(episode), default: Known()].coming = airing } }
        if let next = title.next { add(Key(next.episode)) }
        fill(title)
    }

    /// The seasons in their order, the specials last.
    var bySeason: [(season: Int, places: [(Key, Known)])] {
        Dictionary(grouping: places) { $0.key.season }.sorted { Self.order($0.key) < Self.order($1.key) }.map { season, places in
            (season, places.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
    }

    private static func order(_ season: Int) -> Int { season == 0 ? .max : season }

    /// Adds what must be there: the numbers below a known one, and of an anime without a list all that the account counts.
    private mutating func fill(_ title: Title) {
        var last = Dictionary(places.keys.lazy.filter { $0.season > 0 }.map { ($0.season, $0.number) }, uniquingKeysWith: max)
        if title.id.kind == .anime, title.listedEpisodes.isEmpty, let total = title.progress?.total {
            last[1] = max(last[1] ?? 0, total)
        }
        for (season, number) in last where (1...Self.mostFilled).contains(number) {
            for number in 1...number { add(Key(season: season, number: number)) }
        }
    }

    private mutating func add(_ key: Key) { if places[key] == nil { places[key] = Known() } }
}
