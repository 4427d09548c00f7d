/// A show's episodes season by season: which were watched how soon after they aired, which comes next, and which are still to air.
///
/// Shape: all that is known to exist, from the catalogue's list, from what was watched, and from what is to come; the specials last.
struct EpisodeGrid: Hashable, Sendable {
    let seasons: [Season]

    struct Season: Hashable, Sendable {
        let number: Int
        /// By number.
        let episodes: [Episode]

        var watched: Int { episodes.count { $0.isWatched } }
        var aired: Int { episodes.count { $0.state != .toCome } }
    }

    struct Episode: Hashable, Sendable {
        let number: EpisodeNumber
        let state: State
        /// When it is or was first on the air.
        let airs: AirTime?
        /// The first watching before the others.
        let plays: [Play]

        var isWatched: Bool { if case .watched = state { true } else { false } }
    }

    enum State: Hashable, Sendable {
        /// How soon after it aired; nil where nobody knows.
        case watched(DelayClass?)
        case next
        /// On the air already, and not watched.
        case open
        case toCome
    }

    /// Numbers below a known one are episodes too, but for the wildest of numbers.
    private static let mostFilled = 2_000

    /// - Parameter coming: what is still to come of it.
    init(_ title: Title, days: DayRule, coming: [Airing]) {
        var places = Places(title)
        for episode in title.listedEpisodes { places[episode.number].listed = episode }
        // Those of the first watching stand first where they are read.
        for play in title.plays { if let episode = play.episode { places[episode].plays.append(play) } }
        for airing in coming { if let episode = airing.episode { places[episode].coming = airing } }
        let next = title.next?.episode
        if let next { _ = places[next] }
        places.fill(upTo: Self.mostFilled, title)
        let isWatchedWhole = title.unrecordedEpisodes > 0 && title.progress.map { $0.watched >= $0.aired } ?? false
        let aired = title.id.kind == .anime ? title.progress?.aired : nil
        seasons = places.bySeason.map { number, entries in
            Season(
                number: number,
                episodes: entries.map { key, entry in
                    let isToCome =
                        entry.coming != nil || entry.listed.map { !$0.hasAired } ?? aired.map { key.number > $0 } ?? false
                    let state: State =
                        if let first = entry.first {
                            .watched(first.airDelay(days).flatMap(DelayClass.init(seconds:)))
                        } else if next.map(Places.Key.init) == key {
                            .next
                        } else if isToCome {
                            .toCome
                        } else if isWatchedWhole, number > 0 {
                            .watched(nil)
                        } else {
                            .open
                        }
                    return Episode(
                        number: places.number(at: key), state: state,
                        airs: entry.listed?.airs ?? entry.coming?.time
                            ?? entry.plays.lazy.compactMap(\.airedAt).first.map(AirTime.moment),
                        plays: entry.plays.filter { $0.rewatch == nil } + entry.plays.filter { $0.rewatch != nil })
                })
        }
    }

    var isEmpty: Bool { seasons.isEmpty }

    var episodes: some Sequence<Episode> { seasons.lazy.flatMap(\.episodes) }

    /// What is known of each episode.
    private struct Places {
        private let isAnime: Bool
        private var entries: [Key: Entry] = [:]

        /// An anime's one season is the first.
        struct Key: Hashable, Comparable {
            let season: Int
            let number: Int

            init(season: Int, number: Int) { (self.season, self.number) = (season, number) }

            init(_ episode: EpisodeNumber) { self.init(season: episode.season ?? 1, number: episode.number) }

            static func < (left: Key, right: Key) -> Bool { (left.season, left.number) < (right.season, right.number) }
        }

        struct Entry {
            var listed: ListedEpisode?
            var plays: [Play] = []
            var coming: Airing?

            var first: Play? { plays.first { $0.rewatch == nil } ?? plays.first }
        }

        init(_ title: Title) { isAnime = title.id.kind == .anime }

        subscript(episode: EpisodeNumber) -> Entry {
            get { entries[Key(episode)] ?? Entry() }
            _modify { yield &entries[Key(episode), default: Entry()] }
        }

        /// Adds what must be there: the numbers below a known one, and of an anime without a list all that the account counts.
        mutating func fill(upTo most: Int, _ title: Title) {
            var last = Dictionary(
                entries.keys.lazy.filter { $0.season > 0 }.map { ($0.season, $0.number) }, uniquingKeysWith: max)
            if isAnime, title.listedEpisodes.isEmpty, let total = title.progress?.total { last[1] = max(last[1] ?? 0, total) }
            for (season, number) in last where number <= most {
                for number in 1...max(1, number) { entries[Key(season: season, number: number), default: Entry()].plays += [] }
            }
        }

        func number(at key: Key) -> EpisodeNumber {
            EpisodeNumber(season: isAnime && key.season == 1 ? nil : key.season, number: key.number)
        }

        var bySeason: [(Int, [(Key, Entry)])] {
            Dictionary(grouping: entries) { $0.key.season }.sorted { Self.order($0.key) < Self.order($1.key) }.map {
                season, entries in
                (season, entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
            }
        }

        /// Where specials are last.
        private static func order(_ season: Int) -> Int { season == 0 ? .max : season }
    }
}
