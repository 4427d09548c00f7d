/// A show's episodes season by season: which were watched how soon after they aired, which comes next, and which are still to air.
///
/// Shape: all that are known to exist, from the catalogue's list, from what was watched, and from what is to come; the specials last.
struct EpisodeGrid: Hashable, Sendable {
    let seasons: [Season]
    /// How many more have aired, by the account's own count: nobody knows in which season.
    let unplaced: Int

    struct Season: Hashable, Sendable {
        let number: Int
        /// By number.
        let episodes: [Episode]
    }

    struct Episode: Hashable, Sendable {
        let number: EpisodeNumber
        let state: State
        let hasAired: Bool
        /// When it is or was first on the air.
        let airs: AirTime?
        /// The first watching before the others.
        let plays: [Play]

        var isWatched: Bool { if case .watched = state { true } else { false } }
    }

    enum State: Hashable, Sendable {
        /// How soon after it aired; nil where nobody knows.
        case watched(DelayClass?)
        /// Which is to be watched next, on the air already or not.
        case next
        /// On the air already, and not watched.
        case open
        case toCome
    }

    /// - Parameter coming: what is still to come of it.
    init(_ title: Title, days: DayRule, coming: [Airing]) {
        let (places, judgement) = (EpisodePlaces(title, coming: coming), Judgement(of: title, days: days))
        seasons = places.bySeason.map { season, places in
            Season(number: season, episodes: places.map { judgement.episode(at: $0, known: $1) })
        }
        let regular = seasons.lazy.filter { $0.number != 0 }.flatMap(\.episodes)
        unplaced = max(0, (title.progress?.aired ?? 0) - regular.count { $0.hasAired })
    }

    var isEmpty: Bool { seasons.isEmpty }

    var episodes: some Sequence<Episode> { seasons.lazy.flatMap(\.episodes) }

    /// What becomes of an episode, by what is known of its show.
    private struct Judgement {
        private let days: DayRule
        private let isAnime: Bool
        private let next: EpisodePlaces.Key?
        /// How many of an anime have aired, which counts through.
        private let aired: Int?
        /// Whether all that has aired counts as watched, though not each is recorded.
        private let isWatchedWhole: Bool

        init(of title: Title, days: DayRule) {
            self.days = days
            isAnime = title.id.kind == .anime
            next = (title.next?.episode).map(EpisodePlaces.Key.init)
            aired = isAnime ? title.progress?.aired : nil
            isWatchedWhole = title.unrecordedEpisodes > 0 && title.progress.map { $0.watched >= $0.aired } ?? false
        }

        func episode(at key: EpisodePlaces.Key, known: EpisodePlaces.Known) -> Episode {
            let isToCome = known.coming != nil || known.listed.map { !$0.hasAired } ?? aired.map { key.number > $0 } ?? false
            return Episode(
                number: EpisodeNumber(season: isAnime && key.season == 1 ? nil : key.season, number: key.number),
                state: state(at: key, known: known, isToCome: isToCome), hasAired: !isToCome || !known.plays.isEmpty,
                airs: known.listed?.airs ?? known.coming?.time
                    ?? known.plays.lazy.compactMap(\.airedAt).first.map(AirTime.moment),
                plays: known.plays.filter { $0.rewatch == nil } + known.plays.filter { $0.rewatch != nil })
        }

        private func state(at key: EpisodePlaces.Key, known: EpisodePlaces.Known, isToCome: Bool) -> State {
            if let play = known.plays.first(where: { $0.rewatch == nil }) ?? known.plays.first {
                return .watched(play.airDelay(days).flatMap(DelayClass.init(seconds:)))
            }
            if key == next { return .next }
            if isToCome { return .toCome }
            return isWatchedWhole && key.season != 0 ? .watched(nil) : .open
        }
    }
}
