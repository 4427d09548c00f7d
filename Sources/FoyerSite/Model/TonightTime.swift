/// How much time there is tonight.
enum TonightTime: CaseIterable, Sendable {
    case halfHour, hour, film, evening

    /// More episodes than this are never offered at once.
    static let mostEpisodes = 6

    /// How long it is; nil where it takes as long as the film does.
    var minutes: Int? {
        switch self {
        case .halfHour: 30
        case .hour: 60
        case .film: nil
        case .evening: 240
        }
    }

    /// How many episodes of a pick it is enough for; of a film 1. None where it does not fit.
    func count(of pick: TonightPick) -> Int {
        guard let minutes else { return pick.title.isFilm ? 1 : 0 }
        return pick.count(within: minutes)
    }
}

extension TonightPick {
    /// How many of its episodes fit into some minutes, up to ``TonightTime/mostEpisodes``; of a film 1 or none.
    public func count(within minutes: Int) -> Int {
        minutes < first ? 0 : min(left, 1 + (minutes - first) / length, TonightTime.mostEpisodes)
    }

    /// How long the first of its episodes take together.
    public func minutes(of count: Int) -> Int { count == 0 ? 0 : first + (count - 1) * length }
}
