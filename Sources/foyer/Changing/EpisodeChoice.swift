import Simkl

/// Finds out which episodes of a title are meant.
struct EpisodeChoice {
    let title: FoundTitle
    let state: AccountState
    /// The only ones that can be meant; nil for all that the catalogue has.
    var known: Set<EpisodePlace>?

    /// By season and number, each once.
    ///
    /// - Throws: ``Failure`` with code 64 where what is named cannot be an episode of it.
    func places(_ selections: [EpisodeSelection]) async throws -> [EpisodePlace] {
        var places: Set<EpisodePlace> = []
        for selection in selections { places.formUnion(try await self.places(selection)) }
        if let known { places.formIntersection(known) }
        return places.sorted { ($0.season, $0.number) < ($1.season, $1.number) }
    }

    /// The longest shows have some ten thousand.
    private static let most = 20_000

    private func places(_ selection: EpisodeSelection) async throws -> [EpisodePlace] {
        switch selection {
        case .episodes(let season, let numbers):
            if numbers.count > Self.most {
                throw Failure(
                    code: .usage, message: "\(title.label) has not \(numbers.count) episodes: a shorter range is expected.")
            }
            let season = try await self.season(season, numbers.lowerBound)
            return numbers.map { EpisodePlace(season: season, number: $0) }
        case .season(let season):
            if let known { return known.filter { $0.season == season } }
            return try await aired().filter { $0.season == season }.nonEmpty(or: "season \(season)", of: title)
        case .all: return try await aired().filter { $0.season > 0 }.nonEmpty(or: "episode that has aired", of: title)
        case .next:
            return title.item == nil
                ? [EpisodePlace(season: 1, number: 1)] : [EpisodePlace(title.item?.nextToWatch)].compactMap { $0 }
        case .last: return [title.lastWatched].compactMap { $0 }
        }
    }

    private func season(_ season: Int?, _ number: Int) async throws -> Int {
        if title.bucket == .anime {
            guard let season, season > 1 else { return season ?? 1 }
            throw Failure(
                code: .usage,
                message: "\(title.label) is an anime, which counts its episodes through: E14. Each season is a title of its own.")
        }
        if let season { return season }
        let seasons = Set(try await state.episodes(of: title).compactMap { $0.episode == nil ? nil : $0.season })
        guard seasons.count == 1, let only = seasons.first else {
            throw Failure(code: .usage, message: "\(title.label) has several seasons: S01E\(number) is expected.")
        }
        return only
    }

    /// All that has aired, specials too where the catalogue numbers them.
    private func aired() async throws -> [EpisodePlace] {
        try await state.episodes(of: title).compactMap { episode in
            guard episode.hasAired != false, let number = episode.episode else { return nil }
            return EpisodePlace(season: episode.season ?? 1, number: number)
        }
    }
}

extension [EpisodePlace] {
    fileprivate func nonEmpty(or what: String, of title: FoundTitle) throws(Failure) -> [EpisodePlace] {
        guard isEmpty else { return self }
        throw Failure(code: .data, message: "Simkl's catalogue lists no \(what) of \(title.label). Name the episodes: S01E01.")
    }
}

extension FoundTitle {
    /// Where episodes of a film are named.
    var isNoShow: Failure { Failure(code: .usage, message: "\(label) is a film, and has no episodes.") }

    /// The plays that the library has of it.
    var recorded: [EpisodePlace: Wire.Episode] {
        let episodes = (item?.seasons ?? []).flatMap { season in
            season.episodes.map { (EpisodePlace(season: season.number, number: $0.number), $0) }
        }
        return Dictionary(episodes) { first, _ in first }
    }

    /// What was watched last, by the library's word, else by its records.
    var lastWatched: EpisodePlace? {
        EpisodePlace(item?.lastWatched)
            ?? recorded.filter { $0.key.season > 0 }.max { left, right in
                (left.value.watchedAt?.secondsSince1970 ?? 0, left.key.season, left.key.number)
                    < (right.value.watchedAt?.secondsSince1970 ?? 0, right.key.season, right.key.number)
            }?.key
    }

    /// The title with some of its episodes, in the form that its kind has.
    ///
    /// Source: `POST /sync/history`: a show's episodes are in its seasons, an anime's in the title itself.
    func reference(_ episodes: [(place: EpisodePlace, watchedAt: String?)]) -> TitleReference {
        var reference = reference
        func entries(_ season: Int) -> [TitleReference.Episode] {
            episodes.filter { $0.place.season == season }.map { .init(number: $0.place.number, watchedAt: $0.watchedAt) }
        }
        var seasons = Set(episodes.map(\.place.season))
        if bucket == .anime, seasons.remove(1) != nil { reference.episodes = entries(1) }
        if !seasons.isEmpty { reference.seasons = seasons.sorted().map { .init(number: $0, episodes: entries($0)) } }
        return reference
    }
}
