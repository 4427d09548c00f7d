/// What comes out of a title on one day: an episode, a film, or several episodes of a season at once, as services for streaming have them.
///
/// Why they are one: ten lines that begin with the same name hide what else there is on that day. Why of one season: it is known by its
/// first episode, which a special that joins it later would be.
struct Drop: Hashable, Sendable {
    /// The one that comes first.
    let first: Airing
    /// The others, by episode.
    let rest: [Airing]

    init(_ airing: Airing) { self.init(airing, []) }

    private init(_ first: Airing, _ rest: [Airing]) {
        self.first = first
        self.rest = rest
    }

    /// By the first airing of each.
    ///
    /// - Parameter airings: of one day, in their order. Those without a number, as films are, stay apart.
    static func all(of airings: [Airing]) -> [Drop] {
        airings.groups { airing in airing.episode.map { Place(title: airing.title, season: $0.season) } }.compactMap { group in
            let sorted = group.sorted { ($0.episode ?? .unknown) < ($1.episode ?? .unknown) }
            return sorted.first.map { Drop($0, Array(sorted.dropFirst())) }
        }
    }

    private struct Place: Hashable {
        let title: TitleID
        let season: Int?
    }

    /// By episode.
    var airings: [Airing] { [first] + rest }

    /// In their order; none of a film, nor of what nobody numbers.
    var episodes: [EpisodeNumber] { airings.compactMap(\.episode) }

    /// What of it was not watched; nil where nothing of it is left.
    func unwatched(of title: Title) -> Drop? { Drop.all(of: airings.filter { !title.hasWatched($0) }).first }

    /// Whether it is a season from its first episode to its last, as far as the calendars tell which one that is.
    var isWholeSeason: Bool {
        guard !rest.isEmpty, let finale = rest.last?.finale, finale != .midSeason else { return false }
        let numbers = episodes
        return Set(numbers.map(\.season)).count == 1 && numbers.map(\.number) == Array(1...numbers.count)
    }

    /// When it begins, where all of it comes at one time.
    var time: AirTime? { rest.allSatisfy { $0.time == first.time } ? first.time : nil }
}

extension EpisodeNumber {
    fileprivate static let unknown = EpisodeNumber(season: -1, number: 0)
}
